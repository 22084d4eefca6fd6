import { findTier } from '../../../discretion/find-tier.ts';
import type { TierResult } from '../../../discretion/tier-result.ts';
import type { Day } from '../../../law/dates.ts';
import { benchmarkNotHeld } from '../../benchmark/benchmark-not-held.ts';
import { otherTiers } from '../../benchmark/other-tiers.ts';
import { type Answer, type Context, isAnswer, notApplicable, unclear } from '../../rules/rule.ts';
import { actDay } from '../../steps/act-day.ts';
import { type JudgedPenalties, judgedPenalties } from '../../steps/judged-penalties.ts';
import { lighterBenchmark } from './lighter-benchmark.ts';

/** What is missing where no benchmark item is named or found. */
export const NO_ITEM = '裁量基准事项';

export interface ComputedResult {
  judged: JudgedPenalties;
  /** Settled: a tier, or an amount by weights or units. */
  result: TierResult & { settled: NonNullable<TierResult['settled']> };
  paths: string[];
}

export interface ComputedTier extends ComputedResult {
  result: ComputedResult['result'] & { tier: NonNullable<TierResult['tier']> };
}

/** The tier that the facts lead to beside the penalties under review; an Answer when either is not there. */
export function computedTier(context: Context): ComputedTier | Answer {
  const found = computedResult(context);
  if (isAnswer(found)) return found;
  const { tier, item, settled } = found.result;
  if (tier) return { ...found, result: { ...found.result, tier } };
  const way = settled === 'weights' ? '按权重累加计算' : '按单位数额计算';
  return notApplicable(`裁量基准事项“${item?.violation ?? ''}”${way}，没有阶次，数额见 C5-19。`, found.paths);
}

/** What the table gives for the facts, by tiers, weights or units, beside the penalties under review. */
export function computedResult(context: Context): ComputedResult | Answer {
  const { file, book } = context;
  const judged = judgedPenalties(file);
  if (isAnswer(judged)) return judged;
  const other = benchmarkNotHeld(context);
  if (other) return other;
  const act = actDay(file);
  if (!act)
    return unclear('需要知道违法行为的日期，案卷没有载明。', ['违法行为发生日或者终了日'], ['violation']);
  const result = findTier({ file, book, on: laterVersionDay(context) ?? act.day, changes: false });
  const paths = [
    'benchmarkItem',
    'provisions.punishing',
    act.path,
    ...Object.keys(file.circumstances?.factors ?? {}).map((factor) => `circumstances.factors.${factor}`),
    ...Object.keys(file.violation.amounts ?? {}).map((base) => `violation.amounts.${base}.yuan`),
  ];
  const foreign = otherTiers(file, result.item);
  if (foreign) return foreign;
  if (result.settled) return { judged, result: { ...result, settled: result.settled }, paths };
  const blocked = result.conflicts.find((conflict) => conflict.blocks);
  if (blocked) return unclear(blocked.text, ['可用的裁量基准'], paths);
  if (!result.item) {
    const code = file.violation.itemCode;
    const exists = book.benchmarks().some((entry) => entry.items.some((item) => item.itemCode === code));
    return code && !exists && !file.benchmarkItem
      ? notApplicable('库中没有本案事项的裁量基准。', ['violation.itemCode'])
      : unclear('本案适用哪一裁量基准没有写明。', [NO_ITEM], ['benchmarkItem']);
  }
  const questions = result.missing.map((fact) => fact.question);
  if (result.weighing || result.counting) {
    return unclear(
      '按裁量基准计算的数额不能确定，还缺少计算所需的事实。',
      questions.length > 0 ? questions : ['计算所需的事实'],
      paths,
    );
  }
  return unclear(
    `裁量阶次不能确定，可能为${result.possibleTiers.map((tier) => tier.name).join('、') || '任一阶次'}。`,
    questions.length > 0 ? questions : ['适用的裁量阶次'],
    paths,
  );
}

/** The day of the decision, where the file uses the benchmark's later version and that one is not heavier. */
function laterVersionDay(context: Context): Day | undefined {
  const chosen = lighterBenchmark(context);
  if (isAnswer(chosen) || chosen.old.item === chosen.now.item) return undefined;
  const later = context.file.benchmarkItem === chosen.now.item.id;
  return later && chosen.comparison !== 'heavier' ? chosen.now.on : undefined;
}
