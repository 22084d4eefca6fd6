import type { SanctionFine } from '../../law/sanction.ts';
import type { BenchmarkItem } from '../benchmark.ts';
import type { StatuteOfRow } from './spans/statute-of-row.ts';

/** Something in a printed row that cannot be relied on. `row` counts the rows of the item from 1; absent: the whole item. */
export interface RowFault {
  row?: number;
  reason: string;
}

/** What was understood of one printed item, and what was not. */
export interface ItemReading {
  item: BenchmarkItem;
  /** Number of the item in the table: §1.1, 3. */
  section: string;
  method: 'weighted' | 'tiered' | 'per-unit' | 'none';
  statute?: StatuteOfRow;
  /** What makes the item unfit to be reckoned with. */
  faults: RowFault[];
  /** How doubtful words were read, and what contradicts the statute: told, and no obstacle. */
  remarks: string[];
  conflicts: string[];
}

/** What a reader of one kind of rows answers. */
export interface RowsRead {
  parts: Pick<BenchmarkItem, 'factors' | 'tiers' | 'weights' | 'perUnit'> &
    Partial<Pick<BenchmarkItem, 'appliesTo'>>;
  /** The statutory spans that the table itself prints in a column. */
  legal?: SanctionFine[];
  faults: RowFault[];
  remarks: string[];
  conflicts: string[];
}
