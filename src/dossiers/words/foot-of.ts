/** As long as a line may be in which people sign. */
const LONGEST = 60;

/** Where the short lines at the end of a record begin, in which people sign; its length where there are none. */
export function footOf(text: string): number {
  let at = text.trimEnd().length;
  for (;;) {
    const line = text.lastIndexOf('\n', at - 1);
    const words = text.slice(line + 1, at).trim();
    if (line < 0 || words.length > LONGEST || /[。；;？?]/.test(words)) return at;
    at = line;
  }
}
