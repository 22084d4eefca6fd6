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

describe('a successor that has ended itself', () => {
  const old = table('旧', '示例省', 20_000, 50_000, { inForce: { from: '2018-01-01' } });
  const next = table('新', '示例省', 30_000, 60_000, {
    supersedes: ['旧'],
    inForce: { from: '2021-01-01', to: '2022-12-31' },
  });
  it('does not bring the old table back to life', () => {
    const named = reckon([old, next], { benchmarkItem: '旧-item' });
    expect(kinds(named)).toEqual([['superseded', true]]);
    expect(named.range).toBeUndefined();
    // By the code of the list nothing is found any more.
    expect(reckon([old, next]).item).toBeUndefined();
    const before = { violation: { name: '示例违法行为', endedOn: '2020-12-31', itemCode: 'X-1' } };
    expect(reckon([old, next], before).benchmark?.id).toBe('旧');
  });
});

describe('what is lighter, beyond the ends of the fine', () => {
  const types = sanctionOf({ min: 10_000, max: 100_000 }, { types: ['fine', 'revoke'] });
  const old = table('旧', '示例省', 20_000, 50_000, { inForce: { from: '2022-01-01', to: '2023-12-31' } });
  const later = (change: (table: ReturnType<typeof tableOf>) => void, min = 20_000, max = 50_000) => {
    const made = table('新', '示例省', min, max, { inForce: { from: '2024-01-01' } });
    change(made);
    return made;
  };
  const compared = (now: ReturnType<typeof later>, earlier = old) => {
    const file = caseWith(
      { 数: 1 },
      {},
      {
        violation: { name: '示例违法行为', endedOn: '2023-05-01', itemCode: 'X-1' },
        benchmarkItem: undefined,
      },
    );
    const result = findTier({ file, book: bookOf([earlier, now], [types]), decidedOn: '2024-03-01' });
    return result.conflicts.find(({ kind }) => kind === 'newer-benchmark')?.text ?? '结果相同';
  };

  it('a type that the newer adds makes the older the lighter, whatever the fine', () => {
    const adds = later((one) => one.items[0]!.tiers[0]!.extra.push('revoke'), 10_000, 20_000);
    expect(compared(adds)).toContain('行为时的较轻');
  });

  it('an excluded end is lower by a fen', () => {
    const excludes = later((one) => {
      one.items[0]!.tiers[0]!.fine!.maxInclusive = false;
    });
    expect(compared(excludes)).toContain('行为后的较轻');
    expect(compared(later(() => undefined))).toBe('结果相同');
  });

  it('a tier without penalty, or a new list of slight violations, is the lighter', () => {
    const spares = later((one) => {
      const [tier] = one.items[0]!.tiers;
      delete tier!.fine;
      tier!.grade = 'no-penalty';
    });
    expect(compared(spares)).toContain('行为后的较轻');
    const list = tableOf([], {
      id: '清单',
      name: '新清单',
      inForce: { from: '2024-01-01' },
      noPenalty: [
        {
          id: 'spared',
          violation: '示例违法行为',
          field: 'market',
          breached: [],
          when: { factor: '数', op: '<', value: 2 },
          conditions: '数量很少',
          factors: [{ name: '数', question: '多少？', type: 'number' }],
          figures: '示例',
        },
      ],
    });
    expect(compared(list)).toMatch(/清单.*行为后的较轻/);
  });
});

describe('imported tables, which have no codes and print their own spans', () => {
  const printed = (id: string) => sanctionOf({ min: 10_000, max: 100_000 }, { id: `table ${id}` });
  const imported = (id: string, region: string, min: number, max: number, more: object = {}) => {
    const made = table(id, region, min, max);
    const [item] = made.items;
    delete item!.itemCode;
    Object.assign(item!, { sanction: `table ${id}`, ...more });
    return made;
  };
  const told = (tables: ReturnType<typeof table>[]) => {
    const file = caseWith(
      { 数: 1 },
      {},
      { agency: { name: '某局', region: '示例省甲市' }, benchmarkItem: '市-item' },
    );
    const result = findTier({ file, book: bookOf(tables, [printed('省'), printed('市')]) });
    return [result.range?.max, result.conflicts.map(({ kind, text }) => `${kind} ${text}`).join()] as const;
  };
  const city = (more: object = {}) => imported('市', '示例省甲市', 30_000, 60_000, more);

  it('province and city meet by the provision and the violation, in whatever printing', () => {
    const [max, text] = told([
      imported('省', '示例省', 20_000, 50_000),
      city({ violation: '示例 违法行为' }),
    ]);
    expect(max).toBe(6_000_000);
    expect(text).toMatch(/several-benchmarks 更具体的基准超出上级基准的幅度/);
  });

  it('in other words they meet where they are the only ones on the law; otherwise people are asked', () => {
    const province = imported('省', '示例省', 20_000, 50_000);
    expect(told([province, city({ violation: '另一种写法' })])[1]).toContain('更具体的基准超出');
    province.items.push({ ...province.items[0]!, id: '省-other', violation: '别的行为' });
    const [max, text] = told([province, city({ violation: '另一种写法' })]);
    expect(max).toBe(6_000_000);
    expect(text).toMatch(/《省基准》的“示例违法行为”、“别的行为”依据同一罚则.*请由人核对/);
  });

  it('another provision or another duty is another matter', () => {
    const elsewhere = imported('省', '示例省', 20_000, 50_000, {
      violation: '别的行为',
      breached: [{ law: '示例法', article: '10' }],
    });
    expect(told([elsewhere, city()])[1]).toBe('');
  });

  it('without a region or a first day people are told, and nothing is applied unasked', () => {
    const placeless = city();
    Object.assign(placeless, { region: '', inForce: { from: '0001-01-01' } });
    const [max, text] = told([placeless]);
    expect(max).toBe(6_000_000);
    expect(text).toMatch(/unknown-validity .*没有写明适用地区（本案在示例省甲市）和施行日/);
    const coded = table('无', '', 30_000, 60_000);
    expect(kinds(reckon([coded]))).toEqual([['unknown-validity', true]]);
    expect(reckon([coded]).range).toBeUndefined();
    const beside = imported('省', '', 20_000, 50_000);
    expect(told([beside, city()])[1]).toContain('《省基准》没有写明适用地区');
  });
});

describe('two tables that nobody has chosen between', () => {
  it('leave no tier, no possible tier, no place in a tier and no penalty of the table', () => {
    const proposal = { result: 'penalty', penalties: [{ type: 'fine', amount: 40_000 }] };
    const open = reckon([table('省', '示例省', 20_000, 50_000), table('市', '示例省甲市', 30_000, 60_000)], {
      proposal,
    });
    expect([open.tier, open.possibleTiers, open.position?.inRange]).toEqual([undefined, [], undefined]);
    expect(open.position?.inStatute).toBe(0);
    expect(open.position?.text).not.toContain('阶次幅度以内');
  });
});
