import type { CaseFile } from '../../cases/case-file.ts';
import type { Day } from '../../law/dates.ts';
import { BASES, type Base } from '../../law/fine-range.ts';
import { priorPenalties } from '../steps/prior-penalties.ts';

/** A fact of the file that a line of an offence asks for. `atLeast`: the true figure may be higher, `atMost` to there. */
export interface OffenceFact {
  value: number | boolean;
  path: string;
  atLeast?: true;
  atMost?: number;
  /** Where the figure of earlier acts stands that is added (累计). */
  earlierPath?: string;
}

/**
 * Figures that stand for another where that is not known: 违法经营总额 covers 销售金额, so below the line with the first
 * is below it with the second.
 */
const STANDS_FOR: Record<string, Base[]> = { 'sales-amount': ['turnover'] };
/** Net gains, sales and stock are parts of the figure: they can reach a line, but cannot show that it is not reached. */
const PART_OF: Record<string, string[]> = {
  'sales-amount': ['gains'],
  turnover: ['sales-amount', 'goods', 'gains'],
};

/**
 * The fact, from the circumstances or the amounts of the violation (the higher where both tell it), from the earlier
 * decisions, or from the finding that no harm occurred. `undefined`: not known.
 */
export function offenceFact(
  factor: string,
  { file, on, harm }: { file: CaseFile; on: Day; harm?: boolean },
): OffenceFact | undefined {
  const prior = /^prior-penalties-(?:(\d)y|total)$/.exec(factor);
  const own = stated(file, factor);
  const known = [
    ...(own.length > 0 ? own : (STANDS_FOR[factor] ?? []).flatMap((other) => stated(file, other))),
    ...(prior ? [priorPenalties(file, on, prior[1] ? Number(prior[1]) : undefined)] : []),
  ].filter((fact) => fact !== undefined);
  const parts = (PART_OF[factor] ?? [])
    .flatMap((part) => stated(file, part))
    .map((fact): OffenceFact => ({ ...fact, atLeast: true }));
  const highest = [...known, ...(known.length > 0 ? [] : parts)].sort(
    (one, other) => Number(other.value) - Number(one.value),
  )[0];
  return highest ?? (harm ? noHarm(file) : undefined);
}

/** The fact with the figure of earlier acts of the kind that nobody has dealt with yet (未经处理), where the file tells it. */
export function withEarlier(
  fact: OffenceFact | undefined,
  factor: string,
  file: CaseFile,
): OffenceFact | undefined {
  const [earlier] = stated(file, `earlier-undealt-${factor}`);
  return fact && earlier && typeof fact.value === 'number'
    ? { ...fact, value: fact.value + Number(earlier.value), earlierPath: earlier.path }
    : fact;
}

function stated(file: CaseFile, factor: string): OffenceFact[] {
  const circumstance = file.circumstances?.factors?.[factor];
  const amount = factor in BASES ? file.violation.amounts?.[factor as Base] : undefined;
  return [
    ...(typeof circumstance === 'number' || typeof circumstance === 'boolean'
      ? [{ value: circumstance, path: `circumstances.factors.${factor}` }]
      : []),
    ...(amount ? [{ value: amount.yuan, path: `violation.amounts.${factor}.yuan` }] : []),
  ];
}

function noHarm(file: CaseFile): OffenceFact | undefined {
  const path = harmlessPath(file);
  return path ? { value: 0, path } : undefined;
}

/** Where the file says that no harm occurred; `undefined` where it does not say so, or says the contrary. */
export function harmlessPath(file: CaseFile): string | undefined {
  const found = file.violation.harm?.occurred;
  const asked = file.circumstances?.factors?.harm;
  if (found === true || asked === true) return undefined;
  if (found === false) return 'violation.harm.occurred';
  return asked === false ? 'circumstances.factors.harm' : undefined;
}
