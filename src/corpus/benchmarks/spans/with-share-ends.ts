import type { Tier } from '../../benchmark.ts';

type Fine = NonNullable<Tier['fine']>;

/** “３０％至７０％”不包括３０％，包括７０％: which end a share of the span leaves out. */
const LEFT_OUT =
  /(\d+(?:\.\d+)?)%(?:至|到|[-~～—–]{1,2})(\d+(?:\.\d+)?)%[”"」]?(?:的)?[，,]?(?:[^，,；;。\d]{0,4}包括\d+(?:\.\d+)?%[，,])?[^，,；;。\d]{0,4}不(?:包括|含)(\d+(?:\.\d+)?)%/g;

/** Tiers whose fines are shares of the statutory span, without the ends that the notes of the table leave out. */
export function withShareEnds(tiers: readonly Tier[], notes: readonly string[]): Tier[] {
  const out = notes.flatMap((line) =>
    [...line.normalize('NFKC').replaceAll(/\s/g, '').matchAll(LEFT_OUT)].map(([, from, to, end]) => ({
      from: share(from!),
      to: share(to!),
      end: share(end!),
    })),
  );
  if (out.length === 0) return [...tiers];
  const own = (fine: Fine): Fine => {
    const found =
      fine.ofSpan && out.find(({ from, to }) => from === Number(fine.min) && to === Number(fine.max));
    if (!found) return fine;
    return {
      ...fine,
      ...(found.end === found.from ? { minInclusive: false } : {}),
      ...(found.end === found.to ? { maxInclusive: false } : {}),
    };
  };
  return tiers.map((tier) => ({
    ...tier,
    ...(tier.fine ? { fine: own(tier.fine) } : {}),
    ...(tier.fines ? { fines: tier.fines.map(own) } : {}),
  }));
}

const share = (percent: string) => Number((Number(percent) / 100).toFixed(6));
