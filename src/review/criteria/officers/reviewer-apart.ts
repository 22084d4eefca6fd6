import { reviewerTakingPart } from '../../opinion/reviewer-taking-part.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notMet, rule, unclear } from '../../rules/rule.ts';
import { isMajor } from '../../screening/is-major.ts';
import { reviewerOf } from './reviewer-of.ts';

/** C2-07 法制审核人员与承办人员分离. */
export const reviewerApart = rule({
  id: 'C2-07',
  criterion: 2,
  question: '法制审核人员是否不是本案的承办、调查或者审批人员？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'practice',
  basis: [
    penaltyLaw(58, '决定前由从事法制审核的人员审核', { paragraph: 1 }),
    formerPenaltyLaw(38, '决定前由从事处罚决定审核的人员审核', { paragraph: 3, from: '2018-01-01' }),
  ],
  otherBasis: [
    { document: '国办发〔2018〕118号', gist: '承办机构与审核机构分开' },
    { document: '实务做法（以当地为准）', gist: '审核人员与承办、审批人员不为同一人' },
  ],
  reading: '按姓名比对，同名不同人的由审核人员说明。',
  about: (context) => reviewerOf(context, isMajor(context.file, context.profile).isMajor),
  decide: (reviewer, { file }) => {
    const { handlers, acts, approval, officers = [] } = file;
    const ids = new Set([...(handlers ?? []), ...(acts ?? []).flatMap((act) => act.officers ?? [])]);
    const handler = officers.find(({ id, name }) => ids.has(id) && name === reviewer.name);
    const paths = ['review.reviewer.name', 'handlers', 'acts'];
    if (handler) return notMet(`审核人员${reviewer.name}同时是本案承办或者调查人员。`, paths);
    if (approval?.approver === reviewer.name) {
      return notMet(`审核人员${reviewer.name}同时是本案审批人员。`, [...paths, 'approval.approver']);
    }
    const told = reviewerTakingPart(file, reviewer.name);
    if (told) {
      return notMet(`审核人员${reviewer.name}参加了本案的调查：《${told.title}》写“${told.words}”。`, [
        'review.reviewer.name',
        told.path,
      ]);
    }
    if (!handlers || !acts || acts.some((act) => !act.officers)) {
      return unclear('案卷未载明承办人或者执法行为的人员，无法比对。', ['承办人', '各执法行为的人员']);
    }
    if (!approval?.approver && (approval || file.decision?.date)) {
      return unclear('案卷未载明审批人，无法比对。', ['审批人'], paths);
    }
    return met(`审核人员${reviewer.name}不是本案承办、调查、审批人员。`, [
      ...paths,
      ...(approval?.approver ? ['approval.approver'] : []),
    ]);
  },
});
