import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay } from '../../../law/dates.ts';
import { chineseValue } from '../../../law/numbers-in-text.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, isAnswer, met, notMet, rule } from '../../rules/rule.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';
import { hearingToldDay, requestPeriod } from './request-period.ts';

/** C3-09 听证申请期限五个工作日. */
export const hearingRequestPeriod = rule({
  id: 'C3-09',
  criterion: 3,
  question: '决定是否在听证申请期限（告知后五个工作日）届满或者书面放弃之后作出？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(64, '要求听证的在告知后五日内提出', { paragraph: 1, item: 1, states: ['五日内'] }),
    penaltyLaw(85, '本法所称五日按工作日计算，法定节假日不算', { states: ['“五日”', '工作日'] }),
  ],
  reading: '告知当日不计，第五个工作日仍在期限内；提前收到放弃听证的书面意思的，不必等期限届满。',
  lawOf: hearingToldDay,
  about: (context) => shortTold(context.file) ?? requestPeriod(context),
  decide: ({ toldOn, made, paths }) => {
    const count = withinWorkingDays(toldOn, 5, made, paths);
    if (isAnswer(count)) return count;
    const found = `听证权利于${chineseDay(toldOn)}告知，五个工作日的申请期限至${count.last}，决定于${chineseDay(made)}作出`;
    return count.within
      ? notMet(`${found}，期限未满且没有书面放弃。`, paths, { steps: count.steps })
      : met(`${found}，期限已满。`, paths, { steps: count.steps });
  },
});

const DAYS = 5;
const WITHIN = /(?<days>[一二两三四五六七八九十]|\d{1,2})个?(?:工作)?日(?:内|以内|之内)/g;

/** A notice that gives the party less than five working days to ask for a hearing. */
function shortTold({ papers = [] }: CaseFile): Answer | undefined {
  for (const [index, { kind, text, title }] of papers.entries()) {
    if ((kind !== 'prior-notice' && kind !== 'hearing-right-notice') || !text) continue;
    for (const sentence of text.normalize('NFKC').replaceAll(/\s/g, '').split(/[。;]/)) {
      const told = /听证/.test(sentence) ? [...sentence.matchAll(WITHIN)] : [];
      const short = told.every(({ groups }) => {
        const days = /\d/.test(groups!.days!) ? Number(groups!.days) : chineseValue(groups!.days!);
        return days < DAYS;
      });
      if (told.length > 0 && short) {
        return notMet(`听证申请期限为告知后五个工作日，《${title}》写“${told[0]![0]}”。`, [
          `papers.${index}.text`,
        ]);
      }
    }
  }
  return undefined;
}
