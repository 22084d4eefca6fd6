import type { RowsRead } from '../item-reading.ts';
import { leastBase } from '../words/least-base.ts';

/** Why nobody can say on what least base the fines of an item count: the provision has one for each of several conducts. */
export function unclearLeast(
  { tiers, weights }: RowsRead['parts'],
  basis: readonly string[],
  violation: string,
): { reason: string }[] {
  const spans = [
    ...tiers.flatMap(({ fine, fines }) => fines ?? (fine ? [fine] : [])),
    ...(weights?.starts ?? []).map(({ of }) => of),
  ];
  const bases = new Set(
    spans.flatMap(({ base, baseLeast }) => (base && baseLeast === undefined ? [base] : [])),
  );
  const words = basis.join('\n');
  return [...bases].some((base) => leastBase(words, base, violation) === 'several')
    ? [{ reason: '处罚依据里“不足…的，按…计算”的数额不止一个，不知道本项按哪一个' }]
    : [];
}
