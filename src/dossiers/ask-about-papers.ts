import * as z from 'zod';
import { PAPER_KINDS } from '../cases/paper-kinds.ts';
import { AppError } from '../errors.ts';
import { daysIn } from '../law/days-in.ts';
import { fen } from '../law/money.ts';
import { sumsIn } from '../law/sums-in.ts';
import { loadPrompt } from '../models/load-prompt.ts';
import type { Chat } from '../models/open-chat.ts';
import { type AskableField, askableFields } from './askable-fields.ts';
import { instructionsOf } from './instructions-of.ts';
import type { FactValue, Paper } from './paper.ts';
import { type PaperFact, sameValue } from './settle-facts.ts';

/** Longer papers are asked about by their beginning: forms and decisions state these facts there and at their end. */
const MOST = 12_000;

const reply = z.object({
  facts: z
    .array(z.object({ field: z.string(), value: z.union([z.string(), z.number()]), quote: z.string() }))
    .max(60),
});

export interface Asked {
  facts: PaperFact[];
  /** Papers that were not handed to the model, or of which it said nothing usable, with the reason in Chinese. */
  left: { paper: string; reason: string }[];
  model: string;
}

/**
 * Asks a model, paper by paper, for facts that a form of this kind states. Accepted is only a value that stands in words
 * which the paper holds word for word; a paper that speaks to a machine is not handed over. A server that is away ends
 * the asking: what was found until then counts.
 */
export async function askAboutPapers(
  papers: readonly Paper[],
  chat: Chat,
  options: { signal?: AbortSignal; onAsked?: (done: number, total: number) => void } = {},
): Promise<Asked> {
  const prompt = loadPrompt('read-paper');
  const asked: Asked = { facts: [], left: [], model: chat.model };
  const due = papers.filter((paper) => paper.sameAs === undefined && askableFields(paper).length > 0);
  for (const [index, paper] of due.entries()) {
    options.signal?.throwIfAborted();
    if (instructionsOf(paper).length > 0) {
      asked.left.push({ paper: paper.id, reason: '材料中有对程序说的话或者看不见的文字，没有交给模型' });
      continue;
    }
    const fields = askableFields(paper);
    try {
      const { answer } = await chat.ask(
        prompt,
        {
          kind: PAPER_KINDS[paper.kind],
          fields: fields.map(({ name, as }, at) => `F${at + 1} ${name}（${WRITTEN[as]}）`).join('\n'),
          paper: JSON.stringify(shortened(paper.text)),
        },
        reply,
        options.signal ? { signal: options.signal } : {},
      );
      asked.facts.push(...answer.facts.flatMap((fact) => accepted(fact, fields, paper)));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      asked.left.push({ paper: paper.id, reason: error.message });
      if (!/格式/.test(error.message)) break;
    }
    options.onAsked?.(index + 1, due.length);
  }
  return asked;
}

const WRITTEN = { day: 'YYYY-MM-DD', money: '元', words: '照抄' } as const;

/** The two ends of a long paper. */
function shortened(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST / 2)}\n……\n${text.slice(-MOST / 2)}`;
}

function accepted(
  fact: { field: string; value: string | number; quote: string },
  fields: readonly AskableField[],
  paper: Paper,
): PaperFact[] {
  const field = fields[Number(/^F(\d{1,2})$/.exec(fact.field)?.[1] ?? 0) - 1];
  const start = fact.quote.trim() ? paper.text.indexOf(fact.quote) : -1;
  if (!field || start < 0) return [];
  const value = valueIn(fact, field.as);
  return value === undefined
    ? []
    : [{ path: field.path, value, start, end: start + fact.quote.length, by: 'model', paper }];
}

/** The value as the quoted words themselves state it; `undefined` where they do not. */
function valueIn(
  { value, quote }: { value: string | number; quote: string },
  as: AskableField['as'],
): FactValue | undefined {
  if (as === 'day') return daysIn(quote).find(({ day }) => day === value)?.day;
  if (as === 'money') {
    const plain = String(value).replaceAll(/[,，\s]|元$/g, '');
    if (!/^\d{1,12}(?:\.\d{1,2})?$/.test(plain)) return undefined;
    return sumsIn(quote).some((sum) => sum.fen === fen(plain)) ? Number(plain) : undefined;
  }
  const words = String(value).trim();
  const at = quote.indexOf(words);
  return words && (at >= 0 || sameValue(words, quote)) ? words : undefined;
}
