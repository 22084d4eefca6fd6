import type { CaseFile } from '../../cases/case-file.ts';
import type { BenchmarkItem, Tier } from '../../corpus/benchmark.ts';
import type { Sanction } from '../../law/sanction.ts';
import { AS_RESPONSIBLE } from '../../law/sanction-conditions.ts';
import { finesBeside, finesFor } from '../statutory-range.ts';
import { finesBesideTier, finesOfTier } from './range-of-tier.ts';
import { sideOf } from './side-of.ts';

/**
 * How the party stands to a provision: as its `offender`; as one `responsible` in a unit; `asked` where it fines units, with or without
 * persons responsible in them, and nobody has said which this person is; `outside` where it fines units alone.
 */
export type Role = 'offender' | 'responsible' | 'asked' | 'outside';

export function roleOf(sanction: Sanction, file: Pick<CaseFile, 'party' | 'circumstances'>): Role {
  const side = sideOf(file, sanction);
  if (side !== 'person') return 'offender';
  const own = finesFor(sanction, side);
  const beside = finesBeside(sanction);
  // A 个体工商户 is nobody's responsible person.
  const said = file.party.kind === 'person' ? file.circumstances?.factors?.[AS_RESPONSIBLE] : false;
  if (own.some(({ party }) => party === 'person'))
    return said === true && beside.length > 0 ? 'responsible' : 'offender';
  const forUnits = own.length === 0 && sanction.fines.length > beside.length;
  if (beside.length === 0 && !forUnits) return 'offender';
  if (typeof said !== 'boolean') return 'asked';
  if (said) return 'responsible';
  return forUnits ? 'outside' : 'offender';
}

/** Whether a table has spans for persons responsible in a unit: a column of theirs or of persons, or an item for persons alone. */
export function isForResponsible(
  { appliesTo, weights, perUnit }: Pick<BenchmarkItem, 'appliesTo' | 'weights' | 'perUnit'>,
  tier: Tier | undefined,
): boolean {
  if (appliesTo === 'person') return true;
  if (tier)
    return finesBesideTier(tier).length > 0 || finesOfTier(tier).some(({ party }) => party === 'person');
  return perUnit === undefined && (weights?.starts ?? []).some(({ party }) => party === 'person');
}
