/** What a law says of penalties, in the quotation marks in which papers repeat it. */
const QUOTED = /[“"「][^”"」\n]{16,400}[”"」]/g;

/**
 * The text with quoted statutes and the inside of titles blanked, place for place: they name penalties, articles and
 * days that nobody imposes, applies or states here. A short quotation (“雪岭”牌) stays.
 */
export function withoutQuotes(text: string, { titles = true }: { titles?: boolean } = {}): string {
  const plain = titles ? text.replace(/《[^《》\n]{1,60}》/g, blank) : text;
  return plain.replace(QUOTED, (words) =>
    /罚|没收|吊销|责令|警告|应当|不得|禁止|违反|规定|条/.test(words) ? blank(words) : words,
  );
}

const blank = (words: string) => words[0] + '◇'.repeat(words.length - 2) + words.at(-1);
