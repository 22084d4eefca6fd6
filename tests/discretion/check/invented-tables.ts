import { type Benchmark, benchmarkSchema } from '../../../src/corpus/benchmark.ts';
import type { CheckedAgainst } from '../../../src/discretion/check/check-benchmark.ts';
import type { Sanction } from '../../../src/law/sanction.ts';

const provision = (article: string) => ({ law: '示例市容条例', article });

/** Penal provisions of an invented regulation. */
const SANCTIONS: Sanction[] = [
  {
    // 10,000 to 100,000 yuan, warning beside it.
    id: 'plain',
    provision: provision('41'),
    inForce: ['2020-01-01'],
    types: ['warning', 'fine'],
    mandatory: ['fine'],
    fines: [{ range: { min: 10000, max: 100000 } }],
  },
  {
    // Goods under 10,000 yuan: 5,000 to 50,000 yuan; from there on 5 to 10 times.
    id: 'switched',
    provision: provision('42'),
    inForce: ['2020-01-01'],
    types: ['fine', 'confiscate-goods', 'revoke'],
    mandatory: ['confiscate-goods', 'fine'],
    fines: [
      { when: { factor: 'goods', op: '<', value: 10000 }, range: { min: 5000, max: 50000 } },
      { when: { factor: 'goods', op: '>=', value: 10000 }, range: { base: 'goods', min: 5, max: 10 } },
    ],
  },
  {
    // Units 5,000 to 50,000 yuan, persons 200 to 2,000.
    id: 'parted',
    provision: provision('43'),
    inForce: ['2020-01-01'],
    types: ['fine'],
    mandatory: ['fine'],
    fines: [
      { party: 'unit', range: { min: 5000, max: 50000 } },
      { party: 'person', range: { min: 200, max: 2000 } },
    ],
  },
  {
    id: 'ended',
    provision: provision('44'),
    inForce: ['2020-01-01', '2024-12-31'],
    types: ['warning', 'fine'],
    mandatory: ['fine'],
    fines: [{ range: { min: 10000, max: 100000 } }],
  },
];

/** A library that holds these provisions; articles 1 to 30 of the regulation are in force, 9 ended, 10 is to come. */
export const BOOK: CheckedAgainst = {
  sanction: (id) => SANCTIONS.find((sanction) => sanction.id === id),
  sanctionsOf: ({ law, article }) =>
    SANCTIONS.filter((one) => one.provision.law === law && one.provision.article === article),
  statuteOf: () => undefined,
  readingOf: () => undefined,
  cite: ({ law, article }, on) => {
    if (law !== '示例市容条例') return { state: 'unknown-law' };
    if (Number(article) > 30) return { state: 'no-such-article', level: 'local-regulation' };
    if (article === '9' && on > '2022-12-31')
      return { state: 'repealed', since: '2023-01-01', level: 'local-regulation' };
    if (article === '10' && on < '2025-01-01')
      return { state: 'not-yet-in-force', from: '2025-01-01', level: 'local-regulation' };
    return {
      state: 'in-force',
      level: 'local-regulation',
      article: provision(article),
      title: '示例市容条例',
    } as never;
  },
};

const goods = { name: 'goods', label: '货值金额', question: '货值多少？', type: 'number', unit: '元' };
const area = { name: 'area', label: '面积', question: '多大？', type: 'number', unit: '平方米' };
const place = {
  name: 'place',
  label: '地段',
  question: '在哪里？',
  type: 'choice',
  choices: ['背街', '主干道', '景区'],
};
const repeat = { name: 'repeat', label: '再次', question: '是否再次？', type: 'yes-no' };
const base = {
  violation: '示例违法行为',
  field: 'urban',
  breached: [{ law: '示例市容条例', article: '12' }],
  figures: '示例数字',
};
const areaIs = (op: string, value: number) => ({ factor: 'area', op, value });
const placeIs = (...value: string[]) => ({ factor: 'place', op: 'within', value });
const repeats = (value: boolean) => ({ factor: 'repeat', op: '=', value });

const tier = (order: number, name: string, grade: string, when: unknown, rest: object) => ({
  order,
  name,
  grade,
  when,
  conditions: name,
  ...rest,
});

/** A sound table of every shape; each test breaks one thing of a copy. */
export function soundTable(): Benchmark {
  return benchmarkSchema.parse({
    id: 'invented',
    name: '示例市城市管理裁量基准（示例）',
    issuer: '示例市城市管理局',
    region: '示例省示例市',
    field: 'urban',
    example: true,
    publishedOn: '2023-12-20',
    inForce: { from: '2024-01-01' },
    source: '示例',
    within: {
      lighter: { from: 0, to: 0.3 },
      ordinary: { from: 0.3, to: 0.7 },
      heavier: { from: 0.7, to: 1 },
      source: '示例规定第三条',
    },
    items: [
      {
        ...base,
        id: 'tiered',
        sanction: 'plain',
        factors: [area, repeat],
        tiers: [
          tier(
            1,
            '减轻',
            'mitigated',
            { all: [areaIs('<', 2), repeats(false)] },
            { fine: { min: 2000, max: 10000, maxInclusive: false } },
          ),
          tier(
            2,
            '较轻',
            'lighter',
            { all: [areaIs('>=', 2), areaIs('<', 5), repeats(false)] },
            { fine: { min: 10000, max: 30000, maxInclusive: false } },
          ),
          tier(
            3,
            '一般',
            'ordinary',
            { all: [areaIs('>=', 5), areaIs('<', 10), repeats(false)] },
            { fine: { min: 30000, max: 60000, maxInclusive: false }, extra: ['warning'] },
          ),
          tier(
            4,
            '严重',
            'heavier',
            { any: [areaIs('>=', 10), repeats(true)] },
            { fine: { min: 60000, max: 100000 } },
          ),
        ],
      },
      {
        ...base,
        id: 'multiples',
        sanction: 'switched',
        factors: [goods],
        tiers: [
          tier(
            1,
            '一',
            'lighter',
            { factor: 'goods', op: '<', value: 5000 },
            { fine: { min: 5000, max: 20000 } },
          ),
          tier(
            2,
            '二',
            'heavier',
            {
              all: [
                { factor: 'goods', op: '>=', value: 5000 },
                { factor: 'goods', op: '<', value: 10000 },
              ],
            },
            { fine: { min: 20000, max: 50000 } },
          ),
          tier(
            3,
            '三',
            'lighter',
            {
              all: [
                { factor: 'goods', op: '>=', value: 10000 },
                { factor: 'goods', op: '<', value: 50000 },
              ],
            },
            { fine: { base: 'goods', min: 5, max: 7 } },
          ),
          tier(
            4,
            '四',
            'heavier',
            { factor: 'goods', op: '>=', value: 50000 },
            { fine: { base: 'goods', min: 7, max: 10 } },
          ),
        ],
      },
      {
        ...base,
        id: 'parties',
        sanction: 'parted',
        factors: [place],
        tiers: [
          tier(1, '轻微', 'lighter', placeIs('背街'), {
            fines: [
              { party: 'unit', min: 5000, max: 20000 },
              { party: 'person', min: 200, max: 800 },
            ],
          }),
          tier(2, '一般', 'ordinary', placeIs('主干道'), {
            fines: [
              { party: 'unit', min: 20000, max: 35000 },
              { party: 'person', min: 800, max: 1400 },
            ],
          }),
          tier(3, '严重', 'heavier', placeIs('景区'), {
            fines: [
              { party: 'unit', min: 35000, max: 50000 },
              { party: 'person', min: 1400, max: 2000 },
            ],
          }),
        ],
      },
      {
        ...base,
        id: 'shares',
        sanction: 'parted',
        factors: [repeat],
        tiers: [
          tier(1, '初次', 'lighter', repeats(false), { fine: { ofSpan: true, min: 0, max: 0.3 } }),
          tier(2, '再次', 'heavier', repeats(true), { fine: { ofSpan: true, min: 0.7, max: 1 } }),
        ],
      },
      {
        ...base,
        id: 'weighted',
        sanction: 'parted',
        factors: [area, repeat],
        weights: {
          starts: [
            { name: '单位', party: 'unit', percent: 10, of: { max: 50000 } },
            { name: '个人', party: 'person', percent: 10, of: { max: 2000 } },
          ],
          factors: [
            {
              name: '面积',
              degrees: [
                { name: '不足五', when: areaIs('<', 5), percent: 0 },
                { name: '五至十', when: { all: [areaIs('>=', 5), areaIs('<', 10)] }, percent: 30 },
                { name: '十以上', when: areaIs('>=', 10), percent: 60 },
              ],
            },
            {
              name: '次数',
              degrees: [
                { name: '初次', when: repeats(false), percent: 0 },
                { name: '再次', when: repeats(true), percent: '30' },
              ],
            },
          ],
        },
      },
      {
        ...base,
        id: 'counted',
        sanction: 'plain',
        factors: [area, repeat],
        perUnit: { from: 10000, add: [{ factor: 'area', above: 2, each: 1000, when: repeats(true) }] },
      },
    ],
    noPenalty: [
      {
        ...base,
        id: 'spared',
        when: { all: [repeats(false), areaIs('<', 1)] },
        conditions: '初次，不足一平方米，及时改正',
        factors: [area, repeat],
      },
    ],
  });
}
