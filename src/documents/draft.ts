import type { CaseFile } from '../cases/case-file.ts';
import type { ResolvedCitation } from '../corpus/citations/resolve-citations.ts';

/** Where a sentence comes from: a value of the case file, a paper, an article, or the jurisdiction profile. */
export type Origin = { fact: string } | { paper: string } | { rule: string } | { profile: string };

/** One sentence with its origins and its author: a fixed block (rule), a model, or a person. */
export interface Sentence {
  text: string;
  from: Origin[];
  by: 'rule' | 'model' | 'person';
  /** Model and prompt version of a model's sentence. */
  model?: string;
}

export type ParagraphKind = 'title' | 'number' | 'party' | 'heading' | 'body' | 'item' | 'sign';

export interface Paragraph {
  kind: ParagraphKind;
  text: string;
  sentences: Sentence[];
}

/** 文书草稿. `text` is what a person edits: one paragraph per line. */
export interface Draft {
  form: DocumentForm;
  title: string;
  paragraphs: Paragraph[];
  text: string;
  elements: { name: string; present: boolean }[];
  citations: ResolvedCitation[];
  /** What keeps the text from being final, one Chinese phrase each; the gaps stand in the text as 【待补：…】. */
  unresolved: string[];
}

export const FORMS = {
  decision: '行政处罚决定书',
  'no-penalty-decision': '不予行政处罚决定书',
} as const;
export type DocumentForm = keyof typeof FORMS;

/** The visible place of a missing fact. Nothing is ever invented to fill it. */
export function gap(what: string): string {
  return `【待补：${what}】`;
}

/** A sentence of a fixed block. `facts` are dotted paths of the case file. */
export function say(text: string, facts: string[] = [], rules: string[] = []): Sentence {
  return {
    text,
    from: [...facts.map((fact) => ({ fact })), ...rules.map((rule) => ({ rule }))],
    by: 'rule',
  };
}

export function paragraph(kind: ParagraphKind, ...sentences: (Sentence | undefined)[]): Paragraph {
  const kept = sentences.filter((sentence) => sentence !== undefined);
  return { kind, text: kept.map((sentence) => sentence.text).join(''), sentences: kept };
}

/** Adds to each sentence the papers that its facts were read from. */
export function withPapers(paragraphs: Paragraph[], file: CaseFile): Paragraph[] {
  const papersOf = (path: string) =>
    (file.sources ?? [])
      .filter((source) => source.path === path || source.path.startsWith(`${path}.`))
      .map((source) => source.paper);
  return paragraphs.map((entry) => ({
    ...entry,
    sentences: entry.sentences.map((sentence) => {
      const papers = sentence.from.flatMap((origin) => ('fact' in origin ? papersOf(origin.fact) : []));
      return { ...sentence, from: [...sentence.from, ...[...new Set(papers)].map((paper) => ({ paper }))] };
    }),
  }));
}
