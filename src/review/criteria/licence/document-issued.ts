import { chineseDay } from '../../../law/dates.ts';
import { LICENCE_WORKING_DAYS, licenceLaw } from '../../rules/licence-law.ts';
import { grantedOn, licenceRule } from '../../rules/licence-rule.ts';
import { isAnswer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';

const DAYS = 10;

/** XK-09 十个工作日内颁发、送达许可证件. */
export const documentIssued = licenceRule({
  id: 'XK-09',
  criterion: 3,
  question: '准予许可的，是否自决定起十个工作日内颁发、送达许可证件？',
  severity: 'minor',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: [
    licenceLaw(44, '准予的，自决定起十日内颁发、送达证件，或者加贴标签、加盖印章', { states: ['十日内'] }),
    licenceLaw(39, '需要颁发许可证件的，颁发加盖印章的证件', { paragraph: 1, states: ['需要颁发'] }),
    LICENCE_WORKING_DAYS,
  ],
  reading: '决定当日不计；以送达申请人之日为准，加贴标签、加盖印章的以加贴、加盖之日为准。',
  judge: (licence, { today }) => {
    const granted = grantedOn(licence);
    if (isAnswer(granted)) return granted;
    const { documentNeeded, issuedOn } = licence;
    if (documentNeeded === false) return notApplicable('本项许可不颁发证件。', ['licence.documentNeeded']);
    const paths = ['licence.licenceDecision.date', 'licence.issuedOn'];
    const count = withinWorkingDays(granted, DAYS, issuedOn ?? today, paths);
    if (isAnswer(count)) return count;
    const { steps } = count;
    const need = `决定于${chineseDay(granted)}作出，最迟应于${count.last}颁发、送达证件`;
    if (!issuedOn && count.within) return notApplicable(`${need}，期限未满。`, paths);
    if (!issuedOn) {
      const missing = [
        ...(documentNeeded === undefined ? ['是否需要颁发许可证件'] : []),
        '许可证件的颁发、送达日',
      ];
      return { ...unclear(`${need}，何时颁发没有载明。`, missing, paths), steps };
    }
    const found = `${need}，实际于${chineseDay(issuedOn)}颁发、送达`;
    if (issuedOn < granted) {
      return unclear(`${found}，早于决定，日期有误。`, ['决定日期和颁发日期'], paths);
    }
    return count.within
      ? met(`${found}，在期限内。`, paths, { steps })
      : notMet(`${found}，超过十个工作日。`, paths, { steps });
  },
});
