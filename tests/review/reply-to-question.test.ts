import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { openFacts } from '../../src/http/pages/desk/open-view.tsx';
import { openChat } from '../../src/models/open-chat.ts';
import { listRecords } from '../../src/records/list-records.ts';
import { giveVerdict } from '../../src/review/opinion/give-verdict.ts';
import { replyToQuestion } from '../../src/review/opinion/reply-to-question.ts';
import { withdrawVerdict } from '../../src/review/opinion/withdraw-verdict.ts';
import { runScreening } from '../../src/review/screening/run-screening.ts';
import { latestScreening } from '../../src/review/screening/screening.ts';
import { COMPLETE_CASE } from '../documents/complete-case.ts';
import {
  drafted,
  HANDLER,
  HEAD,
  OTHER_HANDLER,
  REVIEWER,
  submitted,
  TODAY,
} from '../signing/reviewed-case.ts';
import { startChatServer } from '../support/chat-server.ts';
import { openTestDatabase } from '../support/database.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function asked() {
  const { db } = database;
  const { stored, document } = await drafted(db);
  await submitted(db, document.id);
  const screening = (await latestScreening(db, stored.id))!;
  const { rule } = screening.findings.find(({ answer }) => answer === 'unclear')!;
  const ask = (reason: string) =>
    giveVerdict(db, { screeningId: screening.id, rule, verdict: 'asked', reason, by: REVIEWER });
  const reply = (words: string, by: Parameters<typeof replyToQuestion>[1]['by'] = HANDLER) =>
    replyToQuestion(db, { screeningId: screening.id, rule, reply: words, by });
  return { stored, screening, rule, ask, reply };
}

describe('a reviewer’s question to the handler', () => {
  it('is answered by a handler of the case, and the answer stands beside the question', async () => {
    const { stored, rule, ask, reply } = await asked();
    await expect(reply('没有人问')).rejects.toMatchObject({ kind: 'wrong-stage' });
    await ask('请说明证据的来源');
    for (const by of [OTHER_HANDLER, REVIEWER, HEAD]) {
      await expect(reply('代为答复', by)).rejects.toMatchObject({ kind: 'not-allowed' });
    }
    await expect(reply(' \u200b ')).rejects.toMatchObject({
      kind: 'invalid-input',
      faults: [{ path: 'reply', expected: '至少两个字' }],
    });
    const { verdicts } = await reply('来源于现场检查，见笔录');
    expect(verdicts).toMatchObject([
      {
        rule,
        verdict: 'asked',
        reason: '请说明证据的来源',
        reply: { text: '来源于现场检查，见笔录', by: HANDLER.id },
      },
    ]);
    const records = await listRecords(database.db, { object: `case:${stored.id}`, limit: 1 });
    expect(records[0]).toMatchObject({ action: '答复审核人员的询问', actor: HANDLER.id });
  });

  it('is open again when it is asked anew, and keeps its answer when it is settled', async () => {
    const { screening, rule, ask, reply } = await asked();
    await ask('请说明证据的来源');
    await reply('见现场检查笔录');
    const again = await ask('笔录第几页');
    expect(again.verdicts[0]!.reply).toBeUndefined();
    await reply('第二页');
    const settled = await giveVerdict(database.db, {
      screeningId: screening.id,
      rule,
      verdict: 'confirmed',
      by: REVIEWER,
    });
    expect(settled.verdicts[0]).toMatchObject({ verdict: 'confirmed', reply: { text: '第二页' } });
    await expect(reply('再补充')).rejects.toMatchObject({ kind: 'wrong-stage' });
  });
});

describe('words beside a finding', () => {
  it('stand as they are once an opinion rests on them', async () => {
    const { screening, rule, ask, reply } = await asked();
    await ask('请说明证据的来源');
    await database.db
      .updateTable('review_rounds')
      .set({ opinion_at: new Date() })
      .where('screening_id', '=', screening.id)
      .execute();
    await expect(reply('意见出具后才答复')).rejects.toMatchObject({ kind: 'wrong-stage' });
    const undo = withdrawVerdict(database.db, { screeningId: screening.id, rule, by: REVIEWER });
    await expect(undo).rejects.toMatchObject({ kind: 'wrong-stage' });
  });

  it('are no longer than a page can show', async () => {
    const { ask, reply } = await asked();
    await expect(ask('问'.repeat(2001))).rejects.toMatchObject({
      kind: 'invalid-input',
      faults: [{ path: 'reason', expected: '至多 2000 字' }],
    });
    await ask('问'.repeat(2000));
    await expect(reply('答'.repeat(2001))).rejects.toMatchObject({ faults: [{ path: 'reply' }] });
  });
});

describe('what is not known', () => {
  it('stands once with all the questions it would settle, the gravest first', () => {
    const finding = (rule: string, severity: 'block' | 'minor', missing: string[]) =>
      ({ rule, severity, missing, answer: 'unclear' }) as never;
    const facts = openFacts([
      finding('A', 'minor', ['送达日期']),
      finding('B', 'block', ['听证日期', '送达日期']),
      { rule: 'C', answer: 'met', missing: [] } as never,
    ]);
    expect(facts.map(({ fact, settles }) => [fact, settles.map(({ rule }) => rule)])).toEqual([
      ['听证日期', ['B']],
      ['送达日期', ['B', 'A']],
    ]);
  });
});

describe('a screening with a model', () => {
  it('keeps the model’s name with its answers; without one it says so', async () => {
    const server = await startChatServer({
      answer: ({ messages }) => {
        const { content } = messages.find(({ role }) => role === 'user')!;
        const code = /^不能确定：([A-Z]+)$/m.exec(content)![1]!;
        return JSON.stringify({ answer: code, quotes: [] });
      },
    });
    try {
      const paper = {
        id: 'said',
        kind: 'inspection-record' as const,
        title: '示例笔录',
        text: '示例的检查情况。',
      };
      const { stored } = await drafted(database.db, {
        ...COMPLETE_CASE,
        papers: [...(COMPLETE_CASE.papers ?? []), paper],
        evidence: COMPLETE_CASE.evidence!.map((entry) => ({ ...entry, paper: paper.id })),
      });
      const chat = openChat({ chat: { model: 'example-model', baseUrl: server.url } } as never)!;
      const input = { caseId: stored.id, by: HANDLER, profile: TEST_PROFILE, book: TEST_BOOK, today: TODAY };
      const steps: string[] = [];
      const screening = await runScreening(database.db, {
        ...input,
        chat,
        onAsked: (done, total) => steps.push(`${done}/${total}`),
      });
      expect(screening.model).toBe('example-model');
      expect(steps.at(-1)).toBe(`${steps.length}/${steps.length}`);
      const judged = screening.findings.filter(({ by }) => by === 'model');
      expect(judged.map(({ answer }) => answer)).toEqual(judged.map(() => 'unclear'));
      expect(judged.length).toBeGreaterThan(0);
      expect((await runScreening(database.db, input)).model).toBeUndefined();
    } finally {
      await server.close();
    }
  });
});
