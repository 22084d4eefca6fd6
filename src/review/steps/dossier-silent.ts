import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import type { Profile } from '../../corpus/profile.ts';
import { dossierLacks } from './dossier-lacks.ts';

/**
 * Whether every paper of a finished dossier can be read and none is of `kinds` or speaks of `words`. Stronger than
 * `dossierLacks`, which titles alone satisfy: here the step itself, and not only its paper, has left no trace.
 */
export function dossierSilent(file: CaseFile, profile: Profile, kinds: PaperKind[], words: RegExp): boolean {
  return (file.papers ?? []).every(({ text }) => text) && dossierLacks(file, profile, kinds, words);
}
