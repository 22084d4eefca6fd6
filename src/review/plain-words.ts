/** Words in half width, without spaces, quotation marks, or the closing stop: for comparing what two papers write. */
export function plainWords(words: string): string {
  return words
    .normalize('NFKC')
    .replaceAll(/[\s“”"'‘’《》「」]/g, '')
    .replace(/[,;。.]+$/, '');
}
