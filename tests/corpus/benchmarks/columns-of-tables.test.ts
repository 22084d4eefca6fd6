import { describe, expect, it } from 'vitest';
import { benchmarkSchema } from '../../../src/corpus/benchmark.ts';
import { readTable } from '../../../src/corpus/benchmarks/read-table.ts';
import { buildReferenceBook } from '../../../src/corpus/build-reference-book.ts';
import { loadReferenceBook, readReferenceParts } from '../../../src/corpus/load-reference-book.ts';
import { benchmarkLine } from '../../../src/corpus/sources/sheets/benchmark-rows.ts';
import { caseOfFacts } from '../../../src/discretion/case-of-facts.ts';
import { checkBenchmark } from '../../../src/discretion/check/check-benchmark.ts';
import { findTier } from '../../../src/discretion/find-tier.ts';
import { yuanText } from '../../../src/law/money.ts';
import { AS_RESPONSIBLE } from '../../../src/law/sanction-conditions.ts';

const PLAIN = '《示例省示例条例》第三十条 处一千元以上三万元以下罚款。';
const RESPONSIBLE =
  '《示例省示例条例》第三十一条 处一万元以上十万元以下罚款，对直接负责的主管人员和其他直接责任人员处一千元以上一万元以下罚款。';

function line(fields: object) {
  const row = benchmarkLine({
    benchmark: '示例省裁量表（2024-01-01施行）',
    violation: '示例违法',
    penalty_basis: [PLAIN],
    ...fields,
  })!;
  const reading = readTable(row.table, [row], loadReferenceBook());
  expect(benchmarkSchema.safeParse(reading.benchmark).error).toBeUndefined();
  return { ...reading, only: reading.readings[0]! };
}

function bookOf(reading: ReturnType<typeof line>) {
  const parts = readReferenceParts();
  return buildReferenceBook({
    ...parts,
    benchmarks: [reading.benchmark, ...parts.benchmarks],
    tableSanctions: reading.sanctions,
  });
}

function resultOf(reading: ReturnType<typeof line>, facts: object) {
  const book = bookOf(reading);
  return findTier({ file: caseOfFacts(reading.only.item.id, { on: '2024-06-01', ...facts }, book), book });
}

const spanOf = (reading: ReturnType<typeof line>, facts: object) => {
  const { range } = resultOf(reading, facts);
  return range && [range.min, range.max].map((end) => end !== undefined && yuanText(end));
};

describe('“无”写在条件一栏', () => {
  const columns = ['违法行为', '数量', '危害后果', '处罚标准'];
  const HARM = line({
    columns,
    grid: [
      ['5件以下', '无', '1000元'],
      ['5件以下', '轻微', '2000元'],
      ['5件以下', '严重', '3000元'],
      ['5件以上', '无', '4000元'],
      ['5件以上', '轻微', '5000元'],
      ['5件以上', '严重', '6000元'],
    ],
  });

  it('与“轻微”“严重”并列的“无”是一种后果，后果严重的不落入“无”', () => {
    expect(HARM.only.faults).toEqual([]);
    expect(spanOf(HARM, { factors: { 数量: 3, 危害后果: '无' } })).toEqual(['1000', '1000']);
    expect(spanOf(HARM, { factors: { 数量: 3, 危害后果: '严重' } })).toEqual(['3000', '3000']);
    expect(spanOf(HARM, { factors: { 数量: 3 } })).toBeUndefined();
  });

  it('次数里的“无”是零次；罚款一栏的“无”是不罚款；“其他”一栏的“无”不是条件', () => {
    const { only } = line({
      columns: ['违法行为', '违法次数', '其他情节', '罚款'],
      grid: [
        ['无', '无', '无'],
        ['1次', '拒不配合', '2000元'],
        ['2次以上', '无', '3000元'],
      ],
    });
    expect(only.faults).toEqual([]);
    expect(only.item.tiers.map(({ when }) => when)).toEqual([
      { factor: '违法次数', op: '=', value: 0 },
      { all: [expect.anything(), expect.anything()] },
      { factor: '违法次数', op: '>=', value: 2 },
    ]);
    expect(only.item.tiers[0]!.fine).toBeUndefined();
  });

  it('“一”与“二”并列是阶次', () => {
    const { only } = line({
      columns: ['违法行为', '裁量阶次', '适用条件', '处罚标准'],
      grid: [
        ['一', '5件以下', '1000元'],
        ['二', '5件以上', '2000元'],
      ],
    });
    expect(only.item.tiers.map(({ name }) => name)).toEqual(['一', '二']);
  });
});

describe('合并的阶次', () => {
  it('一个阶次有几行条件的，各行分别命名，检查不当作同名', () => {
    const reading = line({
      columns: ['违法行为', '裁量阶次', '适用条件', '处罚标准'],
      grid: [
        ['轻微', '5件以下', '1000元以上2000元以下'],
        ['一般', '5件以上10件以下', '2000元以上5000元以下'],
        ['', '10件以上20件以下', '5000元以上1万元以下'],
        ['严重', '20件以上', '1万元以上3万元以下'],
      ],
    });
    expect(reading.only.item.tiers.map(({ name }) => name)).toEqual([
      '轻微',
      '一般（1）',
      '一般（2）',
      '严重',
    ]);
    const kinds = checkBenchmark(reading.benchmark, bookOf(reading)).map(({ kind }) => kind);
    expect(kinds).not.toContain('same-name');
  });
});

describe('由重到轻的权重', () => {
  const grid = (...weights: string[]) => [
    ['裁量起点', '', '20%'],
    ['数量', '5个以上', weights[0]],
    ['数量', '2个以上5个以下', weights[1]],
    ['数量', '2个以下', weights[2]],
  ];
  const columns = ['违法行为', '裁量要素', '违法程度', '裁量权重'];
  const notes = ['罚款金额=裁量百分值总和×3万。'];
  const told = (reading: ReturnType<typeof line>) =>
    checkBenchmark(reading.benchmark, bookOf(reading)).map(({ kind }) => kind);

  it('读作由轻到重；忽高忽低的照印的次序，由检查指出', () => {
    const fallen = line({ columns, notes, grid: grid('80%', '40%', '0%') });
    expect(fallen.only.item.weights!.factors[0]!.degrees.map(({ percent }) => percent)).toEqual([0, 40, 80]);
    expect(told(fallen)).not.toContain('not-rising');
    expect(told(line({ columns, notes, grid: grid('80%', '0%', '40%') }))).toContain('not-rising');
  });
});

describe('单位、个人和责任人员', () => {
  const table = (columns: string[], basis: string) =>
    line({
      columns: ['违法行为', '适用条件', ...columns],
      penalty_basis: [basis],
      grid: [
        ['5件以下', ...['1万元以上2万元以下', '1000元以上2000元以下'].slice(0, columns.length)],
        ['5件以上', ...['2万元以上10万元以下', '2000元以上1万元以下'].slice(0, columns.length)],
      ],
    });
  const parties = (reading: ReturnType<typeof line>) => {
    const { fine, fines = fine ? [fine] : [] } = reading.only.item.tiers[0]!;
    return fines.map(({ party, subject }) => subject ?? party);
  };

  it.each<[string[], (string | undefined)[]]>([
    [
      ['对单位罚款', '对个人罚款'],
      ['unit', 'person'],
    ],
    [
      ['罚款（单位）', '罚款（直接责任人员）'],
      ['unit', 'responsible-person'],
    ],
    [
      ['对单位罚款', '对主要负责人罚款'],
      ['unit', 'responsible-person'],
    ],
    [
      ['罚款标准', '对单位直接负责的主管人员罚款'],
      [undefined, 'responsible-person'],
    ],
    [['对单位和个人罚款'], [undefined]],
    [['对企业主要负责人罚款'], ['person']],
    [
      ['单位罚款（单位：元）', '公民罚款（单位：元）'],
      ['unit', 'person'],
    ],
  ])('%s', (columns, expected) => {
    expect(parties(table(columns, PLAIN))).toEqual(expected);
  });

  it('责任人员的幅度不给作为行为人的公民', () => {
    const reading = table(['对单位罚款', '对责任人员罚款'], RESPONSIBLE);
    const factors = { 适用条件: 3 };
    expect(spanOf(reading, { party: 'unit', factors })).toEqual(['10000', '20000']);
    expect(
      spanOf(reading, { party: 'person', factors: { ...factors, [AS_RESPONSIBLE]: false } }),
    ).toBeUndefined();
  });

  it('条款只罚责任人员的，“个人”一栏是责任人员的，是不是要问', () => {
    const reading = table(['对单位罚款', '对个人罚款'], RESPONSIBLE);
    const factors = { 适用条件: 3 };
    expect(spanOf(reading, { party: 'unit', factors })).toEqual(['10000', '20000']);
    const person = (own?: boolean) =>
      resultOf(reading, {
        party: 'person',
        factors: { ...factors, ...(own === undefined ? {} : { [AS_RESPONSIBLE]: own }) },
      });
    expect(person(true).range).toMatchObject({ min: 100_000, max: 200_000 });
    expect(person(false).range).toBeUndefined();
    expect(person().range).toBeUndefined();
    expect(person().missing.map(({ factor }) => factor)).toContain(AS_RESPONSIBLE);
    expect(reading.only.remarks.join()).toContain('按责任人员读');
    const kinds = checkBenchmark(reading.benchmark, bookOf(reading)).map(({ kind }) => kind);
    expect(kinds).not.toContain('party-missing');
  });

  it('个体工商户单列一栏、又没有个人一栏的，只用于个体工商户，是不是要问', () => {
    const reading = line({
      columns: ['违法行为', '适用条件', '对单位罚款', '对个体工商户罚款'],
      grid: [
        ['5件以下', '1万元', '1000元'],
        ['5件以上', '2万元', '2000元'],
      ],
    });
    const { tiers, factors } = reading.only.item;
    expect(tiers[0]!.fines).toEqual([
      expect.objectContaining({ party: 'unit', max: 10_000 }),
      expect.objectContaining({ party: 'person', max: 1000, when: expect.anything() as unknown }),
    ]);
    expect(factors.map(({ name }) => name)).toContain('个体工商户');
  });
});

describe('权重表里单位和责任人员分栏', () => {
  it('责任人员的起点不用于当事人', () => {
    const { only } = line({
      columns: ['违法行为', '裁量要素', '违法程度', '裁量权重'],
      penalty_basis: [RESPONSIBLE],
      notes: [
        '（1）对单位的罚款金额=对单位的裁量百分值总和×10万；（2）对直接责任人员的罚款金额=对直接责任人员的裁量百分值总和×1万。',
      ],
      grid: [
        ['裁量起点', '', '对单位', '对直接责任人员'],
        ['裁量起点', '', '20%', '25%'],
        ['数量', '1个', '0%', '25%'],
        ['数量', '2个以上', '80%', '25%'],
      ],
    });
    expect(only.faults).toEqual([]);
    expect(only.item.weights!.starts.map(({ party, subject, of }) => [subject ?? party, of.max])).toEqual([
      ['unit', 100_000],
      ['responsible-person', 10_000],
    ]);
  });
});
