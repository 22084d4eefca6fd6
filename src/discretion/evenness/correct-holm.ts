/** p values corrected for the number of questions asked (Holm 1979): in the order given, each at most 1. */
export function correctHolm(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const corrected = values.map(() => 1);
  let least = 0;
  for (const [rank, index] of order.entries()) {
    least = Math.max(least, Math.min(1, (values[index] ?? 1) * (values.length - rank)));
    corrected[index] = least;
  }
  return corrected;
}
