import type { Sanction } from '../../../law/sanction.ts';
import type { Tier } from '../../benchmark.ts';

type Fine = NonNullable<Tier['fine']>;

/**
 * A column 有关责任人员 under a provision that fines persons as offenders of their own and nobody beside a unit (主要负责人未履行职责): it is
 * that of the party.
 */
export function personsAsOffenders(tiers: readonly Tier[], sanction: Sanction | undefined): Tier[] {
  const fines = sanction?.fines ?? [];
  const offenders =
    fines.some(({ party }) => party === 'person') &&
    !fines.some(({ subject }) => subject === 'responsible-person');
  if (!offenders) return [...tiers];
  const own = ({ subject, ...fine }: Fine): Fine => (subject ? { ...fine, party: 'person' } : fine);
  return tiers.map((tier) => ({
    ...tier,
    ...(tier.fine ? { fine: own(tier.fine) } : {}),
    ...(tier.fines ? { fines: tier.fines.map(own) } : {}),
  }));
}
