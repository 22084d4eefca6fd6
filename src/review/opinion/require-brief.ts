import { AppError } from '../../errors.ts';

/** Characters that a reason, a question, a reply or a note may hold; what is longer belongs in a paper of the case. */
const MOST = 2000;

/** Refuses words with `invalid-input` that no page could show beside a finding. */
export function requireBrief(path: string, words: string): void {
  if ([...words].length <= MOST) return;
  throw new AppError('invalid-input', `内容过长，请写在 ${MOST} 字以内，其余作为材料入卷。`, {
    faults: [{ path, expected: `至多 ${MOST} 字` }],
  });
}
