import type { Condition } from '../../../law/condition.ts';
import type { SanctionFine } from '../../../law/sanction.ts';
import { AS_RESPONSIBLE } from '../../../law/sanction-conditions.ts';
import type { BenchmarkItem, Tier } from '../../benchmark.ts';

type Fine = NonNullable<Tier['fine']>;

const RESPONSIBLE: Condition = { factor: AS_RESPONSIBLE, op: '=', value: true };
const OTHERWISE: Condition = { factor: AS_RESPONSIBLE, op: '=', value: false };

/**
 * The spans of a provision that fines a unit, and the persons responsible in it, for a table that has a column of 个人: whoever is fined
 * as a person responsible has their span; any other offender, a citizen too, has that of the offender. The span of the persons
 * responsible stays beside, for the case of the unit.
 */
export function personsApart(fines: readonly SanctionFine[]): SanctionFine[] {
  const offender = fines.filter(({ subject }) => subject !== 'responsible-person');
  const beside = fines.filter(({ subject }) => subject === 'responsible-person');
  const own = (fine: SanctionFine, when: Condition): SanctionFine => {
    const { subject: _, ...rest } = fine;
    return { ...rest, party: 'person', when: fine.when ? { all: [fine.when, when] } : when };
  };
  return [
    ...offender.flatMap((fine) =>
      fine.party ? [fine] : [{ ...fine, party: 'unit' as const }, own(fine, OTHERWISE)],
    ),
    ...beside.map((fine) => own(fine, RESPONSIBLE)),
    ...beside,
  ];
}

/** The column 个人 of such a table is for the persons responsible: whether the party is one is asked. */
export function askedAsResponsible(parts: Pick<BenchmarkItem, 'factors' | 'tiers' | 'weights'>): void {
  const mark = <S extends { party?: Fine['party']; when?: Fine['when'] }>(span: S): S =>
    span.party === 'person'
      ? { ...span, when: span.when ? { all: [span.when, RESPONSIBLE] } : RESPONSIBLE }
      : span;
  for (const tier of parts.tiers) {
    if (tier.fine) tier.fine = mark(tier.fine);
    if (tier.fines) tier.fines = tier.fines.map(mark);
  }
  if (parts.weights) parts.weights.starts = parts.weights.starts.map(mark);
  parts.factors.push({
    name: AS_RESPONSIBLE,
    question:
      '当事人是否作为违法单位的直接负责的主管人员或者其他直接责任人员受处罚？（所依据的条款对个人的罚款只针对责任人员）',
    type: 'yes-no',
  });
}
