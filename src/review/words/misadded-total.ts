import { type Fen, fen, yuan } from '../../law/money.ts';
import { numbersInText } from '../../law/numbers-in-text.ts';
import type { Penalty } from '../../law/sanction.ts';

const SUM = String.raw`(?:人民币)?[¥￥]?(?<sum>\d[\d,]*(?:\.\d+)?(?:万|亿)?)元?`;
/** 罚没款合计2590元, 以上合计55297.50元, 罚没款10294元. */
const TOTAL = new RegExp(
  `(?:罚没(?:款项?|金额)?[(（]?(?:合计|共计|总计|总额|共)?|以上(?:罚没款|款项|金额|[两二三]项|各项)?(?:合计|共计|总计)|合计罚没(?:款|金额)?)(?:为|金额|[:：])?${SUM}(?!以[上下]|倍)`,
  'g',
);

/** What a decision says that its fine and the confiscated gains come to, where that is not their sum. */
export function misaddedTotal(
  text: string,
  penalties: readonly Penalty[],
): { quote: string; due: string } | undefined {
  const counted = penalties.filter(({ type }) => type === 'fine' || type === 'confiscate-gains');
  if (counted.length < 2 || counted.some(({ amount }) => amount === undefined)) return undefined;
  const due: Fen = counted.reduce((sum, { amount = 0 }) => sum + fen(amount), 0);
  const plain = text.normalize('NFKC').replaceAll(/[ \t]/g, '');
  const stated = [...plain.matchAll(TOTAL)].flatMap(({ 0: quote, groups }) => {
    const [only] = numbersInText(`${groups?.sum}元`);
    return only && /^\d+(?:\.\d{1,2})?$/.test(only.value) ? [{ quote, sum: fen(only.value) }] : [];
  });
  // Another total in the paper may be of other sums: all that it states must differ.
  const [first] = stated;
  return first && stated.every(({ sum }) => sum !== due) ? { quote: first.quote, due: yuan(due) } : undefined;
}
