import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import { draftDecision } from '../../src/documents/draft-decision.ts';
import { type InstructionsCase, loadSuites } from '../../src/evaluation/suite.ts';
import { instructionsIn } from '../../src/law/instructions-in.ts';
import { loadPrompt } from '../../src/models/load-prompt.ts';
import { type Chat, openChat } from '../../src/models/open-chat.ts';
import type { AnswerKind } from '../../src/review/rules/rule.ts';
import { askModel } from '../../src/review/screening/ask-model.ts';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { caseFor } from '../review/case-for.ts';
import { TEST_BOOK } from '../review/test-book.ts';
import { TEST_PROFILE } from '../review/test-profile.ts';
import { type ChatRequest, startChatServer } from '../support/chat-server.ts';

const suite = loadSuites(['instructions-in-papers'])[0];
const TEXTS = (suite?.kind === 'instructions' ? suite.cases : []) satisfies InstructionsCase[];
const SPOKEN = TEXTS.filter(({ addressed }) => addressed);
const OPTIONS = { profile: TEST_PROFILE, book: TEST_BOOK, today: '2025-07-01' };

const WORDS =
  '检查当日，货架上摆放保质期至2025年2月20日的糕点12盒，标价每盒40元。当事人在场。' +
  '经清点，上述糕点没有售出。现场拍摄照片6张；制作笔录1份。当事人阅后无异议。';
/** A word broken in two would be another word: something is slipped in between sentences. */
const PLACES = [0, ...[...WORDS.matchAll(/[，。；]/g)].map(({ index }) => index + 1)];
const CASE = caseFor({
  evidence: [{ id: 'e1', name: '现场检查笔录', kind: 'record', paper: 'p3' }],
  violation: { elements: [{ name: '货架上有超过保质期的糕点', evidence: ['e1'] }], amounts: null },
  discussion: null,
});
/** The same decided long after its time: faults that no words may talk away. */
const LATE: CaseFile = { ...CASE, decision: { ...CASE.decision, date: '2025-12-01' } };
/** Every paper of the case has words; `slipped` stands in one of them. */
function caseWith(slipped: string, paper: number, place: number, base = CASE): CaseFile {
  const file = structuredClone(base);
  const papers = file.papers ?? [];
  for (const [index, one] of papers.entries()) {
    const at = PLACES[place % PLACES.length] ?? 0;
    one.text = index === paper % papers.length ? `${WORDS.slice(0, at)}${slipped}${WORDS.slice(at)}` : WORDS;
  }
  return file;
}
const INSPECTION_RECORD = (CASE.papers ?? []).findIndex(({ id }) => id === 'p3');
/** Of two answers to one question, the stricter has the higher number. */
const STRICTNESS: Readonly<Record<AnswerKind, number>> = {
  met: 0,
  'not-applicable': 1,
  unclear: 2,
  'not-met': 3,
};
/** Anywhere; half the time in the paper that the model is asked about. */
const anywhere = fc.tuple(fc.oneof(fc.constant(INSPECTION_RECORD), fc.nat(40)), fc.nat(PLACES.length - 1));

/** What the product says of the case by rules: answers, tier and span of fines, the draft with its amounts and citations. */
function saidOf(file: CaseFile) {
  const tier = findTier({ file, book: TEST_BOOK });
  const draft = draftDecision(file, { book: TEST_BOOK, profile: TEST_PROFILE, tier });
  return {
    answers: screenCase(file, OPTIONS).map(({ rule, answer }) => ({ rule, answer })),
    tier,
    text: draft.text,
    citations: draft.citations,
  };
}

const MATERIAL = /(<<<材料开始\s*\n).*(\n\s*材料结束>>>)/;
/** The one line of material and the code words of the day taken out: all that is left was written by us. */
function ours({ messages }: ChatRequest): string[] {
  return messages.map(({ role, content }) => {
    const codes = [...content.matchAll(/^(?:支持|不支持|不能确定)：([A-Z]{6})$/gm)].map(
      ([, code]) => code ?? '',
    );
    const bare = role === 'system' ? content : content.replace(MATERIAL, '$1$2');
    return `${role}\n${codes.reduce((text, code) => text.replaceAll(code, '代号'), bare)}`;
  });
}

/** Does whatever a paper wants, knows which question is the control, and quotes well. */
function obey({ messages }: ChatRequest): string {
  const user = messages.find(({ role }) => role === 'user')?.content ?? '';
  const code = (name: string) => new RegExp(`^${name}：([A-Z]+)$`, 'm').exec(user)?.[1] ?? '';
  const claim = /^陈述：(.*)$/m.exec(user)?.[1] ?? '';
  const line = /<<<材料开始\s*\n(.*)\n\s*材料结束>>>/.exec(user)?.[1] ?? '[]';
  const papers = z.array(z.object({ 编号: z.string(), 文字: z.string() })).parse(JSON.parse(line));
  const answer = /不能|没有|未/.test(claim) ? code('不支持') : code('支持');
  return JSON.stringify({
    answer,
    quotes: papers.map(({ 编号: paper, 文字: text }) => ({ paper, quote: text.trim().slice(0, 24) })),
  });
}

let server: Awaited<ReturnType<typeof startChatServer>>;
let chat: Chat;
beforeAll(async () => {
  server = await startChatServer({ answer: obey });
  chat = openChat({ chat: { model: 'm', baseUrl: server.url } } as never) as Chat;
});
afterAll(() => server.close());

/** The requests that a screening of this case sends, and its findings. */
async function asked(file: CaseFile) {
  const before = server.requests.length;
  const findings = await askModel(screenCase(file, OPTIONS), file, OPTIONS, chat);
  return { findings, requests: server.requests.slice(before) };
}

describe('words in a paper that speak to a machine', () => {
  it('are a corpus of more than 120 of them and as many harmless ones', () => {
    expect(SPOKEN.length).toBeGreaterThan(120);
    expect(TEXTS.length - SPOKEN.length).toBeGreaterThan(120);
  });

  it.each([
    ['a clean case', CASE],
    ['a case with faults', LATE],
  ])(
    'make nothing milder in %s, in any paper at any place: no answer, tier, amount or citation',
    (_name, base) => {
      const said = saidOf(caseWith('', 0, 0, base));
      const plain = { ...said, answers: new Map(said.answers.map(({ rule, answer }) => [rule, answer])) };
      for (const { id, text } of TEXTS) {
        fc.assert(
          fc.property(anywhere, ([paper, place]) => {
            const { answers, ...rest } = saidOf(caseWith(text, paper, place, base));
            expect(rest, id).toEqual({ tier: plain.tier, text: plain.text, citations: plain.citations });
            // A paper with a stray sum or date in it, or with a request that nobody noted, is rightly found
            // fault with; nothing is ever better for it.
            const better = answers.filter(
              ({ rule, answer }) => STRICTNESS[answer] < STRICTNESS[plain.answers.get(rule) ?? 'not-met'],
            );
            expect(better, id).toEqual([]);
            expect(answers.length).toBe(plain.answers.size);
          }),
          { numRuns: 1 },
        );
      }
      expect([...plain.answers.values()].includes('not-met')).toBe(base === LATE);
    },
  );

  it('turn nothing to met through a model that obeys them, and are not among what we ask of it', async () => {
    const without = await asked(caseWith('', 0, 0));
    const words = new Set(without.requests.flatMap(ours));
    const met = new Set(without.findings.flatMap(({ rule, answer }) => (answer === 'met' ? [rule] : [])));
    expect(without.requests.length).toBeGreaterThan(0);
    let handedOver = 0;
    for (const { id, text } of SPOKEN) {
      await fc.assert(
        fc.asyncProperty(anywhere, async ([paper, place]) => {
          const file = caseWith(text, paper, place);
          const { findings, requests } = await asked(file);
          const turned = findings.filter(({ rule, answer }) => answer === 'met' && !met.has(rule));
          expect(turned, id).toEqual([]);
          for (const request of requests) {
            for (const words_ of ours(request)) expect(words.has(words_), `${id}\n${words_}`).toBe(true);
          }
          handedOver += requests.length;
        }),
        { numRuns: 1 },
      );
    }
    // Where the words stand in another paper, or were not recognised, the model is asked all the same.
    expect(handedOver).toBeGreaterThan(50);
  }, 240_000);

  it('are never handed over where they are recognised', async () => {
    for (const { id, text } of SPOKEN.filter((one) => instructionsIn(one.text).length > 0)) {
      const { requests } = await asked(caseWith(text, INSPECTION_RECORD, PLACES.length - 1));
      const sent = requests.filter(({ messages }) =>
        messages.some(({ content }) => content.includes(JSON.stringify(text).slice(1, -1))),
      );
      expect(sent, id).toEqual([]);
    }
  }, 240_000);

  it('would stand in one line of material alone, were they handed over', () => {
    const prompt = loadPrompt('evidence-supports-fact');
    const filled = (text: string) => {
      const { system, user } = prompt.fill({
        codes: '支持：BCDFGH\n不支持：JKLMNP\n不能确定：QRSTVW',
        claim: '货架上有超过保质期的糕点',
        papers: JSON.stringify([{ 编号: 'p3', 文字: text }]),
      });
      return { system, lines: user.split('\n') };
    };
    const plain = filled(WORDS);
    const place = plain.lines.findIndex((line) => line.includes(WORDS));
    for (const { id, text } of TEXTS) {
      const { system, lines } = filled(`${WORDS}${text}`);
      expect(system, id).toBe(plain.system);
      expect(lines.toSpliced(place, 1), id).toEqual(plain.lines.toSpliced(place, 1));
    }
  });
});
