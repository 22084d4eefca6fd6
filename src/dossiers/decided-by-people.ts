import type { CaseFile, Source } from '../cases/case-file.ts';
import type { FactValue } from './paper.ts';

/** What a person settled of one fact. A fact without `value` was rejected and stays out. */
export interface Decided {
  /** The keyed path, as readers use it. */
  key: string;
  value?: FactValue;
  /** The words that the person pointed to, or confirmed. */
  sources: Omit<Source, 'path'>[];
}

/** The case file as a reading made it, with the keyed path of each of its values. */
export interface EarlierReading {
  file: CaseFile;
  /** From the path with list positions to the keyed path. */
  keys: Record<string, string>;
}

/** What no reading makes, or makes anew each time. */
const OWN = /^(?:schema|id|sources|papers)(?:\.|$)|(?:^|\.)(?:id|paper)$/;

/**
 * What people decided since a reading: values that they confirmed, changed, added or took out. A later reading of the
 * same dossier must leave all of it as it is.
 */
export function decidedByPeople(current: CaseFile, earlier: EarlierReading): Decided[] {
  const now = leavesOf(current);
  const then = leavesOf(earlier.file);
  const confirmed = Map.groupBy(
    (current.sources ?? []).filter(({ by, confirmedBy }) => by === 'person' || confirmedBy),
    ({ path }) => path,
  );
  const decided: Decided[] = [];
  for (const [path, value] of now) {
    const sources = confirmed.get(path) ?? [];
    if (value === then.get(path) && sources.length === 0) continue;
    decided.push({
      key: keyOf(path, earlier.keys),
      value,
      sources: sources.map(({ path: _, ...source }) => source),
    });
  }
  for (const path of then.keys()) {
    if (!now.has(path)) decided.push({ key: keyOf(path, earlier.keys), sources: [] });
  }
  return decided;
}

/** Every single value of the file by its path, but for what belongs to the reading itself. */
function leavesOf(file: CaseFile): Map<string, FactValue> {
  const found = new Map<string, FactValue>();
  const walk = (value: unknown, path: string): void => {
    if (OWN.test(path)) return;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      found.set(path, value);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
    }
  };
  walk(file, '');
  return found;
}

/** The keyed path; of a value that no reading knew, by the list entry that holds it, or by its position in a new one. */
function keyOf(path: string, keys: Record<string, string>): string {
  if (keys[path]) return keys[path];
  const parts = path.split('.');
  for (let length = parts.length - 1; length > 0; length -= 1) {
    if (!/^\d+$/.test(parts[length - 1]!)) continue;
    const entry = parts.slice(0, length).join('.');
    const known = Object.entries(keys).find(([other]) => other.startsWith(`${entry}.`));
    if (!known) continue;
    const [other, key] = known;
    const inner = other.slice(entry.length + 1);
    return `${key.slice(0, key.length - inner.length - 1)}.${parts.slice(length).join('.')}`;
  }
  return parts.reduce((keyed, part) =>
    /^\d+$/.test(part) ? `${keyed}[人工-${part}]` : keyed ? `${keyed}.${part}` : part,
  );
}
