import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';
import type { MisstatedCount } from './misstated-counts.ts';

/** Papers that count the goods where they were, and people who were asked about them. */
const EVIDENCE: PaperKind[] = [
  'inspection-record',
  'interview-record',
  'preservation-notice',
  'seizure-decision',
  'sampling-record',
];
/** Whatever else may count: sales, deliveries, tests. A number that stands there is no slip. */
const OTHERS: PaperKind[] = ['documentary-evidence', 'expert-opinion', 'receipt', 'source', 'other'];
const SEVERAL = 2;
const MOST = 8;
const UNIT =
  '盒|瓶|袋|箱|件|桶|罐|包|条|支|台|辆|只|块|套|株|棵|筐|捆|公斤|千克|吨|升|立方米|平方米|把|张|双|床|册|本|头|尾|粒|片|卷|匹|根|听|板|枚|枝|扎|挂|幅|副|尊|瓦|盘|捆';
const COUNT = new RegExp(
  `(?<![\\d.,])(?<number>\\d[\\d,]*(?:\\.\\d+)?|[一二三四五六七八九十百千两]{1,7})(?<unit>${UNIT})(?!装|以[上下内]|[/／]|[\\d])`,
  'g',
);
/** 将桶装甲苯84桶存放在……: what was there, rather than what was bought, sold or used in the meantime. */
const THERE = /存放|储存|贮存|堆放|堆存|库存|摆放|陈列|码放|查获|查见|现场|发现|放置|停放|尚存|剩余/;
const TRADED = /购进|购入|进货|销售|售出|卖出|售卖|已售|使用了|已使用|消耗|生产了|加工了|收购|调入|调出/;

/**
 * Goods that two accounts of the place count alike (48桶) and the decision otherwise (84桶), where each of these papers
 * tells one number of that unit, all speak of the same goods and no paper or sum of numbers gives that of the decision.
 * Digits in another order are a slip whatever is said of the goods; otherwise the decision must tell what was there.
 */
export function misstatedGoods({ violation, papers = [] }: CaseFile): MisstatedCount[] {
  const decision = papers.find(({ kind, text }) => text && kind === 'decision')?.text;
  const facts = plain(violation.facts ?? decision ?? '');
  if (!facts) return [];
  const decided = countsIn(`${facts}\n${plain(decision ?? '')}`);
  const read = papers.map(({ kind, text }, index) => ({ index, kind, text: plain(text ?? '') }));
  const accounts = read.filter(({ kind, text }) => text && EVIDENCE.includes(kind));
  const others = read
    .filter(({ kind }) => OTHERS.includes(kind))
    .flatMap(({ text }) => countsIn(text).map(({ value }) => value));
  return [...new Set(countsIn(facts).map(({ unit }) => unit))].flatMap((unit): MisstatedCount[] => {
    const own = decided.filter((one) => one.unit === unit);
    const [found] = own;
    if (!found || own.some(({ value }) => value !== found.value)) return [];
    const told = accounts.flatMap(({ index, text }) => {
      const counts = countsIn(text).filter((one) => one.unit === unit);
      return counts.length > 0 ? [{ index, text, counts }] : [];
    });
    const whole = told.map(({ counts }) => wholeOf(counts)).find((value) => value !== undefined);
    const first = whole === undefined ? undefined : { value: whole };
    const goods = own.map((one) => goodsAt(one.around, unit)).find(Boolean);
    if (!first || !goods || told.length < SEVERAL || first.value === found.value) return [];
    if (told.some(({ counts }) => wholeOf(counts) !== first.value)) return [];
    if (told.filter(({ text }) => text.includes(goods)).length < SEVERAL) return [];
    if (reached(found.value, first.value, others)) return [];
    const there =
      own.some(({ clause }) => THERE.test(clause)) && !own.some(({ clause }) => TRADED.test(clause));
    if (!turned(first.value, found.value) && !there) return [];
    return [
      {
        told: `${first.value}${unit}`,
        found: `${found.value}${unit}`,
        papers: told.map(({ index }) => index),
      },
    ];
  });
}

/** The one number of an account, or the one that its other numbers add up to: 68条，其中甲30条、乙38条. */
function wholeOf(counts: readonly Count[]): number | undefined {
  const values = [...new Set(counts.map(({ value }) => value))];
  const [only, ...more] = values;
  if (more.length === 0) return only;
  const sum = values.reduce((all, value) => all + value, 0);
  return values.find((value) => value * 2 === sum);
}

interface Count {
  value: number;
  unit: string;
  /** The words up to the number, of its sentence, and those right behind it. */
  around: string;
  clause: string;
}

function countsIn(text: string): Count[] {
  return [...text.matchAll(COUNT)].flatMap(({ 0: words, groups, index }) => {
    const digits = groups!.number!.replaceAll(',', '');
    const value = /^\d/.test(digits) ? Number(digits) : Number(chineseValue(digits));
    if (!Number.isFinite(value) || value < 2) return [];
    const before = /[^。;\n]*$/.exec(text.slice(0, index))?.[0] ?? '';
    const after = /^[^。;\n]*/.exec(text.slice(index + words.length))?.[0] ?? '';
    // 每桶、一箱24瓶: what one of them holds is no count of them.
    if (/(?:每|一)[\p{sc=Han}]{0,3}$/u.test(before.slice(-4)) && !/共$/.test(before)) return [];
    const clause = `${before.slice(-40)}${words}${after.slice(0, 30)}`;
    return [{ value, unit: groups!.unit!, around: `${before.slice(-16)}\t${after.slice(0, 8)}`, clause }];
  });
}

/** 桶装甲苯84桶 → 甲苯; 84桶甲苯 → 甲苯: the two characters that name the goods. */
function goodsAt(around: string, unit: string): string | undefined {
  const [told = '', after = ''] = around.split('\t');
  const before = told.replace(
    /[,(]?(?:一共|总共|共计|合计|总计|共有|计有|数量[为:]?|共|计)(?:有|为|是)?$/,
    '',
  );
  const behind = /^(?:的)?([\p{sc=Han}]{2})/u.exec(after)?.[1];
  const ahead = /([\p{sc=Han}]{2})["”』」)]*(?:\([^()]*\))?$/u.exec(before)?.[1];
  return [ahead, behind].find((name) => name !== undefined && !NO_GOODS.test(name) && !name.includes(unit));
}

const NO_GOODS =
  /[共有计是为约余近达的了在于将对把各每其该存放置售购进出库获点查见数量货]|一共|合计|总计|另外|以及|同时/;

const plain = (text: string) => text.normalize('NFKC').replaceAll(/[ \u3000]/g, '');

/** 48 and 84. */
function turned(one: number, other: number): boolean {
  const [digits, others] = [String(one), String(other)];
  return (
    digits.length >= 2 &&
    digits.length === others.length &&
    [...digits].sort().join() === [...others].sort().join()
  );
}

/** Whether another paper has the number, or a number that with that of the place makes it: 48 left of 84 after 36 were sold. */
function reached(found: number, counted: number, others: readonly number[]): boolean {
  return others
    .slice(0, MOST * MOST)
    .some((one) => one === found || counted + one === found || Math.abs(counted - one) === found);
}
