const HAN = /\p{Script=Han}/gu;
const WORD = /[a-z]{2,}/gi;

/** Whether words say something, as against a name of a file, a template or a field. */
export function isSentence(words: string): boolean {
  return (words.match(HAN)?.length ?? 0) >= 6 || (words.match(WORD)?.length ?? 0) >= 5;
}
