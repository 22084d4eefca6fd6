import { citationText } from '../../../law/citation.ts';
import type { Condition } from '../../../law/condition.ts';
import type { Sanction, SanctionFine } from '../../../law/sanction.ts';
import type { Tier } from '../../benchmark.ts';
import type { SpanInBasis } from '../words/spans-in-basis.ts';
import { personsApart } from './persons-apart.ts';
import type { StatuteOfRow } from './statute-of-row.ts';

/**
 * The statute beneath an item with the spans that the table prints in a column of its own or in brackets after the provision, where neither
 * the bundle nor the words of the provision state any; the span for persons responsible also beside one that the bundle has.
 */
export function withLegalSpans(
  statute: StatuteOfRow | undefined,
  printed: readonly SpanInBasis[],
  tiers: readonly Tier[],
  section: string,
  { inForce }: Pick<Sanction, 'inForce'>,
): StatuteOfRow | undefined {
  const legal = printed.length > 0 ? byKind(printed, tiers) : undefined;
  if (!statute || !legal) return statute;
  const { provision, sanction } = statute;
  const id = `table ${citationText(provision)} ${section}`;
  // What the words of the provision say to the last sign needs no column, unless it counts by units.
  const open =
    sanction?.reading?.open.includes('fines') ||
    legal.some(({ range }) => range.baseFactor) ||
    (sanction !== undefined && !areTold(sanction.fines) && areTold(legal));
  const responsibleAlone = legal.every(isResponsible);
  if (sanction && (statute.from === 'bundled' || !open || responsibleAlone)) {
    const beside = legal.filter(isResponsible);
    if (beside.length === 0 || sanction.fines.some(isResponsible)) return statute;
    const own = { ...sanction, id, fines: apart([...sanction.fines, ...beside], tiers) };
    return { provision, sanction: own, from: 'printed', personsResponsible: true };
  }
  const responsible = legal.some(isResponsible) ? { personsResponsible: true as const } : {};
  const fines = apart(legal, tiers);
  if (sanction) return { ...statute, ...responsible, sanction: { ...sanction, fines } };
  return {
    provision,
    sanction: {
      id,
      provision,
      inForce,
      types: ['fine'],
      mandatory: [],
      fines,
      reading: { open: ['types', 'mandatory'], named: [] },
    },
    from: 'printed',
    ...responsible,
  };
}

/** 单位违反本法规定，处…；个人有前款行为的，处…: words that leave two spans for the same party are told apart by the column. */
function areTold(fines: readonly SanctionFine[]): boolean {
  const keys = fines.map(({ party, subject, when }) => JSON.stringify([party, subject, when]));
  return new Set(keys).size === keys.length;
}

function isResponsible({ subject }: Pick<SanctionFine, 'subject'>): boolean {
  return subject === 'responsible-person';
}

/** A table with spans for persons responsible asks whether the party is one: so must the provision. */
function apart(fines: SanctionFine[], tiers: readonly Tier[]): SanctionFine[] {
  const asks = tiers.some((tier) => (tier.fines ?? []).some(isResponsible));
  return asks && fines.some(isResponsible) ? personsApart(fines) : fines;
}

/**
 * Spans for kinds of parties (施工单位 here, 监理单位 there) hold where the table's column on the same base holds; `undefined` where a span
 * has no such column, or several.
 */
function byKind(printed: readonly SpanInBasis[], tiers: readonly Tier[]): SanctionFine[] | undefined {
  const columns = tiers.flatMap(({ fine, fines }) => fines ?? (fine ? [fine] : []));
  const fines: SanctionFine[] = [];
  for (const { who, ...span } of printed) {
    const { each } = span.range;
    if (each !== undefined && span.range.baseFactor === undefined) {
      const [counted, other] = new Set(
        columns.flatMap((one) => (one.each === each ? (one.baseFactor ?? []) : [])),
      );
      if (counted === undefined || other !== undefined) return undefined;
      fines.push({ ...span, range: { ...span.range, baseFactor: counted } });
      continue;
    }
    if (who === undefined) {
      fines.push(span);
      continue;
    }
    const same = columns.filter(
      ({ base, baseFactor, subject }) =>
        !subject && base === span.range.base && baseFactor === span.range.baseFactor,
    );
    const [when, more] = new Set(same.map((one) => JSON.stringify(one.when ?? null)));
    if (when === undefined || when === 'null' || more !== undefined) return undefined;
    fines.push({ ...span, when: JSON.parse(when) as Condition });
  }
  return fines;
}
