/** A run of text, inside a quote or not. */
export interface Run {
  text: string;
  quoted: boolean;
}

/** Words of a text, and where they stand, when that is known. */
export interface Quote {
  quote: string;
  start?: number | undefined;
}

/**
 * Cuts a text at each quote: where it is said to stand, else at its first place. Overlapping quotes join. Quotes that do
 * not occur are left out.
 */
export function splitQuotes(text: string, quotes: readonly (Quote | string)[]): Run[] {
  const spans = quotes
    .map((entry): Quote => (typeof entry === 'string' ? { quote: entry } : entry))
    .filter(({ quote }) => quote !== '' && text.includes(quote))
    .map(({ quote, start }) => {
      const at = start !== undefined && text.startsWith(quote, start) ? start : text.indexOf(quote);
      return { start: at, end: at + quote.length };
    })
    .sort((a, b) => a.start - b.start);
  const runs: Run[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.end <= at) continue;
    const last = runs.at(-1);
    if (span.start <= at && last?.quoted) {
      last.text += text.slice(at, span.end);
    } else {
      if (span.start > at) runs.push({ text: text.slice(at, span.start), quoted: false });
      runs.push({ text: text.slice(span.start, span.end), quoted: true });
    }
    at = span.end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), quoted: false });
  return runs;
}
