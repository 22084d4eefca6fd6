import type { CaseFile } from '../../cases/case-file.ts';
import type { BenchmarkItem, PerUnit } from '../../corpus/benchmark.ts';
import type { FenRange } from '../../law/fine-range.ts';
import { decimalText, wholeBelow } from '../../law/fraction.ts';
import { fen, yuan } from '../../law/money.ts';
import type { CaseFactors } from '../case-factors.ts';
import { factorLabel } from '../factor-label.ts';
import { questionOf } from '../question-of.ts';
import { finishRange } from '../spans/finish-range.ts';
import { stateFactsUsed } from '../state-facts-used.ts';
import { statedRange, type TierResult } from '../tier-result.ts';
import { countUnits, type UnitCount } from './count-units.ts';

/** 基础数额加单位数额: the base, what each factor adds, and the amount or span. With a fact missing only the lower end is told. */
export function settleUnits(
  result: TierResult,
  file: CaseFile,
  item: BenchmarkItem & { perUnit: PerUnit },
  facts: CaseFactors,
): void {
  const table = `《${result.benchmark!.name}》“${item.violation}”`;
  const count = countUnits(item, facts);
  stateFactsUsed(result, facts);
  const { from, to } = item.perUnit;
  result.steps.push({
    step: '基础数额',
    value: to === undefined ? yuan(fen(from)) : `${yuan(fen(from))}至 ${yuan(fen(to))}`,
    basis: table,
  });
  for (const { factor, units, each, adds, missing } of count.parts) {
    const name = factorLabel(factor, item);
    result.steps.push({
      step: `按“${name}”增加`,
      value:
        units && adds
          ? `${decimalText(units)} 个单位 × ${yuan(each)} ＝ ${yuan(wholeBelow(adds).whole)}`
          : `每个单位 ${yuan(each)}，尚不知道有多少单位`,
      basis: table,
    });
    for (const fact of missing) result.missing.push({ factor: fact, question: questionOf(fact, result) });
  }
  const own = rangeOfCount(count);
  result.counting = countingOf(count, own);
  if (!count.settled) {
    result.steps.push({
      step: '可能的罚款数额',
      value: `尚不能确定，不低于 ${yuan(own.min!)}`,
      basis: table,
    });
    return;
  }
  result.steps.push({
    step: '罚款数额',
    value: own.min === own.max ? yuan(own.max!) : statedRange(own).text,
    basis: table,
  });
  if (own.max === 0) {
    result.conflicts.push({
      kind: 'no-tier',
      text: `${table}按单位数额计算，而本案没有一个单位可计，没有与本案事实相符的罚款，请核对事实和基准。`,
      blocks: true,
    });
    return;
  }
  result.settled = 'per-unit';
  finishRange(result, file, {
    table: `${table}按单位数额`,
    own,
    exact: wholeBelow(count.from).exact,
    reckoned: true,
  });
}

/** In whole fen: a single amount is rounded down, the ends of a span inward. */
export function rangeOfCount({ from, to }: UnitCount): FenRange {
  const [low, high] = [wholeBelow(from), to && wholeBelow(to)];
  const single = high?.whole === low.whole;
  return {
    min: low.exact || single || !high ? low.whole : low.whole + 1,
    ...(high ? { max: high.whole } : {}),
    minInclusive: true,
    maxInclusive: true,
  };
}

function countingOf({ parts, settled }: UnitCount, own: FenRange): NonNullable<TierResult['counting']> {
  return {
    parts: parts.map(({ factor, units, each, adds }) => ({
      factor,
      each,
      ...(units ? { units: decimalText(units) } : {}),
      ...(adds ? { adds: wholeBelow(adds).whole } : {}),
    })),
    from: own.min!,
    ...(settled && own.max !== undefined ? { to: own.max } : {}),
  };
}
