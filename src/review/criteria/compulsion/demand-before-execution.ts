import { chineseDay, type Day } from '../../../law/dates.ts';
import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule, EXECUTIONS, startOf } from '../../rules/compulsion-rule.ts';
import { elementsStated } from '../../rules/elements-stated.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';
import { executionDecided } from './execution-decided.ts';

/** QZ-11 强制执行前书面催告. */
export const demandBeforeExecution = compulsionRule({
  id: 'QZ-11',
  criterion: 3,
  question: '作出强制执行决定前是否书面催告，载明期限、方式、金额和陈述申辩权，并复核当事人的意见？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(35, '执行决定前须书面催告，载明四项内容', { states: ['书面形式', '陈述权和申辩权'] }),
    compulsionLaw(36, '当事人的意见应记录、复核，成立的采纳', { states: ['复核'] }),
    compulsionLaw(37, '催告期间有转移、隐匿财物迹象的可立即决定执行', { paragraph: 3 }),
  ],
  reading:
    '加处罚款本身不须催告，申请法院执行的催告另见 QZ-17；催告与执行决定同日的，须有证据证明转移、隐匿财物；立即代履行不须催告；代履行以其决定书的送达日为决定之日，须在催告期限届满之后。',
  kinds: [...EXECUTIONS, 'substitute'],
  none: '案卷没有由机关自行强制执行。',
  judge: (entry, path) => {
    if (entry.substitute?.immediate) {
      return notApplicable('立即代履行不须催告。', [`${path}.substitute.immediate`]);
    }
    const decided = decidedOn(entry, path);
    if (isAnswer(decided)) return decided;
    return [
      ...written(entry, path),
      served(entry, path, decided),
      ...untilPassed(entry, path, decided),
      answered(entry, path),
    ];
  },
});

function decidedOn(entry: Compulsion, path: string): { day: Day; path: string } | Answer {
  if (entry.kind !== 'substitute') return executionDecided(entry, path);
  const day = entry.substitute?.decisionServedOn;
  const place = `${path}.substitute.decisionServedOn`;
  if (day) return { day, path: place };
  return entry.substitute || startOf(entry, path)
    ? unclear('代履行决定书何时送达没有载明。', ['代履行决定书的送达日期'], [place])
    : notApplicable('尚未作出代履行决定。', [`${path}.substitute`]);
}

/** The decision on 代履行 waits for the period of the demand too; that of the other executions is asked in QZ-12. */
function untilPassed(
  { kind, demand }: Compulsion,
  path: string,
  decided: { day: Day; path: string },
): Answer[] {
  if (kind !== 'substitute') return [];
  const paths = [`${path}.demand.until`, decided.path];
  const until = demand?.until;
  if (!until) return [unclear('催告的履行期限何时届满没有载明。', ['催告的履行期限'], paths)];
  const found = `催告期限至${chineseDay(until)}，代履行决定书于${chineseDay(decided.day)}送达`;
  return [decided.day > until ? met(`${found}。`, paths) : notMet(`${found}，催告期限尚未届满。`, paths)];
}

function written({ demand, obligation }: Compulsion, path: string): Answer[] {
  const place = `${path}.demand`;
  if (!demand) return [unclear('催告的情况没有载明。', ['书面催告的情况'], [place])];
  const general = elementsStated(
    demand,
    place,
    {
      written: '书面形式',
      periodStated: '履行期限',
      mannerStated: '履行方式',
      rightsStated: '陈述权和申辩权',
    },
    '催告',
  );
  if (obligation?.monetary === false) {
    return [{ ...general, paths: [...general.paths, `${path}.obligation.monetary`] }];
  }
  const money = elementsStated(demand, place, { amountStated: '金额', paymentStated: '给付方式' }, '催告');
  if (money.answer === 'met') return [{ ...general, paths: [...general.paths, ...money.paths] }];
  const paths = [...money.paths, `${path}.obligation.monetary`];
  return [
    general,
    obligation?.monetary
      ? { ...money, paths }
      : unclear('是否金钱给付没有载明，不知催告应否载明金额和给付方式。', ['是否为金钱给付义务'], paths),
  ];
}

function served(entry: Compulsion, path: string, decided: { day: Day; path: string }): Answer {
  const servedOn = entry.demand?.servedOn;
  const paths = [`${path}.demand.servedOn`, decided.path];
  if (!servedOn) return unclear('催告书何时送达没有载明。', ['催告书的送达日期'], paths);
  const found = `催告书于${chineseDay(servedOn)}送达，${chineseDay(decided.day)}决定执行`;
  if (servedOn > decided.day) return notMet(`应先催告后决定，${found}。`, paths);
  if (servedOn < decided.day) return met(`${found}。`, paths);
  const hiding = entry.execution?.hidingProven;
  const seen = [...paths, `${path}.execution.hidingProven`];
  if (hiding === undefined) {
    return unclear(`${found}，是否有转移、隐匿财物的证据没有载明。`, ['转移、隐匿财物的证据'], seen);
  }
  return hiding
    ? met(`${found}，有证据证明转移、隐匿财物。`, seen)
    : notMet(`${found}，没有留出履行的期限。`, seen);
}

function answered({ demand }: Compulsion, path: string): Answer {
  const paths = [`${path}.demand.answered`, `${path}.demand.answerChecked`];
  if (demand?.answered === undefined) {
    return unclear('当事人收到催告后是否提出意见没有载明。', ['当事人对催告的意见'], paths);
  }
  if (!demand.answered) return met('当事人没有提出意见。', paths);
  if (demand.answerChecked === undefined) {
    return unclear('当事人的意见是否记录、复核没有载明。', ['对当事人意见的复核'], paths);
  }
  return demand.answerChecked
    ? met('当事人的意见已记录、复核。', paths)
    : notMet('当事人对催告提出的意见没有记录、复核。', paths);
}
