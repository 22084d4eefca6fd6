import type { Grade } from './grade.ts';
import type { LikeCasesCase } from './suite.ts';

/**
 * Linear-gain NDCG at ten over the graded cases, and whether the first found is one of the most alike. A case passes when
 * the first is graded at all.
 */
export function gradeLikeCases(entry: LikeCasesCase, hits: string[]): Grade {
  const gain = (grades: number[]): number =>
    grades.slice(0, 10).reduce((sum, grade, rank) => sum + grade / Math.log2(rank + 2), 0);
  const gradeOf = (id: string): number => entry.alike[id.replace(/^case:/, '')] ?? 0;
  const best = Object.values(entry.alike).sort((a, b) => b - a);
  const first = hits[0];
  const passed = first !== undefined && gradeOf(first) > 0;
  return {
    id: entry.id,
    passed,
    faults: passed ? [] : [`首条是 ${first ?? '（无结果）'}，不在所列相似案件之中`],
    figures: {
      'ndcg@10': gain(hits.map(gradeOf)) / gain(best),
      first: first !== undefined && gradeOf(first) === best[0] ? 1 : 0,
    },
  };
}
