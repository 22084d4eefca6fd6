import { type Answer, combine, isAnswer, met, rule, unclear } from '../../rules/rule.ts';
import { penaltyDecision } from '../../steps/penalty-decision.ts';
import { courtNamed, daysNamed, monthsNamed } from './remedy-checks.ts';

const TO = '2023-12-31';
const FROM = '2015-05-01';

export const remediesCorrect1999 = rule({
  id: 'C7-08.1999',
  criterion: 7,
  question: '复议机关、复议期限、诉讼法院和诉讼期限是否正确（2024 年前）？',
  severity: 'major',
  consequence: 'unlawful-minor',
  basis: [
    {
      law: '中华人民共和国行政复议法',
      article: '9',
      paragraph: 1,
      gist: '自知道之日起六十日内申请复议，法律规定更长的除外。',
      from: FROM,
      to: TO,
      states: ['六十日内'],
    },
    {
      law: '中华人民共和国行政复议法',
      article: '12',
      paragraph: 1,
      gist: '对地方政府部门的，可以选择向本级政府或者上一级主管部门申请。',
      from: FROM,
      to: TO,
    },
    {
      law: '中华人民共和国行政诉讼法',
      article: '46',
      paragraph: 1,
      gist: '直接起诉的，自知道之日起六个月内提出，法律另有规定的除外。',
      from: FROM,
      to: TO,
      states: ['六个月内'],
    },
  ],
  reading: '当时地方部门的复议可以选择本级政府或者上一级主管部门；只写上一级主管部门的，是否正确由人核对。',
  about: ({ file }) => {
    const decision = penaltyDecision(file);
    return isAnswer(decision) ? decision : (decision.remedies ?? {});
  },
  decide: (remedies, { file }) => {
    const body = remedies.reconsiderationBody;
    const { government } = file.agency;
    const paths = ['decision.remedies.reconsiderationBody', 'agency.government'];
    const first: Answer =
      body && government && body.includes(government)
        ? met(`复议机关包括${government}。`, paths)
        : unclear(
            body
              ? `复议机关写“${body}”，是否为本级政府或者上一级主管部门需要人核对。`
              : '决定书的复议机关没有载明。',
            [body ? '本级政府和上一级主管部门名称' : '决定书的复议机关'],
            paths,
          );
    return combine(
      [first, daysNamed(remedies), courtNamed(remedies, file), monthsNamed(remedies, file)],
      first,
    );
  },
});
