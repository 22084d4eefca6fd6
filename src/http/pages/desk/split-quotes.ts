/** A run of text, inside a quote or not. */
export interface Run {
  text: string;
  quoted: boolean;
}

/** Cuts a text at the first place of each quote; overlapping quotes join. Quotes that do not occur are left out. */
export function splitQuotes(text: string, quotes: string[]): Run[] {
  const spans = quotes
    .filter((quote) => quote !== '' && text.includes(quote))
    .map((quote) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }))
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
