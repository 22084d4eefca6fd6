import type { PaperKind } from '../../cases/paper-kinds.ts';
import type { Paper } from '../paper.ts';
import { likelyMisread } from './likely-misread.ts';
import { certificatesIn, officersIn } from './officers-in.ts';

/** Papers by the agency's own officers; 承办人 in those of a test body or of the party is somebody else. */
export const NOT_OURS: PaperKind[] = [
  'expert-opinion',
  'documentary-evidence',
  'identity-proof',
  'hearing-request',
  'power-of-attorney',
  'receipt',
  'recording',
  'photograph',
  'contents',
  'address-confirmation',
  'recordings-index',
  'remarks',
  'other',
];
/** Records of what officers did. */
export const RECORDS: PaperKind[] = ['inspection-record', 'interview-record', 'sampling-record'];
/** Papers that name who handles the case. */
export const HANDLED: PaperKind[] = [
  'cover',
  'filing-approval',
  'closing-report',
  'decision-approval',
  'closure-approval',
  'review-submission',
  'hearing-record',
];

/** In whose papers a label speaks of officers of the case. */
export const actsIn = (kind: PaperKind, role: 'acting' | 'handling') =>
  RECORDS.includes(kind) ||
  HANDLED.includes(kind) ||
  (role === 'acting' &&
    [
      'decision',
      'no-penalty-decision',
      'seizure-decision',
      'preservation-notice',
      'correction-order',
      'defence-record',
      'other',
      'source',
    ].includes(kind));

const kept = new WeakMap<readonly Paper[], ReadonlySet<string>>();

/** Everybody whom a record or a form of the dossier calls an officer or a handler. */
export function knownOfficers(dossier: readonly Paper[]): ReadonlySet<string> {
  const known = kept.get(dossier);
  if (known) return known;
  const ours = dossier.filter(({ kind }) => !NOT_OURS.includes(kind));
  const written = ours.filter(({ ocr }) => !ocr).flatMap(namesOf);
  // A scanned paper that misreads a known name names nobody else.
  const scanned = ours
    .filter(({ ocr }) => ocr)
    .flatMap(namesOf)
    .filter((name) => !written.some((other) => likelyMisread(name, other)));
  const names = new Set([...written, ...scanned]);
  kept.set(dossier, names);
  return names;
}

function namesOf(paper: Paper): string[] {
  const named = officersIn(paper).filter(({ role }) =>
    role === 'recording' ? paper.kind === 'interview-record' : actsIn(paper.kind, role),
  );
  const certified = RECORDS.includes(paper.kind) ? certificatesIn(paper.text).map(({ of }) => of) : [];
  return [...named, ...certified].map(({ name }) => name);
}
