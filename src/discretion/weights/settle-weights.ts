import type { CaseFile } from '../../cases/case-file.ts';
import type { BenchmarkItem, Weights } from '../../corpus/benchmark.ts';
import { BASES, baseName } from '../../law/fine-range.ts';
import {
  compareFractions,
  decimalText,
  type Fraction,
  fraction,
  plus,
  wholeBelow,
} from '../../law/fraction.ts';
import { fen, yuan } from '../../law/money.ts';
import type { CaseFactors } from '../case-factors.ts';
import { questionOf } from '../question-of.ts';
import { finishRange } from '../spans/finish-range.ts';
import { BUSINESS_AS_UNIT, SIDE_NAMES, type Side, sideOf } from '../spans/side-of.ts';
import { stateLeastBase } from '../spans/state-least-base.ts';
import { stateFactsUsed } from '../state-facts-used.ts';
import type { TierResult, Weighing } from '../tier-result.ts';
import type { ChosenDegree, Start } from './choose-degrees.ts';
import { type Weighed, weigh } from './weigh.ts';

/**
 * 权重累加: start, each factor's degree and percentage with the running sum, cap and floor, and the amount, every one as a
 * step. While a factor is open the lightest and the heaviest amount are given as possible, and what would decide is asked.
 */
export function settleWeights(
  result: TierResult,
  file: CaseFile,
  item: BenchmarkItem & { weights: Weights },
  facts: CaseFactors,
): void {
  const table = `《${result.benchmark!.name}》“${item.violation}”`;
  const side = sideOf(file, result.sanction);
  if (!side && item.weights.starts.some(({ party }) => party)) {
    result.missing.push({ factor: BUSINESS_AS_UNIT, question: questionOf(BUSINESS_AS_UNIT, result) });
    return;
  }
  const weighed = weigh(item, facts, side);
  stateFactsUsed(result, facts);
  if (stateFaults(result, weighed, table, side)) return;
  result.weighing = weighingOf(weighed);
  const only =
    weighed.starts.length === 1 && weighed.startMissing.length === 0 ? weighed.starts[0] : undefined;
  stateParts(result, weighed, only?.start, table);
  askWhatIsOpen(result, weighed);
  for (const base of weighed.missingBases) {
    result.missing.push({ factor: base, question: questionOf(base, result) });
  }
  const { sum, fine, settled } = weighed;
  if (!settled || !only) {
    result.steps.push({
      step: '可能的罚款数额',
      value: `尚不能确定，百分值总和在 ${decimalText(sum!.from)}%至 ${decimalText(sum!.to)}%之间${
        fine ? `，数额在 ${yuan(wholeBelow(fine.from).whole)}至 ${yuan(wholeBelow(fine.to).whole)}之间` : ''
      }`,
      basis: table,
    });
    return;
  }
  stateSum(result, weighed, item.weights, table);
  const { of } = only.start;
  if (!fine && weighed.missingBases.length === 0) {
    result.conflicts.push({
      kind: 'no-fine-span',
      text: `${table}没有写明百分值总和所乘的数额，不能计算，请核对基准。`,
      blocks: true,
    });
  }
  if (!fine) return;
  if (of.max === undefined) stateLeastBase(result, of, facts.sums, table);
  const { whole, exact } = wholeBelow(fine.from);
  result.steps.push({
    step: '罚款数额',
    value: `${sumWords(sum!.from, of)} ＝ ${yuan(whole)}${exact ? '' : '（不足一分的舍去）'}`,
    basis: table,
  });
  result.settled = 'weights';
  finishRange(result, file, {
    table: `${table}按权重累加`,
    own: { min: whole, max: whole, minInclusive: true, maxInclusive: true },
    exact,
    reckoned: true,
  });
}

/** Degrees that overlap, or leave the facts without one, are faults of the table or the file: nothing is reckoned. */
function stateFaults(result: TierResult, weighed: Weighed, table: string, side: Side | undefined): boolean {
  const faulty = [
    ...(weighed.startFault || weighed.starts.length === 0
      ? [
          {
            name: side ? `裁量起点（${SIDE_NAMES[side]}）` : '裁量起点',
            several: weighed.startFault === 'several',
          },
        ]
      : []),
    ...weighed.parts
      .filter(({ fault }) => fault)
      .map(({ factor, fault }) => ({ name: `裁量要素“${factor}”`, several: fault === 'several' })),
  ];
  for (const { name, several } of faulty) {
    result.conflicts.push({
      kind: several ? 'several-degrees' : 'no-degree',
      text: `${table}的${name}${several ? '有不止一档同时符合' : '没有一档符合'}本案事实，不能计算，请核对事实和基准。`,
      blocks: true,
    });
  }
  return faulty.length > 0;
}

function weighingOf({ starts, startMissing, parts, settled, sum, fine }: Weighed): Weighing {
  const start = starts.length === 1 && startMissing.length === 0 ? starts[0]!.start : undefined;
  const end = (at: Fraction, amount: Fraction | undefined) => ({
    sum: decimalText(at),
    ...(amount ? { amount: wholeBelow(amount).whole } : {}),
  });
  return {
    ...(start
      ? { start: { ...(start.name ? { name: start.name } : {}), percent: percentText(start.percent) } }
      : {}),
    parts: parts.map(({ factor, degree, open, lowest }) =>
      degree
        ? {
            factor,
            degree: degree.name,
            percent: percentText(degree.percent),
            ...(lowest ? { lowest } : {}),
          }
        : {
            factor,
            possible: open.map(({ name, percent }) => ({ degree: name, percent: percentText(percent) })),
          },
    ),
    ...(settled ? { sum: decimalText(sum!.from) } : {}),
    from: end(sum!.from, fine?.from),
    to: end(sum!.to, fine?.to),
  };
}

function stateParts(result: TierResult, { parts }: Weighed, start: Start | undefined, table: string): void {
  let running = start ? fraction(start.percent) : undefined;
  // A table that adds its weights to the minimum has no start of its own.
  if (start && (start.of.least === undefined || Number(start.percent) > 0)) {
    result.steps.push({
      step: '裁量起点',
      value: `${start.name ? `“${start.name}”栏 ` : ''}${percentText(start.percent)}%`,
      basis: table,
    });
  }
  for (const part of parts) {
    const { factor, degree, lowest } = part;
    running = running && degree ? plus(running, fraction(degree.percent)) : undefined;
    result.steps.push({
      step: `裁量要素：${factor}`,
      value: degree
        ? `${degree.name}，${percentText(degree.percent)}%${running ? `，累计 ${decimalText(running)}%` : ''}${
            lowest ? '（经查无法查明，该基准规定按最低等次认定）' : ''
          }`
        : `尚不能确定，可能为${part.open.map(({ name, percent }) => `${name}（${percentText(percent)}%）`).join('、')}`,
      basis: `${table}裁量要素“${factor}”`,
    });
  }
}

/** Questions in the order of how far their answers move the sum; the column first, since it moves the maximum. */
function askWhatIsOpen(result: TierResult, { startMissing, parts }: Weighed): void {
  const open = parts
    .filter(({ degree }) => !degree)
    .toSorted((a, b) => compareFractions(spread(b), spread(a)));
  for (const factor of new Set([...startMissing, ...open.flatMap(({ missing }) => missing)])) {
    result.missing.push({ factor, question: questionOf(factor, result) });
  }
}

function spread({ open }: ChosenDegree): Fraction {
  const [lightest, ...others] = open.map(({ percent }) => fraction(percent)).toSorted(compareFractions);
  const heaviest = others.at(-1) ?? lightest!;
  return plus(heaviest, { over: -lightest!.over, under: lightest!.under });
}

function stateSum(result: TierResult, { raw, sum }: Weighed, { cap, floor }: Weights, table: string): void {
  const [before, after] = [raw!.from, sum!.from];
  const why =
    compareFractions(before, after) > 0
      ? `，超过 ${percentText(cap)}%的按 ${percentText(cap)}%计算`
      : compareFractions(before, after) < 0
        ? `，不足 ${percentText(floor!)}%的按 ${percentText(floor!)}%计算`
        : '';
  result.steps.push({ step: '百分值总和', value: `${decimalText(before)}%${why}`, basis: table });
}

/** 34% × 1,000,000 元, 20,000 元 ＋（100,000 元 － 20,000 元）× 40%; by units: 每立方米〔…〕× 数量. */
function sumWords(sum: Fraction, of: Start['of']): string {
  const percent = `${decimalText(sum)}%`;
  const counted = baseName(of);
  if (of.least === undefined && !of.baseFactor) return `${percent} × ${maximumText(of)}`;
  const end = (amount: number | string) => (counted && !of.each ? `${amount} 倍` : yuan(fen(amount)));
  const least = of.least ?? 0;
  const most = end(of.max ?? of.times!);
  const words =
    Number(least) === 0 ? `${percent} × ${most}` : `${end(least)} ＋（${most} － ${end(least)}）× ${percent}`;
  return counted ? `${counted}〔${words}〕${of.each ? ' × 数量' : ''}` : words;
}

function maximumText({ max, base, times }: Start['of']): string {
  if (max !== undefined) return yuan(fen(max));
  const share = fraction(times!);
  return `${BASES[base!]} × ${compareFractions(share, fraction(1)) < 0 ? `${decimalText({ ...share, over: share.over * 100n })}%` : decimalText(share)}`;
}

function percentText(percent: number | string): string {
  return decimalText(fraction(percent));
}
