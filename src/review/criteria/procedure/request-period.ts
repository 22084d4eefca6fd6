import { chineseDay, type Day } from '../../../law/dates.ts';
import { hearingDue } from '../../hearing/hearing-due.ts';
import { hearingTold } from '../../hearing/hearing-told.ts';
import { type Answer, type Context, isAnswer, met, notApplicable, unclear } from '../../rules/rule.ts';
import { beforeDecision, decisionDay } from '../../steps/decision-day.ts';
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';

export interface RequestPeriod {
  toldOn: Day;
  made: Day;
  paths: string[];
}

/**
 * The day the right to a hearing was told and the day of the decision. Ends with an Answer when there is nothing
 * to wait for, the right was waived in writing before the decision, or a day is not known.
 */
export function requestPeriod({ file, profile, today }: Context): RequestPeriod | Answer {
  if (endsWithoutPenalty(file)) {
    return notApplicable('本案决定没有给予行政处罚，不必等待听证申请期限。', ['decision.result']);
  }
  const told = hearingTold(file);
  if (!told.told) {
    if (beforeDecision(file) && !file.priorNotices?.length && !file.hearing) {
      return notApplicable('尚未事先告知，听证申请期限没有起算。');
    }
    const due = hearingDue(file, profile, file.decision?.date ?? today);
    if (due.due === false) return notApplicable('未达到听证标准，也没有告知听证权利。', due.paths);
    if (told.told === false) return notApplicable('没有告知听证权利，是否应当告知见 C3-08。', told.paths);
    return unclear('案卷未载明是否告知听证权利。', ['听证权利的告知'], due.paths);
  }
  if (!told.on) {
    return unclear('听证权利告知的送达日期没有载明或者前后不一。', ['听证权利告知的送达日期'], told.paths);
  }
  const made = decisionDay(file);
  if (isAnswer(made)) return made;
  const paths = [...told.paths, 'decision.date'];
  const waivedOn = file.hearing?.waivedOn;
  if (waivedOn && waivedOn >= told.on && waivedOn <= made) {
    return met(
      `听证权利于${chineseDay(told.on)}告知，当事人于${chineseDay(waivedOn)}书面放弃，决定于${chineseDay(made)}作出。`,
      [...paths, 'hearing.waivedOn'],
    );
  }
  return { toldOn: told.on, made, paths };
}

/** The day whose law governs the period. */
export function hearingToldDay({ file }: Context): Day | undefined {
  return hearingTold(file).on;
}
