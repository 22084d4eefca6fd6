import type { BenchmarkItem, PerUnit, Weights } from '../corpus/benchmark.ts';

/** 权重累加. */
export function isWeighted(item: BenchmarkItem): item is BenchmarkItem & { weights: Weights } {
  return item.weights !== undefined;
}

/** 基础数额加单位数额, where none of the tiers that may stand beside it applies. */
export function isPerUnit(item: BenchmarkItem): item is BenchmarkItem & { perUnit: PerUnit } {
  return item.perUnit !== undefined;
}
