import type { LibraryView } from '../library-view.ts';

/** The row of each entry, by its number: a map of this size would cost as much as all the products. */
export class EntryRows {
  private places = new Int32Array(1024).fill(-1);

  /** -1 where it has none. */
  of(seq: number): number {
    return this.places[seq] ?? -1;
  }

  set(seq: number, row: number): void {
    if (seq >= this.places.length) {
      const wider = new Int32Array(2 * seq).fill(-1);
      wider.set(this.places);
      this.places = wider;
    }
    this.places[seq] = row;
  }

  /** Live entries of the view without a row. */
  lacking({ segments }: LibraryView): number[] {
    const seqs: number[] = [];
    for (const { table, alive } of segments) {
      for (let doc = 0; doc < table.size; doc++) {
        if (alive[doc] && this.of(table.seq[doc]!) < 0) seqs.push(table.seq[doc]!);
      }
    }
    return seqs;
  }
}
