import { type Citation, sameProvision } from '../../law/citation.ts';
import { plainName } from './is-own-item.ts';
import type { PastChoice } from './past-choice.ts';
import { type IndexedViolation, isViolation, type ViolationIndex } from './violation-index.ts';

/** How often people took a case that is told alike for an item, and the words that both tell. */
export interface LikeChoices {
  count: number;
  words: string[];
}

/** So much of what the shorter of two stories tells, the rarer its words the more, is told by both. */
const ALIKE = 0.4;
/** Two stories have so many words in common at least; one where the shorter holds no more. */
const WORDS = 2;
const SHOWN = 6;

/**
 * The items that were chosen for cases told like the query. Only words of the catalogue count: names and days of a case say
 * nothing of what happened in it. A choice whose item the catalogue does not tell for certain counts for none.
 */
export function likeChoices(
  index: ViolationIndex,
  queryWords: readonly string[],
  choices: readonly PastChoice[],
): Map<string, LikeChoices> {
  if (choices.length === 0) return new Map();
  const weights = weightsOf(index);
  const query = [...new Set(queryWords)].flatMap((word): [string, number][] => {
    const weight = weights.get(word);
    return weight === undefined ? [] : [[word, weight]];
  });
  if (query.length === 0) return new Map();
  const queryMass = query.reduce((sum, [, weight]) => sum + weight, 0);
  const found = new Map<string, { count: number; words: Map<string, number> }>();
  for (const choice of choices) {
    const told = toldBy(index, choice, weights);
    // Thousands of choices are looked at for every query: nothing is made for those that are not alike.
    let count = 0;
    let mass = 0;
    for (const [word, weight] of query)
      if (told.words.has(word)) {
        count += 1;
        mass += weight;
      }
    if (count === 0 || count < Math.min(WORDS, query.length, told.words.size)) continue;
    if (mass < ALIKE * Math.min(queryMass, told.mass)) continue;
    const item = itemOf(index, choice);
    if (!item) continue;
    const held = found.get(item) ?? { count: 0, words: new Map<string, number>() };
    held.count += 1;
    for (const [word, weight] of query)
      if (told.words.has(word)) held.words.set(word, (held.words.get(word) ?? 0) + weight);
    found.set(item, held);
  }
  return new Map(
    [...found].map(([id, { count, words }]) => [
      id,
      {
        count,
        words: [...words]
          .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
          .slice(0, SHOWN)
          .map(([word]) => word),
      },
    ]),
  );
}

function massOf(words: Iterable<string>, weights: ReadonlyMap<string, number>): number {
  let mass = 0;
  for (const word of words) mass += weights.get(word) ?? 0;
  return mass;
}

interface Told {
  words: ReadonlySet<string>;
  mass: number;
}

const toldKept = new WeakMap<ViolationIndex, WeakMap<PastChoice, Told>>();

/** What a choice tells in words of the catalogue: worked out once, not for every query. */
function toldBy(index: ViolationIndex, choice: PastChoice, weights: ReadonlyMap<string, number>): Told {
  const known = toldKept.get(index) ?? new WeakMap<PastChoice, Told>();
  toldKept.set(index, known);
  let told = known.get(choice);
  if (!told) {
    const words = new Set(choice.words.filter((word) => weights.has(word)));
    told = { words, mass: massOf(words, weights) };
    known.set(choice, told);
  }
  return told;
}

const weightsKept = new WeakMap<ViolationIndex, Map<string, number>>();

/** The weight of each word of the catalogue: the fewer entries hold it, the more it tells. */
function weightsOf(index: ViolationIndex): Map<string, number> {
  const known = weightsKept.get(index);
  if (known) return known;
  const held = new Map<string, number>();
  for (const { words } of index.entries) for (const word of words) held.set(word, (held.get(word) ?? 0) + 1);
  const total = index.entries.length;
  for (const [word, count] of held) held.set(word, Math.log(1 + total / count));
  weightsKept.set(index, held);
  return held;
}

interface Places {
  byName: Map<string, IndexedViolation[]>;
  byArticle: Map<string, IndexedViolation[]>;
}

const placesKept = new WeakMap<ViolationIndex, Places>();
const itemsKept = new WeakMap<ViolationIndex, WeakMap<PastChoice, { id?: string }>>();

/** The item that a choice stands for; `undefined` where none is clearly meant. */
function itemOf(index: ViolationIndex, choice: PastChoice): string | undefined {
  const known = itemsKept.get(index) ?? new WeakMap<PastChoice, { id?: string }>();
  itemsKept.set(index, known);
  let item = known.get(choice);
  if (!item) {
    const id = clearest(index, itemsOf(placesOf(index), choice), choice);
    item = id === undefined ? {} : { id };
    known.set(choice, item);
  }
  return item.id;
}

/** Of several items of the same provisions the one that tells clearly more of what the case tells. */
const CLEARLY = 1.25;

function clearest(
  index: ViolationIndex,
  items: readonly IndexedViolation[],
  { words }: PastChoice,
): string | undefined {
  const weights = weightsOf(index);
  const [best, next] = items
    .map(({ entry, words: held }) => ({
      id: entry.id,
      told: words.reduce((sum, word) => sum + (held.has(word) ? (weights.get(word) ?? 0) : 0), 0),
    }))
    .sort((one, other) => other.told - one.told || (one.id < other.id ? -1 : 1));
  return best && (!next || best.told > CLEARLY * next.told) ? best.id : undefined;
}

function itemsOf({ byName, byArticle }: Places, choice: PastChoice): IndexedViolation[] {
  const named = choice.name === undefined ? [] : (byName.get(plainName(choice.name)) ?? []);
  if (named.length === 1) return named;
  const near = choice.punishing.flatMap((place) => byArticle.get(keyOf(place)) ?? []);
  const placed = [...new Set(near)].filter(
    ({ entry }) =>
      isViolation(entry) &&
      meets(entry.punishing, choice.punishing) &&
      meets(entry.breached, choice.breached),
  );
  return named.length > 0 ? placed.filter((item) => named.includes(item)) : placed;
}

function placesOf(index: ViolationIndex): Places {
  const known = placesKept.get(index);
  if (known) return known;
  const places: Places = { byName: new Map(), byArticle: new Map() };
  const put = (map: Map<string, IndexedViolation[]>, key: string, one: IndexedViolation) =>
    map.set(key, [...(map.get(key) ?? []), one]);
  for (const one of index.entries) {
    if (!isViolation(one.entry)) continue;
    put(places.byName, plainName(one.entry.name), one);
    for (const key of new Set(one.entry.punishing.map(keyOf))) put(places.byArticle, key, one);
  }
  placesKept.set(index, places);
  return places;
}

function meets(some: readonly Citation[], others: readonly Citation[]): boolean {
  return some.some((place) => others.some((one) => sameProvision(place, one)));
}

function keyOf({ law, article }: Citation): string {
  return `${law}#${article}`;
}
