import type { EquationIn } from './equations-in.ts';

const NUMBER = String.raw`(?:\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const UNIT =
  '元|平方米|公斤|千克|立方米|公顷|个人|吨|斤|亩|盒|袋|瓶|件|个|只|支|台|套|双|包|箱|桶|罐|张|本|册|条|块|把|份|升|株|棵|头|辆|次|人|名|户|间|家|处|批|笔';
const ITEM = String.raw`[^\d。;,、+=×÷]{0,14}?(?<![每/第单])${NUMBER}(?:万)?(?:${UNIT})(?![/一以×])(?:\([^()\d]{0,8}\))?`;
/** 甲120盒、乙80盒，合计200盒. */
const ROW = new RegExp(
  String.raw`(?<row>${ITEM}(?:[、,和及与]{1,2}${ITEM})+)(?:[,、]|\()?(?:以上|两项|两者|二者|三项|三者|全部|金额|数量|重量|面积|货值(?:金额)?|违法所得|销售额|收入)?(?:合计|共计|总计|总共|共)(?:为|是|人民币|[:¥￥])*(?<result>${NUMBER})(?<wan>万)?(?<unit>${UNIT})`,
  'g',
);
const PART = new RegExp(`(?<number>${NUMBER})(?<wan>万)?(?<unit>${UNIT})`, 'g');
/** More was added than the row names, or the row names prices. */
const MORE =
  /约|余|多|上述|前述|加上|连同|此外|累计|等|每|单价|均价|其中|另有|扣除|减去|成本|已(?:缴|付|退)|剩|倍|%|×/;
const FEW = 10;

/**
 * Totals of a row of figures in one clause (甲120盒、乙80盒，共计210盒) that no two or more of its figures of the unit make.
 * Only such are given back: which figures a right total adds up is not asked.
 */
export function totalsIn(given: string): EquationIn[] {
  const text = given.normalize('NFKC').replaceAll(/[ \t]/g, '');
  return [...text.matchAll(ROW)].flatMap((match): EquationIn[] => {
    const { row = '', result = '', wan, unit = '' } = match.groups ?? {};
    // What stands before in the sentence may be an addend or a part too.
    const before = /[^。;\n]*$/.exec(text.slice(0, match.index))?.[0] ?? '';
    if (MORE.test(match[0]) || MORE.test(before)) return [];
    const all = partsIn(before + row, unit);
    const parts = partsIn(row, unit);
    const stated = amount(result, wan);
    if (parts.length < 2 || all.length > FEW) return [];
    if (sumsOf(all).some((sum) => Math.abs(sum - stated) < 1 || Math.abs(sum / 10_000 - stated) < 1))
      return [];
    const due = Number(parts.reduce((sum, part) => sum + part, 0).toFixed(9));
    return [{ quote: match[0], start: match.index, product: due, stated, right: false, unit }];
  });
}

const amount = (figures: string, wan?: string) =>
  Number((Number(figures.replaceAll(',', '')) * (wan ? 10_000 : 1)).toFixed(9));

const partsIn = (text: string, unit: string) =>
  [...text.matchAll(PART)].flatMap(({ groups }) =>
    groups?.unit === unit ? [amount(groups.number ?? '', groups.wan)] : [],
  );

/** What each choice of two or more of the figures makes, and each figure alone. */
function sumsOf(parts: readonly number[]): number[] {
  return parts.reduce<number[]>((sums, part) => sums.concat(sums.map((sum) => sum + part)), [0]);
}
