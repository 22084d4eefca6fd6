/** Character bigrams with their counts; punctuation, spaces and masked words count for nothing. */
export function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const run of text.replaceAll(/某|示例/g, '').split(/[^\p{L}\p{N}]+/u)) {
    const characters = [...run];
    for (let index = 0; index + 1 < characters.length; index++) {
      const pair = characters[index]! + characters[index + 1]!;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts;
}

/** Cosine of two bigram counts, 0 to 1; 0 when either is empty. */
export function cosine(a: Map<string, number>, b: Map<string, number>): number {
  let dot = 0;
  for (const [pair, count] of a) dot += count * (b.get(pair) ?? 0);
  const norm = (counts: Map<string, number>): number =>
    Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0));
  const size = norm(a) * norm(b);
  return size === 0 ? 0 : Math.min(1, dot / size);
}
