import { isBlank, TIER_WORDS, tableColumns } from './table-columns.ts';

const RANKED = /^\s*[【［[]?(?<rank>[一-鿿]{1,8})[】］\]]?\s*[：:]\s*(?<rest>[\s\S]+)$/;

/**
 * A table without a column of ranks, whose circumstances begin with theirs (较轻：运输不足50头的), with the ranks in a column of their own. As
 * printed where a table has such a column, or where fewer than two circumstances begin so.
 */
export function ranksInConditions(
  labels: readonly string[],
  grid: readonly string[][],
): { labels: string[]; grid: string[][] } {
  const as = { labels: [...labels], grid: [...grid] };
  const columns = tableColumns(labels, grid);
  if (columns.some(({ holds }) => holds === 'tier')) return as;
  const parts = (cell: string | undefined) => {
    const { rank = '', rest = '' } = RANKED.exec(cell ?? '')?.groups ?? {};
    return TIER_WORDS.test(rank) && !isBlank(rest) ? { rank, rest } : undefined;
  };
  const [own, more] = columns.filter(
    ({ holds, at }) => holds === 'condition' && grid.filter((row) => parts(row[at])).length > 1,
  );
  if (!own || more) return as;
  const { at } = own;
  const ranks = grid.flatMap((row) => parts(row[at])?.rank ?? []);
  if (new Set(ranks).size < 2 || grid.some((row) => row.length !== labels.length)) return as;
  return {
    labels: [...labels.slice(0, at), '裁量阶次', ...labels.slice(at)],
    grid: grid.map((row) => {
      const { rank, rest } = parts(row[at]) ?? { rank: '/', rest: row[at]! };
      return [...row.slice(0, at), rank, rest, ...row.slice(at + 1)];
    }),
  };
}
