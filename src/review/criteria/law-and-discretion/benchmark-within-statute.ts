import type { BenchmarkItem, Tier } from '../../../corpus/benchmark.ts';
import { finesOfTier } from '../../../discretion/spans/range-of-tier.ts';
import { weightedSpans } from '../../../discretion/weights/weighted-spans.ts';
import { citationText } from '../../../law/citation.ts';
import { type FineRange, resolveRange } from '../../../law/fine-range.ts';
import { fen, times } from '../../../law/money.ts';
import type { Sanction } from '../../../law/sanction.ts';
import { benchmarkNotHeld } from '../../benchmark/benchmark-not-held.ts';
import { benchmarkBeyondLaw } from '../../benchmark/told-span-faults.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { actDay } from '../../steps/act-day.ts';
import { withoutTier } from './without-tier.ts';

export const benchmarkWithinStatute = rule({
  id: 'C5-21',
  criterion: 5,
  question: '所用裁量基准的各阶次是否都在法定幅度内？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('34', '可以依法制定裁量基准。'),
    penaltyLaw('16', '法律、法规、规章以外的规范性文件不能设定处罚。'),
  ],
  otherBasis: [{ document: '国务院办公厅关于裁量基准的文件（文本待确认）', gist: '基准不得超出法定幅度。' }],
  reading: '减轻和不予处罚的阶次不比下限；倍数与倍数比、金额与金额比，单位不同的由人核对。',
  about: (context) => {
    const { file, book } = context;
    const beyond = benchmarkBeyondLaw(context);
    if (beyond) return beyond;
    const paths = ['benchmarkItem', 'provisions.punishing'];
    if (!file.benchmarkItem) {
      const unpunished = withoutTier(file);
      if (unpunished) return unpunished;
      const other = benchmarkNotHeld(context);
      if (other) return other;
      const code = file.violation.itemCode;
      const exists = book.benchmarks().some((entry) => entry.items.some((item) => item.itemCode === code));
      return code && !exists
        ? notApplicable('库中没有本案事项的裁量基准。', ['violation.itemCode'])
        : unclear('本案适用哪一裁量基准没有写明。', ['裁量基准事项'], paths);
    }
    const found = book.benchmarkItem(file.benchmarkItem);
    if (!found) return unclear(`裁量基准库中没有事项“${file.benchmarkItem}”。`, ['裁量基准的文本'], paths);
    const act = actDay(file);
    if (!act)
      return unclear('需要知道违法行为的日期，案卷没有载明。', ['违法行为发生日或者终了日'], ['violation']);
    const where = [...paths, act.path];
    const sanctions = (file.provisions?.punishing ?? []).flatMap(
      (citation) => book.sanctionOf(citation, act.day) ?? [],
    );
    const sanction = sanctions.find((entry) => entry.id === found.item.sanction);
    return sanction
      ? { item: found.item, sanction, paths: where }
      : unclear('案卷引用的处罚依据中没有该基准所依据的罚则，不能比较。', ['基准所依据的罚则'], where);
  },
  decide: ({ item, sanction, paths }) => {
    const states = [
      ...item.tiers.map((tier) => ({ name: `${tier.name}阶次`, state: inside(tier, sanction) })),
      ...reckonedSpans(item).map(({ name, span }) => ({ name, state: withinAny(span, sanction) })),
    ];
    const provision = citationText(sanction.provision);
    const outside = states.filter(({ state }) => state === false).map(({ name }) => name);
    if (item.needsRetyping !== undefined) {
      return unclear(
        `“${item.violation}”的表格录入有误，不能比较：${item.needsRetyping}`,
        ['重新录入的裁量表'],
        paths,
      );
    }
    if (outside.length > 0) {
      return notMet(
        `“${item.violation}”的${outside.join('、')}超出${provision}的幅度，应以法定幅度为准。`,
        paths,
      );
    }
    const unknown = states.filter(({ state }) => state === undefined).map(({ name }) => name);
    return unknown.length > 0
      ? unclear(
          `${unknown.join('、')}与${provision}的计算单位不同，不能直接比较。`,
          ['阶次幅度与法定幅度的换算'],
          paths,
        )
      : met(
          `“${item.violation}”的${item.tiers.length > 0 ? '各阶次' : '计算结果'}都在${provision}的幅度内。`,
          paths,
        );
  },
});

/** Whether all of a tier's spans lie in the provision's; `undefined` when one is counted in another way. */
function inside(tier: Tier, sanction: Sanction): boolean | undefined {
  const below = tier.grade === 'mitigated' || tier.grade === 'no-penalty';
  // Shares of the statute's own span cannot leave it.
  const states = finesOfTier(tier)
    .filter(({ ofSpan }) => !ofSpan)
    .map((fine) => withinAny(fine as FineRange, sanction, below, fine.party));
  return states.includes(false) ? false : states.includes(undefined) ? undefined : true;
}

/** The lightest and the heaviest that a table reckons, where that is more than its tiers. */
function reckonedSpans({ weights, perUnit }: BenchmarkItem): { name: string; span: FineRange }[] {
  const columns = (weights ? weightedSpans(weights) : []).map(({ name, span }) => ({
    name: `权重累加的结果${name ? `（${name}）` : ''}`,
    span,
  }));
  // Units have no greatest number: only the base sum can be compared.
  const { from, to } = perUnit ?? {};
  return from === undefined
    ? columns
    : [...columns, { name: '按单位数额的基础数额', span: { min: from, max: to ?? from } }];
}

/** Whether a span lies in one of the provision's spans; `undefined` when none is counted the same way. */
function withinAny(
  given: FineRange,
  sanction: Sanction,
  below = false,
  party?: 'person' | 'unit',
): boolean | undefined {
  const spans = sanction.fines
    .filter((fine) => (fine.subject ?? 'offender') === 'offender')
    .filter((fine) => !party || !fine.party || fine.party === party)
    .map(({ range }) => range)
    .filter(({ base, baseFactor }) => base === given.base && baseFactor === given.baseFactor);
  if (spans.length === 0) return undefined;
  const own = plain(given);
  return spans.map(plain).some((span) => {
    const low = below || (own.min ?? 0) >= (span.min ?? 0);
    const high = span.max === undefined || (own.max !== undefined && own.max <= span.max);
    return low && high;
  });
}

/** The ends as comparable numbers: fen, or millionths of a multiple. */
function plain(range: FineRange): { min?: number; max?: number } {
  const million = fen(10_000);
  const end = (value: number | string | undefined) =>
    value === undefined ? undefined : times(million, value).fen;
  const { min, max } =
    range.base || range.baseFactor
      ? { min: end(range.min), max: end(range.max) }
      : (resolveRange(range, {}) ?? {});
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}
