import { chineseDay } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { beforeProposal, decisionDay } from '../../steps/decision-day.ts';

/** C3-31 责令改正. */
export const correctionOrdered = rule({
  id: 'C3-31',
  criterion: 3,
  question: '处罚时是否责令当事人改正或者限期改正？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    penaltyLaw(28, '处罚时应责令当事人改正或者限期改正', { paragraph: 1 }),
    formerPenaltyLaw(23, '处罚时应责令当事人改正或者限期改正'),
  ],
  reading:
    '单独的责令改正通知书或者决定书中的责令都可以；没有写明期限的，视为责令立即改正；写明的期限早于责令之日的，等于没有给予改正的时间。',
  about: ({ file }) => {
    const { decision, proposal, correctionOrder } = file;
    const result = decision ? decision.result : proposal?.result;
    if (beforeProposal(file)) return notApplicable('尚未提出处理意见，处罚时应当责令改正。');
    if (result === undefined) return unclear('案卷未载明是否给予处罚。', ['处理结果']);
    if (result !== 'penalty') return notApplicable('不给予处罚，不涉及处罚时的责令改正。');
    const ordered = correctionOrder?.issuedOn ?? correctionOrder?.inDecision;
    if (correctionOrder?.needed === false && !ordered) {
      return notApplicable('违法行为已经终了，没有需要改正的。', ['correctionOrder.needed']);
    }
    return correctionOrder ?? unclear('案卷未载明是否需要并已责令改正。', ['责令改正情况']);
  },
  decide: ({ issuedOn, until, inDecision, needed, paper }, { file }) => {
    const period = until ? `，限于${chineseDay(until)}前改正` : '';
    const more = until ? ['correctionOrder.until'] : [];
    if (issuedOn && until && until < issuedOn) {
      return notMet(
        `责令改正于${chineseDay(issuedOn)}作出，写明的改正期限却是${chineseDay(until)}，早于作出之日，无法履行。`,
        ['correctionOrder.issuedOn', 'correctionOrder.until'],
      );
    }
    if (issuedOn) {
      return met(`已于${chineseDay(issuedOn)}责令改正${period}。`, ['correctionOrder.issuedOn', ...more]);
    }
    const made = decisionDay(file);
    if (isAnswer(made)) {
      return made.answer === 'unclear' ? made : notApplicable('尚未作出处罚决定，处罚时应当责令改正。');
    }
    if (inDecision) return met(`决定书已责令改正${period}。`, ['correctionOrder.inDecision', ...more]);
    if (paper || until || file.papers?.some(({ kind }) => kind === 'correction-order')) {
      return unclear('案卷有责令改正通知书，日期没有载明。', ['责令改正通知书的日期'], ['correctionOrder']);
    }
    if (needed && inDecision === false) {
      return notMet('需要改正，决定书没有责令改正，也没有单独的责令改正通知书。', [
        'correctionOrder.needed',
        'correctionOrder.inDecision',
      ]);
    }
    const missing = [
      ...(needed === undefined ? ['是否尚有需要改正的'] : []),
      ...(inDecision === undefined ? ['决定书是否责令改正'] : []),
    ];
    return unclear(`责令改正情况不全，缺少${missing.join('、')}。`, missing, ['correctionOrder']);
  },
});
