import { describe, expect, it } from 'vitest';
import { findTier } from '../../src/discretion/find-tier.ts';
import { toDiscretionJson } from '../../src/discretion/to-discretion-json.ts';
import {
  bookOf,
  byNumber,
  byWord,
  caseWith,
  type Facts,
  itemOf,
  sanctionOf,
  tableOf,
  weightedItem,
} from './invented-tables.ts';

// Weights and formulas of 广东省生态环境行政处罚自由裁量权规定 (2022), degrees named in our own words.
const REPEATS = (percents: number[]) => byNumber('次数', [2, 3, 4], percents);

/** Table 1.1: start 20 %, × total investment × 5 %; the law allows 1 to 5 %. */
const CONSTRUCTION = weightedItem(
  [{ percent: 20, of: { base: 'investment', times: '0.05' } }],
  [
    byWord('文件类别', [
      ['报告表', 0],
      ['报告书', 5],
      ['报告书且重点管理', 10],
    ]),
    byWord('地点', [
      ['一般', 0],
      ['敏感', 6],
      ['水源或红线', 15],
    ]),
    byWord('建设情况', [
      ['基础', 0],
      ['设备', 5],
      ['投产', 15],
    ]),
    byNumber('月数', [3, 6, 12], [0, 3, 8, 16]),
    REPEATS([0, 3, 8, 19]),
    byWord('配合', [
      ['配合', 0],
      ['不配合', 5],
    ]),
  ],
);
const OF_INVESTMENT = sanctionOf({ base: 'investment', min: '0.01', max: '0.05' });

/** Table 2.3: start 10 %, × 200,000; 20,000 to 200,000. */
const MONITORING = weightedItem(
  [{ percent: 10, of: { max: 200_000 } }],
  [
    byWord('表现', [
      ['未联网', 0],
      ['未正常使用', 10],
      ['未使用', 20],
      ['未安装', 30],
    ]),
    byNumber('月数', [1, 3, 6], [0, 5, 10, 20]),
    byWord('一年内', [
      ['无', 0],
      ['有', 20],
    ]),
    byWord('整改', [
      ['限期内', 0],
      ['逾期', 20],
    ]),
  ],
);
const MONITORED = sanctionOf({ min: 20_000, max: 200_000 });

/** Table 2.7: start 7 %, × 1,000,000; the first row has no floor note, the second has one of 20 %. */
const water = (limits: object) =>
  weightedItem(
    [{ percent: 7, of: { max: 1_000_000 } }],
    [
      byNumber('因子', [2, 3], [0, 2, 8]),
      byWord('污染物', [
        ['B 类', 0],
        ['A 类', 10],
        ['有毒', 22],
      ]),
      byWord('区域', [
        ['一般', 0],
        ['限批', 3],
        ['敏感', 8],
        ['水源', 15],
      ]),
      byNumber('吨数', [50, 200], [0, 3, 10]),
      byWord('超标', [
        ['弱酸碱', 0],
        ['强酸碱', 3],
        ['不足 3 倍', 5],
        ['3 至 8 倍', 8],
        ['8 至 20 倍', 15],
        ['20 倍', 23],
      ]),
      REPEATS([0, 3, 6, 15]),
    ],
    { limits: { ...limits } },
  );
const MILD_WATER: Facts = { 因子: 1, 污染物: 'B 类', 区域: '一般', 吨数: 10, 超标: '弱酸碱', 次数: 1 };

/** Table 4.14: start 60 %, × disposal cost × 5; 3 to 5 times, a cost below 200,000 counts as that. */
const DUMPING = weightedItem(
  [{ percent: 60, of: { base: 'disposal-cost', times: 5, baseLeast: 200_000 } }],
  [
    byNumber('吨数', [1, 3, 10], [0, 2, 6, 15]),
    byWord('区域', [
      ['一般', 0],
      ['限批', 4],
      ['敏感', 13],
    ]),
    byWord('整改', [
      ['限期内', 0],
      ['逾期', 5],
    ]),
    REPEATS([0, 2, 5, 7]),
  ],
);
const OF_COST = sanctionOf({ base: 'disposal-cost', baseLeast: 200_000, min: 3, max: 5 });

function reckon(
  item: object,
  sanction: ReturnType<typeof sanctionOf>,
  facts: Facts,
  amounts: Record<string, number> = { gains: 0 },
  more: Parameters<typeof caseWith>[2] = {},
  table: Record<string, unknown> = {},
) {
  const book = bookOf([tableOf([item as Record<string, unknown>], table)], [sanction]);
  return findTier({ file: caseWith(facts, amounts, more), book });
}

describe('weighted sums, worked by hand', () => {
  const mildest: Facts = {
    文件类别: '报告表',
    地点: '一般',
    建设情况: '基础',
    月数: 2,
    次数: 1,
    配合: '配合',
  };
  it.each([
    // 20+0+6+5+3+0+0 = 34 %; 34 % × (10,000,000 × 5 % = 500,000) = 170,000.
    [
      { 文件类别: '报告表', 地点: '敏感', 建设情况: '设备', 月数: 3, 次数: 1, 配合: '配合' },
      '34',
      17_000_000,
    ],
    // 20 % alone: 20 % × 500,000 = 100,000, which is 1 % of the investment, the least the law allows.
    [mildest, '20', 10_000_000],
    // 20+10+15+15+16+19+5 = 100 %: 500,000, the most the law allows.
    [
      {
        文件类别: '报告书且重点管理',
        地点: '水源或红线',
        建设情况: '投产',
        月数: 12,
        次数: 4,
        配合: '不配合',
      },
      '100',
      50_000_000,
    ],
  ])('table 1.1 with %j: %s %%', (facts, sum, amount) => {
    const result = reckon(CONSTRUCTION, OF_INVESTMENT, facts, { investment: 10_000_000 });
    expect(result.weighing).toMatchObject({ sum, from: { sum, amount }, to: { sum, amount } });
    expect(result.range).toMatchObject({ min: amount, max: amount, minInclusive: true, maxInclusive: true });
    expect(result.settled).toBe('weights');
    expect(result.conflicts).toEqual([]);
  });

  it('table 2.3: 10 + 20 (linked, not used) + 10 (3 up to 6 months) + 0 + 0 = 40 %; 40 % × 200,000 = 80,000', () => {
    const facts = { 表现: '未使用', 月数: 3, 一年内: '无', 整改: '限期内' };
    const result = reckon(MONITORING, MONITORED, facts);
    expect(result.range).toMatchObject({ min: 8_000_000, max: 8_000_000 });
    const steps = result.steps.map(({ step, value }) => `${step}：${value}`);
    expect(steps.slice(steps.indexOf('裁量起点：10%'))).toEqual([
      '裁量起点：10%',
      '裁量要素：表现：未使用，20%，累计 30%',
      '裁量要素：月数：月数第 3 档，10%，累计 40%',
      '裁量要素：一年内：无，0%，累计 40%',
      '裁量要素：整改：限期内，0%，累计 40%',
      '百分值总和：40%',
      '罚款数额：40% × 200,000 元 ＝ 80,000 元',
      '处罚种类：应当：罚款',
      '同时：责令改正或者限期改正',
    ]);
    expect(result.steps.every(({ basis }) => basis.length > 0)).toBe(true);
  });

  it('table 2.7, second: 7+0+0+0+3+5+0 = 15 %, with the floor note 20 % × 1,000,000 = 200,000', () => {
    const facts = { ...MILD_WATER, 吨数: 50, 超标: '不足 3 倍' };
    const result = reckon(water({ floor: 20 }), sanctionOf({ min: 200_000, max: 1_000_000 }), facts);
    expect(result.weighing?.sum).toBe('20');
    expect(result.range).toMatchObject({ min: 20_000_000, max: 20_000_000 });
    expect(result.conflicts).toEqual([]);
    expect(result.steps).toContainEqual(
      expect.objectContaining({ step: '百分值总和', value: '15%，不足 20%的按 20%计算' }),
    );
  });

  it('table 4.14: 60+2+13+0+0 = 75 %; a cost of 80,000 counts as 200,000; 75 % × 200,000 × 5 = 750,000', () => {
    const facts = { 吨数: 1, 区域: '敏感', 整改: '限期内', 次数: 1 };
    const result = reckon(DUMPING, OF_COST, facts, { 'disposal-cost': 80_000 });
    expect(result.range).toMatchObject({ min: 75_000_000, max: 75_000_000 });
    expect(result.steps).toContainEqual(
      expect.objectContaining({
        step: '计算基数',
        value: '处置费用 80,000 元，不足 200,000 元的，按 200,000 元计算',
      }),
    );
  });

  it('table 2.7, first: 7 % × 1,000,000 = 70,000 lies below the law, which prevails, and the conflict is told', () => {
    const result = reckon(water({}), sanctionOf({ min: 100_000, max: 1_000_000 }), MILD_WATER);
    expect(result.weighing?.from).toEqual({ sum: '7', amount: 7_000_000 });
    expect(result.range).toMatchObject({ min: 10_000_000, max: 10_000_000 });
    expect(result.conflicts.map(({ kind, blocks }) => [kind, blocks])).toEqual([['outside-statute', false]]);
    expect(result.conflicts[0]!.text).toContain('70,000 元');
    // An accepted ground of mitigation does not move the reckoned amount: how far, people decide.
    const grounds = [{ kind: 'removed-harm', state: 'accepted' }];
    const mitigated = reckon(
      water({}),
      sanctionOf({ min: 100_000, max: 1_000_000 }),
      MILD_WATER,
      {},
      {
        circumstances: { factors: MILD_WATER, grounds },
      },
    );
    expect(mitigated.range).toMatchObject({ min: 10_000_000 });
  });

  it('a sum above the cap counts as the cap: 7+8+22+15+10+23+15 = 100 %, and with a start of 10 % 103 %', () => {
    const worst = { 因子: 3, 污染物: '有毒', 区域: '水源', 吨数: 200, 超标: '20 倍', 次数: 4 };
    const item = water({}) as { weights: { starts: object[] } };
    item.weights.starts = [{ percent: 10, of: { max: 1_000_000 } }];
    const result = reckon(item, sanctionOf({ min: 100_000, max: 1_000_000 }), worst);
    expect(result.weighing?.sum).toBe('100');
    expect(result.steps).toContainEqual(
      expect.objectContaining({ value: '103%，超过 100%的按 100%计算', step: '百分值总和' }),
    );
    expect(result.conflicts).toEqual([]);
  });

  it('a fraction of a fen is cut off, but never below the lowest lawful fen', () => {
    // 20 % × 5 % × 100.01 yuan = 1.0001 yuan; the law's 1 % of it begins with 1.01.
    const result = reckon(CONSTRUCTION, OF_INVESTMENT, mildest, { investment: 100.01 });
    expect(result.weighing?.from).toEqual({ sum: '20', amount: 100 });
    expect(result.range).toMatchObject({ min: 101, max: 101 });
    expect(result.conflicts).toEqual([]);
  });
});

describe('columns of a weighted table', () => {
  // Table 6.14: three starts over shared factors, each with a maximum of its own.
  const land = weightedItem(
    [
      {
        name: '未造成重大影响',
        party: 'unit',
        when: { factor: '影响', op: '=', value: false },
        percent: 20,
        of: { max: 500_000 },
      },
      {
        name: '已造成重大影响',
        party: 'unit',
        when: { factor: '影响', op: '=', value: true },
        percent: 50,
        of: { max: 1_000_000 },
      },
      { name: '个人', party: 'person', percent: 25, of: { max: 20_000 } },
    ],
    [byNumber('面积', [400, 1_000], [0, 5, 10])],
    { facts: [{ name: '影响', question: '有无重大影响？', type: 'yes-no' }] },
  );
  const wide = sanctionOf({ min: 1_000, max: 1_000_000 });

  it.each([
    ['organisation', false, 12_500_000], // (20 + 5) % × 500,000
    ['organisation', true, 55_000_000], // (50 + 5) % × 1,000,000
    ['person', true, 600_000], // (25 + 5) % × 20,000
  ])('%s, grave effect %s', (kind, effect, amount) => {
    const result = reckon(land, wide, { 面积: 400, 影响: effect }, {}, { party: { kind, name: '示例' } });
    expect(result.range).toMatchObject({ min: amount, max: amount });
  });

  it('asks on which side 个体工商户 stands', () => {
    const party = { kind: 'individual-business', name: '示例' };
    const of = (facts: Facts) => reckon(land, wide, { 面积: 400, 影响: false, ...facts }, {}, { party });
    expect([of({}).range, of({}).missing[0]?.factor]).toEqual([undefined, 'individual-business-as-unit']);
    expect(of({ 'individual-business-as-unit': true }).range).toMatchObject({ min: 12_500_000 });
    expect(of({ 'individual-business-as-unit': false }).range).toMatchObject({ min: 600_000 });
  });

  it('an unknown switch leaves both columns possible and is asked for first', () => {
    const result = reckon(land, wide, {});
    expect(result.range).toBeUndefined();
    expect(result.settled).toBeUndefined();
    // Lightest (20 + 0) % × 500,000; heaviest (50 + 10) % × 1,000,000.
    expect(result.weighing).toMatchObject({ from: { amount: 10_000_000 }, to: { amount: 60_000_000 } });
    expect(result.missing.map(({ factor }) => factor)).toEqual(['影响', '面积']);
  });

  it('counts no sum that no completion reaches: one fact chooses the column and a degree', () => {
    const linked = weightedItem(
      [
        { when: { factor: '改正', op: '=', value: '已改' }, percent: 10, of: { max: 100_000 } },
        { when: { factor: '改正', op: '=', value: '未改' }, percent: 20, of: { max: 100_000 } },
      ],
      [
        byWord('改正', [
          ['已改', 0],
          ['未改', 30],
        ]),
      ],
    );
    // 10 + 0 or 20 + 30, never 10 + 30 or 20 + 0.
    const result = reckon(linked, wide, {});
    expect(result.weighing).toMatchObject({ from: { sum: '10' }, to: { sum: '50' } });
  });
});

describe('weights with missing or faulty facts', () => {
  it('gives the possible span, no amount, and the most influential question first', () => {
    const facts = { 表现: '未使用' };
    const result = reckon(MONITORING, MONITORED, facts);
    expect(result.range).toBeUndefined();
    expect(result.settled).toBeUndefined();
    // 30 % = 60,000 at the least; 30+20+20+20 = 90 % = 180,000 at the most.
    expect(result.weighing).toMatchObject({
      from: { sum: '30', amount: 6_000_000 },
      to: { sum: '90', amount: 18_000_000 },
    });
    expect(result.weighing?.sum).toBeUndefined();
    const narrower = reckon(water({}), sanctionOf({ min: 100_000, max: 1_000_000 }), { 因子: 1 });
    // 超标 23, 污染物 22, then 15 and 15 (in the table's order), then 吨数 10.
    expect(narrower.missing.map(({ factor }) => factor)).toEqual(['超标', '污染物', '区域', '次数', '吨数']);
  });

  it('counts at the lowest only what cannot be established, and only where the table says so', () => {
    const facts = { 表现: '无法查明', 月数: 3, 一年内: '无', 整改: '限期内' };
    const open = reckon(MONITORING, MONITORED, facts);
    expect(open.range).toBeUndefined();
    const lowest = reckon({ ...MONITORING, unknownFactor: 'lowest' }, MONITORED, facts);
    // 10 + 0 + 10 = 20 %.
    expect(lowest.range).toMatchObject({ min: 4_000_000, max: 4_000_000 });
    expect(lowest.weighing?.parts[0]).toEqual({
      factor: '表现',
      degree: '未联网',
      percent: '0',
      lowest: true,
    });
    const { 表现: _, ...silent } = facts;
    expect(reckon({ ...MONITORING, unknownFactor: 'lowest' }, MONITORED, silent).range).toBeUndefined();
  });

  it('reckons nothing where degrees overlap or the facts have none', () => {
    const overlapping = weightedItem(
      [{ percent: 10, of: { max: 100_000 } }],
      [
        {
          fact: { name: '次数', question: '次数？', type: 'number' },
          weighted: {
            name: '次数',
            degrees: [
              { name: '2 次以下', when: { all: [{ factor: '次数', op: '<=', value: 2 }] }, percent: 0 },
              {
                name: '2 次以上',
                when: {
                  all: [
                    { factor: '次数', op: '>=', value: 2 },
                    { factor: '次数', op: '<', value: 5 },
                  ],
                },
                percent: 5,
              },
            ],
          },
        },
      ],
    );
    const wide = sanctionOf({ min: 1_000, max: 100_000 });
    const kinds = (次数: number) => {
      const result = reckon(overlapping, wide, { 次数 });
      expect(result.range === undefined || 次数 === 1).toBe(true);
      return result.conflicts.map(({ kind, blocks }) => [kind, blocks]);
    };
    expect(kinds(1)).toEqual([]);
    expect(kinds(2)).toEqual([['several-degrees', true]]);
    expect(kinds(5)).toEqual([['no-degree', true]]);
  });

  it('refuses an item that must be retyped, with the reason', () => {
    const item = { ...MONITORING, needsRetyping: '第三行的权重缺失' };
    const result = reckon(item, MONITORED, { 表现: '未使用', 月数: 3, 一年内: '无', 整改: '限期内' });
    expect(result.range).toBeUndefined();
    expect(result.weighing).toBeUndefined();
    expect(result.conflicts).toEqual([expect.objectContaining({ kind: 'needs-retyping', blocks: true })]);
    expect(result.conflicts[0]!.text).toContain('第三行的权重缺失');
    const bare = reckon(itemOf({ needsRetyping: '整表缺失' }), MONITORED, {});
    expect(bare.conflicts.map(({ kind }) => kind)).toEqual(['needs-retyping']);
  });

  it('says what would change, the greatest change first', () => {
    const facts = { 表现: '未安装', 月数: 0, 一年内: '无', 整改: '限期内' };
    const { whatWouldChange } = reckon(MONITORING, MONITORED, facts);
    expect(whatWouldChange[0]).toEqual({
      factor: '表现',
      change: '表现由“未安装”变为“未联网”',
      tier: '百分值总和 10%',
      range: '20,000 元',
    });
    expect(whatWouldChange.length).toBeLessThanOrEqual(12);
    expect(whatWouldChange.some(({ factor, tier }) => factor === '月数' && tier === '百分值总和 45%')).toBe(
      true,
    );
  });

  it('carries the weighing in the JSON document, sums in yuan', () => {
    const result = reckon(MONITORING, MONITORED, { 表现: '未使用', 月数: 3, 一年内: '无' });
    const json = JSON.parse(JSON.stringify(toDiscretionJson(result, [])));
    expect(json).toMatchObject({
      tier: null,
      range: null,
      settled: null,
      weighing: {
        start: { percent: '10' },
        from: { sum: '40', amount: 80_000 },
        to: { sum: '60', amount: 120_000 },
      },
    });
    expect(json.weighing.parts[3]).toEqual({
      factor: '整改',
      possible: [
        { degree: '限期内', percent: '0' },
        { degree: '逾期', percent: '20' },
      ],
    });
  });
});
