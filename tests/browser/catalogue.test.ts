import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { openEmbedder } from '../../src/models/embed.ts';
import { NO_BROWSER, openWalk, type Walk } from './open-browser.ts';

if (NO_BROWSER) console.warn(NO_BROWSER);

const SAID = '小卖部货架上面包过期三天还在卖';

describe.skipIf(NO_BROWSER)('the catalogue of violations in the browser', () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await openWalk();
    const embedder = await openEmbedder({ embeddingModel: resolve('models/legal-static') });
    if (embedder) walk.test.options.embedder = embedder;
    await loadBundledCorpus(walk.test.db);
  });
  afterAll(() => walk.close());

  it('leads from what happened to a case with its provisions, by keyboard, and back', async () => {
    const page = await walk.as('zhangmin');
    await page.getByRole('link', { name: '事项目录' }).click();
    await page.getByRole('link', { name: '▸ 食品经营' }).waitFor();
    await walk.look(page, 'catalogue');
    await page.getByRole('link', { name: '▸ 食品经营' }).click();
    await page.getByRole('link', { name: '经营超过保质期的食品', exact: true }).waitFor();
    await walk.look(page, 'catalogue-field');

    await page.keyboard.press('/');
    await page.keyboard.type(SAID);
    await page.keyboard.press('Enter');
    await page.locator('.hit').first().waitFor();
    await walk.look(page, 'catalogue-matches');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await page.locator('.hit.picked h3').textContent()).toBe('经营超过保质期的食品');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '依据相同条款的已决案件' }).waitFor();
    await walk.look(page, 'catalogue-item');
    await page.locator('#past').scrollIntoViewIfNeeded();
    await walk.look(page, 'catalogue-item-past');

    await page.goto(`${walk.origin}/cases/new`);
    await page.getByLabel('发生了什么').fill(SAID);
    await page.getByRole('button', { name: '查找' }).click();
    await walk.look(page, 'new-case-matches');
    await page.getByRole('link', { name: '就是这一项：经营超过保质期的食品' }).click();
    await page.getByLabel('当事人', { exact: true }).fill('示例小卖部');
    await page.getByLabel('办案机关').fill('示例市市场监督管理局');
    await walk.look(page, 'new-case-form');
    await page.getByRole('button', { name: '建立案件' }).click();
    await page.getByRole('button', { name: '撤销选定' }).waitFor();
    await walk.look(page, 'desk-what');
    const chosen = page.locator('#middle strong').first();
    expect(await chosen.textContent()).toBe('经营超过保质期的食品');
    await page.keyboard.press('u');
    await page.getByText('还没有填条款').waitFor();
    expect(await chosen.textContent()).toBe(SAID);
    expect(walk.complaints).toEqual([]);
  });
});
