import { chineseDay } from '../../../law/dates.ts';
import { LICENCE_WORKING_DAYS, licenceLaw } from '../../rules/licence-law.ts';
import { type Licence, licenceRule } from '../../rules/licence-rule.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';

const DAYS = 5;

/** XK-02 补正一次告知. */
export const supplementsTold = licenceRule({
  id: 'XK-02',
  criterion: 3,
  question: '材料不齐的，是否在五个工作日内一次告知需要补正的全部内容？',
  severity: 'major',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: [
    licenceLaw(32, '材料不齐的当场或者五日内一次告知全部内容，逾期不告知的自收到之日起视为受理', {
      paragraph: 1,
      item: 4,
      states: ['五日内', '一次告知'],
    }),
    LICENCE_WORKING_DAYS,
  ],
  reading:
    '收到当日不计；再次告知只针对补正后新提交的材料的，不算分次告知；期限内已经受理的（如当场更正），不必告知补正。',
  lawOf: ({ file }) => file.licence?.receivedOn,
  judge: (licence, { today }) => {
    const { acceptedOn, complete, receivedOn, supplementNotices: notices } = licence;
    const known = ['licence.complete'];
    if (complete) return notApplicable('申请材料齐全、符合法定形式。', known);
    if (complete === undefined) return unclear('申请材料是否齐全没有载明。', ['申请材料是否齐全'], known);
    if (!receivedOn || !notices) {
      const missing = [...(receivedOn ? [] : ['收到申请的日期']), ...(notices ? [] : ['补正告知的情况'])];
      return unclear(`${missing.join('、')}没有载明。`, missing, [
        'licence.receivedOn',
        'licence.supplementNotices',
      ]);
    }
    const days = notices.flatMap(({ toldOn }) => toldOn ?? []).sort();
    const first = days[0];
    const paths = ['licence.receivedOn', 'licence.supplementNotices'];
    if (days.length < notices.length) return unclear('补正告知的日期没有载明。', ['补正告知的日期'], paths);
    if (first && first < receivedOn) {
      return unclear('补正告知早于收到申请，日期有误。', ['收到申请和补正告知的先后'], paths);
    }
    const ended = [...paths, 'licence.acceptedOn'];
    const count = withinWorkingDays(receivedOn, DAYS, first ?? acceptedOn ?? today, ended);
    if (isAnswer(count)) return count;
    const need = `${chineseDay(receivedOn)}收到申请，最迟应于${count.last}一次告知补正`;
    if (!first) {
      if (count.within && acceptedOn) return notApplicable('期限内已经受理，没有要求补正。', ended);
      return count.within
        ? notApplicable(`${need}，期限未满。`, paths)
        : notMet(`${need}，没有告知，申请自收到之日起视为受理。`, paths, { steps: count.steps });
    }
    const found = `${need}，实际于${chineseDay(first)}告知`;
    if (!count.within) return notMet(`${found}，申请自收到之日起视为受理。`, paths, { steps: count.steps });
    return [met(`${found}。`, paths, { steps: count.steps }), atOnce(notices, first)];
  },
});

function atOnce(notices: NonNullable<Licence['supplementNotices']>, first: string): Answer {
  const paths = notices.flatMap((_, index) => [
    `licence.supplementNotices.${index}.toldOn`,
    `licence.supplementNotices.${index}.newPapersOnly`,
  ]);
  const later = notices.filter(({ toldOn }) => toldOn !== first);
  const again = notices.length > 1 && later.length === notices.length - 1 ? later : notices.slice(1);
  if (again.some(({ newPapersOnly }) => newPapersOnly === false)) {
    return notMet('应一次告知需要补正的全部内容，实际分次告知。', paths);
  }
  return again.every(({ newPapersOnly }) => newPapersOnly)
    ? met('一次告知需要补正的全部内容。', paths)
    : unclear('再次告知是否只针对新提交的材料没有载明。', ['再次告知是否只针对新提交的材料'], paths);
}
