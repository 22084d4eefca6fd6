import { mendCreditCode } from './mend-credit-code.ts';

/** Signs that bring their own blank along. */
const BLANK_AFTER = /(?<=[，。、；：？！”’）》〉】〕:;,]) +/g;
const BLANK_BEFORE = / +(?=[“‘（《〈【〔(，。、；：？！”’）》〉】〕:;,])/g;

/** What recognition gets wrong in Chinese papers again and again, where the place leaves no doubt. */
const MENDS: [RegExp, string][] = [
  [BLANK_AFTER, ''],
  [BLANK_BEFORE, ''],
  // Half-width signs after a character.
  [/(?<=\p{Script=Han}) ?[:：] ?/gu, '：'],
  [/(?<=\p{Script=Han}) ?; ?/gu, '；'],
  [/(?<=[\p{Script=Han}》]) ?, ?(?=\p{Script=Han})/gu, '，'],
  // The brackets of a document number.
  [
    /[[【{(（〔［〈]((?:19|20)\d{2})[\]】})）〕］〉] ?(?=第? ?[\d〇零一二三四五六七八九十]{1,6} ?号)/g,
    '〔$1〕',
  ],
  // Round brackets around a few words.
  [/[〈《({[（]([^〈《》〉()（）[\]{}\n\t]{1,40})[)）]/g, '（$1）'],
  // 〇 in a year.
  [/二[CGOQ0Oo@〇○◯。]{1,4}(?=[一二三四五六七八九][〇一二三四五六七八九]年)/g, '二〇'],
  [/(?<=二〇[一二三四五六七八九])[CGOQ0Oo@○◯。]{1,3}(?=年)/g, '〇'],
  [BLANK_AFTER, ''],
  // The sign of the currency before figures that repeat an amount in words, and 1 in a number.
  [/(?<=元整?[（(])[^\d\p{Script=Han}\n]{0,2}[^\d即计共合约小\n]?(?=[\d\]][\d,.\]]*元?[）),，])/gu, '¥'],
  [/(?<=[\d¥])\](?=\d)|(?<=第)\](?=[项条款])/g, '1'],
];

const NUMERALS = '零壹贰叁肆伍陆柒捌玖拾佰仟万亿';
/** Other characters that recognition sees in the place of a numeral of an amount in words. */
const MISREAD: Record<string, string> = {
  壶: '壹',
  壳: '壹',
  壸: '壹',
  过: '壹',
  式: '贰',
  贡: '贰',
  参: '叁',
  津: '肆',
  律: '肆',
  陡: '陆',
  柴: '柒',
  抽: '捌',
  扎: '捌',

  抬: '拾',
  什: '仟',
  伯: '佰',
  百: '佰',
  千: '仟',
};
const AMOUNT = new RegExp(`[${NUMERALS}${Object.keys(MISREAD).join('')}]{2,20}(?=[元圆])`, 'g');
const NUMERAL = new RegExp(`[${NUMERALS}]`, 'g');

/** Puts right what recognition got wrong where the place leaves no doubt; all else stays as it was recognised. */
export function mendOcr(text: string): string {
  const whole = text.split('\n').map(withoutLoneQuotes).join('\n');
  const mended = MENDS.reduce((mending, [pattern, right]) => mending.replace(pattern, right), whole);
  return mendCreditCode(
    mended.replace(AMOUNT, (amount) =>
      (amount.match(NUMERAL)?.length ?? 0) * 2 >= amount.length
        ? [...amount].map((sign) => MISREAD[sign] ?? sign).join('')
        : amount,
    ),
  );
}

/** Between words far apart recognition sees quotation marks; an honest one has its other half in the paragraph. */
function withoutLoneQuotes(line: string): string {
  const lone = new Set<number>();
  let open = -1;
  for (const { index, 0: sign } of line.matchAll(/[“”]/g)) {
    if (sign === '“') {
      if (open >= 0) lone.add(open);
      open = index;
    } else if (open >= 0) open = -1;
    else lone.add(index);
  }
  if (open >= 0) lone.add(open);
  return line.replace(/[“”]/g, (sign, at: number) => (lone.has(at) ? '' : sign));
}
