import type { Draft, Paragraph, ParagraphKind, Sentence } from './draft.ts';

/**
 * Paragraphs of an edited text, one per line. Sentences that still stand word for word keep their origin;
 * everything else is the editing person's. Kinds come from the former paragraph or from the line's shape.
 */
export function paragraphsOfText(text: string, former: Pick<Draft, 'paragraphs'>): Paragraph[] {
  const known = new Map(former.paragraphs.map((paragraph) => [paragraph.text, paragraph]));
  const sentences = former.paragraphs.flatMap((paragraph) => paragraph.sentences);
  const lines = text.split('\n').map((line) => line.trimEnd());
  const ending = lines.findLastIndex((line) => /[。；]$/.test(line));
  return lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, index }) => {
      const kind = kindOf(line, index, index > ending && index > 2);
      const same = known.get(line);
      if (same) return { ...same, kind: same.kind === 'title' || same.kind === 'sign' ? kind : same.kind };
      return { kind, text: line, sentences: split(line, sentences) };
    });
}

function kindOf(line: string, index: number, afterEnd: boolean): ParagraphKind {
  if (index < 2) return 'title';
  if (index === 2 && /号】?$|文号/.test(line)) return 'number';
  if (afterEnd) return 'sign';
  if (/^[一二三四五六七八九十]+、/.test(line)) return 'heading';
  if (/^\d+[.．、]/.test(line)) return 'item';
  if (index < 12 && /^[^。；，]{2,12}：\S/.test(line)) return 'party';
  return 'body';
}

/** Cuts the line at the known sentences it still holds; the pieces between are by a person. */
function split(line: string, known: Sentence[]): Sentence[] {
  const parts: Sentence[] = [];
  let rest = line;
  while (rest !== '') {
    const next = known
      .map((sentence) => ({ sentence, at: sentence.text === '' ? -1 : rest.indexOf(sentence.text) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.sentence.text.length - a.sentence.text.length)[0];
    const before = next ? rest.slice(0, next.at) : rest;
    if (before !== '') parts.push({ text: before, from: [], by: 'person' });
    if (!next) break;
    parts.push(next.sentence);
    rest = rest.slice(next.at + next.sentence.text.length);
  }
  return parts;
}
