import type { CaseFile, Source } from '../cases/case-file.ts';
import { leavesOf } from './leaves-of.ts';
import type { FactValue } from './paper.ts';
import type { StoredReading } from './stored-reading.ts';

/** 未核对, 已核对, 已更正, 已补充, 已剔除. */
export type FactState = 'open' | 'confirmed' | 'corrected' | 'added' | 'rejected';

/** One fact of a case that was read, as it stands between what was read and what people decided. */
export interface FactRow {
  /** The path as the reading has it. */
  path: string;
  /** The path as the case file has it now; absent once rejected. */
  at?: string;
  /** What stands in the case file; what was read, once rejected. */
  value: FactValue;
  /** What papers state, where people made something else of it. */
  read?: FactValue;
  state: FactState;
  /** The words it rests on; those of the reading, once rejected. */
  sources: Omit<Source, 'path'>[];
}

export type ReadingFacts = Pick<StoredReading, 'file' | 'facts' | 'conflicts'>;

/** Every fact that rests on words of a paper, in the order in which it was read, then what people added. */
export function factStates(file: CaseFile, reading: ReadingFacts): FactRow[] {
  const now = leavesOf(file, reading.file);
  const then = leavesOf(reading.file);
  const readAt = Map.groupBy(reading.facts, ({ path }) => path);
  const sourcesAt = Map.groupBy(file.sources ?? [], ({ path }) => path);
  const settled = [...now]
    .filter(
      ([path, { at, value }]) =>
        sourcesAt.has(at) || (value !== then.get(path)?.value && !OF_CASE.test(path)),
    )
    .map(([path]) => path);
  const out = [...then.keys()].filter((path) => !now.has(path));
  const rows = [...new Set([...readAt.keys(), ...settled, ...out])].flatMap((path): FactRow[] => {
    const leaf = now.get(path);
    const read = then.get(path)?.value;
    const stated = (readAt.get(path) ?? []).map(({ paper, quote, start, by }) => ({
      paper,
      quote,
      start,
      by,
    }));
    if (!leaf) return read === undefined ? [] : [{ path, value: read, state: 'rejected', sources: stated }];
    const own = (sourcesAt.get(leaf.at) ?? []).map(({ path: _, ...source }) => source);
    const same = leaf.value === read;
    const state = stateOf({ own, same, known: read !== undefined });
    const before = same || read === undefined ? {} : { read };
    return [{ path, ...leaf, ...before, state, sources: own.length > 0 ? own : stated }];
  });
  const said = new Set(
    rows.filter(({ path }) => !OF_PAPER.test(path)).flatMap(({ value, sources }) => placesOf(value, sources)),
  );
  return rows.filter(
    ({ path, value, sources, state }) =>
      state !== 'open' || !OF_PAPER.test(path) || !placesOf(value, sources).some((place) => said.has(place)),
  );
}

/** What the program notes of a case, and no paper states. */
const OF_CASE = /^(?:jurisdiction|example)(?:\.|$)/;

/** What a paper states of itself, the party or the case: where its words are those of a fact of the case, one look is enough. */
const OF_PAPER = /^papers\.\d+\./;

function placesOf(value: FactValue, sources: readonly Omit<Source, 'path'>[]): string[] {
  return sources.map(({ paper, start, quote }) => `${paper} ${start ?? quote} ${value}`);
}

function stateOf(fact: { own: Omit<Source, 'path'>[]; same: boolean; known: boolean }): FactState {
  if (!fact.known) return 'added';
  if (!fact.same || fact.own.some(({ by }) => by === 'person')) return 'corrected';
  return fact.own.some(({ confirmedBy }) => confirmedBy) ? 'confirmed' : 'open';
}

/** How many facts rest on words that nobody has looked at, by the case file alone. */
export function openFactsOf(file: CaseFile): number {
  const sourcesAt = Map.groupBy(file.sources ?? [], ({ path }) => path);
  const facts = [...leavesOf(file).values()].flatMap(({ at, value }) => {
    const sources = sourcesAt.get(at);
    return sources ? [{ at, sources, places: placesOf(value, sources) }] : [];
  });
  const said = new Set(facts.filter(({ at }) => !OF_PAPER.test(at)).flatMap(({ places }) => places));
  return facts.filter(
    ({ at, sources, places }) =>
      !sources.some(({ by, confirmedBy }) => confirmedBy || by === 'person') &&
      !(OF_PAPER.test(at) && places.some((place) => said.has(place))),
  ).length;
}
