import { type AssembledCase, assembleCase } from './assemble-case.ts';
import type { Decided } from './decided-by-people.ts';
import { instructionsOf, type PaperInstruction } from './instructions-of.ts';
import { keepPaperIds } from './keep-paper-ids.ts';
import { missingFacts } from './missing-facts.ts';
import type { FileText, Paper } from './paper.ts';
import { READERS } from './readers.ts';
import type { PaperFact } from './settle-facts.ts';
import { splitPapers } from './split-papers.ts';

/** What was read of a dossier. */
export interface ReadDossier extends AssembledCase {
  papers: Paper[];
  /** 缺少的事实, in Chinese. */
  missing: string[];
  /** Words of papers that speak to a machine, and words that do not show. */
  instructions: PaperInstruction[];
}

/** Of a case that was read before: its papers, whose ids stay, and what people decided, which no reading overrules. */
export interface Earlier {
  papers: readonly Pick<Paper, 'id' | 'sha256' | 'offset'>[];
  decided: readonly Decided[];
}

/** Reads a dossier by rules: files into papers, papers into facts, facts into a case file. */
export function readPapers(files: readonly FileText[], earlier?: Earlier): ReadDossier {
  const papers = keepPaperIds(splitPapers([...files]), earlier?.papers ?? []);
  const assembled = assembleCase(papers, factsIn(papers), earlier?.decided);
  return {
    ...assembled,
    papers,
    missing: missingFacts(assembled.case, papers),
    instructions: papers.flatMap((paper) => instructionsOf(paper)),
  };
}

/** What every reader finds in every paper; a copy of a paper says nothing that the paper itself does not. */
export function factsIn(papers: readonly Paper[]): PaperFact[] {
  return papers
    .filter(({ sameAs }) => sameAs === undefined)
    .flatMap((paper) => READERS.flatMap((read) => read(paper, papers).map((fact) => ({ ...fact, paper }))));
}
