import { type Answer, combine } from './rule.ts';

/**
 * Judges each entry of a list. `judge` returns nothing where the entry is in order; the faults of all entries are
 * joined, the worst kind alone. Without faults the answer is `inOrder`.
 */
export function judgeEach<T>(
  entries: readonly T[],
  judge: (entry: T, index: number) => Answer | Answer[] | undefined,
  inOrder: Answer,
): Answer {
  return combine(
    entries.flatMap((entry, index) => judge(entry, index) ?? []),
    inOrder,
  );
}
