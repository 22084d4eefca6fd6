import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { type Decision, decideFact } from '../../src/dossiers/decide-fact.ts';
import { decidedByPeople, keyOf } from '../../src/dossiers/decided-by-people.ts';
import { type FactRow, factStates, type ReadingFacts } from '../../src/dossiers/fact-states.ts';
import { leavesOf } from '../../src/dossiers/leaves-of.ts';
import { AppError } from '../../src/errors.ts';
import { readSample, type SampleReading, sampleFiles } from './read-sample.ts';

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

/** Each fact that a person settled, by what it is about, whatever its place in a list. */
function settled(file: CaseFile, reading: SampleReading): Map<string, FactRow> {
  return new Map(
    factStates(file, reading)
      .filter(({ state }) => state !== 'open')
      .map((row) => [nameOf(row, reading), row]),
  );
}

/** A name that a person put into a list goes by what it says: no paper gives it a place. */
function nameOf({ path, value }: FactRow, reading: SampleReading): string {
  return keyOf(path, reading.keys).replace(/\[人工-\d+\]$/, `[${value}]`);
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

  it('stays, listed with what papers say, whatever papers are added and however often they are read', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.array(decision, { minLength: 1, maxLength: 8 }), (decisions) => {
        let file = decideAll(first.file, first.reading, decisions);
        let { reading } = first;
        for (const papers of [files, files]) {
          const before = settled(file, reading);
          seen += before.size;
          ({ file, reading } = readSample(papers, reading, decidedByPeople(file, reading)));
          const after = new Map(factStates(file, reading).map((row) => [nameOf(row, reading), row]));
          for (const [key, { state, value }] of before) {
            const row = after.get(key);
            expect(row?.value, key).toBe(value);
            // A later paper may say what was typed: then there are words to look at.
            if (row?.state !== 'open') expect(row?.state === 'rejected', key).toBe(state === 'rejected');
            else expect(row.read ?? value, key).toBe(value);
          }
          for (const [key, { state, value }] of settled(file, reading)) {
            expect([key, state, before.get(key)?.value]).toEqual([key, state, value]);
          }
        }
      }),
      { numRuns: 50 },
    );
    expect(seen).toBeGreaterThan(50);
  }, 300_000);

  it('can be taken back after any number of readings, one by one: then all stands as papers say', () => {
    const untouched = readSample(files, first.reading);
    fc.assert(
      fc.property(fc.array(decision, { minLength: 1, maxLength: 8 }), fc.nat(2), (decisions, readings) => {
        let file = decideAll(first.file, first.reading, decisions);
        let { reading } = first;
        for (let at = 0; at < readings; at += 1) {
          ({ file, reading } = readSample(files, reading, decidedByPeople(file, reading)));
        }
        for (let left = settled(file, reading); left.size > 0; left = settled(file, reading)) {
          const [[key, { path }] = ['', { path: '' }]] = left;
          file = decideFact(file, reading, { act: 'undo', paths: [path] }, '张敏');
          expect(settled(file, reading).has(key), key).toBe(false);
        }
        const again = readSample(files, reading, decidedByPeople(file, reading));
        expect(decidedByPeople(again.file, again.reading)).toEqual([]);
        expect(said(again.file)).toEqual(said(untouched.file));
      }),
      { numRuns: 40 },
    );
  }, 300_000);
});

/** What a file says, whatever the order of its parts. */
function said(file: CaseFile): Record<string, unknown> {
  return Object.fromEntries(
    [...leavesOf(file)].map(([path, { value }]): [string, unknown] => [path, value]).sort(),
  );
}
