import type { FineRange } from '../../../law/fine-range.ts';
import type { Sanction } from '../../../law/sanction.ts';
import type { BenchmarkItem, Tier } from '../../benchmark.ts';
import type { StatuteOfRow } from './statute-of-row.ts';

type Fine = NonNullable<Tier['fine']>;

/** Where the figures of an item leave the span of the provision beneath it: told at import, clipped when reckoned with. */
export function againstStatute(
  item: Pick<BenchmarkItem, 'tiers' | 'weights'>,
  statute: StatuteOfRow | undefined,
): string[] {
  const fines = statute?.sanction?.fines ?? [];
  if (fines.length === 0) return [];
  if (item.weights) return weightsAgainst(item.weights, fines);
  const apart = JSON.stringify(item.tiers).includes('"factor":"个体工商户"');
  const told: string[] =
    apart && statute?.sanction?.individualBusinessAs === 'unit'
      ? ['条款把个体工商户列在单位一边，而表中个体工商户另有一栏，请核对适用哪一栏']
      : [];
  for (const tier of item.tiers) {
    if (tier.grade === 'mitigated' || tier.grade === 'no-penalty') continue;
    for (const fine of tier.fines ?? (tier.fine ? [tier.fine] : [])) {
      // The persons responsible have a span of their own, which bounds nobody else's.
      const own = fines.filter(({ subject }) => (subject ?? 'offender') === (fine.subject ?? 'offender'));
      if (fine.ofSpan || own.some(({ range }) => inside(fine, range))) continue;
      if (!own.some(({ range }) => sameBase(fine, range))) continue;
      told.push(`“${tier.name}”的${spanOf(fine)}不在任何一个法定幅度之内`);
    }
  }
  return told;
}

function sameBase(one: FineRange, other: FineRange): boolean {
  return one.base === other.base && one.baseFactor === other.baseFactor;
}

function inside(fine: Fine, range: FineRange): boolean {
  if (!sameBase(fine, range)) return false;
  const low = range.min === undefined || (fine.min !== undefined && Number(fine.min) >= Number(range.min));
  return (
    low && (range.max === undefined || (fine.max !== undefined && Number(fine.max) <= Number(range.max)))
  );
}

function weightsAgainst(weights: NonNullable<BenchmarkItem['weights']>, fines: Sanction['fines']): string[] {
  const least = weights.factors.reduce(
    (sum, { degrees }) => sum + Math.min(...degrees.map(({ percent }) => Number(percent))),
    0,
  );
  return weights.starts.flatMap(({ name, percent, of }) => {
    const words = name ? `“${name}”` : '';
    const most = Number(of.max ?? of.times);
    const same = fines.filter(({ range }) => range.base === of.base && Number(range.max) === most);
    if (same.length === 0) return [`${words}权重所乘的 ${said(most, of.base)} 不是任何一个法定幅度的上限`];
    const sum = Math.min(Number(weights.cap), Math.max(Number(percent) + least, Number(weights.floor ?? 0)));
    const mildest = Number(((sum * most) / 100).toFixed(6));
    const low = Math.min(...same.map(({ range }) => Number(range.min ?? 0)));
    return mildest < low
      ? [
          `${words}裁量起点与各要素最低权重之和为 ${sum}%，合 ${said(mildest, of.base)}，低于法定最低的 ${said(low, of.base)}，计算时以法定最低为限`,
        ]
      : [];
  });
}

function said(value: number, base: string | undefined): string {
  return base ? `${value} 倍` : `${value.toLocaleString('zh-CN')} 元`;
}

function spanOf({ min, max, base }: Fine): string {
  const side = (value: number | string | undefined, end: string) =>
    value === undefined ? '' : `${said(Number(value), base)}${end}`;
  return `${side(min, '以上')}${side(max, '以下')}`;
}
