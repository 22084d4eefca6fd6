import { addDays, chineseDay } from '../../../law/dates.ts';
import { referralDue, TRANSFER_FROM, TRANSFER_RULES } from '../../crime/referral-due.ts';
import { type Answer, combine, met, notMet, rule, unclear } from '../../rules/rule.ts';

export const referralReport = rule({
  id: 'C8-02',
  criterion: 8,
  question: '涉嫌犯罪的，是否组成两人以上专案组、写出报告并由正职负责人三日内决定？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    {
      law: TRANSFER_RULES,
      article: '5',
      paragraph: 1,
      gist: '两名以上执法人员组成专案组，核实后写出报告，报正职或者主持工作的负责人审批。',
      from: TRANSFER_FROM,
      states: ['２名'],
    },
    {
      law: TRANSFER_RULES,
      article: '5',
      paragraph: 2,
      gist: '正职或者主持工作的负责人接到报告三日内决定。',
      from: TRANSFER_FROM,
      states: ['３日内'],
    },
  ],
  reading: '该规定没有工作日的条款，三日按自然日计算，接到报告的当日不算；报告日视为接到之日。',
  about: referralDue,
  decide: ({ team, reportOn, decidedOn, decidedAt, decidedBy }) => {
    const answers: Answer[] = [];
    const teamAt = ['referral.team'];
    if (!team) answers.push(unclear('专案组人员没有载明。', ['专案组人员'], teamAt));
    else if (team.length >= 2) answers.push(met(`专案组 ${team.length} 人。`, teamAt));
    else answers.push(notMet(`专案组应有两人以上，只有 ${team.length} 人。`, teamAt));
    const decided = decidedOn ?? decidedAt?.slice(0, 10);
    const days = ['referral.reportOn', decidedOn ? 'referral.decidedOn' : 'referral.decidedAt'];
    const missing = [...(reportOn ? [] : ['移送报告日期']), ...(decided ? [] : ['是否移送的决定日期'])];
    if (!reportOn || !decided) {
      answers.push(unclear(`${missing.join('、')}没有载明。`, missing, days));
    } else {
      const last = addDays(reportOn, 3);
      const steps = [
        `报告${chineseDay(reportOn)}`,
        `第三日${chineseDay(last)}`,
        `决定${chineseDay(decided)}`,
      ];
      const found = `报告${chineseDay(reportOn)}，最迟${chineseDay(last)}决定，${chineseDay(decided)}决定`;
      if (decided < reportOn) answers.push(unclear(`${found}，决定早于报告。`, ['报告和决定的先后'], days));
      else
        answers.push(
          decided <= last
            ? met(`${found}。`, days, { steps })
            : notMet(`${found}，超过三日。`, days, { steps }),
        );
    }
    const by = ['referral.decidedBy'];
    if (!decidedBy) answers.push(unclear('由谁决定是否移送没有载明。', ['决定移送的负责人'], by));
    else if (decidedBy === 'chief' || decidedBy === 'acting-chief') {
      answers.push(met('由正职或者主持工作的负责人决定。', by));
    } else answers.push(notMet('应由正职或者主持工作的负责人决定，本案由其他人决定。', by));
    return combine(answers, answers[0]!);
  },
});
