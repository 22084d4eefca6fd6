import { NUMERAL, plainNumber } from '../../../law/plain-number.ts';

/** A formula that adds the weights to the statutory minimum, or multiplies them with the maximum, without figures of its own. */
export interface SpanFormula {
  /** `span`: minimum + (maximum − minimum) × sum; `maximum`: maximum × sum. */
  of: 'span' | 'maximum';
  /** What counts as the minimum where the provision has none: this share of the maximum. */
  leastShare?: number;
  /** The weights are points of a hundred: the sum is divided by 100. */
  points?: true;
}

const AMOUNT = '(?:罚款|处罚)?(?:金额|数额|幅度|额度|标准|额|值|数|限)?';
const WORDS: [RegExp, string][] = [
  [/[^-+*/()=,;:。÷%]*(?:权重|百分[值比]|分值|系数|得分)[^-+*/()=,;:。÷%]*/g, 'S'],
  [
    /(?:法定)?(?:最高|上限)[^-+*/()=,;:。]{0,8}与(?:法定)?(?:最低|下限)[^-+*/()=,;:。]{0,8}(?:之差|差额|差值|的差)/g,
    'D',
  ],
  [/(?:法定)?(?:罚款|处罚)?(?:幅度|区间)(?:的?差额|的?差值|之差|的?宽度)?/g, 'D'],
  [new RegExp(`(?:法定)?(?:的)?${AMOUNT}(?:的)?(?:最高|上限)(?:的)?${AMOUNT}`, 'g'), 'H'],
  [new RegExp(`(?:法定)?(?:的)?${AMOUNT}(?:的)?(?:最低|下限|起点)(?:的)?${AMOUNT}`, 'g'), 'L'],
];
const SPANS = ['L+(H-L)*S', 'L+S*(H-L)', '(H-L)*S+L', 'S*(H-L)+L', 'L+D*S', 'L+S*D', 'D*S+L', 'S*D+L'];
const MAXIMA = ['H*S', 'S*H'];
const EQUATION =
  /(?:罚款|处罚)(?:金额|数额|幅度|额)?(?:的?(?:计算)?公式)?(?:为)?[:=]=?(?:(?:罚款|处罚)(?:金额|数额|额)=)?([^=。;]+)/g;

/** Reads such a formula from the notes of a table. `unread`: an equation over the statutory amounts that is not understood. */
export function spanFormula(notes: readonly string[]): SpanFormula | { unread: string } | undefined {
  const text = plainSigns(notes.join('。'));
  const leastShare = leastShareIn(text);
  let unread: string | undefined;
  for (const [whole, right = ''] of text.matchAll(EQUATION)) {
    if (!/[*]/.test(right) || !/最高|上限|幅度|区间/.test(right)) continue;
    const given = right.replace(/,.*$/, '').replaceAll(/除以(?:100|一百)/g, '÷100');
    const signs = WORDS.reduce((words, [word, sign]) => words.replaceAll(word, sign), given);
    const plain = signs.replace(/\(S\)|\(?S[÷/]100\)?|S%/, 'S');
    const more = {
      ...(leastShare === undefined ? {} : { leastShare }),
      ...(/S(?:[÷/]100|%)/.test(signs) ? { points: true as const } : {}),
    };
    if (SPANS.includes(plain)) return { of: 'span', ...more };
    if (MAXIMA.includes(plain)) return { of: 'maximum', ...more };
    unread ??= whole.slice(0, 60);
  }
  return unread === undefined ? undefined : { unread };
}

/** 法律只规定最高罚款的，最低按最高的20%计算; 没有下限的，下限按零计算. */
function leastShareIn(text: string): number | undefined {
  const NONE =
    /(?:[只仅](?:规定|有|设定?)了?[^。;]{0,6}(?:最高|上限)|(?:未|没有|无)(?:规定|设定?)?[^。;]{0,4}(?:最低|下限))[^。;]*/;
  const words = NONE.exec(text)?.[0];
  if (!words) return undefined;
  const percent = /(?:最高|上限)[^。;%]*?(?:的)?(\d+(?:\.\d+)?)%/.exec(words)?.[1];
  if (percent !== undefined) return Number((Number(percent) / 100).toFixed(8));
  return /(?:按|为|视为|以|从)(?:零|0)(?:元|计算|起)?(?![\d.])/.test(words) ? 0 : undefined;
}

function plainSigns(words: string): string {
  return words
    .replaceAll(/\s/g, '')
    .normalize('NFKC')
    .replaceAll(new RegExp(`百分之(${NUMERAL})`, 'g'), (whole, number: string) => {
      const value = plainNumber(number);
      return value === undefined ? whole : `${value}%`;
    })
    .replaceAll(/[×xX＊∗·✕]|乘以|乘/g, '*')
    .replaceAll(/[－−–—]|减去/g, '-')
    .replaceAll('加上', '+')
    .replaceAll(/[[【〔{]/g, '(')
    .replaceAll(/[\]】〕}]/g, ')')
    .replaceAll('，', ',')
    .replaceAll('；', ';')
    .replaceAll('：', ':');
}
