import { type SumIn, sumsIn } from '../../law/sums-in.ts';
import type { Span } from '../paper.ts';

/** The sum of a penalty, words and figures side by side as one. `clause` is where its clause begins. */
export interface SumPlace extends Span {
  yuan: number;
  clause: number;
  inWords?: Span;
  /** The sum in figures where it is another than that in words. */
  differing?: { yuan: number } & Span;
}

/** What may stand between a penalty and its sum, brackets without a sum apart. */
const BETWEEN = /^[\s,:("'的为计即共合人民币大写小￥¥RMB金额数是处以]*$/;
/** A statute's range: 五万元以上十万元以下. */
const RANGE_AFTER = /^(?:整)?(?:以[上下]|至|到|[-~—]+\d|的?(?:\d|[一二三四五六七八九十])+倍)/;
const FINE_FOLLOWS = /^[)"]?(?:\([^()]{0,24}\))?(?:整)?[)]?的?(?:行政)?$/;

/** The sum that directly follows: 罚款人民币壹拾万元整(¥100,000.00). `rest` begins at `at`. */
export function sumAfter(rest: string, at: number): SumPlace | undefined {
  const sums = sumsIn(rest);
  const first = sums.find(({ start }) => BETWEEN.test(withoutNotes(rest.slice(0, start))));
  if (!first || RANGE_AFTER.test(rest.slice(first.end))) return undefined;
  return together(rest, at, first, sums, at);
}

/** A sum inside the words of the penalty: 没收340元违法所得. */
export function sumWithin(words: string, at: number): SumPlace | undefined {
  const sums = sumsIn(words);
  const [only] = sums;
  return only && sums.length <= 2 ? together(words, at, only, sums, at) : undefined;
}

/** The sum of a fine: after 罚款, or else right before it (处5万元罚款). */
export function finePlace(before: string, at: number, rest: string, end: number): SumPlace | undefined {
  const after = sumAfter(rest, end);
  if (after) return after;
  const sums = sumsIn(before);
  const last = sums.at(-1);
  if (!last || !FINE_FOLLOWS.test(before.slice(last.end))) return undefined;
  const from = at - before.length;
  // 壹万元（10000元）罚款: the pair ends with the last.
  const first = sums.find(
    (one) => one !== last && one.fen === last.fen && beside(before.slice(one.end, last.start)),
  );
  const start = (first ?? last).start;
  const lead = before.slice(0, start);
  // 五万元以上十万元以下罚款 is caught by the words after the sum; 货值金额1500元罚款 has no verb before the sum.
  if (!/(?:处以?|给予|罚|:|^|人民币|[;,.、)])\(?$/.test(lead.replace(/(?:人民币|大写|[(:¥￥])+$/, '')))
    return undefined;
  if (/(?:以上|至|到|[-~—])$/.test(lead)) return undefined;
  const opening = /(?:处以?|给予|并处以?)?(?:人民币)?\(?$/.exec(lead)?.[0].length ?? 0;
  return together(before, from, first ?? last, sums, from + start - opening);
}

function together(words: string, at: number, first: SumIn, sums: readonly SumIn[], clause: number): SumPlace {
  const second = sums.find(
    (one) =>
      one.start >= first.end && beside(words.slice(first.end, one.start)) && one.inWords !== first.inWords,
  );
  const figures = [first, second].find((one) => one && !one.inWords);
  const stands = [first, second].find((one) => one?.inWords) ?? first;
  const differs = figures !== undefined && figures.fen !== stands.fen;
  const capitals = [first, ...(second ? [second] : [])].find(({ inWords }) => inWords);
  const end = Math.max(first.end, second?.end ?? 0);
  const closed =
    second && /^[整]?\)/.test(words.slice(end)) && words.slice(first.end, second.start).includes('(');
  return {
    yuan: stands.fen / 100,
    ...(differs
      ? { differing: { yuan: figures.fen / 100, start: at + figures.start, end: at + figures.end } }
      : {}),
    start: at + first.start,
    end: at + end + (closed ? words.slice(end).indexOf(')') + 1 : 0),
    clause,
    ...(capitals
      ? {
          inWords: {
            start: at + capitals.start,
            end: at + capitals.end,
          },
        }
      : {}),
  };
}

const beside = (words: string) => /^[整正]?[\s(,:)大小写人民币￥¥即计]*$/.test(words);

const withoutNotes = (words: string) => words.replace(/\([^()]*\)/g, '');
