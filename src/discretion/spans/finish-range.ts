import type { CaseFile } from '../../cases/case-file.ts';
import { citationText } from '../../law/citation.ts';
import type { FenRange } from '../../law/fine-range.ts';
import { placeOf } from '../../law/sanction.ts';
import { firstFen, lastFen } from '../clip-to-statute.ts';
import { statedRange, type TierResult } from '../tier-result.ts';
import { fitRange, UNITS } from './fit-range.ts';
import { fittingOf } from './fitting-of.ts';
import { type Leaning, leaningOf } from './leaning-of.ts';

export interface RangeToFinish {
  /** The row of the table, in words. */
  table: string;
  own: FenRange;
  /** A mitigated tier; it may stay below the statute only with an accepted ground, and is none of the case without one. */
  mitigated?: boolean;
  /** A sum by weights or units, not a row of the table: outside the statute it moves to the nearest end. */
  reckoned?: true;
  /** `own` was rounded down from this fraction of a fen, whose next whole fen may be the lowest lawful one. */
  exact?: boolean;
}

const PARTS: Record<Leaning, string> = { lighter: '从轻', ordinary: '一般', heavier: '从重' };

/**
 * Sets the range of the result: the table's own, cut to the statute (C5-21), then to the part that its convention names for
 * the grounds of the case, then rounded down as it says. Each is a step.
 */
export function finishRange(result: TierResult, file: CaseFile, given: RangeToFinish): void {
  const { table, own, mitigated = false } = given;
  // Without the statute's span nobody can say that the table's figures are lawful here.
  if (!result.statutory) return;
  const { statutory } = result;
  const benchmark = result.benchmark!;
  const { within, rounding } = benchmark;
  const leaning = leaningOf(file, result.grounds);
  const wide = own.max === undefined || own.min !== own.max;
  const fitted = fitRange(own, statutory, fittingOf(result, file, own, mitigated));
  if (mitigated && !result.grounds.mayMitigate) {
    askGround(result, table);
    return;
  }
  if (fitted.disjoint && !given.reckoned) {
    // The statute's nearest end is nobody's choice: the fault of the table is told, and people decide.
    delete result.settled;
    result.conflicts.push({
      kind: 'outside-statute',
      text: `${table}的${wide ? '幅度' : '数额'}（${statedRange(own).text}）全部在法定幅度（${statutory.text}）之外，不能据以计算，请通知基准制定机关。`,
      blocks: true,
    });
    return;
  }
  if (firstFen(fitted.range) > lastFen(fitted.range)) {
    // A multiple of a base of some fen: between its ends lies no whole fen.
    delete result.settled;
    result.conflicts.push({
      kind: 'empty-span',
      text: `${table}的幅度按本案的基数计算，两端之间没有一分钱的数额，不能据以计算，请核对基数。`,
      blocks: true,
    });
    return;
  }
  result.range = statedRange(fitted.range);
  if (fitted.clipped && !(given.exact === false && own.max! + 1 === statutory.min)) {
    result.conflicts.push({
      kind: 'outside-statute',
      text: `${table}的${wide ? '幅度' : '数额'}（${statedRange(own).text}）超出法定幅度（${statutory.text}），以法定幅度为准，请通知基准制定机关。`,
      blocks: false,
    });
  }
  if (fitted.clipped) {
    result.steps.push({
      step: '与法定幅度取交集',
      value: statedRange(fitted.clipped).text,
      basis: citationText(placeOf(result.sanction!, 'fine')),
    });
  }
  if (within && wide && !mitigated) askLeaning(result, leaning);
  if (fitted.narrowed) {
    result.steps.push({
      step: `阶次幅度之内${PARTS[leaning as Leaning]}`,
      value: statedRange(fitted.narrowed).text,
      basis: `《${benchmark.name}》：${fitted.source}`,
    });
  }
  if (fitted.rounded) {
    result.steps.push({
      step: `舍去不足${UNITS[rounding!.to].name}的部分`,
      value: statedRange(fitted.rounded).text,
      basis: `《${benchmark.name}》：${rounding!.source}`,
    });
  }
}

/** 减轻 needs a ground of 行政处罚法 30 to 32 or of another norm that people have accepted. */
function askGround(result: TierResult, table: string): void {
  result.conflicts.push({
    kind: 'no-ground',
    text: `${table}属于减轻处罚，但本案没有已认定的减轻情形，不得低于法定下限，该阶次的幅度不能适用。`,
    blocks: false,
  });
  result.missing.push({
    factor: 'circumstances.grounds',
    question: '有无法定减轻情形？认定的，写明情形和依据；没有的，该减轻阶次不能适用，请核对所适用的阶次。',
  });
}

/** The convention applies only to what a person has settled: grounds on both sides are weighed by people. */
function askLeaning(result: TierResult, leaning: ReturnType<typeof leaningOf>): void {
  if (leaning === 'both') {
    result.missing.push({
      factor: 'circumstances.grounds',
      question: '本案既有从轻或者减轻情形，又有从重情形，幅度之内从轻还是从重，请由人权衡并写明理由。',
    });
  } else if (leaning === 'choice') {
    result.missing.push({
      factor: 'circumstances.grounds',
      question:
        '本案的情形只是“可以”从轻或者减轻（或者条文用语没有写明），幅度之内是否从轻，请由人决定并写明理由。',
    });
  } else if (leaning === 'open') {
    result.missing.push({
      factor: 'circumstances.grounds',
      question: '经查有无从轻、减轻、从重情形？（没有的，写明经查没有；基准按此取幅度中的一段）',
    });
  }
}
