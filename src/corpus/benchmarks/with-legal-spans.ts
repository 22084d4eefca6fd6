import { citationText } from '../../law/citation.ts';
import type { Sanction, SanctionFine } from '../../law/sanction.ts';
import type { StatuteOfRow } from './statute-of-row.ts';

/**
 * The statute beneath an item with the spans that the table prints in a column of its own, where neither the bundle nor the words of the
 * provision state any.
 */
export function withLegalSpans(
  statute: StatuteOfRow | undefined,
  legal: SanctionFine[] | undefined,
  section: string,
  { inForce }: Pick<Sanction, 'inForce'>,
): StatuteOfRow | undefined {
  if (!statute || !legal || legal.length === 0 || statute.from === 'bundled') return statute;
  const { provision, sanction } = statute;
  // What the words of the provision say to the last sign needs no column, unless it counts by units.
  const open = sanction?.reading?.open.includes('fines') || legal.some(({ range }) => range.baseFactor);
  if (sanction && !open) return statute;
  const id = `table ${citationText(provision)} ${section}`;
  if (sanction) return { ...statute, sanction: { ...sanction, fines: legal } };
  return {
    provision,
    sanction: {
      id,
      provision,
      inForce,
      types: ['fine'],
      mandatory: [],
      fines: legal,
      reading: { open: ['types', 'mandatory'], named: [] },
    },
    from: 'printed',
  };
}
