import type { CaseFile } from '../../../cases/case-file.ts';
import { hearingHeld } from '../../hearing/hearing-held.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

const SECRETS = { 'state-secret': '国家秘密', 'trade-secret': '商业秘密', privacy: '个人隐私' };

/** C3-12 听证公开举行. */
export const hearingOpen = rule({
  id: 'C3-12',
  criterion: 3,
  question: '听证是否公开举行，不公开的是否因涉及国家秘密、商业秘密或者个人隐私？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(64, '除涉及国家秘密、商业秘密、个人隐私外，听证公开', { paragraph: 1, item: 3 }),
    formerPenaltyLaw(42, '除涉及国家秘密、商业秘密、个人隐私外，听证公开', { paragraph: 1, item: 3 }),
  ],
  reading: '不公开的理由由机关写明；当事人自己要求不公开，但不涉及法定秘密的，不是法定理由。',
  lawOf: ({ file }) => file.hearing?.heldOn,
  about: (context) => {
    const ended = hearingHeld(context);
    if (ended) return ended;
    const { hearing } = context.file;
    return hearing?.endedBy === 'absence'
      ? notApplicable('当事人未到场，听证终止，没有公开举行的问题。', ['hearing.endedBy'])
      : undefined;
  },
  decide: (_part, { file }) => {
    const { open, closedReason } = file.hearing ?? {};
    if (open === undefined) return unclear('案卷未载明听证是否公开举行。', ['听证是否公开'], ['hearing']);
    if (open) return met('听证公开举行。', ['hearing.open']);
    const paths = ['hearing.open', 'hearing.closedReason'];
    if (!closedReason && unexplained(file)) {
      return notMet('听证没有公开举行，听证文书也没有写明涉及国家秘密、商业秘密或者个人隐私。', [
        ...paths,
        'papers',
      ]);
    }
    if (!closedReason) {
      return unclear('听证没有公开举行，案卷未载明理由。', ['听证不公开的理由'], ['hearing.open']);
    }
    if (closedReason === 'none') return notMet('听证没有公开举行，也没有写明理由。', paths);
    return closedReason === 'other'
      ? notMet('听证没有公开举行，理由不是涉及国家秘密、商业秘密或者个人隐私。', paths)
      : met(`听证因涉及${SECRETS[closedReason]}不公开举行。`, paths);
  },
});

/** The record of the hearing can be read, and no paper on it has a word of anything to keep secret. */
function unexplained({ papers = [] }: CaseFile): boolean {
  const own = papers.filter(({ kind }) => kind.startsWith('hearing-'));
  return (
    own.some(({ kind, text }) => kind === 'hearing-record' && text) &&
    own.every(({ text }) => text && !/秘密|隐私|保密/.test(text))
  );
}
