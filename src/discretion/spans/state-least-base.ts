import { BASES, type Base } from '../../law/fine-range.ts';
import { type Fen, fen, yuan } from '../../law/money.ts';
import type { TierResult } from '../tier-result.ts';

/** A step where a base below the least one counts as that: 处置费用不足二十万元的，按二十万元计算. */
export function stateLeastBase(
  result: TierResult,
  { base, baseLeast }: { base?: Base | undefined; baseLeast?: number | string | undefined },
  sums: Partial<Record<Base, Fen>>,
  basis: string,
): void {
  const known = base && sums[base];
  if (known === undefined || baseLeast === undefined || known >= fen(baseLeast)) return;
  const least = yuan(fen(baseLeast));
  const value = `${BASES[base!]} ${yuan(known)}，不足 ${least}的，按 ${least}计算`;
  result.steps.push({ step: '计算基数', value, basis });
}
