import { chineseValue, numbersInText } from './numbers-in-text.ts';

/** A product that a text works out: 32人×300元＝9600元, 货值金额1,200元的15倍，即18,000元, or 货值1,200元15倍的罚款18,000元. */
export interface ProductIn {
  quote: string;
  /** Offset of the quote in the normalised text. */
  start: number;
  /** What the factors make, to nine decimals, and what the text says they make. */
  product: number;
  stated: number;
  /** Whether `stated` is the product, rounded or cut where it is written with fewer decimals. */
  right: boolean;
}

const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const UNIT = `(?:[一-龥%‰]{0,6}(?:/[一-龥]{1,4})?)`;
const FACTOR = `(?:每[一-龥]{1,4})?${NUMBER}${UNIT}`;
/** 罚款，即29400元×35%, 即29400元的三成五: what follows 即 is the base once more, and its product comes later. */
const GOES_ON = String.raw`(?![+\-*×÷/]|乘|的?(?:百分之|千分之|${NUMBER}[%‰倍]|[一二三四五六七八九十]+[倍成]))`;
const TIMES = new RegExp(
  String.raw`(?<![\d+\-*×÷/()~]|\d[.,])(?<factors>${FACTOR}(?:×${FACTOR})+)(?:=|,?(?:即|计|为|等于)(?:处以?)?(?:罚款)?)(?:人民币)?(?<result>${NUMBER})(?<wan>万)?元(?![+\-*×÷/])`,
  'g',
);
const MULTIPLE = new RegExp(
  `(?<base>${NUMBER})(?<baseWan>万)?元的?(?:(?<share>百分之[〇零一二三四五六七八九十点]+|${NUMBER}[%‰])|(?<multiple>${NUMBER}|[一二三四五六七八九十]+)倍)(?:的?(?:标准)?(?:处以?|确定|计算|给予|核定|计处)?(?:行政)?罚款(?:数额|金额)?[,，:]?(?:即|计|为|合计|共计)?(?:处以?)?(?:罚款)?|[,，]?(?:即|计|为|合计|共计)(?:处以?)?(?:罚款)?)(?:人民币)?(?<result>${NUMBER})(?<wan>万)?元${GOES_ON}`,
  'g',
);
const HEADS = new RegExp(
  String.raw`(?<count>\d+)(?:人|名[一-龥]{0,4})[,，、]?(?:按)?每人(?:罚款|处以?)?(?<each>${NUMBER})元(?:罚款)?(?:计算)?[,，]?(?:共计|合计|共|计|即)(?:处以?)?(?:罚款)?(?:人民币)?(?<result>${NUMBER})元${GOES_ON}`,
  'g',
);
/** 壹万贰仟元（12000元）: the sum in figures stands for both. */
const CAPITALS = new RegExp(
  `[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆](?:[零壹贰叁肆伍陆柒捌玖]+[角分])*[整正]?[(](?:人民币)?[¥￥]?(${NUMBER})元?[)]`,
  'g',
);
/** 确定罚款(59000元×1.3=76700元): the brackets of the whole count are none of its own. */
export const WRAPPED = /\(((?:[^()]|\([^()]{0,40}\)){1,60}[=即计为](?:[^()]|\([^()]{0,40}\)){1,60})\)/g;
/** Spans of time and weights are converted on the way (元/月 for 年): no product can be checked. */
const CONVERTED = /年|月|日|天|周|季|时|吨|千克|公斤|克|斤|两|升|亩|公顷|公里|米/;

/** Every product of a text with its result, in order. A sum of products, a rounded figure (约) or mixed units are passed over. */
export function productsIn(given: string): ProductIn[] {
  const text = given
    .normalize('NFKC')
    .replaceAll(/[ \t]/g, '')
    .replaceAll(/[*xX✕](?=[\d每])/g, '×')
    .replaceAll('，', ',')
    .replaceAll(CAPITALS, '$1元')
    .replaceAll(/乘以?(?=\d)/g, '×')
    .replaceAll(WRAPPED, ';$1;');
  const found = [
    ...[...text.matchAll(TIMES)].flatMap((match) => fromFactors(match)),
    ...[...text.matchAll(MULTIPLE)].flatMap((match) => fromMultiple(match)),
    ...[...text.matchAll(HEADS)].map((match) =>
      product(match, [value(match.groups!.count!), value(match.groups!.each!)]),
    ),
  ];
  return found.sort((one, other) => one.start - other.start);
}

function fromFactors(match: RegExpMatchArray): ProductIn[] {
  const parts = match.groups!.factors!.split('×');
  const units = parts.map((part) => part.replace(new RegExp(NUMBER), ' '));
  const plain = units.map((unit) => unit.trim()).filter((unit) => unit && !/元|倍|%|‰|每/.test(unit));
  const rates = units.flatMap(
    (unit) => /\/([一-龥]{1,4})/.exec(unit)?.[1] ?? /每([一-龥]{1,4})/.exec(unit)?.[1] ?? [],
  );
  const mixed = rates.some((rate) => plain.length > 0 && !plain.some((unit) => unit.startsWith(rate)));
  const converted = rates.length === 0 && plain.some((unit) => CONVERTED.test(unit));
  if (mixed || converted || /约|余/.test(match[0])) return [];
  return [
    product(
      match,
      parts.map((part) => factorValue(part)),
    ),
  ];
}

function fromMultiple(match: RegExpMatchArray): ProductIn[] {
  const { base, baseWan, share, multiple } = match.groups!;
  const times = share
    ? Number(numbersInText(share)[0]?.value ?? Number.NaN) * (/‰/.test(share) ? 0.001 : 1)
    : wordValue(multiple!);
  return Number.isNaN(times) ? [] : [product(match, [value(base!) * (baseWan ? 10_000 : 1), times])];
}

function product(match: RegExpMatchArray, factors: number[]): ProductIn {
  const { result, wan } = match.groups!;
  const made = Number(factors.reduce((one, other) => one * other, 1).toFixed(9));
  const stated = Number((value(result!) * (wan ? 10_000 : 1)).toFixed(9));
  // 123.456 may be written 123.46, 123.45 or 123: the last digit given is where it was rounded or cut.
  const decimals = /\.(\d+)/.exec(result!)?.[1]?.length ?? 0;
  const step = (wan ? 10_000 : 1) / 10 ** decimals;
  return {
    quote: match[0],
    start: match.index!,
    product: made,
    stated,
    right: Math.abs(made - stated) < step - 1e-9 || made === stated,
  };
}

function factorValue(part: string): number {
  const number = value(new RegExp(NUMBER).exec(part)![0]);
  const unit = part.slice(part.indexOf(new RegExp(NUMBER).exec(part)![0]));
  const scale = /[\d.]万/.test(unit) ? 10_000 : /[\d.]%/.test(unit) ? 0.01 : /[\d.]‰/.test(unit) ? 0.001 : 1;
  return Number((number * scale).toFixed(9));
}

function value(figures: string): number {
  return Number(figures.replaceAll(',', ''));
}

function wordValue(words: string): number {
  return /^\d/.test(words) ? value(words) : chineseValue(words);
}
