import { chineseDay } from '../../../law/dates.ts';
import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule, EXECUTIONS } from '../../rules/compulsion-rule.ts';
import { elementsStated } from '../../rules/elements-stated.ts';
import { type Answer, isAnswer, met, notMet, unclear } from '../../rules/rule.ts';
import { executionDecided } from './execution-decided.ts';

/** QZ-12 强制执行决定书. */
export const executionDecision = compulsionRule({
  id: 'QZ-12',
  criterion: 7,
  question: '强制执行决定书是否载明五项内容，并在催告期限届满后作出？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(37, '经催告逾期仍不履行且无正当理由的，可决定强制执行', { paragraph: 1 }),
    compulsionLaw(37, '执行决定载明五项内容', { paragraph: 2 }),
    compulsionLaw(37, '催告期间有证据证明转移、隐匿财物迹象的，可立即决定执行', {
      paragraph: 3,
      states: ['立即强制执行决定'],
    }),
  ],
  reading: '催告期限的末日当日作出的为过早；代履行决定书的内容另见 QZ-16。',
  kinds: EXECUTIONS,
  none: '案卷没有强制执行决定。',
  judge: (entry, path) => {
    const decided = executionDecided(entry, path);
    if (isAnswer(decided)) return decided;
    return [
      elementsStated(
        entry.execution ?? {},
        `${path}.execution`,
        {
          partyNamed: '当事人名称',
          addressNamed: '当事人地址',
          reasonsStated: '理由',
          basisStated: '依据',
          mannerStated: '方式',
          timeStated: '时间',
          remediesStated: '救济途径和期限',
          agencyNamed: '机关名称',
          sealed: '印章',
          dated: '日期',
        },
        '强制执行决定书',
      ),
      afterDemand(entry, path, decided.day),
    ];
  },
});

function afterDemand({ demand, execution }: Compulsion, path: string, day: string): Answer {
  const until = demand?.until;
  const paths = [`${path}.demand.until`, `${path}.execution.date`, `${path}.execution.hidingProven`];
  if (execution?.hidingProven) return met('有证据证明转移、隐匿财物，可立即决定执行。', paths);
  if (!until) return unclear('催告的履行期限何时届满没有载明。', ['催告的履行期限'], paths);
  const found = `催告期限至${chineseDay(until)}，${chineseDay(day)}决定执行`;
  if (day > until) return met(`${found}。`, paths);
  return execution?.hidingProven === false
    ? notMet(`${found}，催告期限尚未届满。`, paths)
    : unclear(`${found}，是否有转移、隐匿财物的证据没有载明。`, ['转移、隐匿财物的证据'], paths);
}
