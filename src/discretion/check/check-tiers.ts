import type { BenchmarkItem, Tier } from '../../corpus/benchmark.ts';
import { evaluate, type FactorValue } from '../../law/condition.ts';
import { type FenRange, rangeText } from '../../law/fine-range.ts';
import type { Sanction, SanctionFine } from '../../law/sanction.ts';
import { PARTY_SIDE } from '../../law/sanction-conditions.ts';
import { clipToStatute } from '../clip-to-statute.ts';
import { finesOfTier, rangeOfTier, type TierFine } from '../spans/range-of-tier.ts';
import { SIDE_NAMES } from '../spans/side-of.ts';
import { finesFor, statutoryRange, switchesOf } from '../statutory-range.ts';
import type { Faults } from './benchmark-fault.ts';
import { Branches } from './branches.ts';
import { checkFactors } from './check-factors.ts';
import { checkRising, type PlacedTier } from './check-rising.ts';
import { basesAtOdds, combinationsOf, partiesFined, partiesOf, sumsOf, whereWords } from './combinations.ts';

/** Tiers: each combination of facts in exactly one, each span inside the statute's, the heavier never below the lighter. */
export function checkTiers(item: BenchmarkItem, sanction: Sanction, faults: Faults): void {
  const { tiers } = item;
  const own = tiers.flatMap(({ when, fines, fine }) => [
    when,
    ...[fine, ...(fines ?? [])].flatMap((one) => (one?.when ? [one.when] : [])),
  ]);
  const bases = item.perUnit?.add.map(({ factor }) => factor) ?? [];
  checkFactors({ row: item.id, factors: item.factors, conditions: own, besides: bases }, faults);
  const branches = new Branches(item, own);
  const used = new Set<Tier>();
  for (const party of partiesFined(item, sanction)) {
    const placed = new Map<SanctionFine, PlacedTier[]>();
    const fines = finesFor(sanction, party);
    const written = tiers
      .flatMap((tier) => finesOfTier(tier))
      .filter((fine) => !fine.ofSpan && (fine.party ?? party) === party);
    const vary = basesAtOdds(written, fines);
    for (const values of combinationsOf(item, [...own, ...switchesOf(fines)], faults, vary)) {
      const where = whereWords(values, item);
      const hits = tiers.filter((tier) => evaluate(tier.when, values) === true);
      for (const tier of hits) used.add(tier);
      // Where the units are counted, the tiers are for the other cases only.
      if (hits.length === 0 && !item.perUnit) faults.add('gap', item.id, `没有阶次适用于：${where}。`);
      if (hits.length > 1 && item.severalTiers === 'unclear')
        faults.add('overlap', item.id, `${hits.map((tier) => tier.name).join('、')}同时适用于：${where}。`);
      for (const tier of hits) {
        const found = branches.look(party, String(tier.order), values, (told) =>
          checkSpan(item, tier, sanction, { party, fines, values, where }, told),
        );
        if (!found) continue;
        const list = placed.get(found.fine) ?? [];
        placed.set(found.fine, list);
        list.push({ tier, written: found.written, values });
      }
    }
    for (const list of placed.values()) checkRising(item, list, faults);
  }
  branches.settle(faults);
  for (const tier of tiers) {
    if (!used.has(tier)) faults.add('dead-tier', `${item.id} ${tier.name}`, '没有任何情形会落入这一阶次。');
  }
}

function checkSpan(
  item: BenchmarkItem,
  tier: Tier,
  sanction: Sanction,
  {
    party,
    fines,
    values,
    where,
  }: {
    party: 'person' | 'unit';
    fines: SanctionFine[];
    values: Record<string, FactorValue>;
    where: string;
  },
  faults: Faults,
): { fine: SanctionFine; written: TierFine } | undefined {
  const row = `${item.id} ${tier.name}`;
  const sums = sumsOf(values);
  const statute = statutoryRange(fines, values, sums);
  const known = statute.state === 'known' ? statute : undefined;
  const who = partiesOf(item).length > 1 ? `${party === 'unit' ? '单位' : '个人'}，${where}` : where;
  // Rows for units are not for persons.
  if ((values[PARTY_SIDE] ?? SIDE_NAMES[party]) !== SIDE_NAMES[party]) return;
  const told = rangeOfTier(tier, party, { values, sums }, known?.range);
  if (told.state === 'several') faults.add('overlap', row, `该阶次有不止一个幅度适用于：${who}。`);
  if (told.state === 'no-span') faults.add('party-missing', row, `该阶次没有幅度适用于：${who}。`);
  if (
    told.state === 'none' &&
    known &&
    sanction.mandatory.includes('fine') &&
    tier.grade !== 'no-penalty' &&
    tier.grade !== 'mitigated'
  )
    faults.add('missing-fine', row, `罚则规定应当并处罚款，该阶次没有罚款幅度（${where}）。`);
  if (told.state !== 'known') return undefined;
  const { range: own, fine: written } = told;
  // Of a base of nothing no span is left, the statute's neither.
  if (known && isEmpty(known.range)) return undefined;
  if (isEmpty(own) && !(written.base && known)) {
    faults.add('empty-span', row, `${rangeText(own)}之间没有数额。`);
    return undefined;
  }
  if (!known) {
    faults.add(
      'outside-statute',
      row,
      `罚则在此情形下没有罚款（${who}），该阶次却规定了 ${rangeText(own)}。`,
    );
    return undefined;
  }
  if (tier.grade === 'no-penalty') {
    faults.add('outside-statute', row, '不予处罚的阶次不能有罚款幅度。');
    return undefined;
  }
  const mitigated = tier.grade === 'mitigated';
  if (clipToStatute(own, known.range, mitigated).clipped) {
    faults.add('outside-statute', row, `${rangeText(own)}超出法定的 ${rangeText(known.range)}（${who}）。`);
  } else if (
    mitigated &&
    known.range.min !== undefined &&
    !(own.min === undefined ? true : own.min < known.range.min)
  ) {
    faults.add(
      'mitigation-inside',
      row,
      `减轻处罚应当低于法定下限，${rangeText(own)}仍在 ${rangeText(known.range)}之内。`,
    );
  }
  return { fine: known.fine, written };
}

function isEmpty({ min, max, minInclusive, maxInclusive }: FenRange): boolean {
  if (max === undefined) return false;
  if (max <= 0 || (min ?? 0) > max) return true;
  return min === max && !(minInclusive && maxInclusive);
}
