import { describe, expect, it } from 'vitest';
import type { CheckedAgainst } from '../../../src/discretion/check/check-benchmark.ts';
import { checkBenchmark } from '../../../src/discretion/check/check-benchmark.ts';
import { BOOK, soundTable } from './invented-tables.ts';

/** The sound table's first row with a span for the persons responsible; `max`: what the provision has for them. */
function faultsWith(span: { min: number; max: number }, max?: number) {
  const table = soundTable();
  const item = table.items.find(({ id }) => id === 'tiered')!;
  const tier = item.tiers.find(({ fine }) => fine)!;
  tier.fines = [tier.fine!, { subject: 'responsible-person', ...span }];
  tier.fine = undefined;
  const book: CheckedAgainst = {
    ...BOOK,
    sanction: (id) => {
      const found = BOOK.sanction(id);
      return found && max !== undefined && id === item.sanction
        ? { ...found, fines: [...found.fines, { subject: 'responsible-person', range: { min: 1000, max } }] }
        : found;
    },
  };
  return checkBenchmark(table, book).map(({ row, kind, detail }) => [
    row === `tiered ${tier.name}`,
    kind,
    detail,
  ]);
}

describe('spans for the persons responsible', () => {
  it('inside those of the provision are no fault', () => {
    expect(faultsWith({ min: 1000, max: 5000 }, 10_000)).toEqual([]);
  });

  it('outside them are told, and so are those that the provision has not at all', () => {
    const outside = faultsWith({ min: 90_000, max: 900_000 }, 10_000);
    expect(outside).toEqual([[true, 'outside-statute', expect.stringContaining('对责任人员的')]]);
    const none = faultsWith({ min: 1000, max: 5000 });
    expect(none).toEqual([[true, 'outside-statute', expect.stringContaining('没有对责任人员的罚款')]]);
  });

  it('a column of weights for them is told where the provision has none', () => {
    const table = soundTable();
    const { weights } = table.items.find(({ id }) => id === 'weighted')!;
    weights!.starts.push({ subject: 'responsible-person', percent: 50, of: { max: 90_000 } });
    expect(checkBenchmark(table, BOOK)).toContainEqual({
      row: 'weighted',
      kind: 'outside-statute',
      detail: '罚则没有对责任人员的罚款，裁量起点却有责任人员一栏。',
    });
  });
});
