import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fail, report, startProgress } from '../../src/db/job-progress.ts';
import { openQueue, type Queue } from '../../src/db/queue.ts';
import { startJobs } from '../../src/jobs.ts';
import { plainDossier } from '../dossiers/plain-dossier.ts';
import { NO_BROWSER, openWalk, type Walk } from './open-browser.ts';

if (NO_BROWSER) console.warn(NO_BROWSER);

describe.skipIf(NO_BROWSER)('a dossier, from the folder to the checked facts', () => {
  let data: string;
  let walk: Walk;
  let queue: Queue;
  let page: Page;
  let later: string;

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'mingcai-dossier-'));
    walk = await openWalk();
    const { options } = walk.test;
    options.config.dataFolder = join(data, 'kept');
    queue = await openQueue(options.database, { pollSeconds: 0.5 });
    options.queue = queue;
    await startJobs(queue, { ...options, logger: pino({ level: 'silent' }) });
    const { files } = plainDossier(join(import.meta.dirname, '../dossiers/set-a/food-expired-cream'));
    const late = files.find(({ file }) => /回证/.test(file));
    for (const one of files) {
      const folder = one === late ? '后补' : '示例案卷';
      const path = join(data, folder, `${one.file.replace(/\.\w+$/, '')}.txt`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, one.text);
      if (one === late) later = path;
    }
    page = await walk.as('zhangmin');
  });
  afterAll(async () => {
    await queue?.stop();
    await walk?.close();
    rmSync(data, { recursive: true, force: true });
  });

  const picked = () => page.locator('.fact-row.picked');
  const left = async () => Number(await page.locator('.reading').getAttribute('data-left'));

  it('is handed in as a folder, listed with sizes, sent with progress, and read', async () => {
    await page.getByRole('link', { name: '交入案卷' }).first().click();
    await page.getByRole('button', { name: '交入并阅卷' }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('还没有材料');
    await page.locator('#field-folder').setInputFiles(join(data, '示例案卷'));
    await page.getByText(/^\d+ 个文件，共/).waitFor();
    await walk.look(page, 'dossier-1-chosen');
    expect(await page.locator('[data-chosen-list] tr').first().textContent()).toContain('示例案卷/');
    await page.getByRole('button', { name: '交入并阅卷' }).click();
    await page.waitForURL(/view=reading/);
    expect(await left()).toBeGreaterThan(80);
    expect(await page.getByText('材料之间的矛盾').isVisible()).toBe(true);
    await walk.look(page, 'dossier-2-reading');
  });

  it('is checked by keyboard: the words beside each fact, on with y, back with u', async () => {
    const before = await left();
    await page.keyboard.press('j');
    const path = await picked().getAttribute('data-path');
    await page.keyboard.press('Enter');
    await page.locator('#quote').waitFor();
    expect(await picked().getAttribute('data-path')).toBe(path);
    await page.keyboard.press('y');
    await expect.poll(left).toBe(before - 1);
    expect(await picked().getAttribute('data-path')).not.toBe(path);
    await page.keyboard.press('u');
    await expect.poll(left).toBe(before);
    await page.keyboard.press('y');
    await page.keyboard.press('y');
    await page.keyboard.press('y');
    await expect.poll(left).toBe(before - 3);
    await walk.look(page, 'dossier-3-confirmed');
  });

  it('takes a correction and a rejection, with the words that show it', async () => {
    await page.getByRole('link', { name: '按内容' }).click();
    const code = page.locator('[data-path="party.creditCode"]');
    await code.locator('.value').click();
    await page.keyboard.press('e');
    await page.locator('.correction #field-value').waitFor();
    await page.locator('#field-value:focus').waitFor();
    await page.locator('#field-value').fill('91000000EXAMPLE001');
    await walk.look(page, 'dossier-4-correction');
    await page.getByRole('button', { name: '保存更正' }).click();
    await expect.poll(() => code.getByText('已更正').count()).toBe(1);
    const legal = page.locator('[data-path="party.legalRepresentative"]');
    await legal.locator('.value').click();
    await page.keyboard.press('n');
    await expect.poll(() => legal.getByText('已剔除').count()).toBe(1);
    const name = page.locator('[data-path="party.name"]');
    await name.locator('.value').click();
    await page.keyboard.press('n');
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('不能剔除');
    await walk.look(page, 'dossier-5-refused');
  });

  it('keeps what was decided when a paper is added later', async () => {
    await page.getByRole('link', { name: '加入材料' }).click();
    // A file that is dropped comes the way of a folder that is dropped.
    const file = JSON.stringify([[readFileSync(later, 'utf8')], basename(later)]).slice(1, -1);
    const dropped = await page.evaluateHandle(
      `(() => { const held = new DataTransfer(); held.items.add(new File(${file})); return held; })()`,
    );
    await page.locator('[data-drop]').dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByText('1 个文件，共').waitFor();
    await page.getByRole('button', { name: '加入并重新阅卷' }).click();
    await page.waitForURL(/view=reading/);
    await page.getByRole('link', { name: '按内容' }).click();
    const code = page.locator('[data-path="party.creditCode"]');
    await expect.poll(() => code.getByText('已更正').count()).toBe(1);
    expect(await code.locator('.value').textContent()).toBe('91000000EXAMPLE001');
    expect(await code.locator('.decided').textContent()).toMatch(/材料读出.*张敏 .*更正/);
    const legal = page.locator('[data-path="party.legalRepresentative"]');
    expect(await legal.getByText('已剔除').count()).toBe(1);
    await walk.look(page, 'dossier-6-added');
    await legal.locator('.value').click();
    await legal.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => legal.getByText('未核对').count()).toBe(1);
  });

  it('is checked a paper at a time, asked once; the matrix names its gaps', async () => {
    await page.getByRole('link', { name: '按材料' }).click();
    const before = await left();
    const all = page.locator('button[name=group-of]');
    await all.click();
    expect(await all.textContent()).toContain('确认核对本材料');
    await all.click();
    await expect.poll(left).toBeLessThan(before);
    await page.getByRole('link', { name: '证据对照' }).click();
    await page.getByRole('heading', { name: '证据对照' }).waitFor();
    await walk.look(page, 'dossier-7-matrix');
  });

  it('shows the work on the way, what could not be read, and what is not sent', async () => {
    const by = walk.test.people.get('zhangmin')?.id ?? '';
    const reading = { kind: 'read-dossier', subject: 'dossier:new', startedBy: by, total: 42 };
    const running = await startProgress(walk.test.db, reading);
    await report(walk.test.db, running, { done: 17, message: '已读 示例案卷/询问笔录.docx' });
    await page.goto(`${walk.origin}/jobs/${running}`);
    await page.getByText('已完成 17 / 42').waitFor();
    await walk.look(page, 'dossier-9-running');
    const broken = await startProgress(walk.test.db, reading);
    await fail(walk.test.db, broken, '没有一份材料读得出来。\n坏.docx：内容已损坏，请重新保存后放入。');
    await page.goto(`${walk.origin}/jobs/${broken}`);
    await page.getByText('没有建立案件').waitFor();
    await walk.look(page, 'dossier-10-failed');

    await page.goto(`${walk.origin}/dossiers/new`);
    const large = join(data, '过大的扫描件.pdf');
    writeFileSync(large, '');
    truncateSync(large, 101 * 1024 * 1024);
    await page.locator('#field-files').setInputFiles([later, large]);
    await page.getByRole('button', { name: '交入并阅卷' }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('过大的扫描件.pdf');
    await page.getByRole('button', { name: '移去 过大的扫描件.pdf' }).click();
    await page.route('**/dossiers', (route) => route.abort());
    await page.getByRole('button', { name: '交入并阅卷' }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('选好的材料还在');
    await walk.look(page, 'dossier-11-cut');
    await page.unroute('**/dossiers');
    // The browser says of itself that the line was cut.
    walk.complaints.splice(0);
  });

  it('needs no sideways scrolling on a phone, where the paper stays above its facts', async () => {
    const [id] = await page
      .goto(`${walk.origin}/cases`)
      .then(() =>
        page
          .locator('a[href*="/cases/dossier-"]')
          .evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
      );
    await page.setViewportSize({ width: 390, height: 844 });
    for (const view of ['reading', 'matrix']) {
      await page.goto(`${walk.origin}${id}?view=${view}`);
      expect(
        await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
        view,
      ).toBeLessThanOrEqual(0);
      await walk.look(page, `dossier-12-phone-${view}`);
    }
    await page.goto(`${walk.origin}${id}?view=reading`);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('#quote').waitFor();
    for (const part of ['#quote', '.fact-row.picked']) {
      await expect
        .poll(async () => {
          const box = await page.locator(part).first().boundingBox();
          return box !== null && box.y < 844 && box.y + box.height > 0;
        })
        .toBe(true);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${walk.origin}${id}?view=reading`);
  });

  it('stands in a narrow window and without script', async () => {
    const address = page.url().replace(/view=.*/, 'view=reading');
    await page.setViewportSize({ width: 1000, height: 800 });
    await page.goto(address);
    await walk.look(page, 'dossier-8-narrow');
    const bare = await walk.as('zhangmin', { javaScript: false });
    await bare.goto(address);
    const before = Number(await bare.locator('.reading').getAttribute('data-left'));
    await bare.getByRole('button', { name: '核对', exact: true }).first().click();
    expect(Number(await bare.locator('.reading').getAttribute('data-left'))).toBe(before - 1);
    await bare.getByRole('button', { name: '撤销刚才的操作' }).click();
    expect(Number(await bare.locator('.reading').getAttribute('data-left'))).toBe(before);
    expect(walk.complaints).toEqual([]);
  });
});
