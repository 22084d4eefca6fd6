/** What else a part of a result cell that names no fine lays down. */
export interface Measure {
  /** Penalties as the law names them. */
  extra: string[];
  told: string[];
}

const LEAD =
  '(?:并|应当|依法|予以|给予|责令|限期|立即|当场|及时|其|当事人|全部|由[^，。；]{2,12}(?:部门|机关|机构))*';
/** What an agency orders or does beside a penalty, in whatever measure: 退还所收费用, 限期补种盗伐株数1倍以上2倍以下的树木. */
const ORDERED = new RegExp(
  `^(?:可以?)?${LEAD}(?:退[还回赔货款]|返还|补[种植办缴交偿足正]|拆除|恢复|清[理除退运]|缴[纳清]|赔[偿礼]|修[复理]|治理|消除|召回|下架|公[开告示]|采取|回收|销毁|无害化|重新|改|整改|移[送交]|纳入|记入|列入|抄[告送]|函告|通知|教育|约谈|告诫|提醒|登记|备案|归还|办理|完善|安装|设置|停止(?:侵|使用|销售|生产|制造|进口|建设|施工|作业|发布|排放|举办|办学|开采|采|捕|挖|占用|运输|违法|从事|经营活动|服务|收费|[^，。；]{0,12}(?:行为|活动)))`,
);
/** Measures that may be penalties under a name that the law does not use: a person has to say. */
const UNNAMED = new RegExp(
  `^(?:可以?)?${LEAD}(?:通报(?!批评)|停止|暂停|中止|终止|取缔|关闭|取消|撤销|撤回|注销|收缴|收回|扣押|扣留|查封|禁止|限制|解除|不得)`,
);
const MONEY = /罚|[元倍%％‰](?:以[上下内])?的?$|处以?\d/;
const CONDITION = /的$|(?:情节|后果)(?:特别)?严重|逾期|拒不/;

/**
 * A part without a penalty of a known name: an order, which is none, or a measure that is told. `undefined` for words that may hold a
 * fine or a condition, or that begin with none of these.
 */
export function measureBeside(part: string): Measure | undefined {
  if (MONEY.test(part) || CONDITION.test(part)) return undefined;
  const taken = /^(?:并|依法|予以|应当)*没收/.test(part);
  if (taken) {
    const gains = /(?:违法|非法)(?:所得|收入)/.test(part);
    const goods = part
      .replace(/^.*?没收/, '')
      .split(/以及|[、和及与]/)
      .some((one) => !/(?:违法|非法)(?:所得|收入)$/.test(one));
    return { extra: [...(gains ? ['没收违法所得'] : []), ...(goods ? ['没收非法财物'] : [])], told: [] };
  }
  if (UNNAMED.test(part) && !ORDERED.test(part))
    return { extra: [], told: [`“${part}”没有列为该阶次应当给予的处罚，请对照原表`] };
  return ORDERED.test(part) ? { extra: [], told: [] } : undefined;
}
