import { BASES } from '../../../law/fine-range.ts';

/** Factors that have a place of their own in the file. */
const PLACES: Record<string, string> = {
  'first-violation': 'violation.firstViolation',
  'corrected-in-time': 'violation.correctedInTime',
  minor: 'violation.minor',
  harm: 'violation.harm.occurred',
  'slight-harm': 'violation.harm.slight',
  serious: 'major.serious',
};

/** Where the answer to a question of the reckoning is filled in: `factor` is a factor's name or a path already. */
export function factorPath(factor: string): string {
  if (factor.includes('.')) return factor;
  if (Object.hasOwn(BASES, factor)) return `violation.amounts.${factor}.yuan`;
  return PLACES[factor] ?? `circumstances.factors.${factor}`;
}
