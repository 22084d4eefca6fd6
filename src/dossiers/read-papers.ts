import type { FileText, SkippedFile } from '../files/file-text.ts';
import type { Chat } from '../models/open-chat.ts';
import { askAboutPapers } from './ask-about-papers.ts';
import { type AssembledCase, assembleCase } from './assemble-case.ts';
import { dayFaults } from './day-faults.ts';
import type { Decided } from './decided-by-people.ts';
import type { FactsThread } from './facts-thread.ts';
import type { PaperInstruction } from './instructions-of.ts';
import { missingFacts } from './missing-facts.ts';
import type { Paper } from './paper.ts';
import { type KnownPaper, type ReadFacts, readFacts } from './read-facts.ts';

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
  papers: readonly KnownPaper[];
  decided: readonly Decided[];
}

/** Reads a dossier by rules, here and now: for texts that nobody made to keep a pattern busy. */
export function readPapers(files: readonly FileText[], earlier?: Earlier): ReadDossier {
  return assembleReading(readFacts(files, earlier?.papers), earlier?.decided);
}

export interface ReadingOptions {
  /** The papers of an earlier reading, whose ids stay. */
  known?: readonly KnownPaper[];
  /** Asked too, where one is configured; what rules read prevails. */
  chat?: Chat;
  signal?: AbortSignal;
  onAsked?: (done: number, total: number) => void;
}

/** Facts before they are put together: what people decide meanwhile can still be kept. */
export interface StatedFacts extends ReadFacts {
  skipped: SkippedFile[];
  model?: NonNullable<ReadDossier['model']>;
}

/** What rules read, in a thread that no text can keep busy for ever, and a model where there is one. */
export async function stateFacts(
  thread: FactsThread,
  files: readonly FileText[],
  { known, chat, ...asking }: ReadingOptions = {},
): Promise<StatedFacts> {
  const read = await thread.read(files, known, asking.signal);
  if (!chat) return read;
  const { facts, left, model } = await askAboutPapers(read.papers, chat, asking);
  return { ...read, facts: [...read.facts, ...facts], model: { name: model, left } };
}

/** Puts a case file together of what was stated and of what people decided. */
export function assembleReading(
  { papers, facts, lost, instructions, model }: ReadFacts & Pick<ReadDossier, 'model'>,
  decided: readonly Decided[] = [],
): ReadDossier {
  const made = assembleCase(papers, facts, decided);
  const missing = missingFacts(made.case, papers);
  const faults = [...made.faults, ...dayFaults(lost, papers, made.keys)];
  return { ...made, faults, papers, missing, instructions, ...(model ? { model } : {}) };
}
