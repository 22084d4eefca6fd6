import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import type { Profile } from '../../corpus/profile.ts';
import { beforeDecision } from './decision-day.ts';
import { endsWithoutPenalty } from './ends-without-penalty.ts';

/** Required papers besides the one looked for that make a list of papers a dossier, and no mere extract. */
const SEVERAL = 3;

/** What no dossier of the ordinary procedure is without, where the profile has no list of its own. */
const USUAL: PaperKind[] = [
  'filing-approval',
  'closing-report',
  'prior-notice',
  'decision-approval',
  'decision',
  'proof-of-service',
];

/** Every paper with its words, and the last ones among them: then the list is the dossier, and no list of some papers. */
function isWhole(papers: NonNullable<CaseFile['papers']>): boolean {
  const worded = papers.filter(({ text }) => text);
  return (
    worded.length === papers.length &&
    papers.length >= USUAL.length &&
    papers.some(({ kind }) => kind === 'closure-approval' || kind === 'receipt')
  );
}

/**
 * Whether the listed papers are the dossier of a finished penalty case and hold none of `kinds`, nor any paper whose
 * title or text speaks of it (`words`), those of the kinds `apart` aside. Finished: the decision is dated, no draft, and signed or sealed. A dossier: the
 * decision itself, and of the required papers (`profile.papers`) at least three and at least half; where the profile has no
 * list, all but one of the usual papers, each with its words. In such a file what
 * is not there is missing; in an extract, or in a case still going on, it may only not have been entered.
 */
export function dossierLacks(
  file: CaseFile,
  profile: Profile,
  kinds: PaperKind[],
  words: RegExp,
  apart: PaperKind[] = [],
): boolean {
  const { decision, papers } = file;
  if (!decision?.date || beforeDecision(file) || endsWithoutPenalty(file)) return false;
  if (!decision.signedByPerson && !decision.sealName) return false;
  if (!papers?.some(({ kind }) => kind === 'decision')) return false;
  const listed = profile.papers?.[file.procedure];
  const required = (listed ?? USUAL).filter((kind) => !kinds.some((one) => one === kind));
  const held = required.filter((kind) => papers.some((paper) => paper.kind === kind)).length;
  if (listed ? held < SEVERAL || held * 2 < required.length : required.length - held > 1 || !isWhole(papers))
    return false;
  return !papers.some(
    ({ kind, title, text }) =>
      kinds.includes(kind) || (!apart.includes(kind) && (words.test(title) || words.test(text ?? ''))),
  );
}
