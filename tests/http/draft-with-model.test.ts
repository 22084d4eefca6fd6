import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCase } from '../../src/cases/create-case.ts';
import { exampleCaseFile } from '../../src/cases/example-case-files.ts';
import { readConfig } from '../../src/config.ts';
import { openQueue, type Queue } from '../../src/db/queue.ts';
import { getDocumentVersion, listDocuments } from '../../src/documents/get-document.ts';
import { startJobs } from '../../src/jobs.ts';
import { openChat } from '../../src/models/open-chat.ts';
import { listRecords } from '../../src/records/list-records.ts';
import { startChatServer } from '../support/chat-server.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const GOOD =
  '当事人经责令改正后仍未改正，违法行为持续，结合违法行为的事实、性质、情节以及社会危害程度，参照裁量基准在本阶次幅度内确定处罚，过罚相当。';

describe('drafting with a model, through the web and the worker', () => {
  let web: TestApp;
  let queue: Queue;
  let server: Awaited<ReturnType<typeof startChatServer>>;
  let cookie: string;

  beforeAll(async () => {
    web = await openTestApp();
    server = await startChatServer(
      { answer: JSON.stringify({ paragraph: GOOD, citations: [] }) },
      {
        answer: JSON.stringify({
          paragraph: `${GOOD}依据《中华人民共和国餐饮管理法》第八条。`,
          citations: [],
        }),
      },
    );
    queue = await openQueue(web.options.database, { pollSeconds: 0.5 });
    web.options.chat = openChat(
      readConfig({ MINGCAI_CHAT_MODEL: 'test-model', OPENAI_BASE_URL: server.url }),
    )!;
    web.options.queue = queue;
    await startJobs(queue, { ...web.options, logger: pino({ level: 'silent' }) });
    const zhangmin = web.people.get('zhangmin')!;
    await createCase(web.db, { file: exampleCaseFile('food-no-health-certificate'), by: zhangmin });
    cookie = await web.signIn('zhangmin');
  });
  afterAll(async () => {
    await queue?.stop();
    await server?.close();
    await web?.close();
  });

  async function draft() {
    const response = await web.post('/cases/food-no-health-certificate/documents', {}, cookie);
    expect(response.status).toBe(303);
    const page = response.headers.get('location')!;
    expect(page).toMatch(/^\/jobs\//);
    for (let wait = 0; wait < 200; wait += 1) {
      const job = (await (await web.get(`/api${page}`, cookie)).json()) as {
        state: string;
        result: { note: string | null };
      };
      if (job.state === 'done') return job.result;
      expect(['waiting', 'running']).toContain(job.state);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the job did not end');
  }

  it('keeps a checked paragraph, marked as the model’s, and records the use of the model', async () => {
    const result = await draft();
    expect(result.note).toContain('test-model');
    const [document] = await listDocuments(web.db, 'food-no-health-certificate');
    const { draft: kept } = await getDocumentVersion(web.db, document!.id, 1);
    const byModel = kept.paragraphs
      .flatMap((entry) => entry.sentences)
      .filter((sentence) => sentence.by === 'model');
    expect(byModel.map((sentence) => sentence.text).join('')).toContain('过罚相当');
    const records = await listRecords(web.db, { object: 'case:food-no-health-certificate', limit: 20 });
    const used = records.find((entry) => entry.action === '模型起草裁量理由')!;
    expect(used.detail).toMatchObject({ kept: true, model: 'test-model', text: GOOD });
  });

  it('drops a paragraph that names a law nobody has heard of, says so, and drafts the rest', async () => {
    const result = await draft();
    expect(result.note).toContain('餐饮管理法');
    expect(result.note).toContain('已弃用');
    const documents = await listDocuments(web.db, 'food-no-health-certificate');
    const { draft: kept, text } = await getDocumentVersion(web.db, documents.at(-1)!.id, 1);
    expect(documents).toHaveLength(2);
    expect(text).not.toContain('餐饮管理法');
    expect(
      kept.paragraphs.flatMap((entry) => entry.sentences).every((sentence) => sentence.by === 'rule'),
    ).toBe(true);
  });
});
