import { addDays, chineseDay, type Day } from '../../../law/dates.ts';
import { licenceLaw } from '../../licence-law.ts';
import { dayOfLicence, type Licence, licenceRule } from '../../licence-rule.ts';
import { type ActContext, type Answer, met, notApplicable, notMet, unclear } from '../../rule.ts';

const DAYS = 30;
const PLACE = 'licence.renewal';
type Renewal = NonNullable<Licence['renewal']>;

/** XK-12 延续许可. */
export const renewalInTime = licenceRule({
  id: 'XK-12',
  criterion: 3,
  question: '延续许可是否在届满三十日前申请，机关是否在届满前决定？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    licenceLaw(50, '届满三十日前申请延续，法律、法规、规章另有规定的除外', {
      paragraph: 1,
      states: ['三十日前'],
    }),
    licenceLaw(50, '机关在届满前决定，逾期未决定的视为准予延续', {
      paragraph: 2,
      states: ['届满前', '视为准予延续'],
    }),
  ],
  reading:
    '三十日是申请人的期限，按自然日计算；届满日当日决定的在届满前；申请人迟延的，不是机关的程序违法，只作一般提示。',
  lawOf: ({ file }) =>
    file.licence?.renewal?.decidedOn ??
    file.licence?.renewal?.appliedOn ??
    (file.licence && dayOfLicence(file.licence)),
  judge: ({ renewal }, context) => {
    if (!renewal) return notApplicable('本案没有延续许可。', [PLACE]);
    const { validUntil } = renewal;
    if (!validUntil) {
      return unclear('许可的有效期何时届满没有载明。', ['许可有效期届满日'], [`${PLACE}.validUntil`]);
    }
    const decided = decision(renewal, validUntil, context);
    const applied = application(renewal, validUntil, context);
    // A decision that is not due yet leaves an application in time open, not met.
    return decided.answer === 'not-applicable' && applied.answer === 'met' ? decided : [applied, decided];
  },
});

function application({ appliedOn, otherPeriod }: Renewal, validUntil: Day, { book }: ActContext): Answer {
  const paths = [`${PLACE}.validUntil`, `${PLACE}.appliedOn`, ...(otherPeriod ? [`${PLACE}.otherPeriod`] : [])];
  if (!appliedOn) return unclear('何时申请延续没有载明。', ['延续申请的日期'], paths);
  const level = otherPeriod && (book.levelOf(otherPeriod.norm.law) ?? otherPeriod.norm.level);
  if (otherPeriod && !level) {
    const norm = `《${otherPeriod.norm.law}》的规范层级`;
    return unclear(`${norm}没有查明。`, [norm], paths);
  }
  const enough = level && level !== 'normative-document' && level !== 'judicial-interpretation';
  const days = otherPeriod && enough ? otherPeriod.days : DAYS;
  const last = addDays(validUntil, -days);
  const found = `有效期至${chineseDay(validUntil)}，最迟应于${chineseDay(last)}申请，实际于${chineseDay(appliedOn)}申请`;
  return appliedOn <= last
    ? met(`${found}。`, paths)
    : notMet(`${found}，申请人迟于届满${days}日前。`, paths, { severity: 'minor', consequence: 'correctable' });
}

function decision({ decidedOn }: Renewal, validUntil: Day, { today }: ActContext): Answer {
  const paths = [`${PLACE}.validUntil`, `${PLACE}.decidedOn`];
  const need = `有效期至${chineseDay(validUntil)}，应在届满前决定是否延续`;
  if (!decidedOn) {
    return today <= validUntil
      ? notApplicable(`${need}，尚未届满。`, paths)
      : unclear(`${need}，何时决定没有载明；没有决定的视为准予延续。`, ['延续决定的日期'], paths);
  }
  const found = `${need}，实际于${chineseDay(decidedOn)}决定`;
  return decidedOn <= validUntil
    ? met(`${found}。`, paths)
    : notMet(`${found}，逾期视为准予延续。`, paths);
}
