import type { CaseFile, Source } from '../cases/case-file.ts';
import { leavesOf } from './leaves-of.ts';
import type { FactValue } from './paper.ts';

/** What a person settled of one fact. A fact without `value` was rejected and stays out. */
export interface Decided {
  /** The keyed path, as readers use it. */
  key: string;
  value?: FactValue;
  /** The words that the person pointed to, or confirmed. */
  sources: Omit<Source, 'path'>[];
}

/** The case file as the papers alone had it at a reading, with the keyed path of each of its values. */
export interface EarlierReading {
  file: CaseFile;
  /** From the path with list positions to the keyed path. */
  keys: Record<string, string>;
  /** What was decided before that reading, of which its papers may say nothing any more. */
  decided?: readonly Decided[];
}

/**
 * What people decided: values that they confirmed, changed, added or took out, by what differs from the papers. A later
 * reading of the same dossier must leave all of it as it is.
 */
export function decidedByPeople(current: CaseFile, earlier: EarlierReading): Decided[] {
  const now = leavesOf(current, earlier.file);
  const then = leavesOf(earlier.file);
  const confirmed = Map.groupBy(
    (current.sources ?? []).filter(({ by, confirmedBy }) => by === 'person' || confirmedBy),
    ({ path }) => path,
  );
  const decided = new Map<string, Decided>();
  for (const [path, { value, at }] of now) {
    const key = keyOf(path, earlier.keys);
    const sources = (confirmed.get(at) ?? []).map(({ path: _, ...source }) => source);
    const before = earlier.decided?.find((one) => one.key === key);
    // What a person typed before a paper said the same stays, should another paper deny it.
    const carried = before?.value === value && before.sources.length === 0;
    if (value === then.get(path)?.value && sources.length === 0 && !carried) continue;
    decided.set(key, { key, value, sources });
  }
  for (const path of then.keys()) {
    const key = keyOf(path, earlier.keys);
    if (!now.has(path)) decided.set(key, { key, sources: [] });
  }
  // What was taken out stays out, should a paper state it again.
  const stated = new Set(Object.values(earlier.keys));
  for (const before of earlier.decided ?? []) {
    if (before.value === undefined && !stated.has(before.key)) decided.set(before.key, before);
  }
  return [...decided.values()];
}

/** The keyed path; of a value that no reading knew, by the list entry that holds it, or by its position in a new one. */
export function keyOf(path: string, keys: Record<string, string>): string {
  if (keys[path]) return keys[path];
  const parts = path.split('.');
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const entry = parts.slice(0, length).join('.');
    const known = Object.entries(keys).find(([other]) => other.startsWith(`${entry}.`))?.[1];
    if (!known) continue;
    // A position in the path stands for one key in the keyed path.
    const keyed = known.match(/[^.[\]]+|\[[^\]]*\]/g) ?? [];
    return [...keyed.slice(0, length), ...parts.slice(length)].reduce(join, '');
  }
  return parts.reduce(join, '');
}

function join(keyed: string, part: string): string {
  if (part.startsWith('[')) return keyed + part;
  if (/^\d+$/.test(part)) return `${keyed}[人工-${part}]`;
  return keyed ? `${keyed}.${part}` : part;
}
