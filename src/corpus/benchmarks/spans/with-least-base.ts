import type { Sanction } from '../../../law/sanction.ts';
import type { Tier } from '../../benchmark.ts';
import { leastBase } from '../words/least-base.ts';

type Fine = NonNullable<Tier['fine']>;

/** Multiples of a table count on no smaller base than the provision beneath it does. */
export function withLeastBase(
  tiers: readonly Tier[],
  sanction: Sanction | undefined,
  basis: readonly string[],
  violation: string,
): Tier[] {
  const words = basis.join('\n');
  const own = (fine: Fine): Fine => {
    const { base } = fine;
    if (!base || fine.ofSpan || fine.baseLeast !== undefined) return fine;
    const said = leastBase(words, base, violation);
    if (said === 'several') return fine;
    const least = said ?? sanction?.fines.find(({ range }) => range.base === base)?.range.baseLeast;
    return least === undefined ? fine : { ...fine, baseLeast: least };
  };
  return tiers.map((tier) => ({
    ...tier,
    ...(tier.fine ? { fine: own(tier.fine) } : {}),
    ...(tier.fines ? { fines: tier.fines.map(own) } : {}),
  }));
}
