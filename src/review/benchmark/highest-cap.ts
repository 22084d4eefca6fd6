import { citationText } from '../../law/citation.ts';
import { type Fen, fen } from '../../law/money.ts';
import { type Context, isAnswer } from '../rules/rule.ts';
import { type CitedSanction, citedSanctions } from './cited-sanctions.ts';
import { mostOf } from './fine-span.ts';

/** 可以并处罚款 alone: how high, another provision says. */
const FIGURES = /[元倍%‰]|百分之|千分之|成以[上下]/;

/** The highest sum that any of several cited provisions allows for a fine. */
export interface HighestCap {
  limit: Fen;
  /** The provisions that set a limit. */
  text: string;
  paths: string[];
}

/**
 * Of several cited provisions with fines the highest limit: a fine above it passes every one that could apply. One whose
 * words hold no figure leaves the figure to those that carry it out. `undefined` where the limit of one is not known.
 */
export function highestCap(context: Pick<Context, 'file' | 'book'>): HighestCap | undefined {
  const found = citedSanctions(context, { partly: true, quoted: true });
  if (isAnswer(found)) return undefined;
  const carrying = found.cited.filter(
    ({ sanction }) => sanction.types.includes('fine') || sanction.reading?.named.includes('fine'),
  );
  const limits = carrying.flatMap((one) => {
    const most = mostOf(one.sanction, context.file);
    return most === undefined ? [] : [{ one, most }];
  });
  const open = carrying.filter((one) => !limits.some((limit) => limit.one === one));
  const textOf = ({ citation }: CitedSanction) => {
    const cited = context.book.cite(citation, found.on);
    return cited.state === 'in-force' ? cited.text : undefined;
  };
  const setting = limits.map(({ one }) => one);
  if (carrying.length < 2 || !open.every((one) => leavesFigure(one, setting, textOf(one)))) return undefined;
  if (limits.length === 0) return undefined;
  return {
    limit: fen(Math.max(...limits.map(({ most }) => most))),
    text: limits
      .map(({ one, most }) => `${citationText(one.citation)}最高${most.toLocaleString('zh-CN')}元`)
      .join('、'),
    paths: found.paths,
  };
}

/** 计量法 fines without a figure, and its 实施细则 says how much. */
function leavesFigure(
  { citation, sanction }: CitedSanction,
  limits: readonly CitedSanction[],
  text?: string,
) {
  if (text !== undefined) return /罚款/.test(text) && !FIGURES.test(text);
  return (
    sanction.fines.length === 0 &&
    limits.some(({ citation: { law } }) => law !== citation.law && law.startsWith(`${citation.law}实施`))
  );
}
