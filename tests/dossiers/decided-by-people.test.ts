import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { type Decision, decideFact } from '../../src/dossiers/decide-fact.ts';
import { decidedByPeople } from '../../src/dossiers/decided-by-people.ts';
import { factStates, type ReadingFacts } from '../../src/dossiers/fact-states.ts';
import { AppError } from '../../src/errors.ts';
import { readSample, sampleFiles } from './read-sample.ts';

const files = sampleFiles();
const FEWER = files.filter((_, index) => index % 5 !== 3);
const first = readSample(FEWER);
const paths = factStates(first.file, first.reading).map(({ path }) => path);

const decision: fc.Arbitrary<Decision> = fc
  .tuple(
    fc.constantFrom(...paths),
    fc.constantFrom('confirm', 'correct', 'reject', 'undo'),
    fc.constantFrom('示例', '2', '是'),
  )
  .map(([path, act, text]): Decision => {
    if (act === 'confirm' || act === 'undo') return { act, paths: [path] };
    return act === 'reject' ? { act, path } : { act: 'correct', path, text };
  });

/** As many of the decisions as the file can stand. */
function decideAll(file: CaseFile, reading: ReadingFacts, decisions: readonly Decision[]): CaseFile {
  return decisions.reduce((now, one) => {
    try {
      return decideFact(now, reading, one, '张敏');
    } catch (error) {
      if (error instanceof AppError) return now;
      throw error;
    }
  }, file);
}

/** What stands of each fact that a person settled: by what it is about, whatever its place in a list. */
function settled(file: CaseFile, reading: ReadingFacts & { keys: Record<string, string> }) {
  return new Map(
    factStates(file, reading)
      .filter(({ state }) => state !== 'open')
      .map(({ path, state, value }) => [
        reading.keys[path] ?? path,
        state === 'rejected' ? undefined : value,
      ]),
  );
}

describe('what people decided, through later readings', () => {
  it('is all that differs from the reading, and nothing when nobody decided anything', () => {
    expect(decidedByPeople(first.file, first.reading)).toEqual([]);
    const [path = ''] = paths;
    const confirmed = decideAll(first.file, first.reading, [{ act: 'confirm', paths: [path] }]);
    expect(decidedByPeople(confirmed, first.reading).map(({ key }) => key)).toEqual([
      first.reading.keys[path],
    ]);
  });

  it('stays, whatever papers are added and however often the dossier is read again', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.array(decision, { minLength: 1, maxLength: 8 }), (decisions) => {
        const now = decideAll(first.file, first.reading, decisions);
        const wanted = settled(now, first.reading);
        seen += wanted.size;
        let file = now;
        let { reading } = first;
        for (const papers of [files, files]) {
          ({ file, reading } = readSample(papers, reading, decidedByPeople(file, reading)));
          for (const [key, value] of wanted) {
            const path = Object.entries(reading.keys).find(([, other]) => other === key)?.[0];
            if (value === undefined) expect(path, `${key} was rejected`).toBeUndefined();
            else expect(valueAt(file, path), key).toBe(value);
          }
        }
      }),
      { numRuns: 50 },
    );
    expect(seen).toBeGreaterThan(50);
  }, 300_000);
});

function valueAt(file: CaseFile, path = ''): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value ? Reflect.get(value, key) : undefined),
      file,
    );
}
