import { chineseDay } from '../../../law/dates.ts';
import { hearingDue } from '../../hearing/hearing-due.ts';
import { hearingTold } from '../../hearing/hearing-told.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { decisionDay } from '../../steps/decision-day.ts';
import { priorNotices } from '../../steps/prior-notices.ts';

/** C3-08 应当告知听证权利的已告知. */
export const hearingRightTold = rule({
  id: 'C3-08',
  criterion: 3,
  question: '达到听证标准的，是否在决定前告知了听证的权利？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(63, '列举应当告知听证权利、按要求组织听证的情形', { paragraph: 1 }),
    formerPenaltyLaw(42, '停产停业、吊销证照、较大数额罚款等应当告知听证权利', { paragraph: 1 }),
  ],
  otherBasis: [{ document: '地区方案', gist: '各领域、各类当事人的听证标准' }],
  reading:
    '告知的、决定的处罚中任何一项达到标准即应告知；旧法的“等”按方案所载标准理解，未列明的种类不作结论。方案没有本领域标准的，罚款达到所载各领域最高标准两倍的，属于较大数额罚款（金融领域除外），不到的不作结论。',
  lawOf: ({ file }) => hearingTold(file).on ?? priorNotices(file).at(-1)?.servedOn,
  decide: (_part, { file, profile, today }) => {
    const told = hearingTold(file);
    const made = decisionDay(file);
    if (isAnswer(made) && made.answer === 'unclear') return made;
    const day = isAnswer(made) ? undefined : made;
    const on = told.on ?? priorNotices(file).at(-1)?.servedOn ?? day ?? today;
    const due = hearingDue(file, profile, on);
    const paths = [...due.paths, ...told.paths];
    if (due.due === false) {
      return met('拟处罚未达到听证标准，不需告知听证权利。', due.paths);
    }
    if (told.told && told.on && (!day || told.on <= day)) {
      const why = due.due ? `${due.why[0]}，` : '';
      return met(`${why}听证权利已于${chineseDay(told.on)}告知。`, paths);
    }
    if (due.due === undefined && !day && !file.proposal && !file.priorNotices?.length && !file.decision) {
      return notApplicable('尚未提出拟处罚意见，也尚未事先告知；告知时再核对听证标准。');
    }
    if (due.due === undefined) {
      return unclear(`是否达到听证标准，缺少${due.unknown.join('、')}。`, due.unknown, paths);
    }
    if (told.told && told.on && day) {
      return notMet(
        `${due.why[0]}，应在${chineseDay(day)}决定前告知听证权利，实际于${chineseDay(told.on)}告知。`,
        [...paths, 'decision.date'],
      );
    }
    if (told.told)
      return unclear('听证权利告知的送达日期没有载明或者前后不一。', ['听证权利告知的送达日期'], paths);
    if (told.told === false) return notMet(`${due.why[0]}，应告知听证的权利，没有告知。`, paths);
    return !day && !file.priorNotices
      ? notApplicable(`${due.why[0]}，尚未事先告知；告知时应当告知听证的权利。`, due.paths)
      : unclear(`${due.why[0]}，案卷未载明是否告知听证权利。`, ['听证权利的告知'], paths);
  },
});
