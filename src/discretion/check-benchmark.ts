import type { Benchmark, BenchmarkItem } from '../corpus/benchmark.ts';
import { evaluate, type FactorValue } from '../law/condition.ts';
import { BASE_NAMES, type Base, rangeText, resolveRange } from '../law/fine-range.ts';
import { type Fen, fen } from '../law/money.ts';
import type { Sanction } from '../law/sanction.ts';
import { shown } from './case-factors.ts';
import { clipToStatute } from './clip-to-statute.ts';
import { factorLabel } from './factor-label.ts';
import { representativeValues, testsOf } from './representative-values.ts';
import { finesFor, statutoryRange, switchesOf } from './statutory-range.ts';

/** One fault of a table: the item (and tier), what kind, and an example that shows it. */
export interface BenchmarkFault {
  row: string;
  kind:
    | 'gap'
    | 'overlap'
    | 'outside-statute'
    | 'missing-fine'
    | 'undeclared-factor'
    | 'order'
    | 'unknown-sanction'
    | 'too-large';
  detail: string;
}

/** A table with more combinations than this cannot be proved and is refused. */
const MOST_COMBINATIONS = 200_000;

/**
 * Proves a table sound: every combination of facts falls into exactly one tier, and every tier's span lies inside
 * the span that the provision has for those facts (C5-21). Combinations are those of values that stand for all
 * others, so that the proof covers every value.
 */
export function checkBenchmark(
  benchmark: Benchmark,
  sanctionById: (id: string) => Sanction | undefined,
): BenchmarkFault[] {
  return benchmark.items.flatMap((item) => {
    const sanction = sanctionById(item.sanction);
    if (sanction) return checkItem(item, sanction);
    return [
      {
        row: item.id,
        kind: 'unknown-sanction' as const,
        detail: `罚则库中没有“${item.sanction}”，无法核对法定幅度。`,
      },
    ];
  });
}

function checkItem(item: BenchmarkItem, sanction: Sanction): BenchmarkFault[] {
  const faults = new Map<string, BenchmarkFault>();
  const add = (kind: BenchmarkFault['kind'], row: string, detail: string): void => {
    if (!faults.has(`${kind} ${row}`)) faults.set(`${kind} ${row}`, { row, kind, detail });
  };
  item.tiers.forEach((tier, index) => {
    if (tier.order !== index + 1)
      add('order', `${item.id} ${tier.name}`, `应为第 ${index + 1} 阶次，写作 ${tier.order}。`);
  });
  const declared = new Set(item.factors.map((factor) => factor.name));
  const fines = finesFor(sanction, item.appliesTo === 'unit' ? 'organisation' : 'person');
  const conditions = [...item.tiers.map((tier) => tier.when), ...switchesOf(fines)];
  const names = [...new Set(conditions.flatMap(testsOf).map((test) => test.factor))];
  for (const name of names) {
    if (!declared.has(name)) add('undeclared-factor', item.id, `条件用到“${name}”，但没有列为裁量因素。`);
  }
  const choices = names.map((name) =>
    representativeValues(
      name,
      conditions,
      item.factors.find((factor) => factor.name === name),
    ),
  );
  const size = choices.reduce((count, values) => count * Math.max(1, values.length), 1);
  if (size > MOST_COMBINATIONS) {
    add(
      'too-large',
      item.id,
      `裁量因素的组合有 ${size} 种，超出可以逐一核对的 ${MOST_COMBINATIONS} 种，请拆分事项。`,
    );
    return [...faults.values()];
  }
  for (const values of combinations(names, choices)) {
    const where = Object.entries(values)
      .map(([name, value]) => `${factorLabel(name, item)}：${shown(value)}`)
      .join('，');
    const hits = item.tiers.filter((tier) => evaluate(tier.when, values) === true);
    if (hits.length === 0) add('gap', item.id, `没有阶次适用于：${where}。`);
    if (hits.length > 1 && item.severalTiers === 'unclear') {
      add('overlap', item.id, `${hits.map((tier) => tier.name).join('、')}同时适用于：${where}。`);
    }
    const sums = sumsOf(values);
    const statute = statutoryRange(fines, values, sums);
    for (const tier of hits) {
      const row = `${item.id} ${tier.name}`;
      const own = tier.fine && resolveRange(tier.fine, sums);
      if (!own) {
        const must = sanction.mandatory.includes('fine') && statute.state === 'known';
        if (must && tier.grade !== 'no-penalty' && tier.grade !== 'mitigated') {
          add('missing-fine', row, `罚则规定应当并处罚款，该阶次没有罚款幅度（${where}）。`);
        }
      } else if (statute.state !== 'known') {
        add('outside-statute', row, `罚则在此情形下没有罚款（${where}），该阶次却规定了 ${rangeText(own)}。`);
      } else if (clipToStatute(own, statute.range, tier.grade === 'mitigated').clipped) {
        add('outside-statute', row, `${rangeText(own)}超出法定的 ${rangeText(statute.range)}（${where}）。`);
      }
    }
  }
  return [...faults.values()];
}

function* combinations(
  names: string[],
  choices: FactorValue[][],
  index = 0,
  values: Record<string, FactorValue> = {},
): Generator<Record<string, FactorValue>> {
  if (index === names.length) {
    yield values;
    return;
  }
  for (const value of choices[index]!) {
    yield* combinations(names, choices, index + 1, { ...values, [names[index]!]: value });
  }
}

/** Sums for the bases: those under test, and one round sum for every other, since only proportions matter there. */
function sumsOf(values: Record<string, FactorValue>): Partial<Record<Base, Fen>> {
  return Object.fromEntries(
    BASE_NAMES.map((base) => {
      const value = values[base];
      return [base, typeof value === 'number' ? Math.round(value * 100) : fen(10_000)];
    }),
  );
}
