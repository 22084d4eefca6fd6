import type { EquationIn } from './equations-in.ts';

const NUMBER = String.raw`(?:\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
/** How much of the first one makes, by the second. */
const IN: Record<string, number> = {
  平方米: 1,
  亩: 10_000 / 15,
  公顷: 10_000,
  克: 0.001,
  斤: 0.5,
  公斤: 1,
  千克: 1,
  吨: 1000,
};
const UNITS = Object.keys(IN).join('|');
const SAID = new RegExp(
  String.raw`(?<![\d.,约])(?<one>${NUMBER})(?<unit>${UNITS})(?:\(|[,，]?(?:折合|合|即|折算为?|换算为?)+)(?:面积|重量|为|成|:)?(?<result>${NUMBER})(?<into>${UNITS})`,
  'g',
);
const AREA = /平方米|亩|公顷/;

/** A measure that is told in two units: 1440平方米（2.16亩）, 3.2吨，折合3200公斤. `product`: what the first makes in the second. */
export function measuresIn(given: string): EquationIn[] {
  const text = given.normalize('NFKC').replaceAll(/[ \t]/g, '');
  return [...text.matchAll(SAID)].flatMap((match): EquationIn[] => {
    const { one = '', unit = '', result = '', into = '' } = match.groups ?? {};
    if (AREA.test(unit) !== AREA.test(into) || unit === into) return [];
    const [from, to] = [IN[unit], IN[into]];
    if (!from || !to) return [];
    const product = Number(((Number(one.replaceAll(',', '')) * from) / to).toFixed(8));
    const stated = Number(result.replaceAll(',', ''));
    // Either of the two may be the rounded one, and 亩 is often taken as 667 square metres.
    const slack =
      1 / 10 ** (/\.(\d+)/.exec(result)?.[1]?.length ?? 0) +
      from / to / 10 ** (/\.(\d+)/.exec(one)?.[1]?.length ?? 0) +
      product * 0.002;
    return [
      {
        quote: match[0],
        start: match.index,
        product,
        stated,
        right: Math.abs(product - stated) <= slack,
        unit: into,
      },
    ];
  });
}
