import { sameProvision } from '../../law/citation.ts';
import type { Catalogue, Violation } from '../violations/violation.ts';
import type { StoredDigest } from './case-digest.ts';
import { articleName } from './cited-places.ts';

/** The catalogue of violations, as it is asked which of its items a case was about. */
export interface ItemLookup {
  /** An item, or the one that took its place when its provisions were repealed. */
  standing(id: string): string;
  nameOf(id: string): string;
  fieldOf(id: string): string | undefined;
  /** By what the import says: its benchmark item, its code on an agency's list, its name. Standing ids. */
  stated(digest: Pick<StoredDigest, 'benchmarkItem' | 'itemCode' | 'violation'>): string[];
  /** Items that both forbid and punish by places that the case cites. */
  cited(digest: Pick<StoredDigest, 'places'>): Violation[];
}

const kept = new WeakMap<Catalogue, ItemLookup>();

/** Made once for each catalogue. */
export function itemLookup(catalogue: Catalogue): ItemLookup {
  const known = kept.get(catalogue) ?? makeLookup(catalogue);
  kept.set(catalogue, known);
  return known;
}

function makeLookup({ items }: Catalogue): ItemLookup {
  const byId = new Map(items.map((item) => [item.id, item]));
  const byKey = new Map<string, Set<string>>();
  const byArticle = new Map<string, Violation[]>();
  const standing = (id: string): string => {
    let at = id;
    // A chain of successors ends; a circle in an imported list must not hold the search.
    for (let step = 0; step < 8; step++) at = byId.get(at)?.followedBy ?? at;
    return at;
  };
  const add = (key: string, id: string) => byKey.set(key, (byKey.get(key) ?? new Set()).add(standing(id)));
  for (const item of items) {
    if (item.benchmarkItem) add(`benchmark ${item.benchmarkItem}`, item.id);
    if (item.own?.code) add(`code ${item.own.code}`, item.id);
    add(`name ${item.name}`, item.id);
    for (const name of new Set(item.punishing.map(articleName)))
      byArticle.set(name, [...(byArticle.get(name) ?? []), item]);
  }
  return {
    standing,
    fieldOf: (id) => byId.get(id)?.field,
    nameOf: (id) => byId.get(id)?.name ?? id,
    stated({ benchmarkItem, itemCode, violation }) {
      for (const key of [`benchmark ${benchmarkItem}`, `code ${itemCode}`, `name ${violation}`]) {
        const found = byKey.get(key);
        if (found) return [...found];
      }
      return [];
    },
    cited({ places }) {
      const near = new Set(places.flatMap((place) => byArticle.get(articleName(place)) ?? []));
      const held = (wanted: Violation['punishing']) =>
        wanted.some((one) => places.some((place) => sameProvision(place, one)));
      return [...near].filter(({ breached, punishing }) => held(punishing) && held(breached));
    },
  };
}
