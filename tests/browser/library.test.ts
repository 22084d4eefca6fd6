import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { openQueue, type Queue } from '../../src/db/queue.ts';
import { startJobs } from '../../src/jobs.ts';
import { articleLine } from '../corpus/library.ts';
import { NO_BROWSER, openWalk, type Walk } from './open-browser.ts';

if (NO_BROWSER) console.warn(NO_BROWSER);

const FOOD = '中华人民共和国食品安全法';
const OLD = '示例文字：违反本法规定，经营超过保质期的食品的，没收违法所得，并处五万元以上十万元以下罚款。';
const NEW = OLD.replace('没收违法所得', '责令改正，没收违法所得').replace('十万元', '十五万元');

describe.skipIf(NO_BROWSER)('the library in the browser', () => {
  let walk: Walk;
  let queue: Queue;
  let admin: Page;
  let handler: Page;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mingcai-library-'));
    for (const [name, lines] of [
      ['old.jsonl', [articleLine(FOOD, '2021-04-29', '第一百二十四条', OLD)]],
      [
        'new.jsonl',
        [
          articleLine(FOOD, '2031-09-12', '第一百二十四条', NEW),
          articleLine(
            '示例细则',
            '2031-09-01',
            '第一条',
            '《食品安全法》第一百二十四条所称保质期，以标签为准。',
          ),
        ],
      ],
    ] as const)
      writeFileSync(join(folder, name), lines.join('\n'));
    walk = await openWalk();
    await loadBundledCorpus(walk.test.db);
    await walk.test.post('/cases/examples', {}, await walk.test.signIn('zhangmin'));
    const { options } = walk.test;
    options.config = { ...options.config, dataFolder: folder };
    queue = await openQueue(options.database, { pollSeconds: 0.5 });
    options.queue = queue;
    await startJobs(queue, { ...options, logger: pino({ level: 'silent' }) });
    admin = await walk.as('wuguan');
    handler = await walk.as('zhangmin');
  });
  afterAll(async () => {
    await queue?.stop();
    await walk?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const importFile = async (name: string) => {
    await admin.goto(`${walk.origin}/library/imports`);
    await admin.getByLabel('选择文件', { exact: true }).setInputFiles(join(folder, name));
    await admin.getByRole('button', { name: '开始导入' }).click();
    await admin.getByRole('heading', { name: '导入报告' }).waitFor();
  };

  it('imports files, tells what changed and what must be reread', async () => {
    await admin.goto(`${walk.origin}/library/imports`);
    await walk.look(admin, 'library-imports-empty');
    await importFile('old.jsonl');
    await importFile('new.jsonl');
    await walk.look(admin, 'library-import-report');
    await admin.getByRole('link', { name: FOOD }).first().click();
    expect(await admin.locator('del').first().textContent()).toBeTruthy();
    expect(await admin.locator('#reread').textContent()).toContain('裁量基准');
    await walk.look(admin, 'library-change');
  });

  it('finds an article by keyboard, with its versions and who cites it', async () => {
    await handler.goto(`${walk.origin}/library`);
    await walk.look(handler, 'library-empty');
    await handler.getByLabel('有效于（行为日）').fill('2031-09-11');
    await handler.getByLabel('决定日').fill('2031-09-12');
    await handler.getByRole('searchbox').fill('示例文字 超过保质期 罚款');
    await handler.keyboard.press('Enter');
    await handler.locator('.hit').first().waitFor();
    await walk.look(handler, 'library-hits');
    await handler.locator('.hit a', { hasText: '第一百二十四条' }).first().click();
    await handler.getByRole('heading', { name: '各版本对照' }).waitFor();
    expect(await handler.locator('ins').first().textContent()).toContain('责令');
    await walk.look(handler, 'library-article');
    await handler.goto(
      `${walk.origin}/library/article?law=${encodeURIComponent(FOOD)}&article=124&version=2031-09-12`,
    );
    expect(await handler.locator('#citing').textContent()).toContain('示例细则');
  });

  it('opens a citation by keyboard and closes it with Escape', async () => {
    await handler.goto(`${walk.origin}/benchmarks/market-expired-food`);
    const button = handler.locator('button.citation').first();
    await button.focus();
    await handler.keyboard.press('Enter');
    const note = handler.locator('.citation-note:popover-open');
    await note.waitFor();
    await expect.poll(() => note.locator('[data-text]').textContent()).toMatch(/施行|要旨|没有/);
    await walk.look(handler, 'library-citation');
    await handler.keyboard.press('Escape');
    await expect.poll(() => note.count()).toBe(0);
  });

  it('works without script, and on a phone', async () => {
    const address = `${walk.origin}/library/article?law=${encodeURIComponent(FOOD)}&article=124&version=2031-09-12`;
    const plain = await walk.as('zhangmin', { javaScript: false });
    await plain.goto(address);
    await plain.getByRole('link', { name: /2025-09-12（/ }).click();
    expect(await plain.locator('#versions').textContent()).toContain('只供参考');
    const phone = await walk.as('zhangmin', { width: 390 });
    await phone.goto(address);
    await walk.look(phone, 'library-article-phone');
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('takes an import back after asking', async () => {
    await admin.goto(`${walk.origin}/library/imports`);
    await admin.locator('tbody a').first().click();
    await admin.getByRole('button', { name: '撤销导入' }).click();
    await admin.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    await admin.getByText('已由', { exact: false }).waitFor();
    await walk.look(admin, 'library-import-undone');
  });

  it('draws no complaint from the browser', () => {
    expect(walk.complaints).toEqual([]);
  });
});
