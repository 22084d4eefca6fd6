import { countQueryTerms } from '../lexical-terms.ts';
import type { Catalogue } from '../violations/violation.ts';
import { isViolation, scoreTerms, violationIndex } from '../violations/violation-index.ts';
import type { StoredDigest } from './case-digest.ts';
import { itemLookup } from './item-lookup.ts';

/** Standing ids of the catalogue with how surely the case is about each, 0 to 1. */
export type CaseItems = ReadonlyMap<string, number>;

/** What stands far behind the best by its words is another violation. */
const NEARLY = 0.6;
const MOST = 3;
/** By its words alone a case is less surely told than by its code. */
const BY_WORDS = 0.8;

interface Kept {
  stated: CaseItems;
  read?: CaseItems;
}

const keptOf = new WeakMap<Catalogue, WeakMap<StoredDigest, Kept>>();

/**
 * Which violations of the catalogue a stored case was about: by its code or name, else, where `reading`, by the places that it
 * cites, and among those, or where it cites none, by its own words. Kept with the case for as long as the catalogue stands.
 */
export function itemsOfCase(
  catalogue: Catalogue,
  digest: StoredDigest,
  { reading }: { reading: boolean },
): CaseItems | Promise<CaseItems> {
  const cases = keptOf.get(catalogue) ?? new WeakMap<StoredDigest, Kept>();
  keptOf.set(catalogue, cases);
  const known: Kept = cases.get(digest) ?? {
    stated: new Map(
      itemLookup(catalogue)
        .stated(digest)
        .map((id) => [id, 1]),
    ),
  };
  cases.set(digest, known);
  if (known.stated.size > 0 || !reading) return known.stated;
  if (known.read) return known.read;
  return readItems(catalogue, digest).then((items) => {
    known.read = items;
    return items;
  });
}

async function readItems(catalogue: Catalogue, digest: StoredDigest): Promise<CaseItems> {
  if (!digest.facts && !digest.violation) return new Map();
  const lookup = itemLookup(catalogue);
  const cited = new Set(lookup.cited(digest).map(({ id }) => id));
  if (cited.size === 1) return new Map([...cited].map((id) => [lookup.standing(id), 1]));
  const index = await violationIndex(catalogue);
  const text = `${digest.violation ?? ''}\n${digest.facts}`;
  const scores = scoreTerms(index, countQueryTerms(text).counts);
  const ranked = index.entries
    .flatMap(({ entry }, at) =>
      isViolation(entry) && (cited.size === 0 || cited.has(entry.id))
        ? [{ id: lookup.standing(entry.id), score: scores[at] ?? 0 }]
        : [],
    )
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const best = ranked[0]?.score ?? 0;
  if (best <= 0) return new Map();
  const items = new Map<string, number>();
  for (const { id, score } of ranked) {
    if (items.size === MOST || score < NEARLY * best) break;
    const sure = (score / best) ** 2 * (cited.size > 0 ? 1 : BY_WORDS);
    items.set(id, Math.max(items.get(id) ?? 0, sure));
  }
  return items;
}
