import { describe, expect, it } from 'vitest';
import { findTier } from '../../src/discretion/find-tier.ts';
import { bookOf, caseWith, itemOf, sanctionOf, tableOf } from './invented-tables.ts';

const sanction = sanctionOf({ min: 10_000, max: 100_000 });

function table(id: string, region: string, min: number, max: number, more: Record<string, unknown> = {}) {
  const tier = {
    order: 1,
    name: '一般',
    grade: 'ordinary',
    when: { factor: '数', op: '>=', value: 0 },
    conditions: '一律',
    fine: { min, max },
  };
  const factors = [{ name: '数', question: '多少？', type: 'number' }];
  const item = itemOf({ id: `${id}-item`, itemCode: 'X-1', factors, tiers: [tier] });
  return tableOf([item], { id, name: `${id}基准`, region, ...more });
}

function reckon(
  tables: ReturnType<typeof table>[],
  more: Parameters<typeof caseWith>[2] = {},
  decidedOn?: string,
) {
  const violation = { name: '示例违法行为', endedOn: '2023-05-01', itemCode: 'X-1' };
  const file = caseWith(
    { 数: 1 },
    {},
    {
      agency: { name: '某局', region: '示例省甲市' },
      violation,
      benchmarkItem: undefined,
      ...more,
    },
  );
  return findTier({ file, book: bookOf(tables, [sanction]), ...(decidedOn ? { decidedOn } : {}) });
}
const kinds = ({ conflicts }: ReturnType<typeof findTier>) =>
  conflicts.map(({ kind, blocks }) => [kind, blocks]);

describe('several tables for one matter', () => {
  const province = table('省', '示例省', 20_000, 50_000);

  it('the more concrete one goes before the upper one inside which it stays', () => {
    const result = reckon([province, table('市', '示例省甲市', 30_000, 40_000)]);
    expect(result.benchmark?.id).toBe('市');
    expect(result.range).toMatchObject({ min: 3_000_000, max: 4_000_000 });
    expect(kinds(result)).toEqual([]);
    expect(result.steps).toContainEqual(expect.objectContaining({ step: '几个裁量基准' }));
  });

  it('outside of it both are named, and nothing is reckoned unless the file chose', () => {
    const tables = [province, table('市', '示例省甲市', 30_000, 60_000)];
    const open = reckon(tables);
    expect(kinds(open)).toEqual([['several-benchmarks', true]]);
    expect(open.conflicts[0]!.text).toMatch(/《市基准》.*60,000.*《省基准》.*50,000/);
    expect(open.range).toBeUndefined();
    const chosen = reckon(tables, { benchmarkItem: '市-item' });
    expect(kinds(chosen)).toEqual([['several-benchmarks', false]]);
    expect(chosen.range).toMatchObject({ max: 6_000_000 });
  });

  it('a file that named the upper one is told of the lower one', () => {
    const result = reckon([province, table('市', '示例省甲市', 30_000, 40_000)], {
      benchmarkItem: '省-item',
    });
    expect(kinds(result)).toEqual([['several-benchmarks', false]]);
    expect(result.conflicts[0]!.text).toContain('应当适用《市基准》');
  });

  it('two of one level need a choice; another city does not count', () => {
    const two = reckon([
      table('甲', '示例省甲市', 20_000, 30_000),
      table('乙', '示例省甲市', 20_000, 30_000),
    ]);
    expect(kinds(two)).toEqual([['several-benchmarks', true]]);
    const other = reckon([province, table('他市', '示例省乙市', 30_000, 40_000)]);
    expect(other.benchmark?.id).toBe('省');
    expect(kinds(other)).toEqual([]);
  });

  it('a superseded table is not applied from the day of its successor', () => {
    const old = table('旧', '示例省', 20_000, 50_000);
    const next = table('新', '示例省', 30_000, 60_000, {
      supersedes: ['旧'],
      inForce: { from: '2023-05-01' },
    });
    expect(reckon([old, next]).benchmark?.id).toBe('新');
    expect(kinds(reckon([old, next], { benchmarkItem: '旧-item' }))).toEqual([['superseded', true]]);
    const before = { violation: { name: '示例违法行为', endedOn: '2023-04-30', itemCode: 'X-1' } };
    expect(reckon([old, next], before).benchmark?.id).toBe('旧');
  });
});

describe('a table newer than the act', () => {
  const old = table('旧', '示例省', 20_000, 50_000, { inForce: { from: '2022-01-01', to: '2023-12-31' } });
  const later = (min: number, max: number) =>
    table('新', '示例省', min, max, { inForce: { from: '2024-01-01' } });

  it.each([
    [10_000, 40_000, '行为后的较轻，应当适用行为后的'],
    [30_000, 60_000, '行为时的较轻，适用行为时的'],
    [10_000, 60_000, '哪一个较轻尚不能比较'],
  ])('%d to %d: both results, and which is lighter', (min, max, words) => {
    const result = reckon([old, later(min, max)], {}, '2024-03-01');
    expect(result.range).toMatchObject({ min: 2_000_000, max: 5_000_000 });
    expect(kinds(result)).toEqual([['newer-benchmark', false]]);
    expect(result.conflicts[0]!.text).toContain(words);
    expect(result.conflicts[0]!.text).toContain('《旧基准》');
    expect(result.conflicts[0]!.text).toContain('《新基准》');
  });

  it('with the same result, or before it is in force, there is no conflict', () => {
    expect(kinds(reckon([old, later(20_000, 50_000)], {}, '2024-03-01'))).toEqual([]);
    expect(kinds(reckon([old, later(10_000, 40_000)], {}, '2023-12-31'))).toEqual([]);
  });
});
