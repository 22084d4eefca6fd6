import type { CaseFile } from '../../cases/case-file.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';
import { EVIDENCE_PAPERS } from '../steps/evidence-papers.ts';
import type { MisstatedCount } from './misstated-counts.ts';

/** One account may be of some of them; two that agree, or one that tells the whole number, are of all. */
const SEVERAL = 2;
/** People by what they are to the case. Of those whose being there is the offence, any other number is another finding. */
const MINORS = '未成年';
const PEOPLE: [string, string][] = [
  [MINORS, '未成年(?:人|学生|顾客|消费者|人员)?|童工'],
  ...[
    '从业人员|务工人员|用工人员|作业人员|施工人员|员工|工人|职工|劳动者|农民工|技师',
    '旅客|宾客|住客|住宿人员|客人|房客|租客|承租人|租户|乘客|乘车人|游客|旅游者|团员',
    '消费者|顾客|会员|业主|购房人|用户|患者|病人|学员|学生|幼儿|儿童|老人',
  ].flatMap((words) => words.split('|').map((word): [string, string] => [word, word])),
];
const NUMBER = '(?:[1-9]\\d{0,2}|[一二两三四五六七八九十]{1,3})';
const UNIT = '(?:个人|名|人|位|个)';
/** Some of them, others than they, or another time. */
const PART =
  /其中|另有?|部分|分别|每|各|曾|此前|以前|上次|平时|不足|超过|以上|以下|左右|大约|大概|约|新增|剩余|其余|还有|至少|多名|余名|拟|定员|核定|限/;
const ALL = /一共|总共|共|总计|合计|全部|只有|仅|就/;
const EXPLAINED =
  /(?:人数|名|人)[^。；\n]{0,40}(?:有误|误记|误写|漏记|更正|补正|补充|重新核|再次核|进一步核|后经|后查|另查)|(?:有误|误记|误写|漏记|更正|重新核[对实]|进一步查[明证]|补充调查|另查明)[^。；\n]{0,60}(?:人|名)/;

interface Heads {
  who: string;
  number: number;
  quote: string;
  whole: boolean;
}

/**
 * 3名未成年人 in the decision, where all evidence that counts them has 2 (未成年人2名; 问：几名未成年人？答：两个), the
 * decision never tells of 2, and no paper explains the change. `MisstatedCount` as for long numbers.
 */
export function misstatedHeads({ papers = [] }: CaseFile): MisstatedCount[] {
  const own = papers.find(({ kind, text }) => kind === 'decision' && text)?.text;
  if (!own || papers.some(({ text }) => EXPLAINED.test(text ?? ''))) return [];
  const ours = headsIn(own);
  const evidence = papers.flatMap(({ kind, text }, index) =>
    text && EVIDENCE_PAPERS.includes(kind) ? headsIn(text).map((one) => ({ ...one, index })) : [],
  );
  return [...new Set(ours.map(({ who }) => who))].flatMap((who): MisstatedCount[] => {
    const here = ours.filter((one) => one.who === who);
    const there = evidence.filter((one) => one.who === who);
    const [found] = here;
    const [first] = there;
    const alike = (list: readonly Heads[]) => new Set(list.map(({ number }) => number)).size === 1;
    if (!found || !first || !alike(here) || !alike(there) || found.number === first.number) return [];
    const where = [...new Set(there.map(({ index }) => index))];
    const sure = where.length >= SEVERAL || there.some(({ whole }) => whole);
    // Two days with two each are four.
    const added = first.number * where.length === found.number;
    // Fewer may be those of them whom the offence concerns.
    const other = who === MINORS || found.number > first.number;
    return sure && other && !added ? [{ told: first.quote, found: found.quote, papers: where }] : [];
  });
}

const PATTERNS = PEOPLE.map(([who, words]) => ({
  who,
  patterns: [
    new RegExp(`(?<![\\d第.〔年])(?<number>${NUMBER})${UNIT}(?:疑似|涉案|上网的?|涉嫌)?(?:${words})`, 'g'),
    new RegExp(
      `(?:${words})(?:共有?|总共|一共|合计|共计|有|为|数为|人数为?|:|\\(|,)*(?<number>${NUMBER})${UNIT}(?!${words})`,
      'g',
    ),
    new RegExp(
      `(?:几|多少)${UNIT}?(?:${words})[^?\\n]{0,12}\\?\\n*答:?(?:一共|总共|共|就|只|有|是|来了)*(?<number>${NUMBER})${UNIT}`,
      'g',
    ),
    new RegExp(
      `(?:${words})[^?。\\n]{0,8}(?:几|多少)${UNIT}?[^?\\n]{0,6}\\?\\n*答:?(?:一共|总共|共|就|只|有|是|来了)*(?<number>${NUMBER})${UNIT}`,
      'g',
    ),
  ],
}));

/** What the text counts; a count of some of them, or of another time, is left out. */
function headsIn(given: string): Heads[] {
  const text = given.normalize('NFKC').replaceAll(/[ \t\u3000]/g, '');
  return PATTERNS.flatMap(({ who, patterns }) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap(({ 0: quote, groups, index }): Heads[] => {
        const told = groups!.number!.replaceAll('两', '二');
        const number = /^\d/.test(told) ? Number(told) : Number(chineseValue(told));
        const clause = `${/[^。;,\n]*$/.exec(text.slice(Math.max(0, index - 24), index))?.[0]}${quote}`;
        return PART.test(clause) || !Number.isSafeInteger(number)
          ? []
          : [{ who, number, quote: quote.split('\n').join(''), whole: ALL.test(clause) }];
      }),
    ),
  );
}
