import { type BenchmarkItem, benchmarkSchema } from '../benchmark.ts';
import { placeInBenchmark } from '../place-in-benchmark.ts';

const itemSchema = benchmarkSchema.shape.items.element;

/**
 * An item as it was stored. One whose form is refused by now stands in the table without its figures and says what is wrong,
 * so that neither the table nor the list of all tables falls with it.
 */
export function storedItem(stored: BenchmarkItem): BenchmarkItem {
  const read = itemSchema.safeParse(stored);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  const { weights, perUnit, given, impossible, ...kept } = stored;
  const place = placeInBenchmark(path, stored);
  const bare = {
    ...kept,
    factors: [],
    tiers: [],
    needsRetyping: `库中保存的内容有误（${place}：${message}），没有用于计算，请更正后重新导入。`,
  };
  return itemSchema.safeParse(bare).data ?? stored;
}
