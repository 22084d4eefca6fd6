import { type Benchmark, type BenchmarkItem, hasNoFirstDay } from '../../../corpus/benchmark.ts';
import { isPerUnit, isWeighted } from '../../../discretion/method-of-item.ts';
import { chineseDay } from '../../../law/dates.ts';

export const PARTIES = { unit: '单位', person: '个人', any: '不限' } as const;

/** How an item is reckoned. */
export function methodWords(item: BenchmarkItem): string {
  if (item.needsRetyping !== undefined) return '待重新录入';
  if (isWeighted(item)) return '权重累加';
  if (isPerUnit(item)) return item.tiers.length > 0 ? '单位数额与阶次' : '单位数额';
  return `${item.tiers.length} 个阶次`;
}

export function validityWords({ inForce }: Pick<Benchmark, 'inForce'>): string {
  const from = hasNoFirstDay({ inForce }) ? '未载明施行日期' : `${chineseDay(inForce.from)}起`;
  return inForce.to ? `${from}${hasNoFirstDay({ inForce }) ? '，' : ''}至${chineseDay(inForce.to)}` : from;
}

/** The tables that this one stands in the place of, and those that have taken its own. */
export function successionOf(benchmark: Benchmark, all: readonly Benchmark[]) {
  return {
    before: benchmark.supersedes.map((id) => ({ id, name: all.find((one) => one.id === id)?.name ?? id })),
    after: all.filter(({ supersedes }) => supersedes.includes(benchmark.id)),
  };
}

export function tableLink(id: string): string {
  return `/benchmarks?table=${encodeURIComponent(id)}`;
}

export function itemLink(id: string): string {
  return `/benchmarks/${encodeURIComponent(id)}`;
}
