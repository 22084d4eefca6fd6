import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { beforeDecision } from './decision-day.ts';

/** The steps that every dossier of a decided case tells of; some papers may be missing, not most of them. */
const STAGES: PaperKind[][] = [
  ['filing-approval'],
  ['inspection-record', 'interview-record'],
  ['closing-report', 'review-opinion', 'decision-approval'],
  ['prior-notice', 'defence-record'],
  ['proof-of-service', 'closure-approval', 'receipt'],
];
const MOST = 4;

/**
 * Whether all the papers of a decided case are there to be read and none is of `kinds` or speaks of `words`. Then a step
 * that leaves papers behind did not take place as far as the dossier tells: a reason not to ask about it, never one to
 * call it lawful. `but` are kinds that speak of the step only as a right or a possibility.
 */
export function papersSilent(
  file: CaseFile,
  { kinds, words, but = [] }: { kinds: PaperKind[]; words: RegExp; but?: PaperKind[] },
): boolean {
  const { papers = [], decision } = file;
  if (!decision?.date || beforeDecision(file) || !papers.every(({ text }) => text)) return false;
  const holds = (some: PaperKind[]) => papers.some(({ kind }) => some.includes(kind));
  if (!holds(['decision', 'no-penalty-decision'])) return false;
  if (STAGES.filter(holds).length < MOST) return false;
  return !papers.some(
    ({ kind, title, text = '' }) =>
      kinds.includes(kind) || words.test(title) || (!but.includes(kind) && words.test(text)),
  );
}
