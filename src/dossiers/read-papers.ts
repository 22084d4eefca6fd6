import type { Chat } from '../models/open-chat.ts';
import { askAboutPapers } from './ask-about-papers.ts';
import { type AssembledCase, assembleCase } from './assemble-case.ts';
import type { Decided } from './decided-by-people.ts';
import { instructionsOf, type PaperInstruction } from './instructions-of.ts';
import { keepPaperIds } from './keep-paper-ids.ts';
import { missingFacts } from './missing-facts.ts';
import type { FileText, Paper } from './paper.ts';
import { READERS } from './readers.ts';
import type { PaperFact } from './settle-facts.ts';
import { splitPapers } from './split-papers.ts';
import { withoutInstructions } from './without-instructions.ts';

/** What was read of a dossier. */
export interface ReadDossier extends AssembledCase {
  papers: Paper[];
  /** 缺少的事实, in Chinese. */
  missing: string[];
  /** Words of papers that speak to a machine, and words that do not show. */
  instructions: PaperInstruction[];
  /** The model that was asked too, and the papers that it did not read. */
  model?: { name: string; left: { paper: string; reason: string }[] };
}

/** Of a case that was read before: its papers, whose ids stay, and what people decided, which no reading overrules. */
export interface Earlier {
  papers: readonly Pick<Paper, 'id' | 'sha256' | 'offset'>[];
  decided: readonly Decided[];
}

/** Reads a dossier by rules: files into papers, papers into facts, facts into a case file. */
export function readPapers(files: readonly FileText[], earlier?: Earlier): ReadDossier {
  const papers = papersIn(files, earlier);
  return assembled(papers, factsIn(papers), earlier);
}

/** As `readPapers`, with a model asked for what forms of each kind state; what rules read prevails. */
export async function readPapersWithModel(
  files: readonly FileText[],
  chat: Chat,
  options: { earlier?: Earlier; signal?: AbortSignal; onAsked?: (done: number, total: number) => void } = {},
): Promise<ReadDossier> {
  const { earlier, ...asking } = options;
  const papers = papersIn(files, earlier);
  const ruled = factsIn(papers);
  const { facts, left, model } = await askAboutPapers(papers, chat, asking);
  return { ...assembled(papers, [...ruled, ...facts], earlier), model: { name: model, left } };
}

function papersIn(files: readonly FileText[], earlier: Earlier | undefined): Paper[] {
  return keepPaperIds(splitPapers([...files]), earlier?.papers ?? []);
}

function assembled(papers: Paper[], facts: readonly PaperFact[], earlier: Earlier | undefined): ReadDossier {
  const made = assembleCase(papers, facts, earlier?.decided);
  return {
    ...made,
    papers,
    missing: missingFacts(made.case, papers),
    instructions: papers.flatMap((paper) => instructionsOf(paper)),
  };
}

/**
 * What every reader finds in every paper; a copy of a paper says nothing that the paper itself does not, and
 * sentences that speak to a machine are not read.
 */
export function factsIn(papers: readonly Paper[]): PaperFact[] {
  const readable = papers.map(withoutInstructions);
  return papers.flatMap((paper, index) => {
    const read = readable[index];
    if (!read || paper.sameAs !== undefined) return [];
    return READERS.flatMap((reader) => reader(read, readable).map((fact) => ({ ...fact, paper })));
  });
}
