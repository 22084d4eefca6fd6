import { type AssembledCase, assembleCase } from './assemble-case.ts';
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
}

/**
 * Reads a dossier by rules: files into papers, papers into facts, facts into a case file. `known` are the papers of an
 * earlier reading of the same case, whose ids stay.
 */
export function readPapers(files: readonly FileText[], known: readonly Paper[] = []): ReadDossier {
  const papers = keepPaperIds(splitPapers([...files]), known);
  const assembled = assembleCase(papers, factsIn(papers));
  return {
    ...assembled,
    papers,
    missing: missingFacts(assembled.case, papers),
  };
}

/** What every reader finds in every paper; a copy of a paper says nothing that the paper itself does not. */
export function factsIn(papers: readonly Paper[]): PaperFact[] {
  return papers
    .filter(({ sameAs }) => sameAs === undefined)
    .flatMap((paper) => READERS.flatMap((read) => read(paper, papers).map((fact) => ({ ...fact, paper }))));
}
