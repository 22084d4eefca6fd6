import { describe, expect, it } from 'vitest';
import { benchmarkSchema } from '../../../src/corpus/benchmark.ts';
import { caseOfFacts } from '../../../src/discretion/case-of-facts.ts';
import { findTier } from '../../../src/discretion/find-tier.ts';
import type { Condition, FactorValue } from '../../../src/law/condition.ts';
import { fen } from '../../../src/law/money.ts';
import { AS_RESPONSIBLE, NOT_CORRECTED } from '../../../src/law/sanction-conditions.ts';
import { GUANGDONG_TABLE_THERE, importedGuangdong } from './imported-guangdong.ts';
import { WORKED_RESULTS, type WorkedResult } from './worked-results.ts';

const imported = importedGuangdong;

/** What makes a condition true: the lower end of a span, half below an open one. */
function factsOf(condition: Condition): Record<string, FactorValue> {
  if ('all' in condition) return Object.assign({}, ...condition.all.toReversed().map(factsOf));
  if ('any' in condition) return factsOf(condition.any[0]!);
  if ('not' in condition) return {};
  const { factor, op, value } = condition;
  if (op === '<') return { [factor]: Number(value) - 0.5 };
  if (op === '>') return { [factor]: Number(value) + 1 };
  return { [factor]: value as FactorValue };
}

function itemOf(section: string) {
  const found = imported().reading.readings.find((one) => one.section === section);
  if (!found?.item.weights) throw new Error(`${section} 没有读作权重累加`);
  return { item: found.item, weights: found.item.weights };
}

/** The facts of one worked row: its degrees, its column, and what the provision asks besides. */
function factors({ item, column, degrees }: WorkedResult): Record<string, FactorValue> {
  const { weights } = itemOf(item);
  const chosen = weights.factors.map(({ degrees: all }, at) => all.find(({ name }) => name === degrees[at]));
  const facts: Record<string, FactorValue> = Object.assign(
    {},
    ...chosen.map((degree) => factsOf(degree!.when)),
  );
  const overdue = column === '逾期未改正' || facts.整改情况 === '逾期未改正';
  return {
    'by-disposal-cost': true,
    [NOT_CORRECTED]: overdue,
    [AS_RESPONSIBLE]: true,
    serious: column === '已造成',
    ...facts,
  };
}

describe.skipIf(!GUANGDONG_TABLE_THERE)('广东省生态环境裁量表', () => {
  it('282 个事项，每一个读懂，或者写明没有读懂的行和原因', () => {
    const { reading } = imported();
    const count = (method: string) => reading.readings.filter((one) => one.method === method).length;
    const counts = {
      all: reading.readings.length,
      weighted: count('weighted'),
      tiered: count('tiered'),
      perUnit: count('per-unit'),
      refused: count('none'),
    };
    console.log('广东省裁量表：', JSON.stringify(counts));
    expect(counts).toEqual({ all: 282, weighted: 37, tiered: 209, perUnit: 1, refused: 35 });
    expect(benchmarkSchema.safeParse(reading.benchmark).success).toBe(true);
    for (const { item, faults, method } of reading.readings) {
      expect(item.needsRetyping === undefined, item.id).toBe(faults.length === 0);
      if (method === 'none')
        expect([item.tiers.length, item.weights, item.perUnit]).toEqual([0, undefined, undefined]);
      else expect(item.tiers.length + (item.weights ? 1 : 0) + (item.perUnit ? 1 : 0)).toBeGreaterThan(0);
    }
  });

  it.each([
    ['§3.10', '计算方法的说明被当作一行'],
    ['§4.10', '计算方法的说明被当作一行'],
    ['§4.18', '计算方法的说明被当作一行'],
    ['§2.27', '计算方法的说明被当作一行'],
    ['§4.7', '不是百分数'],
    ['§4.27', '可能是合并单元格重复了上一要素的权重'],
    ['§3.5-2', '要素的名称分成了两行'],
    ['§7.5', '没有一行裁量内容'],
    ['§1.3', '合起来才是一格'],
    ['§7.15', '错了格'],
    ['§2.12', '两端都写“以上”'],
    ['§4.45', '条件相同而各有结果'],
  ])('%s 有误的行由检查找出，不计算：%s', (section, reason) => {
    const { item } = imported().reading.readings.find((one) => one.section === section)!;
    expect(item.needsRetyping).toContain(reason);
    const { book } = imported();
    const result = findTier({ file: caseOfFacts(item.id, { on: '2023-05-01' }, book), book });
    expect([result.tier, result.range]).toEqual([undefined, undefined]);
    expect(result.conflicts.some(({ kind, blocks }) => kind === 'needs-retyping' && blocks)).toBe(true);
  });

  it('造成重大影响一行旁的重复单元格不作条件，并且写明', () => {
    const { item, remarks } = imported().reading.readings.find((one) => one.section === '§2.21')!;
    const top = item.tiers.at(-1)!;
    expect(top.when).toEqual({ factor: '造成重大生态环境影响或者不良社会影响', op: '=', value: true });
    expect(top.fine).toMatchObject({ min: 500_000, max: 500_000 });
    expect(remarks.join()).toContain('是合并单元格的重复，不作为条件');
  });

  it('起点加最轻的程度低于法定最低的，导入时指出', () => {
    const told = (section: string) =>
      imported()
        .reading.readings.find((one) => one.section === section)!
        .conflicts.join();
    expect(told('§2.7')).toContain('70,000 元，低于法定最低的 100,000 元');
    expect(told('§2.7-2')).toBe('');
  });

  it('按印发的权重排出的结果遍及全部可以计算的权重事项', () => {
    const sound = imported().reading.readings.filter(({ method }) => method === 'weighted');
    expect(new Set(WORKED_RESULTS.map(({ item }) => item))).toEqual(
      new Set(sound.map(({ section }) => section)),
    );
  });

  it.each(WORKED_RESULTS)('$item $column $party：$weights = $sum%，×$of = $result 元', (row) => {
    const { item, weights } = itemOf(row.item);
    const printed = row.weights.split('+').map(Number);
    const start = weights.starts.find(
      ({ name = '', party, percent }) =>
        Number(percent) === printed[0] &&
        (party ?? row.party) === row.party &&
        name.includes(row.column.replace(/^不足/, '不足').replace('10万以上', '10万元以上')),
    );
    expect(start).toBeDefined();
    const read = weights.factors.map(
      ({ degrees }, at) => degrees.find(({ name }) => name === row.degrees[at])?.percent,
    );
    expect([start!.percent, ...read].map(Number)).toEqual(printed);
    const sum = printed.reduce((total, one) => total + one, 0);
    expect(sum).toBe(row.sum);
    expect(Math.min(Number(weights.cap), Math.max(sum, Number(weights.floor ?? 0)))).toBe(row.counted);

    const { book } = imported();
    const facts = { on: '2023-05-01', party: row.party, factors: factors(row), amounts: row.given };
    const result = findTier({ file: caseOfFacts(item.id, facts, book), book });
    expect(result.conflicts.filter(({ blocks }) => blocks)).toEqual([]);
    expect([result.range?.min, result.range?.max]).toEqual([fen(row.result), fen(row.result)]);
  });
});
