import { findCitations } from '../../../corpus/citations/find-citations.ts';
import { type PastCase, pastCases } from '../../../corpus/past-cases.ts';
import { type Hit, search } from '../../../corpus/search.ts';
import type { Violation } from '../../../corpus/violations/violation.ts';
import { shareOfSpan } from '../../../discretion/place-amount.ts';
import { type Spread, spreadOfLikes } from '../../../discretion/spread-of-likes.ts';
import { sameProvision } from '../../../law/citation.ts';
import { today } from '../../../law/dates.ts';
import { fen } from '../../../law/money.ts';
import type { AppOptions } from '../../app-options.ts';

/** Decisions of the library that are looked at. */
const LOOKED_AT = 30;

export interface PastOf {
  /** Cases that rest on one of the item's penal provisions, the newest first. */
  cases: { past: PastCase; fine?: number }[];
  /** Decisions known by their text alone that cite one of them. */
  decisions: Hit[];
  spread?: Spread;
}

/** The past cases that rest on the penal provisions of an item. Fines in yuan. */
export async function pastCasesOf(options: AppOptions, violation: Violation): Promise<PastOf> {
  const { book, embedder } = options;
  const cases = pastCases()
    .filter(
      (past) => past.punishing.some((place) => isPunishing(violation, place)) && sharesDuty(violation, past),
    )
    .map((past) => ({ past, ...fineOf(past) }))
    .reverse();
  const { hits } = await search(options.database.db, violation.name, {
    kind: 'case',
    asOf: today(),
    limit: LOOKED_AT,
    ...(embedder ? { embedder } : {}),
  });
  const known = new Set(pastCases().map(({ id }) => `case:${id}`));
  const decisions = hits.filter(
    (hit) =>
      !known.has(hit.id) &&
      findCitations(hit.text, book.titleOf).some(
        ({ law, article, paragraph, item }) =>
          law !== undefined &&
          isPunishing(violation, {
            law: book.titleOf(law) ?? law,
            article,
            ...(paragraph === undefined ? {} : { paragraph }),
            ...(item === undefined ? {} : { item }),
          }),
      ),
  );
  const spread = spreadOfLikes(cases.map(({ past, fine }) => ({ sameItem: true, ...shareOf(past, fine) })));
  return { cases, decisions, ...(spread ? { spread } : {}) };
}

function isPunishing({ punishing }: Violation, place: Parameters<typeof sameProvision>[0]): boolean {
  return punishing.some((own) => sameProvision(own, place));
}

/** One penal provision often punishes many things: where the case names its duty, it is one of this item. */
function sharesDuty({ breached }: Violation, past: PastCase): boolean {
  const named = past.breached.map(({ law, article, paragraph, item }) => ({
    law,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  }));
  return named.length === 0 || named.some((place) => breached.some((own) => sameProvision(own, place)));
}

function fineOf({ penalties }: PastCase): { fine?: number } {
  const fines = penalties.flatMap(({ type, amount }) =>
    type === 'fine' && amount !== undefined ? amount : [],
  );
  return fines.length > 0 ? { fine: fines.reduce((sum, amount) => sum + amount, 0) } : {};
}

function shareOf({ statutory }: PastCase, fine: number | undefined): { share?: number } {
  if (fine === undefined || !statutory) return {};
  const share = shareOfSpan(fen(fine), {
    ...(statutory.min === undefined ? {} : { min: fen(statutory.min) }),
    ...(statutory.max === undefined ? {} : { max: fen(statutory.max) }),
    minInclusive: true,
    maxInclusive: true,
  });
  return share === undefined ? {} : { share };
}
