import { type Fen, fen } from '../../law/money.ts';
import type { Penalty } from '../../law/sanction.ts';

/** The fines of a decision together; `undefined` where there is no fine, or the amount of one is not known. */
export function totalFine(penalties: Penalty[] | undefined): Fen | undefined {
  const fines = (penalties ?? []).filter(({ type }) => type === 'fine');
  if (fines.length === 0) return undefined;
  return fines.reduce<Fen | undefined>(
    (total, { amount }) => (total === undefined || amount === undefined ? undefined : total + fen(amount)),
    0,
  );
}
