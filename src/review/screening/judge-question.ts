import { randomInt } from 'node:crypto';
import * as z from 'zod';
import type { AnyCaseFile } from '../../cases/case-file.ts';
import { instructionsIn } from '../../law/instructions-in.ts';
import { loadPrompt } from '../../models/load-prompt.ts';
import type { Chat } from '../../models/open-chat.ts';
import type { Question } from './question.ts';

type Quote = { paper: string; quote: string };

/** What came of one question. `open` says in Chinese why no answer of the model can be used. */
export type Judged =
  | { verdict: 'true' | 'false'; quotes: Quote[]; prompt: string }
  | { verdict: 'open'; why: string; quotes: Quote[]; prompt?: string };

const reply = z.object({
  answer: z.string(),
  quotes: z.array(z.object({ paper: z.string(), quote: z.string() })).default([]),
});

/** Shorter words occur by chance. */
const SHORTEST_QUOTE = 6;
/** Characters of all papers of one question; more than any ordinary set of papers holds. */
const MOST_CHARACTERS = 60_000;

/**
 * Asks the model whether the papers bear out the statement, and, as a control, whether they bear out its opposite. Whoever
 * says yes to both is led by something else than the papers. The answers go by code words that are new each time, so that
 * no paper can name them. A paper with words that speak to its judge is not handed over at all. Every quote must stand in
 * its paper word for word. Throws `unavailable` like `Chat.ask`.
 */
export async function judgeQuestion(
  chat: Chat,
  file: AnyCaseFile,
  question: Question,
  options: { signal?: AbortSignal } = {},
): Promise<Judged> {
  const papers = (file.papers ?? []).filter(({ id, text }) => question.papers.includes(id) && text?.trim());
  if (papers.length === 0) return open('相关材料没有录入文字');
  if (papers.reduce((sum, { text }) => sum + (text?.length ?? 0), 0) > MOST_CHARACTERS) {
    return open('相关材料篇幅过长');
  }
  const speaking = papers.flatMap(({ id, text }) =>
    instructionsIn(text ?? '').map(({ quote }) => ({ paper: id, quote })),
  );
  if (speaking.length > 0) return open('材料中有对审查者说的指令性文字，未交模型', speaking);
  const texts = new Map(papers.map(({ id, text }) => [id, text ?? '']));
  const claim = await ask(chat, question, question.claim, texts, options);
  if (claim.says === 'unknown') return open('模型不能确定', [], claim.prompt);
  if (claim.says === 'unusable') return open('模型的回答没有可核对的原文，不予采用', [], claim.prompt);
  const control = await ask(chat, question, question.opposite, texts, options);
  if (control.says === claim.says || control.says === 'unusable') {
    return open('模型对同一事实的正反两问前后矛盾，不予采用', [], claim.prompt);
  }
  return {
    verdict: claim.says === 'yes' ? 'true' : 'false',
    quotes: claim.quotes,
    prompt: claim.prompt,
  };
}

function open(why: string, quotes: Quote[] = [], prompt?: string): Judged {
  return { verdict: 'open', why, quotes, ...(prompt ? { prompt } : {}) };
}

async function ask(
  chat: Chat,
  question: Question,
  claim: string,
  texts: Map<string, string>,
  options: { signal?: AbortSignal },
): Promise<{ says: 'yes' | 'no' | 'unknown' | 'unusable'; quotes: Quote[]; prompt: string }> {
  const codes = { yes: codeWord(), no: codeWord(), unknown: codeWord() };
  const prompt = loadPrompt(question.prompt);
  const { answer } = await chat.ask(
    prompt,
    {
      codes: `支持：${codes.yes}\n不支持：${codes.no}\n不能确定：${codes.unknown}`,
      claim,
      papers: JSON.stringify([...texts].map(([id, text]) => ({ 编号: id, 文字: text }))),
    },
    reply,
    options,
  );
  const name = `${prompt.name}@${prompt.version}`;
  if (answer.answer === codes.unknown) return { says: 'unknown', quotes: [], prompt: name };
  const says = answer.answer === codes.yes ? 'yes' : answer.answer === codes.no ? 'no' : undefined;
  const sound =
    answer.quotes.length > 0 &&
    answer.quotes.every(
      ({ paper, quote }) =>
        [...quote.replace(/\s/g, '')].length >= SHORTEST_QUOTE && texts.get(paper)?.includes(quote) === true,
    );
  return says && sound
    ? { says, quotes: answer.quotes, prompt: name }
    : { says: 'unusable', quotes: [], prompt: name };
}

const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/** Six consonants: nothing that a paper would hold. */
function codeWord(): string {
  return Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
