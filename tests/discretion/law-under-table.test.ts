import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/corpus/benchmarks/read-table.ts';
import { buildReferenceBook } from '../../src/corpus/build-reference-book.ts';
import { loadReferenceBook, readReferenceParts } from '../../src/corpus/load-reference-book.ts';
import type { ReferenceBook } from '../../src/corpus/reference-book.ts';
import { caseOfFacts } from '../../src/discretion/case-of-facts.ts';
import { checkBenchmark } from '../../src/discretion/check/check-benchmark.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import { lawUnderTable } from '../../src/discretion/tables/law-under-table.ts';
import { sanctionOf } from './invented-tables.ts';

/** A printed table that prints its spans itself and names no last day. */
const TABLE = '示例省生态环境行政处罚裁量表（2022-01-01施行）';
const ROW = {
  table: TABLE,
  violation: '进口列入禁止名录的设备',
  breached: ['《中华人民共和国水污染防治法》第四十六条'],
  basis: [
    '《中华人民共和国水污染防治法》第八十六条 违反本法规定，进口禁止名录中的设备的，处二万元以上二十万元以下的罚款。',
  ],
  columns: ['违法行为', '适用情形', '罚款金额'],
  cells: [
    ['首次', '2万元以上10万元以下'],
    ['再次', '10万元以上20万元以下'],
  ],
  notes: [],
};

function imported() {
  const reading = readTable(TABLE, [ROW], loadReferenceBook());
  const parts = readReferenceParts();
  const book = buildReferenceBook({
    ...parts,
    benchmarks: [reading.benchmark],
    tableSanctions: reading.sanctions,
  });
  return { benchmark: reading.benchmark, book };
}

describe('a table on law that was repealed', () => {
  const { benchmark, book } = imported();
  const on = (day: string) =>
    findTier({ file: caseOfFacts(benchmark.items[0]!.id, { on: day, party: 'unit' }, book), book });

  it('is reckoned for acts until the last day of the law and blocked, by name, from the next', () => {
    expect(on('2026-08-14').conflicts.filter(({ blocks }) => blocks)).toEqual([]);
    const gone = on('2026-08-15');
    expect([gone.tier, gone.range, gone.possibleTiers]).toEqual([undefined, undefined, []]);
    const told = gone.conflicts.filter(({ kind }) => kind === 'obsolete-statute');
    expect(told.map(({ blocks }) => blocks)).toEqual([true, true]);
    expect(told[0]!.text).toMatch(
      /水污染防治法》第八十六条自 2026年8月15日起已经废止（由《.*生态环境法典》取代）/,
    );
    expect(told[1]!.text).toContain('第四十六条');
  });

  it('is told by the check, although the table names no last day', () => {
    const faults = checkBenchmark(benchmark, book);
    expect(faults.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['dead-statute', 'dead-provision']),
    );
    expect(faults.find(({ kind }) => kind === 'dead-statute')!.detail).toContain('2026年8月15日');
    const ended = { ...benchmark, inForce: { from: '2022-01-01', to: '2026-08-14' } };
    expect(checkBenchmark(ended, book).filter(({ kind }) => kind.startsWith('dead-'))).toEqual([]);
  });
});

describe('a norm amended after the table began', () => {
  const before = sanctionOf({ min: 10_000, max: 50_000 });
  const place = before.provision;
  const version = (effective: string, until: string | null) => ({ effective, until });
  const library = (
    after: typeof before | undefined,
  ): Pick<ReferenceBook, 'cite' | 'statuteOf' | 'readingOf'> => ({
    cite: () => ({ state: 'in-force', level: 'law', title: place.law }),
    statuteOf: () =>
      ({ versions: [version('2020-01-01', '2023-12-31'), version('2024-01-01', null)] }) as never,
    readingOf: (_, on) => (on < '2024-01-01' ? before : after),
  });
  const state = (after: typeof before | undefined, on: string) =>
    lawUnderTable(place, { from: '2022-01-01', on }, library(after)).state;

  it.each([
    ['the same span', sanctionOf({ min: '10000', max: '50000.00' }), 'holds'],
    ['another maximum', sanctionOf({ min: 10_000, max: 60_000 }), 'gone'],
    ['another type', sanctionOf({ min: 10_000, max: 50_000 }, { types: ['fine', 'revoke'] }), 'gone'],
    ['no text to compare', undefined, 'rewritten'],
  ])('%s: %#', (_, after, due) => {
    expect([state(after, '2023-12-31'), state(after, '2024-01-01')]).toEqual(['holds', due]);
  });

  it('spans that the library keeps itself are bounded by their own dates', () => {
    expect(lawUnderTable(place, { on: '2024-01-01' }, library(undefined)).state).toBe('holds');
  });
});
