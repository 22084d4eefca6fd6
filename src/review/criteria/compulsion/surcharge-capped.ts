import { addDays, chineseDay } from '../../../law/dates.ts';
import { fen, yuan } from '../../../law/money.ts';
import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule, EXECUTIONS } from '../../rules/compulsion-rule.ts';
import { type Answer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';
import { auctionWithoutPower } from './auction-without-power.ts';

const DAYS = 30;

/** QZ-15 加处罚款、滞纳金. */
export const surchargeCapped = compulsionRule({
  id: 'QZ-15',
  criterion: 5,
  question: '加处罚款、滞纳金是否告知标准、不超过本金，直接执行是否在加处超过三十日并催告之后？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(45, '可加处罚款或者滞纳金，标准应告知', { paragraph: 1, states: ['标准应当告知'] }),
    compulsionLaw(45, '数额不得超出金钱给付义务的数额', { paragraph: 2, states: ['不得超出'] }),
    compulsionLaw(46, '加处超过三十日，经催告仍不履行的，有执行权的机关可强制执行', {
      paragraph: 1,
      states: ['超过三十日'],
    }),
    compulsionLaw(46, '没有执行权的申请法院；已查封扣押的可拍卖抵缴罚款', { paragraph: 3 }),
  ],
  reading:
    '加处起算当日不计，第三十一日起才超过三十日；加处的数额等于本金的不超过；直接执行以强制执行决定之日为准。',
  kinds: ['surcharge', ...EXECUTIONS],
  none: '案卷没有加处罚款或者滞纳金。',
  judge: (entry, path) => {
    if (entry.kind !== 'surcharge' && !entry.surcharge) {
      return notApplicable('本项执行没有加处罚款或者滞纳金。', [path]);
    }
    return [standardTold(entry, path), capped(entry, path), ...direct(entry, path)];
  },
});

function standardTold({ surcharge }: Compulsion, path: string): Answer {
  const paths = [`${path}.surcharge.standardTold`];
  if (surcharge?.standardTold === undefined) {
    return unclear('加处的标准是否告知没有载明。', ['是否告知加处的标准'], paths);
  }
  return surcharge.standardTold ? met('已告知加处的标准。', paths) : notMet('没有告知加处的标准。', paths);
}

function capped({ surcharge, obligation }: Compulsion, path: string): Answer {
  const paths = [`${path}.surcharge.amount`, `${path}.obligation.amount`];
  if (surcharge?.amount === undefined || obligation?.amount === undefined) {
    return unclear('加处的数额或者本金没有载明。', ['加处的数额和本金'], paths);
  }
  const found = `本金${yuan(fen(obligation.amount))}，加处${yuan(fen(surcharge.amount))}`;
  return fen(surcharge.amount) <= fen(obligation.amount)
    ? met(`${found}，没有超过本金。`, paths)
    : notMet(`${found}，超过本金。`, paths);
}

function direct(entry: Compulsion, path: string): Answer[] {
  const decided = entry.execution?.date;
  if (!decided) {
    return entry.kind === 'surcharge' && !entry.execution
      ? []
      : [unclear('强制执行决定的日期没有载明。', ['强制执行决定的日期'], [path])];
  }
  return [overThirtyDays(entry, path, decided), demanded(entry, path, decided), power(entry, path)];
}

function overThirtyDays({ surcharge }: Compulsion, path: string, decided: string): Answer {
  const paths = [`${path}.surcharge.startedOn`, `${path}.execution.date`];
  if (!surcharge?.startedOn) return unclear('何时开始加处没有载明。', ['加处的起算日期'], paths);
  const thirtieth = addDays(surcharge.startedOn, DAYS);
  const found = `自${chineseDay(surcharge.startedOn)}加处，第三十日为${chineseDay(thirtieth)}，${chineseDay(decided)}决定执行`;
  return decided > thirtieth ? met(`${found}。`, paths) : notMet(`${found}，没有超过三十日。`, paths);
}

function demanded({ demand }: Compulsion, path: string, decided: string): Answer {
  const paths = [`${path}.demand.servedOn`, `${path}.execution.date`];
  if (!demand?.servedOn) return unclear('催告书何时送达没有载明。', ['催告书的送达日期'], paths);
  return demand.servedOn <= decided ? met('已经催告。', paths) : notMet('决定执行之前没有催告。', paths);
}

function power(entry: Compulsion, path: string): Answer {
  const paths = [`${path}.ownPower`];
  if (entry.ownPower) return met('本机关有强制执行权。', paths);
  if (entry.ownPower === undefined) {
    return unclear('本机关是否有强制执行权没有查明。', ['是否有强制执行权'], paths);
  }
  return entry.kind === 'auction'
    ? auctionWithoutPower(entry, path)
    : notMet('本机关没有强制执行权，应申请人民法院执行。', paths);
}
