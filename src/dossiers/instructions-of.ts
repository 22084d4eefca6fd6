import type { HiddenHow, HiddenText } from '../files/file-text.ts';
import { instructionsIn } from '../law/instructions-in.ts';
import type { Paper } from './paper.ts';

/** 材料中的指令性文字或者隐藏文字, shown to the handler as a fact about that paper. */
export interface PaperInstruction {
  paper: string;
  quote: string;
  /** Where it stands in the paper's text; absent for words that do not show on the page. */
  start?: number;
  end?: number;
  /** Why a person who looks at the file does not see it. */
  how?: HiddenHow;
}

/** Hidden words are told of from this many Chinese characters on, whatever they say. */
const TOLD_FROM = 4;
/** Titles, names and programs in the properties of a file are short and hold no sentence. */
const BOILERPLATE = /^[^。！？!?；;\n]{0,40}$/u;

/**
 * Words of a paper that speak to a machine, seen or hidden, and hidden words in their own right: what nobody sees on
 * the page belongs in no paper. File properties and file names are told of only where they speak to a machine or hold
 * whole sentences that the paper does not.
 */
export function instructionsOf(paper: Pick<Paper, 'id' | 'file' | 'text' | 'hidden'>): PaperInstruction[] {
  const seen = instructionsIn(paper.text).map((span) => ({ paper: paper.id, ...span }));
  const named = instructionsIn(paper.file.split('/').at(-1) ?? '').map(({ quote }) => ({
    paper: paper.id,
    quote,
    how: 'metadata' as const,
  }));
  const hidden = joined(paper.hidden)
    .filter((words) => tellsOf(words, paper.text))
    .map(({ quote, how }) => ({ paper: paper.id, quote, how }));
  return unique([...seen, ...named, ...hidden]);
}

function tellsOf({ quote, how }: HiddenText, text: string): boolean {
  if (instructionsIn(quote).length > 0) return true;
  if (chineseIn(quote) < TOLD_FROM) return false;
  return how !== 'metadata' || !(BOILERPLATE.test(quote.trim()) || text.includes(quote.trim()));
}

/** Hidden words may come one run of letters at a time: neighbours that are hidden alike on one page are one. */
function joined(hidden: readonly HiddenText[]): HiddenText[] {
  const whole: HiddenText[] = [];
  for (const words of hidden) {
    const last = whole.at(-1);
    const goesOn =
      last && last.how === words.how && last.page === words.page && chineseIn(words.quote) < TOLD_FROM;
    if (goesOn && words.how !== 'metadata' && words.how !== 'comment') last.quote += words.quote;
    else whole.push({ ...words });
  }
  return whole;
}

const chineseIn = (words: string): number => words.match(/\p{Script=Han}/gu)?.length ?? 0;

function unique(found: PaperInstruction[]): PaperInstruction[] {
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}
