import type { Condition } from './condition.ts';
import { SUM, yuanOf } from './fine-range-in.ts';

/** Factor of a condition that the party did not correct in time: false where the file says it did. */
export const NOT_CORRECTED = '逾期不改正或者拒不改正';
/** Factor of a condition that harm was caused: false where the file says that none occurred. */
export const HARM_CAUSED = '造成危害后果';

/** Factor of a span for persons whom a provision fines only as those responsible in a unit, never as offenders of their own. */
export const AS_RESPONSIBLE = '作为单位的责任人员受处罚';

/** Factor of rows that a table prints for 单位 and for 个人 apart; the kind of party answers it. */
export const PARTY_SIDE = '处罚对象';

/** What follows is no penalty of this provision: crime, damages, discipline, public order, a licence procedure. */
export const ELSEWHERE =
  /^(?:[^，。；]*(?:构成犯罪|构成违反治安管理|涉嫌犯罪|触犯刑律)[^，。；]*|[^，。；]*(?:造成|给)[^，。；]*(?:损失|损害|损毁|伤害)的)$/;

const AMOUNTS: [RegExp, 'goods' | 'gains'][] = [
  [/货值(?:金额)?/, 'goods'],
  [/违法所得|非法所得|违法收入/, 'gains'],
];

export type ClauseCondition = Condition | 'serious';

/**
 * The condition that a clause (…的) makes, over the amounts of the case where it speaks of them, `serious` for 情节严重,
 * otherwise a factor under the clause's own words. `last` is the amount that the clause before it spoke of.
 */
export function conditionIn(
  clause: string,
  last?: 'goods' | 'gains',
): { when: ClauseCondition; amount?: 'goods' | 'gains' } {
  const words = clause.replace(/的$/, '').replace(/^(?:但是?|其中|对|如果)/, '');
  if (/^(?:违法(?:行为)?|其)?情节严重$/.test(words)) return { when: 'serious' };
  const amount = amountIn(words, last);
  if (amount) return amount;
  if (
    /^(?:(?:逾期|限期)(?:仍|内)?(?:不|未|没有)(?:予)?(?:改正|整改|改|补办|办理|治理|履行)|(?:仍|经责令)?拒不改正|逾期(?:不|未)改正或者拒不改正|不改正)$/.test(
      words,
    )
  ) {
    return { when: { factor: NOT_CORRECTED, op: '=', value: true } };
  }
  if (/^造成(?:严重|危害|较大|重大|一定)*(?:危害)?(?:后果|事故|影响)$/.test(words)) {
    // Any of these presupposes that harm was caused, and harm alone does not tell which.
    return {
      when: { all: [flag(HARM_CAUSED), flag(words)] },
    };
  }
  return { when: flag(words) };
}

function flag(factor: string): Condition {
  return { factor, op: '=', value: true };
}

function amountIn(
  words: string,
  last: 'goods' | 'gains' | undefined,
): { when: Condition; amount: 'goods' | 'gains' } | undefined {
  const factor =
    AMOUNTS.find(([word]) => word.test(words))?.[1] ??
    (/^[^，。；]*元以上|^(?:不足|超过)/.test(words) ? last : undefined);
  if (!factor) return undefined;
  const at = (when: Condition) => ({ when, amount: factor });
  const name =
    '(?:(?:违法|非法)?(?:生产|经营|销售|使用)?(?:的)?[^，。；、]{0,20}?(?:货值(?:金额)?|违法所得|非法所得|违法收入))?(?:数额)?在?';
  const below = new RegExp(
    `^(?:没有违法所得(?:或者|、|和))?${name}(?:不足|不满|未达到|低于|在)?(?<sum>${SUM})(?<end>以下)?$`,
  ).exec(words)?.groups;
  const isBelow = /不足|不满|未达到|低于/.test(words) && !/以上/.test(words);
  if (factor === 'gains' && /^(?:没有|无)(?:违法|非法)(?:所得|收入)$/.test(words)) {
    return at({ factor, op: '<=', value: 0 });
  }
  if (factor === 'gains' && /^有(?:违法|非法)(?:所得|收入)$/.test(words))
    return at({ factor, op: '>', value: 0 });
  if (
    factor === 'gains' &&
    /^(?:没有|无)(?:违法|非法)所得(?:或者|、)(?:违法所得)?(?:无法|难以|不能)(?:计算|认定|确定)$/.test(words)
  ) {
    return at({ any: [{ factor, op: '<=', value: 0 }, flag('违法所得无法计算')] });
  }
  const sum = below?.sum ? yuanOf(below.sum) : undefined;
  if (sum !== undefined && isBelow && /元/.test(below!.sum!)) return at({ factor, op: '<', value: sum });
  if (
    factor === 'gains' &&
    /^违法所得(?:数额)?(?:不足|不满)[^，。；]+元(?:或者|、)(?:没有|无)违法所得$/.test(words)
  ) {
    const least = yuanOf(/(?:不足|不满)([^，。；]+元)/.exec(words)![1]!);
    if (least !== undefined) return at({ factor, op: '<', value: least });
  }
  const over = new RegExp(
    `^${name}(?:达到|超过|满)?(?<low>${SUM})以上(?:的?(?:不足|不满)(?<high>${SUM}))?$`,
  ).exec(words)?.groups;
  const beyond = new RegExp(`^${name}(?:超过|多于|高于)(?<low>${SUM})$`).exec(words)?.groups?.low;
  const above = beyond && /元/.test(beyond) ? yuanOf(beyond) : undefined;
  if (above !== undefined) return at({ factor, op: '>', value: above });
  const low = over?.low && /元/.test(over.low) ? yuanOf(over.low) : undefined;
  if (low === undefined) return undefined;
  const high = over?.high ? yuanOf(over.high) : undefined;
  if (over?.high && high === undefined) return undefined;
  const from: Condition = { factor, op: '>=', value: low };
  return at(high === undefined ? from : { all: [from, { factor, op: '<', value: high }] });
}
