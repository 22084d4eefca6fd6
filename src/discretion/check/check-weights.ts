import type { BenchmarkItem, Weights } from '../../corpus/benchmark.ts';
import { evaluate } from '../../law/condition.ts';
import { rangeText } from '../../law/fine-range.ts';
import {
  compareFractions,
  decimalText,
  type Fraction,
  fraction,
  greater,
  lesser,
  plus,
  ZERO,
} from '../../law/fraction.ts';
import type { Sanction } from '../../law/sanction.ts';
import { finesBeside, finesFor, statutoryRange, switchesOf } from '../statutory-range.ts';
import { fineAt, multipliedSpan } from '../weights/weigh.ts';
import type { Faults } from './benchmark-fault.ts';
import { Branches } from './branches.ts';
import { checkFactors } from './check-factors.ts';
import { basesAtOdds, combinationsOf, partiesFined, sumsOf, whereWords } from './combinations.ts';

/**
 * Weights: one column and one degree of each factor for every combination of facts, heavier degrees never lighter, and the
 * lightest and the heaviest sum inside the statute (the conflict of a real table whose mildest sum is 7% of the maximum).
 */
export function checkWeights(
  item: BenchmarkItem,
  weights: Weights,
  sanction: Sanction,
  faults: Faults,
): void {
  const conditions = [
    ...weights.starts.flatMap(({ when }) => (when ? [when] : [])),
    ...weights.factors.flatMap(({ degrees }) => degrees.map(({ when }) => when)),
  ];
  checkFactors({ row: item.id, factors: item.factors, conditions, besides: [] }, faults);
  checkNumbers(item.id, weights, faults);
  for (const factor of weights.factors) checkDegrees(item, factor, faults);
  checkSums(item, weights, sanction, faults);
}

function checkNumbers(id: string, { starts, cap, floor }: Weights, faults: Faults): void {
  const hundred = fraction(100);
  for (const { percent, of, name } of starts) {
    const row = name ? `${id} ${name}` : id;
    if (!isBetween(fraction(percent), ZERO, hundred))
      faults.add('wrong-weight', row, `裁量起点 ${percent}% 不在 0 至 100% 之间。`);
    if (of.least !== undefined && Number(of.least) > Number(of.max ?? of.times ?? 0))
      faults.add('wrong-weight', row, `幅度的下端 ${of.least} 高于上端 ${of.max ?? of.times}。`);
    if ((of.max === undefined) === (of.base === undefined || of.times === undefined))
      faults.add('wrong-weight', row, '没有写明百分数所乘的最高罚款，或者基数与倍数（二者择一）。');
  }
  if (compareFractions(fraction(cap), hundred) > 0)
    faults.add('wrong-weight', id, `总和的上限 ${cap}% 超过 100%，罚款会高于最高数额。`);
  if (floor !== undefined && compareFractions(fraction(floor), fraction(cap)) > 0)
    faults.add('wrong-weight', id, `总和的下限 ${floor}% 高于上限 ${cap}%。`);
}

function isBetween(value: Fraction, low: Fraction, high: Fraction): boolean {
  return compareFractions(value, low) >= 0 && compareFractions(value, high) <= 0;
}

type Factor = Weights['factors'][number];

function checkDegrees(item: BenchmarkItem, { name, degrees }: Factor, faults: Faults): void {
  const row = `${item.id} ${name}`;
  let before: Factor['degrees'][number] | undefined;
  const used = new Set<Factor['degrees'][number]>();
  for (const degree of degrees) {
    const percent = fraction(degree.percent);
    if (!isBetween(percent, ZERO, fraction(100)))
      faults.add('wrong-weight', row, `“${degree.name}”的权重 ${degree.percent}% 不在 0 至 100% 之间。`);
    if (before && compareFractions(percent, fraction(before.percent)) < 0)
      faults.add(
        'not-rising',
        row,
        `“${degree.name}”排在“${before.name}”之后，权重 ${degree.percent}% 却低于 ${before.percent}%。`,
      );
    before = degree;
  }
  for (const values of combinationsOf(
    item,
    degrees.map(({ when }) => when),
    faults,
  )) {
    const where = whereWords(values, item);
    const hits = degrees.filter(({ when }) => evaluate(when, values) === true);
    for (const degree of hits) used.add(degree);
    if (hits.length === 0) faults.add('gap', row, `没有违法程度适用于：${where}。`);
    if (hits.length > 1)
      faults.add('overlap', row, `${hits.map((degree) => degree.name).join('、')}同时适用于：${where}。`);
  }
  for (const degree of degrees) {
    if (!used.has(degree)) faults.add('dead-tier', row, `没有任何情形属于“${degree.name}”。`);
  }
}

function checkSums(item: BenchmarkItem, weights: Weights, sanction: Sanction, faults: Faults): void {
  const asked = [...weights.starts, ...weights.factors.flatMap(({ degrees }) => degrees)];
  const branches = new Branches(
    item,
    asked.flatMap(({ when }) => (when ? [when] : [])),
  );
  const { starts } = weights;
  const beside = finesBeside(sanction);
  // A column of persons under a provision that fines only the persons responsible in a unit is theirs.
  const isBeside = ({ subject, party }: Weights['starts'][number]) =>
    subject === 'responsible-person' ||
    (party === 'person' && beside.length > 0 && finesFor(sanction, 'person').length === 0);
  const sides = [
    ...partiesFined(item, sanction).map((party) => ({
      who: party === 'unit' ? '单位' : '个人',
      fines: finesFor(sanction, party),
      columns: starts.filter(
        (start) => !isBeside(start) && (start.party === undefined || start.party === party),
      ),
    })),
    ...(beside.length > 0 && starts.some(isBeside)
      ? [{ who: '责任人员', fines: beside, columns: starts.filter(isBeside) }]
      : []),
  ].filter(({ fines, columns }) => fines.length > 0 || columns.length > 0 || beside.length === 0);
  for (const { who, fines, columns } of sides) {
    const vary = basesAtOdds(
      columns.map(({ of }) => (of.max === undefined ? of : {})),
      fines,
    );
    const asked = [...columns.flatMap(({ when }) => (when ? [when] : [])), ...switchesOf(fines)];
    for (const values of combinationsOf(item, asked, faults, vary)) {
      const where = `${who}，${whereWords(values, item)}`;
      const hits = columns.filter(({ when }) => when === undefined || evaluate(when, values) === true);
      if (hits.length === 0)
        faults.add(columns.length === 0 ? 'party-missing' : 'gap', item.id, `没有裁量起点适用于：${where}。`);
      if (hits.length > 1) faults.add('overlap', item.id, `有不止一个裁量起点适用于：${where}。`);
      const sums = sumsOf(values);
      const [start] = hits;
      // Both are counted on the same number of units: one stands for all.
      const counted = { ...(start?.of.baseFactor ? { [start.of.baseFactor]: 100 } : {}), ...values };
      const statute = statutoryRange(fines, counted, sums);
      const multiplied = start && multipliedSpan(start, { sums, values: counted });
      if (!start || !multiplied) continue;
      const { low, high } = sumsFrom(start, weights);
      const amount = (sum: Fraction) => fineAt(sum, multiplied);
      branches.look(who, String(starts.indexOf(start)), values, (told) => {
        if (statute.state !== 'known') {
          told.add('outside-statute', item.id, `罚则在此情形下没有罚款（${where}）。`);
          return;
        }
        const { min, max } = statute.range;
        // The ends of the statute are whole fen, rounded inward: less than a fen beyond them is no fault.
        const span = `${rangeText(statute.range)}（${where}）`;
        if (min !== undefined && compareFractions(amount(low), { over: BigInt(min - 1), under: 1n }) <= 0)
          told.add('outside-statute', item.id, `最轻时合计 ${decimalText(low)}%，罚款低于法定的 ${span}。`);
        if (max !== undefined && compareFractions(amount(high), { over: BigInt(max + 1), under: 1n }) >= 0)
          told.add('outside-statute', item.id, `最重时合计 ${decimalText(high)}%，罚款高于法定的 ${span}。`);
      });
    }
  }
  branches.settle(faults);
}

/** The lightest and the heaviest sum of a column, with cap and floor. */
function sumsFrom({ percent }: Weights['starts'][number], { factors, cap, floor }: Weights) {
  const bound = (sum: Fraction): Fraction => {
    const capped = lesser(sum, fraction(cap));
    return floor === undefined ? capped : greater(capped, fraction(floor));
  };
  const [low, high] = [lesser, greater].map((end) =>
    factors
      .map(({ degrees }) => degrees.map((degree) => fraction(degree.percent)).reduce(end))
      .reduce(plus, fraction(percent)),
  );
  return { low: bound(low!), high: bound(high!) };
}
