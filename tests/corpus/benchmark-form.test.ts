import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readBenchmark } from '../../src/corpus/read-benchmarks.ts';
import { readYamlSource } from '../../src/corpus/read-yaml-source.ts';
import { AppError } from '../../src/errors.ts';

const AREA = { name: 'area', label: '面积', question: '多少？', type: 'number' };
const more = (value: unknown) => ({ factor: 'area', op: '>=', value });
const tableOf = (item: object) => ({
  id: 'shop',
  name: '示例基准',
  issuer: '示例市市容局',
  region: '示例市',
  field: 'urban',
  inForce: { from: '2024-01-01' },
  source: '自拟',
  items: [
    {
      id: 'shop-a',
      violation: '占道经营',
      field: 'urban',
      breached: [],
      sanction: 'any',
      factors: [AREA],
      figures: '自拟',
      ...item,
    },
  ],
});
const tier = (fine: object, when: object = more(0)) => ({
  tiers: [{ order: 1, name: '一般', grade: 'ordinary', when, conditions: '一律', fine }],
});
const weighted = (percent: unknown) => ({
  weights: {
    starts: [{ percent: 10, of: { max: 200_000 } }],
    factors: [{ name: '面积', degrees: [{ name: '大', when: more(0), percent }] }],
  },
});

/** Each with the place and the words of its refusal. */
const REFUSED: [string, object, string, RegExp][] = [
  ['a share upside down', tier({ ofSpan: true, min: 0.7, max: 0.3 }), 'shop-a 一般 fine.min', /写反/],
  ['a share above the whole', tier({ ofSpan: true, min: 30, max: 70 }), 'shop-a 一般 fine.min', /0 至 1/],
  ['a sum below zero', tier({ min: -5, max: 5000 }), 'shop-a 一般 fine.min', /不小于 0/],
  ['a sum below zero in words', tier({ min: '-5' }), 'shop-a 一般 fine.min', /不小于 0/],
  ['a multiple below zero', tier({ base: 'goods', max: -2 }), 'shop-a 一般 fine.max', /不小于 0/],
  ['a sum with its unit', tier({ min: '1万' }), 'shop-a 一般 fine.min', /不小于 0 的数/],
  ['a sum finer than a fen', tier({ min: '5000.005' }), 'shop-a 一般 fine.min', /两位小数/],
  ['a percentage in words', weighted('二十'), 'shop-a 面积 大 percent', /百分数/],
  ['a number in quotes', tier({ min: 1 }, more('3')), 'shop-a 一般 when.value', /不加引号/],
  [
    'a yes or no compared as a number',
    { ...tier({ min: 1 }, { any: [more(20)] }), factors: [{ ...AREA, type: 'yes-no' }] },
    'shop-a 一般 when.any.0.op',
    /“面积”不是数值/,
  ],
  [
    'a base sum below zero',
    { perUnit: { from: -1000, add: [{ factor: 'area', each: 500 }] } },
    'shop-a perUnit.from',
    /不小于 0/,
  ],
];

function faultsOf(item: object) {
  try {
    readBenchmark(stringify(tableOf(item)), 'shop.yaml');
  } catch (error) {
    if (error instanceof AppError) return error.faults;
    throw error;
  }
  return [];
}

describe('the form of a discretion table', () => {
  it.each(REFUSED)('%s is refused with its place, by the check and at import', (_, item, place, words) => {
    const faults = faultsOf(item);
    expect(faults.map(({ path }) => path)).toContain(place);
    expect(faults.find(({ path }) => path === place)?.expected).toMatch(words);
    const bytes = new TextEncoder().encode(stringify(tableOf(item)));
    const [reading] = [...readYamlSource('shop.yaml', bytes, false)];
    expect(reading).toHaveProperty('fault');
    expect(JSON.stringify(reading)).toContain('shop-a');
  });

  it('what can be reckoned with is accepted', () => {
    const sound = [
      tier({ ofSpan: true, min: 0.3, max: 0.7 }),
      tier({ ofSpan: true, max: 0.3 }),
      tier({ min: '5,000.50', max: 10_000 }),
      tier({ base: 'goods', min: 0.125, max: '1.3333' }),
      tier({ min: 0, max: 0 }),
      weighted('7.5'),
      weighted(-10),
      { perUnit: { from: 0, add: [{ factor: 'area', each: 500 }] } },
    ];
    expect(sound.map(faultsOf)).toEqual(sound.map(() => []));
  });
});
