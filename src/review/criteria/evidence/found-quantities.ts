import type { PaperKind } from '../../../cases/paper-kinds.ts';
import { numbersInText } from '../../../law/numbers-in-text.ts';
import type { Context } from '../../rules/rule.ts';
import type { Stated } from './stated-particulars.ts';

/** Papers made where the things were found, which count them. */
const COUNTING: PaperKind[] = ['inspection-record', 'preservation-notice', 'seizure-decision'];
const FINDING: PaperKind[] = ['decision', 'no-penalty-decision'];
const UNIT = '盒|瓶|袋|箱|公斤|千克|吨|台|桶|罐|株|立方米';
const COUNTED = new RegExp(
  `([\\d,.]*\\d|[〇零一二三四五六七八九十百千万两]+)\\s*(${UNIT})(?!装|以[上下]|/)`,
  'g',
);

/**
 * Numbers of things that a record of the place counts beside those that the decision finds. Where no number
 * of the record is in the decision, a person has to look: of the same things one of the two is wrong.
 */
export function foundQuantities({ file }: Context): Stated[] {
  const papers = file.papers ?? [];
  const decided = papers.findIndex(({ id, kind }) =>
    file.decision?.paper ? id === file.decision.paper : FINDING.includes(kind),
  );
  const found = countsIn(papers[decided]?.text ?? '');
  if (found.size === 0) return [];
  return papers.flatMap(({ kind, title, text, states }, index) => {
    if (!COUNTING.includes(kind) || !text) return [];
    return [...countsIn(text)].flatMap(([unit, numbers]): Stated[] => {
      const due = found.get(unit);
      if (!due) return [];
      const odd = [...numbers].filter((number) => !countedIn(Number(number), numbers, due));
      const said = [...numbers].map((number) => `${number}${unit}`).join('、');
      return [
        {
          what: '数量',
          paper: title,
          said,
          path: `papers.${index}.text`,
          due: {
            text: [...due].map((number) => `${number}${unit}`).join('、'),
            paths: [`papers.${decided}.text`],
          },
          agrees: odd.length < numbers.size,
          unsettled: '是否为同一批物品',
          same: () => true,
          ...(states?.differenceExplained ? { explained: states.differenceExplained } : {}),
        },
      ];
    });
  });
}

/** As many numbers of one unit as are tried in sums. */
const MOST = 8;

/** Whether the decision has the number: as it is, as part of a sum that it has, or as the difference of two of its own. */
function countedIn(number: number, said: Set<string>, due: Set<string>): boolean {
  const own = [...due].map(Number);
  if (own.includes(number)) return true;
  const results = new Set([
    ...own,
    ...own.flatMap((one) => own.flatMap((other) => [one + other, one - other])),
  ]);
  const others = [...said]
    .map(Number)
    .filter((one) => one !== number)
    .slice(0, MOST);
  const sums = [number];
  for (const one of others) sums.push(...sums.map((sum) => sum + one));
  return sums.some((sum) => results.has(sum));
}

function countsIn(text: string): Map<string, Set<string>> {
  const counts = new Map<string, Set<string>>();
  for (const [, number = '', unit = ''] of text.normalize('NFKC').matchAll(COUNTED)) {
    const [read] = numbersInText(`${number}${unit}`);
    if (read) counts.set(unit, (counts.get(unit) ?? new Set()).add(read.value));
  }
  return counts;
}
