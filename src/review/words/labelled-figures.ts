import { chineseValue } from '../../law/numbers-in-text.ts';
import { sumsIn } from '../../law/sums-in.ts';

/** A figure of a text under the name by which the text calls it: 货值金额 840 元, 库存 12 盒. */
export interface LabelledFigure {
  what: string;
  value: number;
  unit: string;
}

/** Names of one and the same sum. */
const SUMS: [string, RegExp][] = [
  ['货值金额', /货值(?:金额)?/],
  ['违法所得', /(?:违法|非法)所得(?:金额)?/],
  ['违法经营额', /(?:违法|非法)经营(?:总)?(?:数)?额/],
  ['进货总额', /进货(?:总额|金额)/],
  ['销售额', /(?<!违法|非法)(?:销售|经营)(?:总)?(?:金额|收入|额)/],
  ['合同价款', /(?:工程)?合同(?:价款|金额|总价)/],
];
const TO_SUM = /^(?:合计|共计|总计|累计|总额|金额|人民币|共|计|为|是|达|[:：(（])*$/;
const DEEDS: [string, RegExp][] = [
  ['购进', /购进|购入|采购/],
  ['售出', /已?售出|已售|已销售|卖出/],
  ['销售', /(?<!已|未|待)销售(?!额|金额|价|单价|收入|总)/],
  ['库存', /库存|尚存|剩余|未售|待售/],
  ['砍伐', /砍伐|采伐/],
  ['捕获', /捕获|渔获物/],
  ['转移', /转移/],
  ['使用', /(?<!限期)使用/],
  ['制作', /制作|加工(?!费|工)/],
  ['提供', /提供/],
];
const MEASURES =
  '盒|瓶|箱|袋|件|台|只|个|支|条|包|桶|罐|辆|份|株|棵|公斤|千克|吨|升|毫升|平方米|立方米|亩|张|套|双|批次|头|尾|羽|部|块|根|人次|人|名';
const NUMBER = '\\d+(?:,\\d{3})*(?:\\.\\d+)?|[一二三四五六七八九十百千两]+';
/** From the deed to its number stands what it was done to, and no other number, clause or quotation. */
const COUNT = new RegExp(
  `^(?:“[^”]{1,20}”|[^,。;:、\\d“”约近余其每各]){0,24}?(?<number>${NUMBER})(?<unit>${MEASURES})(?!以[上下]|[/多余])`,
);

const AFTER_WORDS = new RegExp(
  `(?<what>\\p{sc=Han}{3})(?<![约近余其每各])(?<number>\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?<unit>${MEASURES})(?!以[上下]|[/多余])`,
  'gu',
);

/** What a text states in figures. Approximate ones, prices of one piece and limits are left out. */
export function labelledFigures(given: string): LabelledFigure[] {
  const text = given.normalize('NFKC').replaceAll(/\s/g, '');
  return [...sumFigures(text), ...countFigures(text)];
}

function sumFigures(text: string): LabelledFigure[] {
  const sums = sumsIn(text);
  return SUMS.flatMap(([what, pattern]) =>
    matches(text, pattern).flatMap(({ end }): LabelledFigure[] => {
      const sum = sums.find(({ start }) => start >= end && start - end <= 10);
      if (!sum || !TO_SUM.test(text.slice(end, sum.start))) return [];
      return /^(?:以[上下]|至|每|\/)/.test(text.slice(sum.end))
        ? []
        : [{ what, value: sum.fen / 100, unit: '元' }];
    }),
  );
}

function countFigures(text: string): LabelledFigure[] {
  return DEEDS.flatMap(([what, pattern]) =>
    matches(text, pattern).flatMap(({ end }): LabelledFigure[] => {
      const { number, unit } = COUNT.exec(text.slice(end, end + 60))?.groups ?? {};
      if (!number || !unit) return [];
      const value = /\d/.test(number) ? Number(number.replaceAll(',', '')) : chineseValue(number);
      return Number.isFinite(value) ? [{ what, value, unit }] : [];
    }),
  );
}

/** 取用地下水21460立方米: figures under the three words right before them, whatever was done. */
export function figuresAfterWords(given: string): LabelledFigure[] {
  const text = given.normalize('NFKC').replaceAll(/\s/g, '');
  return [...text.matchAll(AFTER_WORDS)].map(({ groups }) => ({
    what: groups!.what!,
    value: Number(groups!.number!.replaceAll(',', '')),
    unit: groups!.unit!,
  }));
}

const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(new RegExp(pattern.source, 'g'))].map((match) => ({
    end: match.index + match[0].length,
  }));
