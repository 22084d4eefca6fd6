import { chineseDay } from '../../../law/dates.ts';
import { LICENCE_WORKING_DAYS, licenceLaw } from '../../licence-law.ts';
import { grantedOn, licenceRule } from '../../licence-rule.ts';
import { isAnswer, met, notApplicable, notMet, unclear } from '../../rule.ts';
import { withinWorkingDays } from '../../within-working-days.ts';

const DAYS = 10;

/** XK-09 颁发、送达许可证件. */
export const issuedInTime = licenceRule({
  id: 'XK-09',
  criterion: 3,
  question: '准予许可的，是否自决定起十个工作日内颁发、送达许可证件？',
  severity: 'minor',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: [
    licenceLaw(44, '准予许可的，十日内颁发、送达证件', { states: ['十日内'] }),
    LICENCE_WORKING_DAYS,
  ],
  reading: '决定当日不计；颁发和送达不在同日的，以送达为准。',
  judge: (licence, { today }) => {
    const granted = grantedOn(licence);
    if (isAnswer(granted)) return granted;
    const { documentNeeded, issuedOn } = licence;
    if (documentNeeded === false) return notApplicable('本项许可不颁发证件。', ['licence.documentNeeded']);
    const paths = ['licence.licenceDecision.date', 'licence.issuedOn'];
    const count = withinWorkingDays(granted, DAYS, issuedOn ?? today, paths);
    if (isAnswer(count)) return count;
    const need = `${chineseDay(granted)}准予许可，最迟应于${count.last}颁发送达证件`;
    if (!issuedOn) {
      return count.within
        ? notApplicable(`${need}，期限未满。`, paths)
        : unclear(`${need}，何时颁发送达没有载明。`, ['许可证件的颁发送达日期'], paths);
    }
    const found = `${need}，实际于${chineseDay(issuedOn)}颁发送达`;
    if (issuedOn < granted) return unclear(`${found}，早于决定。`, ['决定和颁发日期的先后'], paths);
    return count.within
      ? met(`${found}。`, paths, { steps: count.steps })
      : notMet(`${found}，超过十个工作日。`, paths, { steps: count.steps });
  },
});
