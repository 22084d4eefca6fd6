import type { Grade } from './grade.ts';
import type { SearchCase } from './suite.ts';

/**
 * Recall and linear-gain NDCG at ten and the reciprocal rank of the first right entry.
 * A case passes when at least one right entry is among the first ten and none that must never be there is.
 */
export function gradeSearch(entry: SearchCase, hits: string[]): Grade {
  const ten = hits.slice(0, 10);
  const right = new Set(entry.expect);
  const found = ten.filter((id) => right.has(id)).length;
  const gain = ten.reduce((sum, id, rank) => sum + (right.has(id) ? 1 / Math.log2(rank + 2) : 0), 0);
  const best = Array.from({ length: Math.min(10, right.size) }, (_, rank) => 1 / Math.log2(rank + 2)).reduce(
    (sum, value) => sum + value,
    0,
  );
  const first = hits.findIndex((id) => right.has(id));
  const wrong = ten.filter((id) => entry.never.includes(id));
  const faults = [
    ...(found === 0 ? [`前十条没有 ${entry.expect.join('、')}，首条是 ${hits[0] ?? '（无结果）'}`] : []),
    ...wrong.map((id) => `前十条出现了不应出现的 ${id}`),
  ];
  return {
    id: entry.id,
    passed: faults.length === 0,
    faults,
    figures: {
      'recall@10': found / right.size,
      'ndcg@10': gain / best,
      mrr: first < 0 ? 0 : 1 / (first + 1),
    },
  };
}
