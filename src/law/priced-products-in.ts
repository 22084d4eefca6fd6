import { keptByText } from './kept-by-text.ts';
import type { ProductIn } from './products-in.ts';

const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const UNIT =
  '盒|袋|瓶|件|个|只|支|台|套|双|包|箱|桶|罐|张|本|册|条|块|把|份|碗|公斤|千克|斤|吨|米|平方米|升|株|棵|头|辆|次|人次?|名|户|间|单|票';
const COUNTED = new RegExp(`(${NUMBER})(${UNIT})`, 'g');
const BEFORE = 60;
const AS = '(?:售价|销售价格?|卖价|单价|价格|收费|收取?|按|卖|售)?(?:为|是|均为|:)?';
/** What a sum of sales is called; a gain or a fine may be counted otherwise. */
const SALES =
  '(?:销售(?:收入|额|金额|款)|销售总?额|营业额|收入|货值(?:金额)?|货款|得款|价款|收款|收取(?:费用)?|金额|费用|价值)?(?:共计|合计|总计|小计|计|共|为|是)?';
const RESULT = `(?:人民币)?[¥￥]?(?<result>${NUMBER})元(?!以[上下]|/|一?每)`;
const FORMS = [
  // 售出48盒，每盒45元，销售收入2160元; 40袋（每袋36元，计1440元）; 30瓶，单价12元/瓶，共360元.
  String.raw`(?<count>${NUMBER})(?<unit>${UNIT})[,，、]?[(]?(?:均|都)?(?:以|按)?(?:每(?<per>${UNIT})${AS}|(?:单价|售价|销售价格?|卖价)(?:为|是|均为|:)?)(?<each>${NUMBER})元(?:/(?<over>${UNIT})|一(?<one>${UNIT}))?(?:的?价格?)?(?:计算|销售|售出|出售|卖出)?[,，、]?(?=[^\d]{1,9}\d)${SALES}${RESULT}`,
  // 以每本25元的价格销售40本，收入1000元.
  String.raw`每(?<per>${UNIT})${AS}(?<each>${NUMBER})元(?:的价格)?[,，]?(?:共|已)?(?:销售|售出|出售|卖出|卖)了?(?<count>${NUMBER})(?<unit>${UNIT})[,，](?=[^\d]{1,9}\d)${SALES}${RESULT}`,
  // 货值金额5400元（120盒×45元）.
  `(?:货值(?:金额)?|收入|销售额|违法所得)(?:为|计|共计|合计)?${RESULT.replace('(?!以[上下]|/|一?每)', '')}[(](?<count>${NUMBER})(?<unit>${UNIT})?×(?<each>${NUMBER})(?:元(?:/(?:${UNIT}))?)?[)]`,
].map((form) => new RegExp(form, 'g'));

/**
 * Counts of things at a price with what they are said to make: 售出48盒，每盒45元，收入2160元. The unit of the price has to be
 * that of the count.
 */
export const pricedProductsIn: (given: string) => readonly Readonly<ProductIn>[] = keptByText(readProducts);

function readProducts(given: string): ProductIn[] {
  const text = given
    .normalize('NFKC')
    .replaceAll(/[ \t]/g, '')
    .replaceAll(/[*xX✕](?=\d)/g, '×');
  return FORMS.flatMap((form) => [...text.matchAll(form)]).flatMap((match): ProductIn[] => {
    const { count = '', unit, per, over, one, each = '', result = '' } = match.groups ?? {};
    if ([per, over, one].some((other) => other && unit && other !== unit)) return [];
    const [things, price, stated] = [count, each, result].map((figures) =>
      Number(figures.replaceAll(',', '')),
    );
    if (things === undefined || price === undefined || stated === undefined) return [];
    const product = Number((things * price).toFixed(4));
    // 共400盒，其中售出100盒，单价30元，货值金额12000元: the goods are all of them, not only those sold.
    const before = text.slice(Math.max(0, match.index - BEFORE), match.index);
    const others = [...before.matchAll(COUNTED)].flatMap(([, other = '', its]) =>
      its === unit ? [Number(other.replaceAll(',', ''))] : [],
    );
    // 售出18盒，库存11盒，单价32元: the price is that of both.
    const all = [...others, ...withEarlier(things, others)].some((sum) => Math.abs(sum * price - stated) < 1);
    const right = all || Math.abs(product - stated) < 1;
    return [{ quote: match[0], start: match.index, product, stated, right }];
  });
}

/** A count together with those told before it: the last one, the last two and so on, and each of them alone. */
function withEarlier(count: number, others: readonly number[]): number[] {
  const running = others.map((_, at) => others.slice(at).reduce((sum, one) => sum + one, count));
  return [...running, ...others.map((one) => one + count)];
}
