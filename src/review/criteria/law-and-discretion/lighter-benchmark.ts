import { findTier } from '../../../discretion/find-tier.ts';
import { finesOfTier } from '../../../discretion/spans/range-of-tier.ts';
import type { TierResult } from '../../../discretion/tier-result.ts';
import type { FenRange } from '../../../law/fine-range.ts';
import { type Answer, type Context, isAnswer, unclear } from '../../rules/rule.ts';
import { type BenchmarkVersion, type BenchmarkVersions, benchmarkVersions } from './benchmark-versions.ts';
import { type Comparison, compareSanctions } from './compare-sanctions.ts';

export interface ReckonedVersion extends BenchmarkVersion {
  /** Absent where the table adds weights or counts by units. */
  tier?: NonNullable<TierResult['tier']>;
  /** No range where the tier has no fine. */
  range?: FenRange & { text: string };
}

export interface LighterBenchmark extends BenchmarkVersions {
  comparison: Exclude<Comparison, 'mixed'>;
  /** The version to use: the later one where it is lighter, else that of the act. */
  due: ReckonedVersion;
  other: ReckonedVersion;
}

/** The version of the benchmark that is lighter for the facts of the case; an Answer where none can be named. */
export function lighterBenchmark(context: Context): LighterBenchmark | Answer {
  const versions = benchmarkVersions(context);
  if (isAnswer(versions)) return versions;
  const old = reckoned(versions.old, versions.paths, context);
  if (isAnswer(old)) return old;
  const now = reckoned(versions.now, versions.paths, context);
  if (isAnswer(now)) return now;
  const comparison = weigh(old, now);
  if (comparison === 'mixed') {
    return unclear(
      `裁量基准在行为后修改，${told(old)}，${told(now)}，轻重方向不一，需要人判断。`,
      ['新旧裁量基准的比较结论'],
      versions.paths,
    );
  }
  const [due, other] = comparison === 'lighter' ? [now, old] : [old, now];
  return { ...versions, comparison, due, other };
}

/** 《…》为“一般”阶次，5,000 元以上…。 */
export function told({ benchmark, tier, range }: ReckonedVersion): string {
  const way = tier ? `为“${tier.name}”阶次` : '按表计算';
  return `《${benchmark.name}》（自${benchmark.inForce.from}）${way}，${range ? range.text : '不予罚款'}`;
}

function reckoned(
  version: BenchmarkVersion,
  paths: string[],
  { file, book }: Context,
): ReckonedVersion | Answer {
  const result = findTier({
    file: asUnder(version, { file, book }),
    book,
    on: version.on,
    changes: false,
  });
  const name = `《${version.benchmark.name}》（自${version.benchmark.inForce.from}）`;
  const blocked = result.conflicts.find((conflict) => conflict.blocks);
  if (blocked) {
    return unclear(`${name}不能与另一版本比较：${blocked.text}`, ['新旧裁量基准的比较结论'], paths);
  }
  const questions = result.missing.map(({ question }) => question);
  const fined = !result.tier || finesOfTier(result.tier).length > 0;
  if (!result.settled || (fined && !result.range)) {
    return unclear(
      `裁量基准在行为后修改，按${name}的阶次和幅度不能确定。`,
      questions.length > 0 ? questions : [`按${name}的阶次`],
      paths,
    );
  }
  return {
    ...version,
    ...(result.tier ? { tier: result.tier } : {}),
    ...(result.range ? { range: result.range } : {}),
  };
}

/** The file with the version's table; the other version may rest on the provision that took the cited one's place. */
function asUnder(
  { item }: BenchmarkVersion,
  { file, book }: Pick<Context, 'file' | 'book'>,
): Context['file'] {
  const punishing = file.provisions?.punishing ?? [];
  const own = item.id === file.benchmarkItem ? undefined : book.sanction(item.sanction)?.provision;
  const under = own && punishing.length > 0 ? [...punishing, own] : punishing;
  return { ...file, benchmarkItem: item.id, provisions: { ...file.provisions, punishing: under } };
}

function weigh(old: ReckonedVersion, now: ReckonedVersion): Comparison {
  const none: FenRange = { min: 0, max: 0, minInclusive: true, maxInclusive: true };
  const fines = compareSanctions(
    { types: [], range: old.range ?? none },
    { types: [], range: now.range ?? none },
  );
  const signs = new Set<Comparison>([fines]);
  const [before, after] = [old.tier?.extra ?? [], now.tier?.extra ?? []];
  if (after.some((type) => !before.includes(type))) signs.add('heavier');
  if (before.some((type) => !after.includes(type))) signs.add('lighter');
  signs.delete('same');
  const [only] = signs;
  return signs.size > 1 ? 'mixed' : (only ?? 'same');
}
