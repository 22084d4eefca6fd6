import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, openWalk, type Walk } from './open-browser.ts';

if (NO_BROWSER) console.warn(NO_BROWSER);

const FILE = resolve('package.json');
const OTHERS = [resolve('tsconfig.json'), resolve('biome.json')];

/** What the space bar opens on the input with the focus. */
async function chooseByKey(page: Page, files: string[]): Promise<void> {
  const picker = page.waitForEvent('filechooser', { timeout: 10_000 });
  await page.keyboard.press('Space');
  await (await picker).setFiles(files);
}

/**
 * Has the browser hand its choosers over from now on. A listener hung in only with the press can come too late on a busy machine:
 * then the chooser opens unseen.
 */
async function handOver(page: Page): Promise<void> {
  page.on('filechooser', () => {});
  await page.evaluate('document.title');
}

describe.skipIf(NO_BROWSER)('inputs for files', () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await openWalk();
  });
  afterAll(() => walk.close());

  it('are buttons in Chinese that tell what was chosen, by keyboard and by mouse', async () => {
    const page = await walk.as('wuguan');
    await handOver(page);
    await page.goto(`${walk.origin}/library/imports`);
    const told = page.locator('[data-file-names]').first();
    expect(await told.textContent()).toBe('还没有选择');
    await page.locator('#field-files').focus();
    await chooseByKey(page, [FILE]);
    expect(await told.textContent()).toBe('package.json');
    await chooseByKey(page, [FILE, ...OTHERS]);
    expect(await told.textContent()).toBe('package.json、tsconfig.json 等 3 个文件');
    const picker = page.waitForEvent('filechooser', { timeout: 10_000 });
    await page.getByText('选择文件夹', { exact: true }).click();
    expect(await (await picker).element().getAttribute('id')).toBe('field-folder');
    await walk.look(page, 'file-inputs');

    const handler = await walk.as('zhangmin', { width: 390 });
    await handler.goto(`${walk.origin}/cases/new`);
    await handler.getByLabel('选择案件文件').setInputFiles(FILE);
    expect(await handler.locator('[data-file-names]').textContent()).toBe('package.json');
    await walk.look(handler, 'file-inputs-narrow');
    expect(walk.complaints).toEqual([]);
  });

  it('work without script, with one button each', async () => {
    const page = await walk.as('wuguan', { javaScript: false });
    await page.goto(`${walk.origin}/library/imports`);
    expect(await page.locator('[data-file-names]').first().isVisible()).toBe(false);
    await handOver(page);
    await page.locator('#field-files').focus();
    await chooseByKey(page, [FILE]);
    const picker = page.waitForEvent('filechooser', { timeout: 10_000 });
    await page.getByText('选择文件', { exact: true }).click();
    await (await picker).setFiles(FILE);
    expect(await page.locator('#field-files').inputValue()).toContain('package.json');
  });
});
