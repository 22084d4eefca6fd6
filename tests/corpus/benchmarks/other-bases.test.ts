import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/corpus/benchmarks/read-table.ts';
import { otherBase } from '../../../src/corpus/benchmarks/words/other-base.ts';
import { resultIn } from '../../../src/corpus/benchmarks/words/result-in.ts';
import { spansInBasis } from '../../../src/corpus/benchmarks/words/spans-in-basis.ts';
import { buildReferenceBook } from '../../../src/corpus/build-reference-book.ts';
import { loadReferenceBook, readReferenceParts } from '../../../src/corpus/load-reference-book.ts';
import { readSheet } from '../../../src/corpus/sources/sheets/read-sheet.ts';
import { caseOfFacts } from '../../../src/discretion/case-of-facts.ts';
import { checkBenchmark } from '../../../src/discretion/check/check-benchmark.ts';
import { findTier } from '../../../src/discretion/find-tier.ts';
import { FILE_LIMITS } from '../../../src/files/limits.ts';
import { yuanText } from '../../../src/law/money.ts';
import { type TestSheet, workbookOf } from '../../files/support/workbook-of.ts';

describe('表中自己的基数', () => {
  it.each([
    ['挪用费用的20%以上29%以下', { baseFactor: '挪用费用', min: 0.2, max: 0.29 }],
    ['处骗取的补贴资金1倍以上3倍以下', { baseFactor: '骗取的补贴资金', min: 1, max: 3 }],
    ['单位罚款金额的百分之五以上百分之十以下', { baseFactor: '单位罚款数额', min: 0.05, max: 0.1 }],
    ['应缴未缴保费的5‰以下', { baseFactor: '应缴未缴保费', max: 0.005 }],
    ['每平方米50元以上100元以下', { each: '平方米', min: 50, max: 100 }],
    ['按每吨2000元', undefined],
  ])('%s', (words, expected) => {
    expect(otherBase(words.replace(/^处/, ''))).toEqual(
      words === '按每吨2000元' ? { each: '吨', min: 2000, max: 2000 } : expected,
    );
  });

  it.each(['法定幅度的30%', '最高罚款金额的30%以下', '罚款标准的2倍', '5件的10%', '情节严重的20%'])(
    '%s 不是',
    (words) => {
      expect(otherBase(words)).toBeUndefined();
    },
  );

  it('“单处”的“单”不吃掉“单位”', () => {
    expect(resultIn('单位罚款数额的5%以上6%以下', undefined)?.fine).toEqual({
      baseFactor: '单位罚款数额',
      min: 0.05,
      max: 0.06,
    });
    expect(resultIn('可以单处1000元以下罚款', undefined)?.fine).toEqual({ max: 1000 });
  });
});

describe('依据一格括号里的幅度', () => {
  it('单位和责任人员', () => {
    expect(
      spansInBasis([
        '《示例条例》第五十七条、第七十三条（工程合同价款1%以上2%以下；责任人员：单位罚款数额5%以上10%以下）',
      ]),
    ).toEqual([
      { range: { base: 'contract', min: 0.01, max: 0.02 } },
      { subject: 'responsible-person', range: { baseFactor: '单位罚款数额', min: 0.05, max: 0.1 } },
    ]);
    expect(spansInBasis(['《示例条例》第六十九条第一款（5万元以上10万元以下）'])).toEqual([
      { range: { min: 50_000, max: 100_000 } },
    ]);
    expect(
      spansInBasis(['《示例条例》第六十二条（没收违法所得，可以处2万元以下；情节严重的，吊销许可证）']),
    ).toEqual([{ range: { max: 20_000 } }]);
  });

  it.each([
    '《示例条例》第六十条（一般的1万元以下；情节严重的5万元以下）',
    '《示例条例》第六十条（5万元以上，逾期的再加1万元）',
    '《示例条例》第六十条',
  ])('%s 不猜', (basis) => {
    expect(spansInBasis([basis])).toEqual([]);
  });
});

describe('读入的表按这些基数计算', () => {
  const HEAD = ['序号', '违法行为', '处罚依据', '档次', '违法情形', '处罚标准'];
  async function rangeOf(
    rows: TestSheet['rows'],
    factors: object,
    { head = HEAD, party = 'unit' }: { head?: string[]; party?: string } = {},
  ): Promise<(string | undefined)[]> {
    const sheet = { rows: [['示例裁量基准（自2024年1月1日起施行）'], head, ...rows] };
    const { table, rows: items, beside } = await readSheet(workbookOf(sheet), {}, '示例', FILE_LIMITS);
    const reading = readTable(table, items, loadReferenceBook(), {}, beside);
    const parts = readReferenceParts();
    const book = buildReferenceBook({
      ...parts,
      benchmarks: [reading.benchmark, ...parts.benchmarks],
      tableSanctions: reading.sanctions,
    });
    const item = reading.benchmark.items[0]!;
    expect(item.needsRetyping).toBeUndefined();
    const facts = { on: '2024-06-01', party, noGrounds: true, factors };
    const { range } = findTier({ file: caseOfFacts(item.id, facts, book), book });
    return [range?.min, range?.max].map((end) => (end === undefined ? undefined : yuanText(end)));
  }

  it('挪用费用的百分数：基数与条件是同一个数', async () => {
    const rows: TestSheet['rows'] = [
      [
        1,
        '示例挪用',
        '《示例省示例条例》第六十三条（挪用费用20%以上50%以下）',
        '轻',
        '挪用费用不足10万元的',
        '挪用费用的20%以上30%以下',
      ],
      [null, null, null, '重', '挪用费用10万元以上的', '挪用费用的30%以上50%以下'],
    ];
    expect(await rangeOf(rows, { 挪用费用: 99_999 })).toEqual(['19999.8', '29999.7']);
    expect(await rangeOf(rows, { 挪用费用: 100_000 })).toEqual(['30000', '50000']);
    expect(await rangeOf(rows, {})).toEqual([undefined, undefined]);
  });

  it('按单位的种类、对责任人员各有幅度的：表中的列与括号里的幅度按基数对上', async () => {
    const basis =
      '《示例省示例条例》第六十五条（设计单位：合同约定的设计费1倍以上2倍以下；施工单位：合同价款2%以上4%以下；责任人员：单位罚款数额5%以上10%以下）';
    const head = [
      '序号',
      '违法行为',
      '处罚依据',
      '档次',
      '违法情形',
      '对设计单位的罚款',
      '对施工单位的罚款',
      '对责任人员的罚款',
    ];
    const rows: TestSheet['rows'] = [
      [
        1,
        '示例越级',
        basis,
        '轻',
        '1处的',
        '合同约定的设计费的1倍以上1.5倍以下',
        '合同价款的2%以上3%以下',
        '单位罚款数额的5%以上7%以下',
      ],
      [
        null,
        null,
        null,
        '重',
        '2处以上的',
        '合同约定的设计费的1.5倍以上2倍以下',
        '合同价款的3%以上4%以下',
        '单位罚款数额的7%以上10%以下',
      ],
    ];
    const design = { 罚款所在的栏: '设计单位', 合同约定的设计费: 100_000, 违法情形: 1 };
    expect(await rangeOf(rows, design, { head })).toEqual(['100000', '150000']);
    const built = { 罚款所在的栏: '施工单位', contract: 1_000_000, 违法情形: 2 };
    expect(await rangeOf(rows, built, { head })).toEqual(['30000', '40000']);
    const person = { 作为单位的责任人员受处罚: true, 单位罚款数额: 40_000, 违法情形: 2 };
    expect(await rangeOf(rows, person, { head, party: 'person' })).toEqual(['2800', '4000']);
    const { 单位罚款数额: _, ...unknown } = person;
    expect(await rangeOf(rows, unknown, { head, party: 'person' })).toEqual([undefined, undefined]);
  });

  it('括号里只写幅度的，处罚种类没有读全：不说条文没有这一种类，由人核对', async () => {
    const rows: TestSheet['rows'] = [
      ['示例裁量基准（自2024年1月1日起施行）'],
      HEAD,
      [
        1,
        '示例',
        '《示例省示例条例》第六十六条（1万元以上5万元以下）',
        '轻',
        '井1眼',
        '没收违法所得，处1万元以上2万元以下罚款',
      ],
      [null, null, null, '重', '井2眼以上', '没收违法所得，处2万元以上5万元以下罚款'],
    ];
    const { table, rows: items, beside } = await readSheet(workbookOf({ rows }), {}, '示例', FILE_LIMITS);
    const { benchmark, sanctions } = readTable(table, items, loadReferenceBook(), {}, beside);
    const parts = readReferenceParts();
    const book = buildReferenceBook({ ...parts, benchmarks: [benchmark], tableSanctions: sanctions });
    expect(checkBenchmark(benchmark, book)).toEqual([]);
    const facts = { on: '2024-06-01', party: 'unit', noGrounds: true, factors: { 井: 1 } };
    const { conflicts } = findTier({ file: caseOfFacts(benchmark.items[0]!.id, facts, book), book });
    expect(conflicts.map(({ text }) => text).join()).toContain('没有全部读出');
  });

  it('每平方米的幅度乘以已经问到的面积', async () => {
    const rows: TestSheet['rows'] = [
      [
        1,
        '示例占用',
        '《示例省示例条例》第六十四条（10万元以下）',
        '轻',
        '占用面积不足50平方米的',
        '每平方米100元以上200元以下',
      ],
      [null, null, null, '重', '占用面积50平方米以上的', '每平方米200元以上500元以下'],
    ];
    expect(await rangeOf(rows, { 占用面积: 49.5 })).toEqual(['4950', '9900']);
    expect(await rangeOf(rows, { 占用面积: 50 })).toEqual(['10000', '25000']);
    // 500 m² × 500 yuan is above the statute's 100,000.
    expect(await rangeOf(rows, { 占用面积: 500 })).toEqual(['100000', '100000']);
  });
});
