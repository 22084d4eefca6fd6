/** Signs without a shape of their own: controls (but for tabs and line ends), formatting signs, lone halves, non-characters. */
const UNSEEN = /(?![\t\n\r])\p{Cc}|\p{Cf}|\p{Cs}|[\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]/gu;

/**
 * A text as people see it, for what they type or paste: without the signs that show nothing, that a .docx and the
 * database cannot carry, or that turn the reading direction. A line break of a word processor becomes a line end.
 */
export function visibleText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
  return text.replace(/[\u000b\u2028\u2029]/g, '\n').replace(UNSEEN, '');
}
