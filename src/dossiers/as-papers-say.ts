import { type CaseFile, caseFileSchema } from '../cases/case-file.ts';
import { leavesOf } from './leaves-of.ts';
import type { FactValue } from './paper.ts';
import { placeValues } from './place-values.ts';
import type { Settled } from './settle-facts.ts';

interface Entry {
  path: string;
  value?: FactValue;
}

export interface PapersAndPeople {
  /** What the file was made of, in its order. */
  kept: readonly Settled[];
  /** Of those, the keyed paths that people added and no paper states. */
  added: ReadonlySet<string>;
  /** Of those, what papers state where people settled it: the same or another value. */
  read: ReadonlyMap<string, Settled>;
  /** What papers state and people took out. */
  rejected: readonly Settled[];
  /** The list of the papers themselves. */
  entries: readonly Entry[];
  made: CaseFile;
  /** From keyed paths to those of the file that was made. */
  pathOf: ReadonlyMap<string, string>;
  /** The parts that no single fact makes, around the placed ones. */
  frame(value: Record<string, unknown>): unknown;
}

/**
 * The case file as the papers alone have it: with what was read in the place of what people made of it, what they took
 * out put back, what they added left out. Everything else stands where the file that was made has it. What people
 * decided is then always the difference between the two, however often the dossier is read. A value that the case file
 * cannot hold is left out.
 */
export function asPapersSay(input: PapersAndPeople): { file: CaseFile; pathOf: Map<string, string> } {
  const { kept, added, read, rejected, entries, made } = input;
  const stands = standing(input);
  const { value, pathOf } = placeValues([
    ...kept.flatMap(({ path, value: now }): Entry[] => {
      const was = read.get(path);
      const inList = path.endsWith(']');
      if (was && stands(was)) return [{ path, value: was.value }];
      if (!was && !added.has(path)) return [{ path, value: now }];
      // An entry that people added keeps its place, so that no other moves; names that they added stand last anyway.
      return inList ? [] : [{ path }];
    }),
    ...entries,
    ...rejected.filter(stands),
  ]);
  const file = { ...value, schema: made.schema, id: made.id } as CaseFile;
  const placed = new Set(input.pathOf.values());
  for (const [path, leaf] of leavesOf(made)) if (!placed.has(path)) fill(file, path, leaf.value);
  return { file, pathOf };
}

/** Which of the values that people overruled the case file could hold. */
function standing({ kept, read, rejected, entries, frame }: PapersAndPeople): (one: Settled) => boolean {
  const overruled = [
    ...kept.flatMap(({ path, value }) => {
      const was = read.get(path);
      return was && was.value !== value ? [was] : [];
    }),
    ...rejected,
  ];
  const holds = (chosen: ReadonlySet<Settled>) => {
    const asRead = (one: Settled) => {
      const was = read.get(one.path);
      return was && chosen.has(was) ? was : one;
    };
    const placed = placeValues([
      ...kept.map(asRead),
      ...entries,
      ...rejected.filter((one) => chosen.has(one)),
    ]);
    return caseFileSchema.safeParse(frame(placed.value)).success;
  };
  if (overruled.length === 0 || holds(new Set(overruled))) return () => true;
  const bad = new Set(overruled.filter((one) => !holds(new Set([one]))));
  return (one) => !bad.has(one);
}

function fill(file: CaseFile, path: string, value: FactValue): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let here: object = file;
  for (const key of keys) {
    const inner: unknown = Reflect.get(here, key);
    const next = typeof inner === 'object' && inner !== null ? inner : {};
    Reflect.set(here, key, next);
    here = next;
  }
  if (!Reflect.has(here, last)) Reflect.set(here, last, value);
}
