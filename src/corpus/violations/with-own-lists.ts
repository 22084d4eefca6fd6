import type { Citation } from '../../law/citation.ts';
import { addDays, type Day } from '../../law/dates.ts';
import { versionOn } from '../citations/cite-article.ts';
import type { ReferenceBook } from '../reference-book.ts';
import { segmentText } from '../segment-text.ts';
import { sha256 } from '../source-draft.ts';
import { agrees, plainName, samePlaces, type ToldBy } from './is-own-item.ts';
import type { OwnList, OwnViolation } from './own-violation.ts';
import type { Catalogue, Violation } from './violation.ts';

/** What an own item says of its days where no provision does. */
const ALWAYS: Day = '1949-10-01';

/**
 * The catalogue under the agencies' own lists: an own item stands in place of the bundled one of the same name or the same
 * provisions and keeps what people say of it; the others come first. Every item tells whether the lists contain it. Where
 * an own item rests on later law than the bundled one, the bundled one stays for the days before.
 */
export function withOwnLists(
  catalogue: Catalogue,
  lists: readonly OwnList[],
  book: ReferenceBook,
  today: Day,
): Catalogue {
  const own = lists.flatMap(({ items }) => items);
  if (own.length === 0) return catalogue;
  const taken = new Map<string, Violation>();
  const added: Violation[] = [];
  const holding = catalogue.items.filter(({ inForce: [, to] }) => to === undefined || to >= today);
  const ids = new Map<string, number>();
  const byName = Map.groupBy(holding, ({ name }) => plainName(name));
  const byPlace = byPunishing(holding);
  for (const item of own) {
    const like = counterpart(item, byName.get(plainName(item.name)) ?? [], alike(item, byPlace));
    const replaces = like && !taken.has(like.id) ? like : undefined;
    const made = violationOf(item, like, replaces?.id ?? ownId(item, ids), book, today);
    if (replaces) taken.set(replaces.id, made);
    else added.push(made);
  }
  const names = new Set(own.map(({ name }) => plainName(name)));
  const ownByPlace = byPunishing(own);
  const isOwn = (item: Violation) =>
    names.has(plainName(item.name)) || alike(item, ownByPlace).some((one) => samePlaces(one, item));
  const items = catalogue.items.flatMap((item): Violation[] => {
    const made = taken.get(item.id);
    if (!made) return [{ ...item, inOwnList: isOwn(item) }];
    const [from] = item.inForce;
    if (from >= made.inForce[0]) return [made];
    const before: Violation = {
      ...item,
      id: `${item.id}-before`,
      inForce: [from, addDays(made.inForce[0], -1)],
      followedBy: item.id,
      inOwnList: true,
    };
    return [made, before];
  });
  return { ...catalogue, items: [...added, ...items] };
}

/** Items by each article that punishes them: thousands of items are not compared with thousands. */
function byPunishing<T extends ToldBy>(items: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items)
    for (const key of new Set(item.punishing.map(keyOf))) found.set(key, [...(found.get(key) ?? []), item]);
  return found;
}

/** Those that can be of the same provisions. */
function alike<T>({ punishing: [first] }: ToldBy, by: ReadonlyMap<string, T[]>): readonly T[] {
  return first ? (by.get(keyOf(first)) ?? []) : [];
}

function keyOf({ law, article }: Citation): string {
  return `${law}#${article}`;
}

/** Told by agency and name alone: a case keeps the id of what was chosen, and the next list may have other rows. */
function ownId({ agency, name }: OwnViolation, used: Map<string, number>): string {
  const id = `own-${sha256(`${agency}\n${plainName(name)}`).slice(0, 10)}`;
  const count = (used.get(id) ?? 0) + 1;
  used.set(id, count);
  return count > 1 ? `${id}-${count}` : id;
}

/** A name with fewer of its pairs of signs in an item tells of something else. */
const LIKE_NAME = 0.5;

/**
 * The bundled item that an own one stands for: the one of its name, else the one of its provisions. Of several (one article
 * often punishes many things) the one that clearly holds most of its name.
 */
function counterpart(
  own: OwnViolation,
  named: readonly Violation[],
  items: readonly Violation[],
): Violation | undefined {
  if (named.length === 1) return named[0];
  const placed = (named.length > 0 ? named : items).filter((item) => samePlaces(own, item));
  if (placed.length <= 1) return placed[0];
  const pairs = new Set(segmentText(plainName(own.name)).bigrams);
  const [best, next] = placed
    .map((item) => ({ item, share: sharedPairs(pairs, item) }))
    .sort((one, other) => other.share - one.share);
  return best!.share >= LIKE_NAME && best!.share > next!.share ? best!.item : undefined;
}

function sharedPairs(pairs: ReadonlySet<string>, item: Violation): number {
  const { name, plain, keywords, elements, sayings } = item;
  const held = new Set(segmentText([name, plain, ...keywords, ...elements, ...sayings].join('\n')).bigrams);
  return [...pairs].filter((pair) => held.has(pair)).length / Math.max(1, pairs.size);
}

function violationOf(
  own: OwnViolation,
  like: Violation | undefined,
  id: string,
  book: ReferenceBook,
  today: Day,
): Violation {
  const asBundled = like !== undefined && agrees(own, like);
  const places = asBundled
    ? { breached: like.breached, punishing: like.punishing, inForce: like.inForce }
    : { breached: own.breached, punishing: own.punishing, inForce: daysOf(own, book, today) };
  const says = [...(own.sayings ?? []), ...(like && like.name !== own.name ? [like.name] : [])];
  return {
    id,
    name: own.name,
    field: own.field ?? like?.field ?? own.agency,
    plain: own.plain ?? like?.plain ?? own.name,
    sayings: [...says, ...(like?.sayings ?? [])],
    keywords: [...(own.keywords ?? []), ...(like?.keywords ?? [])],
    elements: own.elements ?? like?.elements ?? [],
    evidence: like?.evidence ?? [],
    ...places,
    penalties: asBundled ? like.penalties : penaltiesOf(own, book, today),
    fine: asBundled ? like.fine : [],
    agency: own.agency,
    ...(like?.level ? { level: like.level } : {}),
    ...(asBundled && like.benchmarkItem ? { benchmarkItem: like.benchmarkItem } : {}),
    excludes: like?.excludes ?? [],
    neighbours: like?.neighbours ?? [],
    ...(like?.crime ? { crime: like.crime } : {}),
    ...(asBundled && like.followedBy ? { followedBy: like.followedBy } : {}),
    ...(asBundled && like.afterwards ? { afterwards: like.afterwards } : {}),
    own: { agency: own.agency, row: own.row, ...(own.code ? { code: own.code } : {}) },
    inOwnList: true,
  };
}

/** From the first day of the youngest of the versions that the list cites: before it the numbers may tell of other things. */
function daysOf({ breached, punishing }: OwnViolation, book: ReferenceBook, today: Day): [Day] {
  const firsts = [...breached, ...punishing].flatMap(({ law }) => {
    const statute = book.statuteOf(law);
    const version = statute && versionOn(statute, today);
    return version ? [version.effective] : [];
  });
  return [firsts.sort().at(-1) ?? ALWAYS];
}

function penaltiesOf({ punishing }: OwnViolation, book: ReferenceBook, today: Day): Violation['penalties'] {
  const types = punishing.flatMap((place) => {
    const read = book.readingOf(place, today);
    return read === undefined || read === 'none' ? [] : read.types;
  });
  return [...new Set(types)];
}
