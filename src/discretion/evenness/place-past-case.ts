import type { PastCase } from '../../corpus/past-cases.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import { plainName } from '../../corpus/violations/is-own-item.ts';
import { type Fen, fen } from '../../law/money.ts';
import { shareOfSpan } from '../place-amount.ts';
import type { PlacedCase } from './placed-case.ts';

/** A decided case of the library with the place of its fine. */
export function placePastCase(past: PastCase, book: ReferenceBook): PlacedCase {
  const [provision] = past.punishing;
  const sanction = provision && book.sanctionOf(provision, past.actOn ?? past.decidedOn);
  const item = past.benchmarkItem ? book.benchmarkItem(past.benchmarkItem)?.item : undefined;
  return {
    id: past.id,
    kept: false,
    example: past.example,
    title: past.title,
    violation: plainName(item?.violation ?? past.violation),
    field: past.field,
    region: past.region,
    agency: past.agency,
    party: past.party.kind,
    decidedOn: past.decidedOn,
    handlers: [],
    ...placeOf(fineOf(past), past.statutory),
    ...(provision ? { provision } : {}),
    ...(sanction ? { sanction: sanction.id } : {}),
    ...(past.tier ? { tier: past.tier } : {}),
    reasoned: past.deviation !== undefined,
  };
}

function fineOf({ penalties }: PastCase): Fen | undefined {
  const fines = penalties.flatMap(({ type, amount }) =>
    type === 'fine' && amount !== undefined ? fen(amount) : [],
  );
  return fines.length > 0 ? fines.reduce((sum, one) => sum + one, 0) : undefined;
}

function placeOf(
  fine: Fen | undefined,
  statutory: PastCase['statutory'],
): Pick<PlacedCase, 'fine' | 'share' | 'times'> {
  if (fine === undefined) return {};
  const min = statutory?.min === undefined ? undefined : fen(statutory.min);
  const max = statutory?.max === undefined ? undefined : fen(statutory.max);
  return {
    fine,
    ...placeInSpan(fine, { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }),
  };
}

/** The place of a fine in a span of the statute, all in fen; empty where the span is not known. */
export function placeInSpan(fine: Fen, span: { min?: Fen; max?: Fen }): Pick<PlacedCase, 'share' | 'times'> {
  const share = shareOfSpan(fine, { ...span, minInclusive: true, maxInclusive: true });
  return { ...(share === undefined ? {} : { share }), ...(span.min ? { times: fine / span.min } : {}) };
}
