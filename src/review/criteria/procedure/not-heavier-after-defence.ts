import type { CaseFile } from '../../../cases/case-file.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { comparePenalties } from '../../steps/compare-penalties.ts';
import { decisionDay } from '../../steps/decision-day.ts';
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';
import { priorNotices } from '../../steps/prior-notices.ts';

/** C3-06 不得因陈述申辩加重处罚. */
export const notHeavierAfterDefence = rule({
  id: 'C3-06',
  criterion: 3,
  question: '是否没有因当事人陈述申辩而给予更重的处罚？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(45, '不得因陈述、申辩给予更重的处罚', { paragraph: 2 }),
    formerPenaltyLaw(32, '不得因申辩加重处罚', { paragraph: 2 }),
  ],
  reading:
    '听证中的陈述申辩与其他陈述申辩相同；与陈述申辩前最后一次告知比较；申辩后查明新的事实并重新告知的，可以与新的告知一致。',
  about: ({ file }) => {
    const made = decisionDay(file);
    if (isAnswer(made)) return made;
    if (file.hearing?.held && !file.defence?.submitted) return decided(file);
    if (file.defence?.submitted === undefined) {
      if (endsWithoutPenalty(file)) {
        return notApplicable('本案决定没有给予行政处罚。', ['decision.result']);
      }
      return file.defence?.waivedOn
        ? notApplicable('当事人书面放弃陈述申辩。', ['defence.waivedOn'])
        : unclear('案卷未载明当事人是否陈述申辩。', ['是否陈述申辩']);
    }
    if (!file.defence.submitted) return notApplicable('当事人没有陈述申辩。', ['defence.submitted']);
    return decided(file);
  },
  decide: (penalties, { file }) => {
    const notices = priorNotices(file);
    const submittedOn = file.defence?.submittedOn ?? file.hearing?.heldOn;
    const before =
      notices.filter(({ servedOn }) => submittedOn && servedOn && servedOn <= submittedOn).at(-1) ??
      notices[0];
    if (endsWithoutPenalty(file) && !before?.notice.penalties) {
      return notApplicable('本案决定没有给予行政处罚。', ['decision.result']);
    }
    const missing = [
      ...(before?.notice.penalties ? [] : ['告知的拟处罚']),
      ...(notices.length > 1 && !submittedOn ? ['陈述申辩日期'] : []),
      ...(notices.length > 1 && notices.some(({ servedOn }) => !servedOn) ? ['各次告知的送达日期'] : []),
    ];
    if (!before?.notice.penalties || missing.length > 0) {
      return unclear(`比较告知与决定需要${missing.join('、')}，案卷未载明。`, missing, ['decision']);
    }
    const change = comparePenalties(before.notice.penalties, penalties);
    const heard = !file.defence?.submitted;
    const paths = [`${before.path}.penalties`, 'decision', heard ? 'hearing.held' : 'defence.submitted'];
    const how = change.how.join('，');
    if (change.heavier === false) {
      return met(`决定的处罚没有重于告知的处罚${change.changed ? `（${how}）` : ''}。`, paths);
    }
    if (change.heavier === undefined)
      return unclear(`与告知相比${how}，轻重需要人判断。`, ['处罚轻重的判断'], paths);
    const again = notices.some(
      ({ servedOn }) => servedOn && submittedOn && servedOn > submittedOn && servedOn < file.decision!.date!,
    );
    const found = file.defence?.newFactsFound;
    if (again && found) {
      return met(`申辩后查明新的事实并重新告知，与申辩前的告知相比${how}。`, [
        ...paths,
        'defence.newFactsFound',
      ]);
    }
    if (again && found === undefined) {
      return unclear(`重新告知后${how}，是否查明新的事实没有载明。`, ['是否查明新的事实'], paths);
    }
    return notMet(`当事人${heard ? '在听证中' : ''}陈述申辩后${how}，重于告知的处罚。`, paths);
  },
});

/** The decided penalties; a decision not to punish is an empty list. */
function decided({
  decision,
}: CaseFile): NonNullable<NonNullable<CaseFile['decision']>['penalties']> | Answer {
  if (decision?.result !== undefined && decision.result !== 'penalty') return [];
  return decision?.penalties ?? unclear('案卷未载明决定的处罚。', ['决定的处罚'], ['decision']);
}
