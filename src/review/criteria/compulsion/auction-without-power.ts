import { chineseDay } from '../../../law/dates.ts';
import type { Compulsion } from '../../rules/compulsion-rule.ts';
import { type Answer, isAnswer, met, notMet, unclear } from '../../rules/rule.ts';
import { remedyEnd } from './remedy-end.ts';

/**
 * What an agency without power of execution may do itself (行政强制法 46(3)): sell what it had seized to pay the fine, once
 * the periods for reconsideration and litigation have run out unused. The demand is asked about elsewhere.
 */
export function auctionWithoutPower(entry: Compulsion, path: string): Answer {
  const { seizedEarlier, remedyPeriods, execution } = entry;
  const paths = [`${path}.kind`, `${path}.ownPower`, `${path}.seizedEarlier`];
  if (seizedEarlier === undefined) {
    return unclear('拍卖的财物此前是否已依法查封、扣押没有载明。', ['此前是否已依法查封、扣押'], paths);
  }
  if (!seizedEarlier) {
    return notMet('财物此前没有依法查封、扣押，没有强制执行权的机关不得自行拍卖。', paths);
  }
  const asked = [...paths, `${path}.remedyPeriods.sought`];
  if (remedyPeriods?.sought === undefined) {
    return unclear('当事人是否申请复议或者起诉没有载明。', ['是否申请复议或者提起诉讼'], asked);
  }
  if (remedyPeriods.sought) {
    return notMet('当事人已申请复议或者起诉，没有强制执行权的机关不得自行拍卖，应申请人民法院执行。', asked);
  }
  const end = remedyEnd(entry, path);
  if (isAnswer(end)) return end;
  const decidedOn = execution?.date;
  const seen = [...asked, ...end.paths, `${path}.execution.date`];
  if (!decidedOn) return unclear('强制执行决定的日期没有载明。', ['强制执行决定的日期'], seen);
  const found = `复议、诉讼期限至${chineseDay(end.day)}届满，${chineseDay(decidedOn)}决定拍卖`;
  return decidedOn > end.day
    ? met(`财物此前已依法查封、扣押，${found}，没有强制执行权的机关也可依法拍卖抵缴罚款。`, seen)
    : notMet(`${found}，期限尚未届满。`, seen);
}
