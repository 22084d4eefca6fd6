import type { Tier } from '../../benchmark.ts';
import type { StatuteOfRow } from './statute-of-row.ts';

/**
 * The printed provision with its spans for each unit (每平方米二元以下) counted on the number that the table counts on. A provision whose
 * number of units the table does not tell is one whose spans are not known.
 */
export function countSpans(
  statute: StatuteOfRow | undefined,
  tiers: readonly Tier[],
): StatuteOfRow | undefined {
  const { sanction } = statute ?? {};
  if (!statute || !sanction?.fines.some(({ range }) => range.each && !range.baseFactor)) return statute;
  const columns = tiers.flatMap(({ fine, fines }) => fines ?? (fine ? [fine] : []));
  const unknown = { provision: statute.provision, from: 'unknown' as const };
  const fines: typeof sanction.fines = [];
  for (const fine of sanction.fines) {
    const { each, baseFactor } = fine.range;
    const [counted, other] = new Set(
      columns.flatMap((one) => (one.each === each ? (one.baseFactor ?? []) : [])),
    );
    if (!each || baseFactor) fines.push(fine);
    else if (counted === undefined || other !== undefined) return unknown;
    else fines.push({ ...fine, range: { ...fine.range, baseFactor: counted } });
  }
  return { ...statute, sanction: { ...sanction, fines } };
}
