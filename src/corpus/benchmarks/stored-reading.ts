import type { Sanction } from '../../law/sanction.ts';
import type { Benchmark, BenchmarkItem } from '../benchmark.ts';

/** What an entry of an imported table keeps beside its text, so that the item can be reckoned with. */
export interface StoredReading {
  head: Omit<Benchmark, 'items'>;
  item: BenchmarkItem;
  /** The spans read from the words printed beside the item, where the library has not got the provision. */
  sanction?: Sanction;
}

/** A table without its items. */
export function headOf({ items: _, ...head }: Benchmark): StoredReading['head'] {
  return head;
}
