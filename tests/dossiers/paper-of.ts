import type { PaperKind } from '../../src/cases/paper-kinds.ts';
import type { Paper, StatedFact } from '../../src/dossiers/paper.ts';
import type { Reader } from '../../src/dossiers/reader.ts';

/** A paper for tests of readers. */
export function paperOf(kind: PaperKind, text: string, id = 'p1', title = ''): Paper {
  return {
    id,
    file: `${id}.txt`,
    kind,
    title,
    text,
    offset: 0,
    pages: [1, 1],
    sha256: '0'.repeat(64),
    ocr: false,
    hidden: [],
  };
}

/** What a reader states of the first of some papers, as path and value; every quote stands in its paper. */
export function factsOf(read: Reader, ...papers: Paper[]): Record<string, StatedFact['value']> {
  const [paper] = papers;
  if (!paper) return {};
  const facts = read(paper, papers);
  for (const { start, end } of facts)
    if (!(start >= 0 && start < end && end <= paper.text.length)) throw new Error('a fact without words');
  return Object.fromEntries(facts.map(({ path, value }) => [path, value]));
}
