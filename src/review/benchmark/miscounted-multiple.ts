import { type Fen, fen } from '../../law/money.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';

const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const RATE = `(?:(?<times>${NUMBER}|[零〇一二两三四五六七八九十点半]+)倍|(?<share>${NUMBER})[%％]|百分之(?<words>[〇零一二三四五六七八九十百点]+)|(?<half>一半|半数))`;
const COUNTS = '(?:确定|计算|核定|裁量|给予|处以?|计处|并处)';
/**
 * 处林木价值三倍罚款10320元, 处进货总额8%的罚款，计人民币…（￥1,747.81）, 按货值金额的1.3倍确定罚款, 罚款按货值金额59000元的1.3倍计算.
 */
const COUNTED = new RegExp(
  String.raw`(?:处以?|按照?|以)(?:当事人|其|本案|涉案)?(?<base>[\u4e00-\u9fa5]{2,10}?)(?:(?<own>${NUMBER})(?<ten>万)?元)?的?(?<!约)${RATE}(?:的?(?:行政)?罚款|的?(?:标准|幅度)?${COUNTS}的?(?:行政)?罚款|(?<=罚款(?:数额|金额)?(?:处以?|按照?|以)[^。；;,\n]{2,40})的?(?:标准)?${COUNTS})(?=(?<rest>[^。；;\n]{0,40}))`,
  'g',
);
const BASE = String.raw`(?:当事人|其|本案|涉案)?(?<base>[\u4e00-\u9fa5]{2,10}?)(?:(?<own>${NUMBER})(?<ten>万)?元)?`;
/** A span of rates is that of the benchmark or the law, and no count. */
const ALONE =
  '(?![〇零一二三四五六七八九十百千点.\\d]|以[上下内]|至|到|[-~—、(]|的?[上下]限|左右|[之以])(?=(?<rest>[^。；;\\n]{0,40}))';
/** 罚款为违法所得的零点五倍; 以货值金额8000元为基数，处三倍罚款. */
const STATED = [
  `罚款(?:数额|金额)?(?:应当?)?(?:为|是|即|计|定为|确定为|核定为|按照?|等于|[:=])${BASE}的?${RATE}${ALONE}`,
  `罚款(?:数额|金额)?(?:应当?)?(?:为|是|即|计|定为|确定为|核定为|按照?|等于|[:=])(?<base>)(?<own>${NUMBER})(?<ten>万)?元的?${RATE}${ALONE}`,
  `(?:以|按照?)${BASE}(?:为|作为|作)(?:罚款|计算)?基数[,，]?(?:的|按照?|处以?|适用|乘以?|给予|计算)*${RATE}${ALONE}`,
].map((pattern) => new RegExp(pattern, 'g'));
/** 违法所得不足一万元的，按一万元计算: the base is more than the sum of that name. */
const DEEMED = /不(?:足|满)[^。；;]{0,14}按[^。；;]{0,14}(?:计|算)/;
/** A share of the span of the fine, or of the fine itself (加处): no base of the fine. */
const NO_BASE = /^[〇零一二两三四五六七八九十百点半]+$|罚款|[上下]限|最高|最低|幅度/;

export interface Miscounted {
  quote: string;
  /** What the base makes at the rate, in yuan. */
  due: number;
}

/**
 * A fine that the decision says is so many times, or so much of, a sum that its text states, where that count does not make
 * the fine. A base that the text states in several ways is left open.
 */
export function miscountedMultiple(given: string, fine: Fen): Miscounted | undefined {
  const text = given.normalize('NFKC').replaceAll(/[ \t]/g, '');
  const counted = [COUNTED, ...STATED]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter(({ groups }) => !NO_BASE.test(groups!.base!));
  const [first, ...others] = counted.map((match) => faultOf(match, text, fine));
  // 罚款按货值金额的1.3倍 is found by two patterns at once.
  return first && others.every((other) => other?.due === first.due) ? first : undefined;
}

function faultOf(only: RegExpExecArray, text: string, fine: Fen): Miscounted | undefined {
  const { base = '', own, ten, times, share, words, half, rest = '' } = only.groups!;
  const rate = half ? 0.5 : times ? numeral(times) : numeral(share ?? words ?? '') / 100;
  const stated = own && Number(own.replaceAll(',', '')) * (ten ? 10_000 : 1);
  if (!stated && DEEMED.test(text)) return undefined;
  const value = stated || (baseIn(text, base.slice(-4)) ?? baseIn(text, base.slice(-2)));
  if (!Number.isFinite(rate) || value === undefined) return undefined;
  const due = Number((value * rate).toFixed(4));
  // Sums are rounded or cut to whole yuan.
  return Math.abs(fen(due.toFixed(2)) - fine) < 100
    ? undefined
    : { quote: `${only[0]}${rest}`.slice(0, 40), due };
}

/** The one sum that the text states under a name. */
function baseIn(text: string, name: string): number | undefined {
  const sums = new Set(
    [
      ...text.matchAll(
        new RegExp(`${name}(?:合计|共计|总计|计|为|是|人民币|[:(￥¥])*(${NUMBER})(万)?元`, 'g'),
      ),
    ].map(([, figures = '', ten]) => Number(figures.replaceAll(',', '')) * (ten ? 10_000 : 1)),
  );
  return sums.size === 1 ? [...sums][0] : undefined;
}

/** 3, 1.5, 三, 一点五. */
function numeral(words: string): number {
  if (words === '半') return 0.5;
  if (/\d/.test(words)) return Number(words.replaceAll(',', ''));
  const [whole = '', ...parts] = words.split('点');
  const decimals = parts.map((part) => chineseValue(part)).join('');
  return Number(`${chineseValue(whole)}${decimals ? `.${decimals}` : ''}`);
}
