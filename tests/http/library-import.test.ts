import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { ownLists } from '../../src/corpus/violations/own-lists.ts';
import { openQueue, type Queue } from '../../src/db/queue.ts';
import { startJobs } from '../../src/jobs.ts';
import { articleLine } from '../corpus/library.ts';
import { xlsxOf } from '../files/support/xlsx-of.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const FOOD = '中华人民共和国食品安全法';
const line = (date: string, text: string) => articleLine(FOOD, date, '第一百二十四条', text);

describe('管理员导入法规', () => {
  let data: string;
  let test: TestApp;
  let queue: Queue;
  let admin: string;
  let handler: string;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'mingcai-imports-'));
    test = await openTestApp({
      config: { dataFolder: data, port: 0, jurisdiction: 'demo', logLevel: 'silent' },
    });
    await loadBundledCorpus(test.db);
    queue = await openQueue(test.options.database, { pollSeconds: 0.5 });
    test.options.queue = queue;
    await startJobs(queue, { ...test.options, logger: pino({ level: 'silent' }) });
    admin = await test.signIn('wuguan');
    handler = await test.signIn('zhangmin');
  }, 120_000);
  afterAll(async () => {
    await queue?.stop();
    await test?.close();
    rmSync(data, { recursive: true, force: true });
  });

  const upload = (
    files: Record<string, string | Uint8Array>,
    fields: Record<string, string> = {},
    cookie = admin,
  ) => {
    const form = new FormData();
    for (const [name, text] of Object.entries(files))
      form.append('files', new File([typeof text === 'string' ? text : new Uint8Array(text)], name));
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return test.app.request('/library/imports', {
      method: 'POST',
      body: form,
      headers: { cookie, origin: 'http://localhost', host: 'localhost' },
    });
  };
  /** Uploads, waits for the job and gives the address of its report. */
  const imported = async (
    files: Record<string, string | Uint8Array>,
    fields: Record<string, string> = {},
  ) => {
    const answer = await upload(files, fields);
    expect(answer.status, await answer.clone().text()).toBe(303);
    const job = answer.headers.get('location')!;
    for (let tries = 0; tries < 300; tries++) {
      const response = await test.get(job, admin);
      if (response.status === 302) return response.headers.get('location')!;
      const text = await response.text();
      if (/没有完成|已取消/.test(text)) throw new Error(text);
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error('the import did not end');
  };
  const page = async (path: string, cookie = admin, status = 200) => {
    const response = await test.get(path, cookie);
    expect(response.status, path).toBe(status);
    return response.text();
  };
  const shown = (asOf: string) =>
    page(`/library?kind=law&q=${encodeURIComponent('示例文字')}&asOf=${asOf}`, handler);

  it('别人不能导入、不能看导入记录；页面对他们也不列出', async () => {
    expect((await upload({ 'a.jsonl': line('2021-04-29', '示例。') }, {}, handler)).status).toBe(403);
    await page('/library/imports', handler, 403);
    expect(await page('/library', handler)).not.toContain('/library/imports');
    expect(await page('/library')).toContain('/library/imports');
  });

  it('没有选文件的，留在原页说明', async () => {
    const answer = await upload({});
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('没有收到文件');
  });

  let second: string;
  it('导入、报告、变动和须重读的内容一路可见', async () => {
    const first = await imported({
      'old.jsonl': line('2021-04-29', '示例文字：违反规定的，处五万元以上十万元以下罚款。'),
      'bad.xls': 'x',
    });
    expect(await page(first)).toMatch(/bad\.xls：/);
    second = await imported({
      'new.jsonl': line('2031-09-12', '示例文字：违反规定的，处十万元以上十五万元以下罚款。'),
    });
    const report = await page(second);
    expect(report).toContain('修改 1 条');
    expect(report).toContain('吴管');
    const link = /href="(\/library\/changes\/between[^"#]*)"/.exec(report)![1]!.replaceAll('&amp;', '&');
    const between = await page(link, handler);
    expect(between).toMatch(/<del>五/);
    expect(between).toMatch(/<ins>[^<]*十五万元/);
    expect(between).toMatch(/href="\/benchmarks\/market-expired-food"/);
    expect(between).toContain('文字有修改');
    expect(await page('/library/changes', handler)).toContain('between');
    expect(readdirSync(join(data, 'imports'))).toEqual([]);
    expect(existsSync(join(data, 'files', '.incoming'))).toBe(true);
  });

  it('撤销之后原来的内容照旧，只能撤销一次', async () => {
    expect(await shown('2032-01-01')).toContain('十五万元');
    expect((await test.post(`${second}/undo`, {}, handler)).status).toBe(403);
    expect((await test.post(`${second}/undo`, {}, admin)).status).toBe(303);
    expect(await shown('2032-01-01')).not.toContain('十五万元');
    expect(await shown('2024-01-01')).toContain('五万元');
    expect(await page(second)).toContain('已撤销');
    expect(await page('/library/changes', handler)).toContain('还没有可比较的版本');
    expect((await test.post(`${second}/undo`, {}, admin)).status).toBe(409);
  });

  it('导入和撤销都记入台账', async () => {
    const actions = await test.db.selectFrom('record_entries').select('action').execute();
    expect(actions.filter(({ action }) => action === '导入法规库')).toHaveLength(2);
    expect(actions.filter(({ action }) => action === '撤销导入')).toHaveLength(1);
  });

  it('没有的报告、没有的比较', async () => {
    await page('/library/imports/none', admin, 404);
    await page('/library/changes/between?law=x&from=2000-01-01&to=2001-01-01', handler, 404);
  });

  it('表头不是通常说法的清单，在页面上写明列', async () => {
    const table = [
      ['号', '干了啥', '凭啥罚'],
      ['X1', '经营超过保质期的食品', '《食品安全法》第一百二十四条第一款第五项'],
    ];
    const file = { '清单.xlsx': xlsxOf(table) };
    const refused = await page(await imported(file, { kind: 'items' }));
    expect(refused).toContain('页面上填“表格的列”');
    expect(await page('/library/imports')).toContain('name="columnViolation"');
    const columns = { columnViolation: '干了啥', columnBasis: '凭啥罚', columnItem: '号' };
    expect(await page(await imported(file, { kind: 'items', ...columns }))).toMatch(/新存 1 条|1 条/);
    const [list] = await ownLists(test.db);
    expect(list?.items).toMatchObject([{ name: '经营超过保质期的食品', code: 'X1' }]);
  });
});
