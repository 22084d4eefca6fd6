import { describe, expect, it } from 'vitest';
import { FAULT_KINDS, type FaultKind } from '../../../src/discretion/check/benchmark-fault.ts';
import { checkBenchmark } from '../../../src/discretion/check/check-benchmark.ts';
import { BROKEN, type Break } from './broken-tables.ts';
import { BOOK, soundTable } from './invented-tables.ts';

/** What a break brings with it beside its own fault; every other break has no second fault anywhere in the table. */
const FOLLOWING: Record<string, string[]> = {
  'table older than the provision': ['multiples', 'parties', 'shares', 'weighted', 'counted'].map(
    (row) => `dead-statute ${row}`,
  ),
  'one span for both where the statute parts them': ['not-rising parties 一般', 'not-rising parties 严重'],
  'a tier that nothing reaches': ['gap tiered'],
  'a choice that is no choice': ['gap parties'],
  'words compared as numbers': [
    'gap parties',
    'dead-tier parties 轻微',
    'dead-tier parties 一般',
    'dead-tier parties 严重',
  ],
  'numbered wrongly': ['grade-order tiered 一般'],
  'heavier before ordinary': ['not-rising tiered 较轻'],
  'a floor above the cap': ['outside-statute weighted'],
};

describe('checkBenchmark', () => {
  it('finds nothing in a sound table', () => {
    expect(checkBenchmark(soundTable(), BOOK)).toEqual([]);
  });

  it.each(BROKEN)('%s: %s in %s', (what, kind, row, break_) => {
    const table = soundTable();
    break_(table, (id) => {
      const item = table.items.find((one) => one.id === id);
      if (!item) throw new Error(`no item ${id}`);
      return item;
    });
    const faults = checkBenchmark(table, BOOK);
    const told = [...new Set(faults.map((fault) => `${fault.kind} ${fault.row}`))].sort();
    expect(told).toEqual([`${kind} ${row}`, ...(FOLLOWING[what] ?? [])].sort());
    for (const { detail } of faults) expect(detail).toMatch(/\p{Script=Han}/u);
  });

  it('is tried with every kind of fault but those of size and of form', () => {
    const tried = new Set(BROKEN.map(([, kind]) => kind));
    expect(Object.keys(FAULT_KINDS).filter((kind) => !tried.has(kind as FaultKind))).toEqual([
      'format',
      'too-large',
    ]);
    expect(BROKEN.length).toBeGreaterThanOrEqual(50);
  });

  it('tells a figure that nothing can be reckoned with as the fault of its row and goes on', () => {
    const table = soundTable();
    const [first, second] = table.items;
    first!.tiers[1]!.fine = { min: '1万' };
    second!.sanction = 'nothing';
    const faults = checkBenchmark(table, BOOK);
    expect(faults).toContainEqual({
      row: first!.id,
      kind: 'format',
      detail: '不是精确到分的金额：1万，没有核对完。',
    });
    expect(faults).toContainEqual(expect.objectContaining({ row: second!.id, kind: 'unknown-sanction' }));
  });

  it('refuses a table with too many combinations rather than prove it in part', () => {
    const table = soundTable();
    const item = table.items[0]!;
    for (let n = 0; n < 20; n++) item.factors.push({ name: `f${n}`, question: '？', type: 'yes-no' });
    const all = item.factors.slice(2).map(({ name }) => ({ factor: name, op: '=' as const, value: true }));
    item.tiers[3]!.when = { any: [item.tiers[3]!.when, ...all] };
    expect(checkBenchmark(table, BOOK).map(({ kind }) => kind)).toContain('too-large');
  });

  it('finds nothing in sound variants: both sides of each bound', () => {
    const variants: Break[] = [
      (t) => {
        t.publishedOn = t.inForce.from;
      },
      (t) => {
        t.inForce.to = t.inForce.from;
      },
      (_, i) => {
        i('tiered').tiers[1]!.fine!.min = 10000;
        i('tiered').tiers[3]!.fine!.max = '100000';
      },
      (_, i) => {
        i('multiples').tiers[3]!.fine = { base: 'goods', min: '7.5', max: '10' };
      },
      (_, i) => {
        i('weighted').weights!.starts[0]!.percent = '10.5';
      },
      (_, i) => {
        i('weighted').weights!.starts[0]!.percent = 7;
        i('weighted').weights!.floor = 10;
      },
      (_, i) => {
        i('parties').severalTiers = 'heaviest';
        i('parties').tiers[1]!.when = { factor: 'place', op: 'within', value: ['主干道', '景区'] };
      },
      (t, i) => {
        i('tiered').sanction = 'ended';
        t.inForce.to = '2024-12-31';
      },
      (_, i) => {
        i('tiered').breached = [{ law: '库中没有的示例规章', article: '5' }];
      },
      (_, i) => {
        i('parties').appliesTo = 'unit';
        for (const one of i('parties').tiers) {
          one.fine = one.fines![0];
          one.fines = undefined;
        }
      },
    ];
    for (const [index, change] of variants.entries()) {
      const table = soundTable();
      change(table, (id) => table.items.find((one) => one.id === id)!);
      expect([index, checkBenchmark(table, BOOK)]).toEqual([index, []]);
    }
  });
});
