import type { CaseFile } from '../../cases/case-file.ts';
import type { BenchmarkItem } from '../../corpus/benchmark.ts';
import { type Answer, unclear } from '../rules/rule.ts';
import { quotedTiers, tierName } from './quoted-tiers.ts';

const NUMBERED = /^[一二三四五六]$/;

/**
 * The papers quote a table whose tiers bear none of the names of the library's item, or the decision names a numbered tier
 * that an item found by its code alone does not have: another table was applied, whatever its name.
 */
export function otherTiers(file: CaseFile, item: BenchmarkItem | undefined): Answer | undefined {
  if (!item || item.tiers.length === 0) return undefined;
  const ours = new Set(item.tiers.map(({ name }) => tierName(name)));
  const quoted = quotedTiers(file);
  const [first] = quoted;
  if (first && !quoted.some(({ name }) => ours.has(name))) {
    return differing(`《${first.title}》引述的阶次“${first.quote.slice(0, 40)}”`, item, [first.path]);
  }
  const named = file.decision?.tier;
  return !file.benchmarkItem && named && NUMBERED.test(tierName(named)) && !ours.has(tierName(named))
    ? differing(`决定写明的阶次“${named}”`, item, ['decision.tier'])
    : undefined;
}

function differing(what: string, { violation }: BenchmarkItem, paths: string[]): Answer {
  return unclear(
    `${what}不是裁量基准库中“${violation}”的阶次，适用的可能是库中没有的裁量基准，不能用库中的基准核对。`,
    ['适用的裁量基准的文本'],
    [...paths, 'benchmarkItem'],
  );
}
