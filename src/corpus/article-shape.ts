/**
 * Paragraphs of an article's official text and the items in each: [8, 0] is two paragraphs, eight items in the first.
 * Lines headed （一） belong to the paragraph before them; chapter headings and numbered sub-items (1.) are no paragraphs.
 */
export function articleShape(text: string): number[] {
  const paragraphs: number[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (!line || /^(第[一二三四五六七八九十百]+[编章节]|\d+[.．、])/.test(line)) continue;
    if (!/^[（(][一二三四五六七八九十]+[）)]/.test(line)) paragraphs.push(0);
    else if (paragraphs.length === 0) paragraphs.push(1);
    else paragraphs[paragraphs.length - 1]! += 1;
  }
  return paragraphs.length > 0 ? paragraphs : [0];
}
