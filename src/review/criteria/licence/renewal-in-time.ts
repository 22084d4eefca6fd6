import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import { addDays, chineseDay, type Day } from '../../../law/dates.ts';
import { licenceLaw } from '../../rules/licence-law.ts';
import { type Licence, licenceRule } from '../../rules/licence-rule.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';

const DAYS = 30;
const AT = 'licence.renewal';
type Renewal = NonNullable<Licence['renewal']>;

/** XK-12 延续许可. */
export const renewalInTime = licenceRule({
  id: 'XK-12',
  criterion: 3,
  question: '延续是否在有效期届满三十日前申请，并在届满前作出决定？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    licenceLaw(50, '有效期届满三十日前申请延续，法律、法规、规章另有规定的除外', {
      paragraph: 1,
      states: ['届满三十日前'],
    }),
    licenceLaw(50, '有效期届满前决定是否准予延续，逾期未决定的视为准予', {
      paragraph: 2,
      states: ['届满前', '视为准予延续'],
    }),
  ],
  reading:
    '三十日是被许可人的期限，按自然日计算，届满前第三十日当日申请的在期限内；届满当日决定的在期限内；逾期申请而不予延续的，不算机关违反。',
  lawOf: ({ file }) => file.licence?.renewal?.appliedOn,
  judge: ({ request, renewal }, { book, today }) => {
    if (!renewal) {
      return request === 'renewal'
        ? unclear('延续许可的情况没有载明。', ['有效期届满日、延续申请日和决定日'], [AT])
        : notApplicable('本案不是延续许可。', [AT]);
    }
    const { validUntil, appliedOn } = renewal;
    if (!validUntil || !appliedOn) {
      const missing = [...(validUntil ? [] : ['有效期届满日']), ...(appliedOn ? [] : ['延续申请日'])];
      return unclear(`核对延续期限需要${missing.join('、')}，案卷没有载明。`, missing, [
        `${AT}.validUntil`,
        `${AT}.appliedOn`,
      ]);
    }
    const { decidedOn } = renewal;
    if (decidedOn && decidedOn < appliedOn) {
      const said = `${chineseDay(appliedOn)}申请延续，${chineseDay(decidedOn)}已经决定，日期有误。`;
      return unclear(said, ['延续申请和决定的先后'], [`${AT}.appliedOn`, `${AT}.decidedOn`]);
    }
    const applied = appliedInTime(renewal, { validUntil, appliedOn }, book);
    // Refused for being late: nothing is left to be late with.
    if (applied.answer === 'not-met' && renewal.refused) return refusedAsLate(renewal, applied);
    const decided = decidedBefore(renewal, validUntil, today);
    // A decision that is not due yet leaves an application in time open, not met.
    return applied.answer === 'met' && decided.answer === 'not-applicable' ? decided : [applied, decided];
  },
});

function appliedInTime(
  renewal: Renewal,
  { validUntil, appliedOn }: { validUntil: Day; appliedOn: Day },
  book: ReferenceBook,
): Answer {
  const ahead = daysAhead(renewal, book);
  if (isAnswer(ahead)) return ahead;
  const last = addDays(validUntil, -ahead.days);
  const paths = [`${AT}.validUntil`, `${AT}.appliedOn`, ...ahead.paths];
  const found = `有效期至${chineseDay(validUntil)}，最迟应于${chineseDay(last)}申请延续，实际于${chineseDay(appliedOn)}申请`;
  const steps = [`${chineseDay(validUntil)}届满，向前${ahead.days}日，至${chineseDay(last)}`];
  if (appliedOn <= last) return met(`${found}。`, paths, { steps });
  const seen = [...paths, `${AT}.refused`];
  // What became of a late application decides whether the agency is at fault.
  return renewal.refused === undefined
    ? unclear(`${found}，是否准予延续没有载明。`, ['是否准予延续'], seen)
    : notMet(`${found}，不足${ahead.days}日。`, seen, { steps });
}

function refusedAsLate({ decidedOn }: Renewal, applied: Answer): Answer {
  const paths = [...applied.paths, `${AT}.decidedOn`];
  return decidedOn
    ? met(`${applied.reason.replace(/。$/, '')}，已决定不予延续。`, paths, { steps: applied.steps ?? [] })
    : unclear('何时决定不予延续没有载明。', ['延续决定日'], paths);
}

/** How long before expiry: thirty days, unless a law, regulation or rule says otherwise. */
function daysAhead(
  { otherPeriod }: Renewal,
  book: ReferenceBook,
): { days: number; paths: string[] } | Answer {
  if (!otherPeriod) return { days: DAYS, paths: [] };
  const { norm, days } = otherPeriod;
  const paths = [`${AT}.otherPeriod`];
  const level = book.levelOf(norm.law) ?? norm.level;
  if (!level) {
    return unclear(`另行规定期限的《${norm.law}》层级没有查明。`, [`《${norm.law}》的规范层级`], paths);
  }
  const counts = level !== 'normative-document' && level !== 'judicial-interpretation';
  return { days: counts ? days : DAYS, paths };
}

function decidedBefore({ decidedOn }: Renewal, validUntil: Day, today: Day): Answer {
  const paths = [`${AT}.validUntil`, `${AT}.decidedOn`];
  const need = `应于${chineseDay(validUntil)}届满前决定`;
  if (!decidedOn) {
    return today <= validUntil
      ? notApplicable(`${need}，尚未届满。`, paths)
      : unclear(`${need}，是否决定没有载明；没有决定的，视为准予延续。`, ['延续决定日'], paths);
  }
  const found = `${need}，实际于${chineseDay(decidedOn)}决定`;
  return decidedOn <= validUntil ? met(`${found}。`, paths) : notMet(`${found}，逾期的视为准予延续。`, paths);
}
