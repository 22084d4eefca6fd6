import { fenFromCapitals } from './amount-in-words.ts';
import { keptByText } from './kept-by-text.ts';
import { type Fen, fen } from './money.ts';
import { numbersInText } from './numbers-in-text.ts';

/** A sum of money as a text states it. Offsets are UTF-16, `end` exclusive. */
export interface SumIn {
  start: number;
  end: number;
  fen: Fen;
  /** Written in capitals or Chinese numerals. */
  inWords: boolean;
}

const GAP = '[ \\t\\u3000]*';
const CAPITAL = '[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]';
const SUM = new RegExp(
  [
    `(?<!\\d)(?<figures>\\d+(?:[,，]\\d{3})*(?:\\.\\d+)?)${GAP}(?<unit>万|亿)?${GAP}(?:多|余)?(?:元|圆)(?:人民币)?`,
    `[￥¥]${GAP}(?<marked>\\d+(?:[,，]\\d{3})*(?:\\.\\d+)?)`,
    `(?<!${CAPITAL})(?<words>${CAPITAL}+${GAP}[元圆](?:零?[一二三四五六七八九壹贰叁肆伍陆柒捌玖]角)?(?:零?[一二三四五六七八九壹贰叁肆伍陆柒捌玖]分)?[整正]?)`,
  ].join('|'),
  'g',
);

/** Every sum that a text states, in order: 5,000.00元, 0.5万元, ￥5000.00, 伍仟元整, 五千元. An approximate one (余元) is left out. */
export const sumsIn: (given: string) => readonly Readonly<SumIn>[] = keptByText(readSums);

function readSums(given: string): SumIn[] {
  const text = given.replace(/[０-９．，]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return [...text.matchAll(SUM)].flatMap((match): SumIn[] => {
    const { figures, unit, marked, words } = match.groups ?? {};
    if (/[多余]/.test(match[0])) return [];
    const value = words
      ? fenOfWords(words.replace(/\s/g, ''))
      : fenOfFigures(`${figures ?? marked}${unit ?? ''}`);
    if (value === undefined) return [];
    return [
      { start: match.index, end: match.index + match[0].length, fen: value, inWords: words !== undefined },
    ];
  });
}

function fenOfFigures(figures: string): Fen | undefined {
  const [number] = numbersInText(figures);
  return number && /^\d{1,12}(?:\.\d{1,2})?$/.test(number.value) ? fen(number.value) : undefined;
}

const CAPITAL_OF: Record<string, string> = Object.fromEntries(
  [...'一二三四五六七八九十百千'].map((plain, index) => [plain, [...'壹贰叁肆伍陆柒捌玖拾佰仟'][index]!]),
);

function fenOfWords(words: string): Fen | undefined {
  const capitals = [...words].map((character) => CAPITAL_OF[character] ?? character).join('');
  // 十二元: the one before ten is left unsaid outside of cheques.
  return fenFromCapitals(capitals) ?? fenFromCapitals(capitals.replace(/^拾/, '壹拾'));
}
