import type { Benchmark, BenchmarkItem } from '../../../src/corpus/benchmark.ts';
import type { FaultKind } from '../../../src/discretion/check/benchmark-fault.ts';

/** Breaks one thing of a table. */
export type Break = (table: Benchmark, item: (id: string) => BenchmarkItem) => void;

/** What is broken, and the fault that tells of it with the row it is in. */
export const BROKEN: [what: string, kind: FaultKind, row: string, break_: Break][] = [
  // The table as a whole.
  [
    'ends before it begins',
    'validity',
    'invented',
    (t) => {
      t.inForce.to = '2023-12-31';
    },
  ],
  [
    'supersedes itself',
    'validity',
    'invented',
    (t) => {
      t.supersedes = ['invented'];
    },
  ],
  [
    'published a day late',
    'published-late',
    'invented',
    (t) => {
      t.publishedOn = '2024-01-02';
    },
  ],
  [
    'two items of one id',
    'duplicate-item',
    'shares',
    (_, i) => {
      i('parties').id = 'shares';
    },
  ],
  [
    'an item and a no-penalty entry of one id',
    'duplicate-item',
    'tiered',
    (t) => {
      t.noPenalty[0]!.id = 'tiered';
    },
  ],
  [
    'empty',
    'no-items',
    'invented',
    (t) => {
      t.items = [];
      t.noPenalty = [];
    },
  ],
  [
    'a part of the span upside down',
    'within',
    'invented',
    (t) => {
      t.within!.ordinary = { ...t.within!.ordinary!, from: 0.7, to: 0.3 };
    },
  ],
  [
    'lighter above heavier',
    'within',
    'invented',
    (t) => {
      [t.within!.lighter, t.within!.heavier] = [t.within!.heavier, t.within!.lighter];
    },
  ],
  // The law under it.
  [
    'unknown provision',
    'unknown-sanction',
    'tiered',
    (_, i) => {
      i('tiered').sanction = 'none';
    },
  ],
  [
    'provision ended before the table',
    'dead-statute',
    'tiered',
    (t, i) => {
      i('tiered').sanction = 'ended';
      t.inForce = { from: '2025-01-01' };
    },
  ],
  [
    'provision ends a day before the table does',
    'dead-statute',
    'tiered',
    (t, i) => {
      i('tiered').sanction = 'ended';
      t.inForce.to = '2025-01-01';
    },
  ],
  [
    'provision ends, the table never',
    'dead-statute',
    'tiered',
    (_, i) => {
      i('tiered').sanction = 'ended';
    },
  ],
  [
    'table older than the provision',
    'dead-statute',
    'tiered',
    (t) => {
      t.inForce.from = '2019-12-31';
      t.publishedOn = '2019-12-01';
    },
  ],
  [
    'duty repealed',
    'dead-provision',
    'parties',
    (_, i) => {
      i('parties').breached = [{ law: '示例市容条例', article: '9' }];
    },
  ],
  [
    'duty to come',
    'dead-provision',
    'weighted',
    (_, i) => {
      i('weighted').breached[0]!.article = '10';
    },
  ],
  [
    'no such article',
    'dead-provision',
    'counted',
    (_, i) => {
      i('counted').breached[0]!.article = '31';
    },
  ],
  [
    'no such article in a no-penalty list',
    'dead-provision',
    'spared',
    (t) => {
      t.noPenalty[0]!.breached = [{ law: '示例市容条例', article: '99' }];
    },
  ],
  // Spans.
  [
    'a yuan above the maximum',
    'outside-statute',
    'tiered 严重',
    (_, i) => {
      i('tiered').tiers[3]!.fine!.max = 100001;
    },
  ],
  [
    'a yuan below the minimum, not mitigated',
    'outside-statute',
    'tiered 较轻',
    (_, i) => {
      i('tiered').tiers[1]!.fine!.min = 9999;
    },
  ],
  [
    'eleven times where ten are the most',
    'outside-statute',
    'multiples 四',
    (_, i) => {
      i('multiples').tiers[3]!.fine!.max = 11;
    },
  ],
  [
    'times where the statute has sums',
    'outside-statute',
    'multiples 一',
    (_, i) => {
      i('multiples').tiers[0]!.fine = { base: 'goods', min: 5, max: 7 };
    },
  ],
  [
    'sums where the statute has times',
    'outside-statute',
    'multiples 三',
    (_, i) => {
      i('multiples').tiers[2]!.fine = { min: 50000, max: 60000 };
    },
  ],
  [
    "a unit's span for persons",
    'outside-statute',
    'parties 严重',
    (_, i) => {
      i('parties').tiers[2]!.fines![1]!.max = 2001;
    },
  ],
  [
    'one span for both where the statute parts them',
    'outside-statute',
    'parties 轻微',
    (_, i) => {
      const one = i('parties').tiers[0]!;
      one.fines = undefined;
      one.fine = { min: 5000, max: 20000 };
    },
  ],
  [
    'more than the whole span',
    'outside-statute',
    'shares 再次',
    (_, i) => {
      i('shares').tiers[1]!.fine = { min: 40000, max: 60000 };
    },
  ],
  [
    'a fine without penalty',
    'outside-statute',
    'tiered 减轻',
    (_, i) => {
      i('tiered').tiers[0]!.grade = 'no-penalty';
    },
  ],
  [
    'no fine where one must be',
    'missing-fine',
    'tiered 一般',
    (_, i) => {
      i('tiered').tiers[2]!.fine = undefined;
    },
  ],
  [
    'no span for persons',
    'party-missing',
    'parties 一般',
    (_, i) => {
      i('parties').tiers[1]!.fines = [
        { party: 'unit', min: 20000, max: 35000 },
        { party: 'unit', min: 20000, max: 35000, when: { factor: 'place', op: '=', value: '背街' } },
      ];
    },
  ],
  [
    'two spans for units',
    'overlap',
    'parties 一般',
    (_, i) => {
      delete i('parties').tiers[1]!.fines![1]!.party;
      i('parties').appliesTo = 'unit';
    },
  ],
  [
    'ends exchanged',
    'empty-span',
    'tiered 一般',
    (_, i) => {
      Object.assign(i('tiered').tiers[2]!.fine!, { min: 60000, max: 30000 });
    },
  ],
  [
    'one number that is excluded',
    'empty-span',
    'tiered 一般',
    (_, i) => {
      Object.assign(i('tiered').tiers[2]!.fine!, { min: 60000 });
    },
  ],
  [
    'mitigated inside the statute',
    'mitigation-inside',
    'tiered 减轻',
    (_, i) => {
      i('tiered').tiers[0]!.fine = { min: 10000, max: 12000 };
    },
  ],
  [
    'a type the provision lacks',
    'type-not-allowed',
    'tiered 一般',
    (_, i) => {
      i('tiered').tiers[2]!.extra = ['revoke'];
    },
  ],
  [
    'a type that does not exist',
    'type-not-allowed',
    'tiered 一般',
    (_, i) => {
      i('tiered').tiers[2]!.extra = ['严厉处理'];
    },
  ],
  // Conditions.
  [
    'a tier taken out',
    'gap',
    'tiered',
    (_, i) => {
      i('tiered').tiers.splice(2, 1);
      i('tiered').tiers[2]!.order = 3;
    },
  ],
  [
    'a number between two tiers',
    'gap',
    'multiples',
    (_, i) => {
      Object.assign(i('multiples').tiers[3]!.when, { op: '>' });
    },
  ],
  [
    'a choice forgotten',
    'gap',
    'parties',
    (_, i) => {
      i('parties').factors[0]!.choices!.push('车站');
    },
  ],
  [
    'a yes-no answered one way only',
    'gap',
    'shares',
    (_, i) => {
      i('shares').tiers.splice(1, 1);
    },
  ],
  [
    'a number in two tiers',
    'overlap',
    'multiples',
    (_, i) => {
      Object.assign(i('multiples').tiers[0]!.when, { op: '<=' });
    },
  ],
  [
    'a choice in two tiers',
    'overlap',
    'parties',
    (_, i) => {
      i('parties').tiers[1]!.when = { factor: 'place', op: 'within', value: ['主干道', '景区'] };
    },
  ],
  [
    'a tier that nothing reaches',
    'dead-tier',
    'tiered 严重',
    (_, i) => {
      i('tiered').tiers[3]!.when = {
        all: [
          { factor: 'area', op: '>=', value: 10 },
          { factor: 'area', op: '<', value: 10 },
        ],
      };
    },
  ],
  [
    'a factor not declared',
    'undeclared-factor',
    'tiered',
    (_, i) => {
      i('tiered').factors.pop();
    },
  ],
  [
    'a factor declared twice',
    'wrong-value',
    'tiered',
    (_, i) => {
      i('tiered').factors.push(i('tiered').factors[0]!);
    },
  ],
  [
    'a choice that is no choice',
    'wrong-value',
    'parties',
    (_, i) => {
      i('parties').tiers[0]!.when = { factor: 'place', op: 'within', value: ['背巷'] };
    },
  ],
  [
    'words compared as numbers',
    'wrong-value',
    'parties',
    (_, i) => {
      i('parties').factors[0]!.type = 'yes-no';
    },
  ],
  // Order.
  [
    'numbered wrongly',
    'order',
    'tiered 一般',
    (_, i) => {
      i('tiered').tiers[2]!.order = 5;
    },
  ],
  [
    'two tiers of one name',
    'same-name',
    'tiered 较轻',
    (_, i) => {
      i('tiered').tiers[2]!.name = '较轻';
    },
  ],
  [
    'heavier before ordinary',
    'grade-order',
    'tiered 一般',
    (_, i) => {
      i('tiered').tiers[1]!.grade = 'heavier';
    },
  ],
  [
    'heavier costs less',
    'not-rising',
    'tiered 严重',
    (_, i) => {
      Object.assign(i('tiered').tiers[3]!.fine!, { min: 25000, max: 50000 });
    },
  ],
  [
    'fewer times for more goods',
    'not-rising',
    'multiples 四',
    (_, i) => {
      Object.assign(i('multiples').tiers[3]!.fine!, { min: 5, max: 6 });
    },
  ],
  // Weights.
  [
    'mildest sum below the minimum',
    'outside-statute',
    'weighted',
    (_, i) => {
      i('weighted').weights!.starts[0]!.percent = 7;
    },
  ],
  [
    'heaviest sum above the maximum',
    'outside-statute',
    'weighted',
    (_, i) => {
      i('weighted').weights!.starts[0]!.of = { max: 60000 };
    },
  ],
  [
    'a cap above the maximum',
    'wrong-weight',
    'weighted',
    (_, i) => {
      i('weighted').weights!.cap = 120;
    },
  ],
  [
    'a floor above the cap',
    'wrong-weight',
    'weighted',
    (_, i) => {
      i('weighted').weights!.floor = 101;
    },
  ],
  [
    'nothing to multiply with',
    'wrong-weight',
    'weighted 单位',
    (_, i) => {
      i('weighted').weights!.starts[0]!.of = { base: 'goods' };
    },
  ],
  [
    'a weight above a hundred',
    'wrong-weight',
    'weighted 面积',
    (_, i) => {
      i('weighted').weights!.factors[0]!.degrees[2]!.percent = 101;
    },
  ],
  [
    'a heavier degree that weighs less',
    'not-rising',
    'weighted 面积',
    (_, i) => {
      i('weighted').weights!.factors[0]!.degrees[1]!.percent = 61;
    },
  ],
  [
    'a degree taken out',
    'gap',
    'weighted 面积',
    (_, i) => {
      i('weighted').weights!.factors[0]!.degrees.splice(1, 1);
    },
  ],
  [
    'a number in two degrees',
    'overlap',
    'weighted 面积',
    (_, i) => {
      i('weighted').weights!.factors[0]!.degrees[0]!.when = { factor: 'area', op: '<=', value: 5 };
    },
  ],
  [
    'no column for persons',
    'party-missing',
    'weighted',
    (_, i) => {
      i('weighted').weights!.starts.pop();
    },
  ],
  [
    'two columns for units',
    'overlap',
    'weighted',
    (_, i) => {
      i('weighted').weights!.starts.push({ party: 'unit', percent: 10, of: { max: 50000 } });
    },
  ],
  // Units.
  [
    'base sum below the minimum',
    'outside-statute',
    'counted',
    (_, i) => {
      i('counted').perUnit!.from = 9999;
    },
  ],
  [
    'base sum upside down',
    'empty-span',
    'counted',
    (_, i) => {
      i('counted').perUnit!.to = 9000;
    },
  ],
  [
    'counting what is no number',
    'wrong-value',
    'counted',
    (_, i) => {
      i('counted').perUnit!.add[0]!.factor = 'repeat';
    },
  ],
  [
    'counting what nobody asks for',
    'undeclared-factor',
    'counted',
    (_, i) => {
      i('counted').factors.shift();
    },
  ],
  [
    'each unit for nothing',
    'not-rising',
    'counted',
    (_, i) => {
      i('counted').perUnit!.add[0]!.each = 0;
    },
  ],
  [
    'a row that must be typed anew',
    'needs-retyping',
    'counted',
    (_, i) => {
      i('counted').needsRetyping = '权重一栏重复';
    },
  ],
];
