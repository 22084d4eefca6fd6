import type { CaseFile } from '../cases/case-file.ts';
import type { PaperKind } from '../cases/paper-kinds.ts';
import type { Profile } from '../corpus/profile.ts';
import { beforeDecision } from './decision-day.ts';
import { endsWithoutPenalty } from './ends-without-penalty.ts';

/** Required papers besides the one looked for that make a list of papers a dossier, and no mere extract. */
const SEVERAL = 3;

/**
 * Whether the listed papers are the dossier of a finished penalty case and hold none of `kinds`, nor any paper whose
 * title or text speaks of it (`words`). Finished: the decision is dated, no draft, and signed or sealed. A dossier: the
 * decision itself, and of the required papers (`profile.papers`) at least three and at least half. In such a file what
 * is not there is missing; in an extract, or in a case still going on, it may only not have been entered.
 */
export function dossierLacks(file: CaseFile, profile: Profile, kinds: PaperKind[], words: RegExp): boolean {
  const { decision, papers } = file;
  if (!decision?.date || beforeDecision(file) || endsWithoutPenalty(file)) return false;
  if (!decision.signedByPerson && !decision.sealName) return false;
  if (!papers?.some(({ kind }) => kind === 'decision')) return false;
  // Without a list of required papers nobody can tell a dossier from an extract.
  const required = (profile.papers?.[file.procedure] ?? []).filter(
    (kind) => !kinds.some((one) => one === kind),
  );
  const held = required.filter((kind) => papers.some((paper) => paper.kind === kind)).length;
  if (held < SEVERAL || held * 2 < required.length) return false;
  return !papers.some(
    ({ kind, title, text }) => kinds.includes(kind) || words.test(title) || words.test(text ?? ''),
  );
}
