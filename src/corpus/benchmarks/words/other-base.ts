import { amountEnds, type Including } from '../../../law/amount-ends.ts';
import type { FineRange } from '../../../law/fine-range.ts';

const UNIT_FINE =
  /^(?:对)?(?:被处罚|违法)?单位(?:所?处|被处)?(?:的)?罚款(?:金额|数额|总额|额)?$|^单位所罚数额$/;
/** A sum of money under a name of its own: 挪用费用, 骗取的补贴资金, 合同约定的设计费. */
const MONEY =
  /(?:费|费用|金额|数额|总额|价款|造价|价格|价值|收入|酬金|报酬|款|款项|产值|年值|资金|工资|利润|损失|税款|租金|押金|保证金|补贴|补助|保费|投资|销售额|营业额|交易额|营收|额)$/;
/** Shares of the fine itself are read elsewhere. */
const OF_THE_FINE = /罚|幅度|标准|基准|法定|上限|下限|最高|最低|\d|[%％‰倍]|超过|不足|以[上下]/;
const EACH =
  /^(?:按|按照)?(?:[^\d，。；：每超逾过]{2,16}?)?每(?:一)?(?<each>平方米|立方米|平方公里|平方千米|公里|千米|千克|公斤|千瓦时?|兆瓦|马力|海里|平米|㎡|(?:人|车|户|件|辆|班|航|艘|船|批|起)次|名|[吨亩公顷米株棵头只辆台件个人次日天座处户羽尾枚块栋套份批箱瓶袋桶升克条艘架眼口间幢匹根册本张部笔例项场孔])(?:[（(][^（）()\d]{1,4}[）)])?(?:车|船|机)?(?:处以?|罚款)?(?<rest>.+)$/;

/**
 * A fine counted on what only this table counts on: a multiple or a percentage of a sum under its own name, for which the case is then asked
 * (挪用费用的20%以上29%以下), or so many yuan for each unit (每平方米50元以上100元以下). `undefined` where the words are anything else.
 */
export function otherBase(
  words: string,
  bounds: Including = { above: true, below: true },
): FineRange | undefined {
  const text = words.replaceAll(/\s/g, '').replace(/的$/, '');
  const { each, rest } = EACH.exec(text)?.groups ?? {};
  if (each && rest) {
    const range = rangeOf(rest, 'sum', bounds);
    return range && { each: unitOf(each), ...range };
  }
  const at = text.search(
    /(?:的|之)?(?:不?(?:低于|超过|少于|高于|足|满)|至少|最[高低多少])?(?:\d|[千百万]分之|[一二三四五六七八九十两]+倍)/,
  );
  if (at < 2) return undefined;
  const name = text.slice(0, at).replace(/^(?:并)?(?:处以?|按照?|以)/, '');
  const measure = text.slice(at).replace(/^[的之]/, '');
  const known = UNIT_FINE.test(name) || (MONEY.test(name) && !OF_THE_FINE.test(name));
  if (!known || name.length > 24 || /[，。；：]/.test(name)) return undefined;
  const range = rangeOf(measure, 'multiple', bounds);
  return range && { baseFactor: UNIT_FINE.test(name) ? '单位罚款数额' : name, ...range };
}

function rangeOf(words: string, kind: 'sum' | 'multiple', bounds: Including): FineRange | undefined {
  const ends = amountEnds(words, bounds);
  if (!ends || ends.some((end) => end.kind !== kind)) return undefined;
  const low = ends.find(({ side }) => side !== 'high');
  const high = ends.find(({ side }) => side !== 'low');
  if (!high || high.value <= 0 || (low && low.value > high.value)) return undefined;
  const least = low && low.value > 0 ? low : undefined;
  return {
    ...(least ? { min: least.value } : {}),
    max: high.value,
    ...(least && !least.inclusive ? { minInclusive: false } : {}),
    ...(high.inclusive ? {} : { maxInclusive: false }),
  };
}

function unitOf(each: string): string {
  return each
    .replace('公斤', '千克')
    .replace('平方千米', '平方公里')
    .replace(/^(?:平米|㎡)$/, '平方米')
    .replace(/^名$/, '人')
    .replace(/^千米$/, '公里')
    .replace(/^日$/, '天');
}
