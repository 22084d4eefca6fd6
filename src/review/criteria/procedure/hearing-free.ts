import { hearingHeld } from '../../hearing/hearing-held.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notMet, rule, unclear } from '../../rules/rule.ts';

/** C3-17 不收取听证费用. */
export const hearingFree = rule({
  id: 'C3-17',
  criterion: 3,
  question: '是否没有向当事人收取听证费用？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    penaltyLaw(63, '组织听证的费用不由当事人承担', { paragraph: 2 }),
    formerPenaltyLaw(42, '组织听证的费用不由当事人承担', { paragraph: 1 }),
  ],
  reading: '当事人自己的差旅、律师费用不是组织听证的费用；听证没有举行而收了费用的，同样不符合。',
  lawOf: ({ file }) => file.hearing?.heldOn,
  about: (context) => (context.file.hearing?.feeCharged === true ? undefined : hearingHeld(context)),
  decide: (_part, { file }) => {
    const charged = file.hearing?.feeCharged;
    if (charged === undefined) {
      return unclear('案卷未载明是否收取听证费用。', ['是否收取听证费用'], ['hearing']);
    }
    return charged
      ? notMet('组织听证不得向当事人收费，实际收取了费用。', ['hearing.feeCharged'])
      : met('没有向当事人收取听证费用。', ['hearing.feeCharged']);
  },
});
