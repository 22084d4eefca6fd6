import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/corpus/benchmarks/read-table.ts';
import { legalSpans } from '../../../src/corpus/benchmarks/spans/legal-spans.ts';
import { spanFormula } from '../../../src/corpus/benchmarks/weights/span-formula.ts';
import { buildReferenceBook } from '../../../src/corpus/build-reference-book.ts';
import { loadReferenceBook, readReferenceParts } from '../../../src/corpus/load-reference-book.ts';
import { readSheet } from '../../../src/corpus/sources/sheets/read-sheet.ts';
import { caseOfFacts } from '../../../src/discretion/case-of-facts.ts';
import { checkBenchmark } from '../../../src/discretion/check/check-benchmark.ts';
import { findTier } from '../../../src/discretion/find-tier.ts';
import { FILE_LIMITS } from '../../../src/files/limits.ts';
import { yuanText } from '../../../src/law/money.ts';
import { type TestSheet, workbookOf } from '../../files/support/workbook-of.ts';

const FORMULA = '说明：罚款数额＝法定罚款下限＋（法定罚款上限－法定罚款下限）×裁量权重合计。';
const HEAD = ['序号', '违法行为', '处罚依据', '法定罚款幅度', '裁量因素', '裁量等级', '权重'];
const BASIS = '《示例省示例条例》第三十条';

async function read(rows: TestSheet['rows'], ...notes: string[]) {
  const sheet = {
    rows: [['示例权重表（自2024年1月1日起施行）'], ...notes.map((note) => [note]), HEAD, ...rows],
  };
  const { table, rows: items, beside } = await readSheet(workbookOf(sheet), {}, '示例', FILE_LIMITS);
  return readTable(table, items, loadReferenceBook(), {}, beside);
}

function fineOf(
  reading: Awaited<ReturnType<typeof read>>,
  facts: { party?: string; factors?: object },
): string | undefined {
  const parts = readReferenceParts();
  const book = buildReferenceBook({
    ...parts,
    benchmarks: [reading.benchmark, ...parts.benchmarks],
    tableSanctions: reading.sanctions,
  });
  const item = reading.benchmark.items[0]!;
  const { range } = findTier({
    file: caseOfFacts(item.id, { on: '2024-06-01', party: 'unit', noGrounds: true, ...facts }, book),
    book,
  });
  return range && range.min === range.max ? yuanText(range.max!) : undefined;
}

const grades = (span: string, share: (percent: number) => string | number): TestSheet['rows'] => [
  [1, '示例违法', BASIS, span, '占地面积', '不足50平方米', share(0)],
  [null, null, null, null, null, '50平方米以上', share(40)],
  [null, null, null, null, '改正情况', '已改正', share(0)],
  [null, null, null, null, null, '未改正', share(60)],
];

describe('计算方法', () => {
  it.each([
    '罚款金额＝法定最低罚款金额＋（法定最高罚款金额－法定最低罚款金额）×各裁量因素权重之和',
    '罚款数额=罚款下限+(罚款上限-罚款下限)×权重总和',
    '处罚金额 = 最低罚款数额 + 权重合计 × （最高罚款数额 － 最低罚款数额）。',
    '罚款金额＝法定最低罚款数额＋法定罚款幅度×裁量百分值之和',
    '计算公式：罚款额=［法定上限—法定下限］×系数之和+法定下限',
  ])('%s', (note) => {
    expect(spanFormula([note])).toEqual({ of: 'span' });
  });

  it('最高数额乘以权重之和；没有最低数额的怎样计算', () => {
    expect(spanFormula(['罚款金额＝法定最高罚款金额×权重之和'])).toEqual({ of: 'maximum' });
    const span = '罚款额＝法定最低额＋（法定最高额－法定最低额）×权重之和';
    expect(spanFormula([`${span}；法律只规定最高罚款的，最低按最高的20%计算`])).toEqual({
      of: 'span',
      leastShare: 0.2,
    });
    expect(spanFormula([`${span}。未规定最低罚款的，最低数额以最高罚款的百分之十计`])).toEqual({
      of: 'span',
      leastShare: 0.1,
    });
    expect(spanFormula([`${span}。没有下限的，下限按0元计算`])).toEqual({ of: 'span', leastShare: 0 });
  });

  it('写法不认得的说出来，别的算式不当作它', () => {
    expect(spanFormula(['罚款金额＝法定最高罚款金额×（1－权重之和）'])).toHaveProperty('unread');
    expect(spanFormula(['罚款金额＝权重之和×100万'])).toBeUndefined();
  });
});

describe('法定幅度一栏', () => {
  it('分单位和个人，按数量、按倍数', () => {
    expect(legalSpans('对单位处2万元以上20万元以下罚款；对个人处1000元以上1万元以下罚款')).toEqual([
      { party: 'unit', range: { min: 20_000, max: 200_000 } },
      { party: 'person', range: { min: 1000, max: 10_000 } },
    ]);
    expect(legalSpans('每立方米10元以上20元以下')).toEqual([{ range: { min: 10, max: 20 }, each: '立方米' }]);
    expect(legalSpans('违法所得1倍以上5倍以下')).toEqual([{ range: { base: 'gains', min: 1, max: 5 } }]);
  });

  it.each(['逾期不改正的：5万元以上10万元以下', '1万元以上5万元以下；情节严重的5万元以上10万元以下', '酌情'])(
    '%s 不猜',
    (cell) => {
      expect(legalSpans(cell)).toBeUndefined();
    },
  );
});

describe('以法定幅度乘以权重的表', () => {
  it('下端加幅度乘权重之和；边界上的数属于较重的一档', async () => {
    const reading = await read(
      grades('2万元以上10万元以下', (percent) => `${percent}%`),
      FORMULA,
    );
    const facts = (area: number, state: string) => ({ factors: { 占地面积: area, 改正情况: state } });
    expect(fineOf(reading, facts(49.99, '已改正'))).toBe('20000');
    expect(fineOf(reading, facts(50, '已改正'))).toBe('52000');
    expect(fineOf(reading, facts(50, '未改正'))).toBe('100000');
    expect(
      checkBenchmark(reading.benchmark, { ...loadReferenceBook(), sanction: () => reading.sanctions[0] }),
    ).toEqual([]);
  });

  it('按平方米计的乘以面积，单位和个人各有幅度，只有最高数额的按表中的比例定最低数额', async () => {
    const span = '个人：每平方米2元以下\n单位：每平方米10元以下';
    const note = '法律只规定最高罚款的，最低罚款按最高罚款的20%计算。';
    const reading = await read(
      grades(span, (percent) => `${percent}%`),
      FORMULA,
      note,
    );
    const factors = { 占地面积: 80.125, 改正情况: '已改正' };
    expect(reading.benchmark.items[0]?.weights?.starts[1]?.of).toEqual({
      least: 2,
      max: 10,
      baseFactor: '占地面积',
      each: '平方米',
    });
    // (2 + 8 × 40%) × 80.125 = 416.65; (0.4 + 1.6 × 40%) × 80.125 = 83.33
    expect(fineOf(reading, { factors })).toBe('416.65');
    expect(fineOf(reading, { party: 'person', factors })).toBe('83.33');
    expect(fineOf(reading, { factors: { 改正情况: '已改正' } })).toBeUndefined();
  });

  it('只有最高数额而没有写最低按什么计算的，不算', async () => {
    const reading = await read(
      grades('10万元以下', (percent) => `${percent}%`),
      FORMULA,
    );
    expect(reading.benchmark.items[0]?.needsRetyping).toContain('没有写明最低数额');
  });

  it('没有百分号的权重，合计恰为 1 或者 100 的才读', async () => {
    const span = '2万元以上10万元以下';
    const facts = { factors: { 占地面积: 60, 改正情况: '已改正' } };
    expect(
      fineOf(
        await read(
          grades(span, (percent) => percent / 100),
          FORMULA,
        ),
        facts,
      ),
    ).toBe('52000');
    expect(
      fineOf(
        await read(
          grades(span, (percent) => percent),
          FORMULA,
        ),
        facts,
      ),
    ).toBe('52000');
    const [item] = (
      await read(
        grades(span, (percent) => percent / 50),
        FORMULA,
      )
    ).benchmark.items;
    expect(item?.needsRetyping).toContain('不是百分数');
  });

  it('说明写明无法查明按最低权重的，查过而无法查明的按最低', async () => {
    const note = '经调查仍无法查明的裁量因素，按该因素最低权重计算。';
    const reading = await read(
      grades('2万元以上10万元以下', (percent) => `${percent}%`),
      FORMULA,
      note,
    );
    const known = { 占地面积: 60 };
    expect(fineOf(reading, { factors: { ...known, 改正情况: '无法查明' } })).toBe('52000');
    expect(fineOf(reading, { factors: known })).toBeUndefined();
  });
});
