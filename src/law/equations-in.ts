import { type ProductIn, WRAPPED } from './products-in.ts';

/** Something worked out in figures, with the unit of its result: 48米×30米＝1440平方米, (350－85)元×38瓶＝10070元. */
export interface EquationIn extends ProductIn {
  unit: string;
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?`;
const UNIT = '[一-龥a-zA-Z%‰㎡²³]{0,6}';
const TERM = String.raw`\(*(?:每?[一-龥]{0,6}?)(?:${NUMBER})${UNIT}(?:/[一-龥]{1,4})?\)*${UNIT}`;
const EQUATION = new RegExp(
  String.raw`(?<![\d+\-×÷/()~.])(?<made>${TERM}(?:[+\-×÷]${TERM})+)=(?:人民币)?[¥￥]?(?<result>${NUMBER})(?<unit>万?[一-龥㎡]{0,4})(?![+\-×÷/\d])`,
  'g',
);
/** Units that are changed into others on the way, and what one makes of another. */
const CHANGED = /年|月|日|天|周|季|时|分钟|吨|千克|公斤|克|斤|两|升|亩|公顷|公里|米|kg|m/;
const RATES = [2, 4, 7, 12, 15, 24, 30, 52, 60, 365, 500, 666.67, 1000, 10_000, 100, 10, 3600];

/**
 * What a text works out with + − × ÷ and says it makes. An approximate result (约) and one that only a change of units
 * tells apart from the count are right.
 */
export function equationsIn(given: string): EquationIn[] {
  const text = given
    .normalize('NFKC')
    .replaceAll(/[ \t]/g, '')
    .replaceAll(/(?<=[\d一-龥)%])[*xX✕](?=[\d每(])/g, '×')
    .replaceAll(/(?<=[\d一-龥)%])[－—–−](?=[\d(])/g, '-')
    .replaceAll(WRAPPED, ';$1;');
  return [...text.matchAll(EQUATION)].flatMap((match): EquationIn[] => {
    const { made = '', result = '', unit = '' } = match.groups ?? {};
    if (/约|余|多|至|\d{4}-\d{1,2}-/.test(match[0])) return [];
    const value = worth(made);
    if (value === undefined) return [];
    const wan = unit.startsWith('万') ? 10_000 : 1;
    const stated = Number((Number(result.replaceAll(',', '')) * wan).toFixed(9));
    const decimals = /\.(\d+)/.exec(result)?.[1]?.length ?? 0;
    const step = wan / 10 ** decimals;
    const converted = CHANGED.test(made + unit) && RATES.some((rate) => near(value, stated, rate));
    // 12×20=240，650×30=19500: the comma may part two of them.
    const first = Number(result.split(',')[0]) === value;
    const right = Math.abs(value - stated) < step - 1e-9 || value === stated || converted || first;
    return [
      { quote: match[0], start: match.index, product: value, stated, right, unit: unit.replace(/^万/, '') },
    ];
  });
}

const near = (one: number, other: number, rate: number) =>
  [rate, 1 / rate].some((times) => Math.abs(one * times - other) <= Math.abs(other) * 0.001);

/** The value of a row of figures with signs and brackets; `undefined` where they do not make a sum. */
function worth(words: string): number | undefined {
  const signs = words.match(new RegExp(String.raw`(?:${NUMBER})(?:万|[%‰])?|[+\-×÷()]`, 'g')) ?? [];
  let at = 0;
  const factor = (): number => {
    if (signs[at] === '(') {
      at += 1;
      const inner = sum();
      if (signs[at] !== ')') return Number.NaN;
      at += 1;
      return inner;
    }
    const figures = signs[at] ?? '';
    at += 1;
    const scale = figures.endsWith('万')
      ? 10_000
      : figures.endsWith('%')
        ? 0.01
        : figures.endsWith('‰')
          ? 0.001
          : 1;
    return /^\d/.test(figures) ? Number(figures.replaceAll(/[,万%‰]/g, '')) * scale : Number.NaN;
  };
  const product = (): number => {
    let value = factor();
    while (signs[at] === '×' || signs[at] === '÷') {
      const times = signs[at] === '×';
      at += 1;
      const next = factor();
      value = times ? value * next : value / next;
    }
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (signs[at] === '+' || signs[at] === '-') {
      const plus = signs[at] === '+';
      at += 1;
      const next = product();
      value = plus ? value + next : value - next;
    }
    return value;
  };
  const value = sum();
  return at === signs.length && Number.isFinite(value) ? Number(value.toFixed(9)) : undefined;
}
