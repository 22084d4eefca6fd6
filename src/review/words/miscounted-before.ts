import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { type Fen, fen } from '../../law/money.ts';
import { sumsIn } from '../../law/sums-in.ts';
import { type Miscounted, miscountedMultiple } from '../benchmark/miscounted-multiple.ts';
import { miscountedSales } from './miscounted-sales.ts';

/** Papers in which the agency works out the fine before it decides. */
const BEFORE: PaperKind[] = [
  'closing-report',
  'prior-notice',
  'hearing-right-notice',
  'review-submission',
  'review-opinion',
  'discussion-minutes',
  'decision-approval',
];
const OF_FINE = /倍|罚款|[%％]|百分之/;

/** The count, in a paper before the decision, that gave the fine as it was imposed and gave it wrongly. */
export function miscountedBefore(
  file: CaseFile,
  fine: Fen,
): (Miscounted & { title: string; path: string }) | undefined {
  const { papers = [] } = file;
  const multiples = papers.flatMap(({ kind, title, text = '' }, index) => {
    const found = BEFORE.includes(kind) ? miscountedMultiple(text, fine) : undefined;
    return found && sumsIn(found.quote).some((sum) => sum.fen === fine)
      ? [{ ...found, title, path: `papers.${index}.text` }]
      : [];
  });
  const counted = miscountedSales(file).filter(
    ({ quote, stated, unit, path }) =>
      OF_FINE.test(quote) &&
      unit.endsWith('元') &&
      fen(stated.toFixed(2)) === fine &&
      BEFORE.includes(papers[Number(path.split('.')[1])]?.kind ?? 'source'),
  );
  return multiples[0] ?? counted[0];
}
