import type { FileText } from '../files/file-text.ts';
import { instructionsOf, type PaperInstruction } from './instructions-of.ts';
import { keepPaperIds } from './keep-paper-ids.ts';
import { type LostDay, lostDays } from './lost-days.ts';
import type { Paper } from './paper.ts';
import { splitPapers } from './papers/split-papers.ts';
import { READERS } from './readers.ts';
import type { PaperFact } from './settle-facts.ts';
import { withoutInstructions } from './without-instructions.ts';
import { plainSigns } from './words/plain-signs.ts';

/** What rules read of the files of a dossier. */
export interface ReadFacts {
  papers: Paper[];
  facts: PaperFact[];
  instructions: PaperInstruction[];
  /** Days that no calendar has. */
  lost: LostDay[];
}

export type KnownPaper = Pick<Paper, 'id' | 'sha256' | 'offset'>;

/**
 * Files into papers, papers into facts. `known` are the papers of an earlier reading, whose ids stay. `onFile` is told
 * which file is being looked at, since a text may have been made to keep a pattern busy.
 */
export function readFacts(
  files: readonly FileText[],
  known: readonly KnownPaper[] = [],
  onFile: (file: string) => void = () => {},
): ReadFacts {
  const papers = keepPaperIds(splitPapers([...files], onFile), known);
  const readable = readablePapers(papers, onFile);
  return {
    papers,
    facts: factsIn(papers, onFile, readable),
    lost: readable.flatMap((paper) => {
      onFile(paper.file);
      return paper.sameAs === undefined ? lostDays(paper, readable, READERS) : [];
    }),
    instructions: papers.flatMap((paper) => {
      onFile(paper.file);
      return instructionsOf(paper);
    }),
  };
}

/** Papers as readers see them: sentences that speak to a machine are blank, signs have their usual shape. */
function readablePapers(papers: readonly Paper[], onFile: (file: string) => void): Paper[] {
  return papers.map((paper) => {
    onFile(paper.file);
    const read = withoutInstructions(paper);
    const text = plainSigns(read.text);
    return text === read.text ? read : { ...read, text };
  });
}

/** What every reader finds in every paper; a copy of a paper says nothing that the paper itself does not. */
export function factsIn(
  papers: readonly Paper[],
  onFile: (file: string) => void = () => {},
  readable: readonly Paper[] = readablePapers(papers, onFile),
): PaperFact[] {
  return papers.flatMap((paper, index) => {
    const read = readable[index];
    if (!read || paper.sameAs !== undefined || paper.text.trim() === '') return [];
    onFile(paper.file);
    return READERS.flatMap((reader) => reader(read, readable).map((fact) => ({ ...fact, paper })));
  });
}
