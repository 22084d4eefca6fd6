import type { Sanction } from '../../../law/sanction.ts';
import type { Tier } from '../../benchmark.ts';

type Fine = NonNullable<Tier['fine']>;

/** Tiers whose upper end is the highest fine that the provision allows hold that number too, where the table says so. */
export function withTops(tiers: readonly Tier[], sanction: Sanction | undefined): Tier[] {
  const isTop = ({ base, max, ofSpan }: Fine) =>
    max !== undefined &&
    (ofSpan
      ? Number(max) === 1
      : (sanction?.fines ?? []).some(
          ({ range }) => range.base === base && Number(range.max) === Number(max),
        ));
  const own = (fine: Fine): Fine => {
    if (fine.maxInclusive !== false || !isTop(fine)) return fine;
    const { maxInclusive: _, ...rest } = fine;
    return rest;
  };
  return tiers.map((tier) => ({
    ...tier,
    ...(tier.fine ? { fine: own(tier.fine) } : {}),
    ...(tier.fines ? { fines: tier.fines.map(own) } : {}),
  }));
}
