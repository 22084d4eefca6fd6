import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { fen } from '../../law/money.ts';
import { sumsIn } from '../../law/sums-in.ts';
import { deniedWords, type PaperOf, type PlainPaper } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

const TELLING: PaperKind[] = ['interview-record', 'documentary-evidence', 'hearing-record', 'defence-record'];
/** Where the agency deals with what was told. */
const WEIGHING: PaperKind[] = [
  'closing-report',
  'decision',
  'prior-notice',
  'review-opinion',
  'discussion-minutes',
  'hearing-report',
];
const BASES = ['turnover', 'goods', 'gains'] as const;
const WHAT: Record<(typeof BASES)[number], RegExp> = {
  turnover: /卖|销售|营业|经营|收款|收入|进账|入账/,
  goods: /货值|进价|值|货/,
  gains: /赚|违法所得|获利|利润|收入|所得/,
};
/** 账上只是一部分, 另外还卖了: the noted sum is not all. */
const PARTIAL =
  /(?:只|仅|不过)(?:是|有|记|算|报|登记)[^,。;]{0,8}(?:一部分|部分|这些)|一部分|另外|还(?:有|卖|收)|没(?:有)?(?:入|记|上|做)账|账外|未(?:入|计入|记入)|漏(?:报|记)|除(?:了)?(?:账|这)/;
const TOTAL = /(?:一共|总共|共计|合计|总计|加起来|全部|实际|总的|总额)[^。;\d]{0,12}$/;
const DENIES = /不是|并非|如果|要是|假如|大概|估计|可能|记不清|前年|去年/;

/**
 * A larger total that whoever was asked tells, of which the noted sum is one part and the rest another in the same answer, where no
 * paper of the agency says what became of it.
 */
export function wordsOnAmounts({ violation, papers = [] }: CaseFile, paperOf: PaperOf): OtherWords[] {
  const { amounts } = violation;
  const noted = BASES.flatMap((base) => {
    const yuan = amounts?.[base]?.yuan;
    return yuan ? [{ base, yuan }] : [];
  });
  if (noted.length === 0) return [];
  const telling = papers.filter(({ kind, text }) => TELLING.includes(kind) && text && PARTIAL.test(text));
  if (telling.length === 0) return [];
  const weighed = papers.flatMap(({ id, kind }) => (WEIGHING.includes(kind) ? (paperOf(id) ?? []) : []));
  const dealtWith = (sum: number) => weighed.some(({ text }) => sumsIn(text).some((one) => one.fen === sum));
  return telling.flatMap(({ id }): OtherWords[] => {
    const own = paperOf(id);
    if (!own) return [];
    return noted.flatMap(({ base, yuan }) => {
      const more = totalIn(own, fen(yuan), WHAT[base]);
      return more && !dealtWith(more.total) && !dealtWith(more.rest)
        ? [deniedWords(`violation.amounts.${base}.yuan`, yuan, more.total / 100, own, more.words)]
        : [];
    });
  });
}

/** One answer, or one line, in which noted sum and rest make the total. */
function totalIn({ text }: PlainPaper, noted: number, what: RegExp) {
  for (const words of text.split('\n')) {
    if (words.startsWith('问:') || !PARTIAL.test(words) || !what.test(words) || DENIES.test(words)) continue;
    const sums = sumsIn(words);
    const total = sums.findLast(({ fen: sum, start }) => sum > noted && TOTAL.test(words.slice(0, start)));
    const rest = total && sums.find(({ fen: sum }) => sum + noted === total.fen);
    if (total && rest && sums.some(({ fen: sum }) => sum === noted)) {
      return { total: total.fen, rest: rest.fen, words: words.slice(0, SHOWN) };
    }
  }
  return undefined;
}

const SHOWN = 90;
