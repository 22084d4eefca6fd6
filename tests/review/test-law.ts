import type { Benchmark } from '../../src/corpus/benchmark.ts';
import type { FineRange } from '../../src/law/fine-range.ts';
import type { Sanction } from '../../src/law/sanction.ts';

/** Two versions of one article of the invented rule, with their fines. */
function changed(article: string, old: FineRange, now: FineRange, added: Sanction['types'] = []): Sanction[] {
  const part = {
    provision: { law: '示例部门规章', article },
    types: ['fine' as const],
    mandatory: ['fine' as const],
  };
  return [
    { id: `rule-${article}`, ...part, inForce: ['2010-01-01', '2025-04-30'], fines: [{ range: old }] },
    {
      id: `rule-${article}`,
      ...part,
      types: [...part.types, ...added],
      inForce: ['2025-05-01'],
      fines: [{ range: now }],
    },
  ];
}

/** An article of one version that threatens a fine and nothing else. */
function onlyFine(law: string, article: string, range: FineRange): Sanction {
  return {
    id: `${law}-${article}`,
    provision: { law, article },
    inForce: ['2010-01-01'],
    types: ['fine'],
    mandatory: ['fine'],
    fines: [{ range }],
  };
}

/** Sanctions and benchmarks of the rules' YAML cases. The benchmark's figures are invented. */
export const TEST_SANCTIONS: Sanction[] = [
  {
    id: 'food-safety-124-1-5',
    provision: { law: '中华人民共和国食品安全法', article: '124', paragraph: 1, item: 5 },
    inForce: ['2015-10-01'],
    types: ['confiscate-gains', 'confiscate-goods', 'fine', 'revoke'],
    mandatory: ['confiscate-gains', 'confiscate-goods', 'fine'],
    conditional: [{ type: 'revoke', when: 'serious' }],
    fines: [
      {
        when: { factor: 'goods', op: '<', value: 10000 },
        range: { min: 50000, max: 100000 },
      },
      {
        when: { factor: 'goods', op: '>=', value: 10000 },
        range: { base: 'goods', min: 10, max: 20 },
      },
    ],
  },
  // Article 10 became lighter on 2025-05-01, article 11 heavier, article 12 narrower on both sides.
  ...changed('10', { min: 10000, max: 50000 }, { min: 5000, max: 30000 }),
  ...changed('11', { min: 10000, max: 30000 }, { min: 20000, max: 50000 }),
  ...changed('12', { min: 10000, max: 50000 }, { min: 20000, max: 40000 }),
  // Article 23 only adds a warning.
  ...changed('23', { min: 10000, max: 50000 }, { min: 10000, max: 50000 }, ['warning']),
  {
    id: 'rule-14',
    provision: { law: '示例部门规章', article: '14' },
    inForce: ['2010-01-01'],
    types: ['warning', 'suspend', 'revoke', 'detention'],
    mandatory: ['warning'],
    fines: [],
  },
  {
    id: 'rule-15',
    provision: { law: '示例部门规章', article: '15' },
    inForce: ['2010-01-01'],
    types: ['fine'],
    mandatory: ['fine'],
    fines: [{ range: { base: 'contract', min: '0.02', max: '0.04' } }],
  },
  {
    ...onlyFine('示例部门规章', '24', {}),
    fines: [
      { when: { factor: 'serious', op: '=', value: false }, range: { min: 20000, max: 100000 } },
      { when: { factor: 'serious', op: '=', value: true }, range: { min: 100000, max: 200000 } },
    ],
  },
  {
    ...onlyFine('示例部门规章', '25', { min: 10000, max: 100000 }),
    types: ['fine', 'suspend'],
    conditional: [
      { type: 'suspend', when: { factor: 'refused-correction', op: '=', value: true }, must: true },
    ],
  },
  {
    ...onlyFine('示例部门规章', '26', { min: 10000, max: 100000 }),
    types: ['fine', 'suspend', 'revoke'],
    conditional: [
      { type: 'suspend', when: 'serious' },
      { type: 'revoke', when: 'serious' },
    ],
    oneOf: [{ types: ['suspend', 'revoke'], when: 'serious' }],
  },
  {
    ...onlyFine('示例部门规章', '27', { min: 10000, max: 100000 }),
    types: ['fine', 'suspend'],
    oneOf: [{ types: ['suspend'], others: ['责令停止建设'] }],
  },
  {
    ...onlyFine('示例部门规章', '29', { min: 5000, max: 50000 }),
    mandatory: [],
    conditional: [
      { type: 'fine', when: { factor: 'personal-activity', op: '=', value: false }, must: true },
      { type: 'fine', when: { factor: 'personal-activity', op: '=', value: true } },
    ],
  },
  {
    ...onlyFine('示例部门规章', '28', {}),
    fines: [
      { party: 'unit', range: { min: 50000, max: 200000 } },
      { subject: 'responsible-person', range: { min: 5000, max: 40000 } },
    ],
  },
  onlyFine('示例部门规章', '16', { min: 10000, max: 30000 }),
  onlyFine('示例部门规章', '17', { max: 100000 }),
  onlyFine('示例部门规章', '18', { max: 100000.01 }),
  onlyFine('示例部门规章', '19', { max: 200000 }),
  onlyFine('示例部门规章', '20', { max: 200000.01 }),
  onlyFine('示例部门规章', '21', { min: 10000 }),
  onlyFine('示例部门规章', '22', { max: 100000, maxInclusive: false }),
  onlyFine('示例市示例办法', '5', { max: 30000 }),
  onlyFine('示例市示例办法', '6', { max: 30000.01 }),
  onlyFine('示例省示例条例', '20', { max: 5000 }),
  { ...onlyFine('示例省示例条例', '21', { max: 5000 }), types: ['fine', 'detention'] },
  { ...onlyFine('示例省示例条例', '22', { max: 5000 }), types: ['fine', 'revoke'] },
  { ...onlyFine('中华人民共和国产品质量法', '60', { max: 5000 }), types: ['fine', 'detention'] },
];

/** Imported texts of invented articles: nobody entered their sanctions. */
export const TEST_TEXTS: Record<string, string> = {
  '示例部门规章 20':
    '从事示例经营，应当符合下列条件，经主管部门批准：\n（一）甲；\n（二）乙；\n（三）丙；\n（四）丁。',
  '示例部门规章 31': '违反本办法的，由主管部门责令改正，给予警告，处二万元以上十万元以下的罚款。',
  '示例部门规章 32':
    '违反本办法的，由主管部门责令改正，处一万元以上三万元以下的罚款；拒不改正或者有其他情形的，处三万元以上五万元以下的罚款，吊销许可证。',
  '示例部门规章 33':
    '有下列行为之一的，给予警告，并可以按照受侵害的劳动者每人100元以上500元以下的标准计算，处以罚款：\n（一）甲；\n（二）乙。',
  '示例部门规章 34':
    '违反本办法的，没收违法所得；货值金额不足一万元的，并处五千元以上五万元以下罚款；货值金额一万元以上的，并处货值金额五倍以上十倍以下罚款；情节严重的，吊销许可证。',
  '示例部门规章 35': '当事人有法定情形的，依法从轻或者减轻。',
  '示例部门规章 36':
    '违反本办法的，由交通运输主管部门处一千元以上五千元以下的罚款，情节严重的，吊销营业执照。',
  '示例部门规章 37':
    '违反本办法的，对单位处二万元以上五万元以下的罚款，对直接负责的主管人员处一千元以上五千元以下的罚款。',
  '示例部门规章 38': '违反本办法的，依照有关法律、行政法规的规定处罚。',
};

/** What these tables lack. */
const NOTHING_BESIDES = { supersedes: [], generalRules: [], noPenalty: [] };

export const TEST_BENCHMARKS: Benchmark[] = [
  {
    id: 'test-benchmark',
    name: '示例市场监管行政处罚裁量基准',
    issuer: '示例市市场监督管理局',
    region: '示例省示例市',
    ...NOTHING_BESIDES,
    field: 'market',
    example: true,
    publishedOn: '2023-01-01',
    inForce: { from: '2023-02-01' },
    source: '示例',
    items: [
      {
        id: 'test-expired-food',
        violation: '经营超过保质期的食品',
        field: 'market',
        itemCode: 'MK-001',
        breached: [{ law: '中华人民共和国食品安全法', article: '34', item: 10 }],
        sanction: 'food-safety-124-1-5',
        appliesTo: 'any',
        factors: [{ name: 'goods', question: '货值金额', type: 'number', unit: '元' }],
        tiers: [
          {
            order: 1,
            name: '一般',
            grade: 'ordinary',
            when: { factor: 'goods', op: '<', value: 5000 },
            conditions: '货值金额不足五千元',
            fine: { min: 50000, max: 80000 },
            extra: [],
          },
          {
            order: 2,
            name: '从重',
            grade: 'heavier',
            when: { factor: 'goods', op: '>=', value: 5000 },
            conditions: '货值金额五千元以上',
            fine: { min: 80000, max: 100000, minInclusive: false },
            extra: [],
          },
        ],
        unknownFactor: 'unclear',
        severalTiers: 'unclear',
        figures: '示例',
      },
    ],
  },
  flawed({ id: 'expired', inForce: { from: '2020-01-01', to: '2025-05-12' } }),
  flawed({ id: 'last-day', inForce: { from: '2020-01-01', to: '2025-05-13' } }),
  flawed({ id: 'elsewhere', region: '示例省另一市' }),
  flawed({ id: 'unpublished', publishedOn: undefined }),
  flawed({ id: 'published-late', publishedOn: '2025-05-14' }),
  flawed({ id: 'too-high' }, { min: 50000, max: 100001 }),
  flawed({ id: 'too-low' }, { min: 49999, max: 100000 }),
  flawed({ id: 'other-unit' }, { base: 'turnover', min: 1, max: 2 }),
  // Tables replaced on 2025-05-01: lighter, heavier, wider on both sides, unchanged; one ended, one came anew.
  ...twoVersions('MK-010', { min: 50000, max: 80000 }, { min: 50000, max: 60000 }),
  ...twoVersions('MK-011', { min: 50000, max: 60000 }, { min: 60000, max: 80000 }),
  ...twoVersions('MK-012', { min: 60000, max: 80000 }, { min: 50000, max: 100000 }),
  ...twoVersions('MK-013', { min: 50000, max: 60000 }, { min: 50000, max: 60000 }),
  ...twoVersions('MK-014', { min: 50000, max: 60000 }, undefined),
  ...twoVersions('MK-015', undefined, { min: 50000, max: 60000 }),
];

/** The versions of one item's table before and from 2025-05-01; their items are `<code>-old` and `<code>-new`. */
function twoVersions(code: string, old: FineRange | undefined, now: FineRange | undefined): Benchmark[] {
  const version = (id: string, inForce: Benchmark['inForce'], fine: FineRange): Benchmark => {
    const made = flawed({ id, inForce, name: `示例基准 ${code}` }, fine);
    return { ...made, items: made.items.map((item) => ({ ...item, id, itemCode: code })) };
  };
  return [
    ...(old ? [version(`${code}-old`, { from: '2020-01-01', to: '2025-04-30' }, old)] : []),
    ...(now ? [version(`${code}-new`, { from: '2025-05-01' }, now)] : []),
  ];
}

/** A benchmark of one tier for the base case's violation, with one fault; its item is `<id>-item`. */
function flawed(
  change: { id: string } & { [K in keyof Benchmark]?: NonNullable<Benchmark[K]> },
  fine: FineRange = { min: 50000, max: 100000 },
): Benchmark {
  return {
    name: `示例基准 ${change.id}`,
    issuer: '示例机关',
    region: '示例省示例市',
    ...NOTHING_BESIDES,
    field: 'market',
    example: true,
    publishedOn: '2020-01-01',
    inForce: { from: '2020-01-01' },
    source: '示例',
    items: [
      {
        id: `${change.id}-item`,
        violation: '经营超过保质期的食品',
        field: 'market',
        breached: [],
        sanction: 'food-safety-124-1-5',
        appliesTo: 'any',
        factors: [],
        tiers: [
          {
            order: 1,
            name: '一般',
            grade: 'ordinary',
            when: { factor: 'goods', op: '>=', value: 0 },
            conditions: '各种情形',
            fine,
            extra: [],
          },
        ],
        unknownFactor: 'unclear',
        severalTiers: 'unclear',
        figures: '示例',
      },
    ],
    ...change,
  };
}
