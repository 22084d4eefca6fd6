import type { Benchmark } from '../../../corpus/benchmark.ts';
import { successionOf, tableLink, validityWords } from './table-words.ts';

/** 取代 and 被取代, each a link to the other table. */
export function Succession({ benchmark, all }: { benchmark: Benchmark; all: readonly Benchmark[] }) {
  const { before, after } = successionOf(benchmark, all);
  if (before.length === 0 && after.length === 0) return null;
  return (
    <span class="small">
      {before.map(({ id, name }) => (
        <span class="block">
          取代 <a href={tableLink(id)}>{name}</a>
        </span>
      ))}
      {after.map((one) => (
        <span class="block unclear">
          ? 已被 <a href={tableLink(one.id)}>{one.name}</a> 取代（{validityWords(one)}）
        </span>
      ))}
    </span>
  );
}
