import { type AssembledCase, assembleCase } from './assemble-case.ts';
import type { FileText, Paper } from './paper.ts';
import { READERS } from './readers.ts';
import type { PaperFact } from './settle-facts.ts';
import { splitPapers } from './split-papers.ts';

export interface ReadDossier extends AssembledCase {
  papers: Paper[];
}

/** Reads a dossier by rules: files into papers, papers into facts, facts into a case file. */
export function readPapers(files: readonly FileText[]): ReadDossier {
  const papers = splitPapers([...files]);
  return { papers, ...assembleCase(papers, factsIn(papers)) };
}

/** What every reader finds in every paper; a copy of a paper says nothing that the paper itself does not. */
export function factsIn(papers: readonly Paper[]): PaperFact[] {
  return papers
    .filter(({ sameAs }) => sameAs === undefined)
    .flatMap((paper) => READERS.flatMap((read) => read(paper, papers).map((fact) => ({ ...fact, paper }))));
}
