/** The paragraph (款) of an article's text that holds an offset, from 1: lines headed （一） or 1. belong to the one before. */
export function paragraphAt(text: string, offset: number): number {
  let paragraph = 0;
  for (const line of text.slice(0, offset + 1).split('\n')) {
    const words = line.trim();
    if (
      words &&
      !/^(?:[（(][一二三四五六七八九十]+[）)]|\d+[.．、]|第[一二三四五六七八九十百]+[编章节])/.test(words)
    )
      paragraph += 1;
  }
  return Math.max(1, paragraph);
}
