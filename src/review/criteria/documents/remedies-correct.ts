import { combine, isAnswer, rule } from '../../rules/rule.ts';
import { penaltyDecision } from '../../steps/penalty-decision.ts';
import { courtNamed, daysNamed, monthsNamed, reconsiderationBody } from './remedy-checks.ts';

const RECONSIDERATION = '中华人民共和国行政复议法';

export const remediesCorrect = rule({
  id: 'C7-08',
  criterion: 7,
  question: '复议机关、复议期限、诉讼法院和诉讼期限是否正确？',
  severity: 'major',
  consequence: 'unlawful-minor',
  basis: [
    {
      law: RECONSIDERATION,
      article: '20',
      paragraph: 1,
      gist: '自知道之日起六十日内申请复议，法律规定更长的除外。',
      from: '2024-01-01',
      states: ['六十日内'],
    },
    {
      law: RECONSIDERATION,
      article: '24',
      paragraph: 1,
      gist: '县级以上地方政府管辖对本级部门、下一级政府等的复议。',
      from: '2024-01-01',
    },
    {
      law: RECONSIDERATION,
      article: '27',
      gist: '海关、金融、外汇管理、税务和国家安全机关的，向上一级主管部门申请。',
      from: '2024-01-01',
    },
    {
      law: '中华人民共和国行政诉讼法',
      article: '46',
      paragraph: 1,
      gist: '直接起诉的，自知道之日起六个月内提出，法律另有规定的除外。',
      from: '2024-01-01',
      states: ['六个月内'],
    },
  ],
  reading:
    '2024年起地方政府工作部门（不属于垂直领导的）的复议机关只能是本级人民政府，写上级主管部门的不符合；司法行政部门除外。特别法有更长的复议期限的，由人说明依据；计量法、烟草专卖法、注册会计师法、矿山安全法、进出境动植物检疫法和土地管理法（限期拆除）等另定十五日起诉期限的，写十五日或者六个月都不作不符合。',
  about: ({ file }) => {
    const decision = penaltyDecision(file);
    return isAnswer(decision) ? decision : (decision.remedies ?? {});
  },
  decide: (remedies, { file }) => {
    const answers = [reconsiderationBody(remedies, file), daysNamed(remedies)];
    // After a decision on the spot the party must first ask for reconsideration: no direct litigation to name.
    if (file.procedure === 'ordinary') answers.push(courtNamed(remedies, file), monthsNamed(remedies, file));
    return combine(answers, answers[0]!);
  },
});
