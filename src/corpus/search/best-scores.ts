/** An entry with its score. */
export interface Scored {
  seq: number;
  score: number;
}

/** Keeps the best `limit` of what it is offered. */
export class BestScores {
  /** A smaller score need not be offered. */
  bar = Number.NEGATIVE_INFINITY;
  // The worst of the best on top, so that one comparison turns most away.
  private readonly heap: Scored[] = [];

  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  offer(seq: number, score: number): void {
    const { heap, limit } = this;
    const entry = { seq, score };
    if (heap.length < limit) {
      heap.push(entry);
      siftUp(heap);
    } else if (worse(heap[0]!, entry)) {
      heap[0] = entry;
      siftDown(heap);
    }
    if (heap.length === limit) this.bar = heap[0]!.score;
  }

  /** Best first; equal scores in the order of import. */
  list(): Scored[] {
    return this.heap.toSorted((a, b) => b.score - a.score || a.seq - b.seq);
  }
}

function worse(a: Scored, b: Scored): boolean {
  return a.score < b.score || (a.score === b.score && a.seq > b.seq);
}

function siftUp(heap: Scored[]): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!worse(heap[at]!, heap[parent]!)) return;
    [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
    at = parent;
  }
}

function siftDown(heap: Scored[]): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) return;
    const child = left + 1 < heap.length && worse(heap[left + 1]!, heap[left]!) ? left + 1 : left;
    if (!worse(heap[child]!, heap[at]!)) return;
    [heap[at], heap[child]] = [heap[child]!, heap[at]!];
    at = child;
  }
}
