import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { verifyPackage } from '../../src/signing/verify-package.ts';
import { PASSWORD } from '../http/open-test-app.ts';
import { NO_BROWSER, openWalk, type Walk } from './open-browser.ts';

if (NO_BROWSER) console.warn(NO_BROWSER);

const CASE = '/cases/food-no-health-certificate';
/** What the handler writes into the gaps that no case file can fill. */
const FILLED: [RegExp, string][] = [
  [/【文号待编】/g, '示市监罚〔2026〕73号'],
  [/【待补：决定日期】/g, '2026年11月20日'],
  [/【待补：收缴罚款[^】]*】/g, '示例银行示例支行（示例路1号）'],
];

describe.skipIf(NO_BROWSER)('the main job, from the case to the verified signature', () => {
  let walk: Walk;
  let handler: Page;
  let documentUrl: string;

  beforeAll(async () => {
    walk = await openWalk();
    await loadBundledCorpus(walk.test.db);
  });
  afterAll(async () => {
    await walk?.close();
  });

  it('greets without a session and keeps strangers out', async () => {
    const page = await (await walk.browser.newContext()).newPage();
    await page.goto(`${walk.origin}${CASE}`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await walk.look(page, '01-sign-in');
    await page.getByLabel('用户名').fill('zhangmin');
    await page.getByLabel('口令').fill('not-the-password');
    await page.getByRole('button', { name: '登录' }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('用户名或口令不对');
    expect(await page.getByLabel('用户名').inputValue()).toBe('zhangmin');
    await page.close();
  });

  it('lets the handler load the examples and open one', async () => {
    handler = await walk.as('zhangmin');
    await walk.look(handler, '02-no-cases');
    await handler.getByRole('button', { name: '载入示例案件' }).click();
    await walk.look(handler, '03-cases');
    expect(await handler.locator('tbody tr').count()).toBe(7);
    expect(await handler.locator('tbody tr .tag', { hasText: '示例' }).count()).toBe(7);
    await handler.goto(walk.origin + CASE);
    await walk.look(handler, '04-desk-facts');
    expect(await handler.locator('.criterion').count()).toBe(8);
    expect(await handler.getByRole('list', { name: '办案阶段' }).textContent()).toContain('法制审核');
  });

  it('shows the words a finding rests on, beside it', async () => {
    const link = handler.locator('.finding a[data-quote]').first();
    await link.click();
    await handler.locator('#quote').waitFor();
    const quote = (await handler.locator('#quote').textContent()) ?? '';
    expect(quote.length).toBeGreaterThan(3);
    expect(await handler.locator('#quote').isVisible()).toBe(true);
    expect(handler.url()).toContain('view=paper');
    await walk.look(handler, '05-desk-paper');
    await handler.reload();
    expect(await handler.locator('#quote').textContent()).toBe(quote);
  });

  it('shows the range with its steps, the plot and like cases', async () => {
    await handler.getByRole('link', { name: '裁量', exact: true }).click();
    await handler.locator('.plot svg').waitFor();
    await walk.look(handler, '06-desk-discretion');
    expect(await handler.locator('.steps li').count()).toBeGreaterThan(2);
    expect(await handler.locator('.plot figcaption').textContent()).toContain('法定幅度');
    await handler.getByRole('link', { name: /^类案/ }).click();
    await handler.locator('h2', { hasText: '类案' }).waitFor();
    await walk.look(handler, '07-desk-like-cases');
    expect(await handler.locator('.column-middle .card h3').count()).toBeGreaterThan(2);
  });

  it('walks the findings with j and k', async () => {
    await handler.goto(walk.origin + CASE);
    await handler.locator('body').press('j');
    const first = await handler.locator('.finding.picked').getAttribute('data-finding');
    await handler.keyboard.press('j');
    const second = await handler.locator('.finding.picked').getAttribute('data-finding');
    expect(second).not.toBe(first);
    await handler.keyboard.press('k');
    expect(await handler.locator('.finding.picked').getAttribute('data-finding')).toBe(first);
  });

  it('settles an unclear with a fact and the words that show it', async () => {
    await handler.goto(`${walk.origin}${CASE}?view=fact&path=evidence.3.copyVerified`);
    await handler.getByRole('combobox', { name: /^内容/ }).selectOption({ label: '是' });
    await handler.getByLabel(/^原文/).fill('不是材料中的话');
    await handler.getByLabel('载明它的材料').selectOption({ index: 1 });
    await handler.getByRole('button', { name: '保存为新版' }).click();
    expect(await handler.getByRole('alert').textContent()).toContain('原文');
    await walk.look(handler, '08-desk-fact-refused');
    await handler.getByLabel('载明它的材料').selectOption('');
    await handler.getByRole('button', { name: '保存为新版' }).click();
    await handler.waitForURL(/view=facts/);
    expect(await handler.locator('.case-head').textContent()).toContain('第 2 版');
  });

  it('drafts the decision, shows what is missing, and takes the edited text', async () => {
    await handler.getByRole('button', { name: '起草决定书' }).click();
    await handler.waitForURL(/\/documents\//);
    documentUrl = handler.url().split('?')[0]!;
    await walk.look(handler, '09-document-draft');
    expect(await handler.locator('.paper .bad').first().textContent()).toContain('【');
    await handler.getByRole('link', { name: '逐句来源' }).click();
    await walk.look(handler, '10-document-sources');
    await handler.goto(`${documentUrl}/edit`);
    await walk.look(handler, '11-document-edit');
    const box = handler.getByLabel(/^正文/);
    const text = FILLED.reduce((so, [gap, words]) => so.replace(gap, words), await box.inputValue());
    expect(text).not.toContain('【待补');
    await box.fill(text);
    await handler.getByLabel('改动说明').fill('补全文号、日期和缴款方式');
    await handler.getByRole('button', { name: '保存为新版' }).click();
    await handler.waitForURL(documentUrl);
    expect(await handler.locator('.paper .bad').count()).toBe(0);
    await handler.goto(`${documentUrl}?view=changes`);
    expect(await handler.locator('ins').count()).toBeGreaterThan(0);
    await walk.look(handler, '12-document-changes');
  });

  it('submits only what was screened as it stands', async () => {
    await handler.goto(documentUrl);
    await handler.getByRole('button', { name: '提交法制审核' }).click();
    expect(await handler.getByRole('alert').textContent()).toContain('八项审查');
    await handler.getByRole('button', { name: '保存预审结果' }).first().click();
    await handler.goto(documentUrl);
    await handler.getByRole('button', { name: '提交法制审核' }).click();
    await expect.poll(() => handler.locator('.document-side').textContent()).toContain('审核中');
    expect(await handler.getByRole('button', { name: '出具审核意见' }).count()).toBe(0);
  });

  it('lets the reviewer answer findings by keyboard and give an opinion', async () => {
    const reviewer = await walk.as('wangfa');
    await reviewer.goto(walk.origin + CASE);
    await reviewer.locator('body').press('j');
    const rule = (await reviewer.locator('.finding.picked').getAttribute('data-finding')) ?? '';
    const given = reviewer.locator(`[data-finding="${rule}"] .given`);
    await reviewer.keyboard.press('y');
    await expect.poll(() => given.count()).toBe(1);
    expect(await given.textContent()).toContain('已确认');
    await walk.look(reviewer, '13-reviewer-desk');
    await reviewer.keyboard.press('u');
    await expect.poll(() => given.count()).toBe(0);
    await reviewer.keyboard.press('n');
    await reviewer.keyboard.type('案卷另有材料可以说明');
    await reviewer.keyboard.press('Enter');
    await expect.poll(() => given.count()).toBe(1);
    expect(await given.textContent()).toContain('案卷另有材料可以说明');

    await reviewer.goto(documentUrl);
    await reviewer.getByLabel('同意', { exact: true }).check();
    await reviewer.getByLabel(/^理由/).fill('太短');
    await reviewer.getByRole('button', { name: '出具审核意见' }).click();
    expect(await reviewer.getByRole('alert').textContent()).toContain('十个字');
    expect(await reviewer.getByLabel(/^理由/).inputValue()).toBe('太短');
    await walk.look(reviewer, '14-reviewer-opinion');
    await reviewer.getByLabel(/^理由/).fill('主体、程序、事实、依据和裁量均无不当，同意作出处罚决定。');
    await reviewer.getByRole('button', { name: '出具审核意见' }).click();
    await expect.poll(() => reviewer.locator('.document-side').textContent()).toContain('审核通过');
    expect(await reviewer.getByRole('button', { name: '签署决定书' }).count()).toBe(0);
  });

  it('lets the head sign with the password asked afresh, and nobody else', async () => {
    const head = await walk.as('zhaoju');
    await head.goto(documentUrl);
    await walk.look(head, '15-head-sign');
    await head.getByLabel('再次输入口令').fill('not-the-password');
    await head.getByRole('button', { name: '签署决定书' }).click();
    await head.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    await expect.poll(() => head.getByRole('alert').textContent()).toContain('口令不对');
    await head.getByLabel('再次输入口令').fill(PASSWORD);
    await head.getByRole('button', { name: '签署决定书' }).click();
    await head.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    await expect.poll(() => head.locator('.document-side').textContent()).toContain('已签署');
    await walk.look(head, '16-signed');
  });

  it('gives the handler a package that verifies, and whose every changed byte is found', async () => {
    await handler.goto(documentUrl);
    const waiting = handler.waitForEvent('download');
    await handler.getByRole('link', { name: '下载签署文件' }).first().click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/\.mingcai$/);
    const bytes = new Uint8Array(await readFile(await download.path()));
    const result = verifyPackage(bytes);
    expect(result.checks.filter((check) => !check.ok)).toEqual([]);
    const changed = bytes.slice();
    changed[Math.floor(changed.length / 2)]! ^= 1;
    expect(verifyPackage(changed).ok).toBe(false);
  });

  it('shows the other pages to those they are for', async () => {
    await handler.goto(`${walk.origin}/library?q=健康证明`);
    await walk.look(handler, '17-library');
    expect(await handler.locator('.hit').count()).toBeGreaterThan(0);
    expect(await handler.locator('.hit mark').count()).toBeGreaterThan(0);
    await handler.goto(`${walk.origin}/benchmarks`);
    await walk.look(handler, '18-benchmarks');
    await handler.locator('tbody a').first().click();
    await walk.look(handler, '19-benchmark-item');
    await handler.goto(`${walk.origin}/account`);
    await walk.look(handler, '20-account');
    await handler.goto(`${walk.origin}${CASE}/findings`);
    await walk.look(handler, '21-findings-print');
    await handler.goto(`${walk.origin}/records`);
    expect(await handler.locator('h1').textContent()).toBe('您不能做这一步');
    await walk.look(handler, '22-refused');
    const auditor = await walk.as('zhoushen');
    await auditor.goto(`${walk.origin}/records?verify=1`);
    expect(await auditor.getByRole('status').textContent()).toContain('没有改动');
    await walk.look(auditor, '23-records');
    await auditor.goto(walk.origin + CASE);
    expect(await auditor.locator('main form[method=post]').count()).toBe(0);
    const administrator = await walk.as('wuguan');
    await administrator.goto(`${walk.origin}/people`);
    await walk.look(administrator, '24-people');
    for (const path of ['/doctor', '/evaluation', '/keyboard']) {
      await administrator.goto(walk.origin + path);
      await walk.look(administrator, `25-${path.slice(1)}`);
    }
  });

  it('can be read and worked without script, and on a narrow window', async () => {
    const plain = await walk.as('zhangmin', { javaScript: false });
    await plain.goto(walk.origin + CASE);
    await plain.locator('.finding a[data-quote]').filter({ visible: true }).first().click();
    expect(await plain.locator('#quote').count()).toBe(1);
    const narrow = await walk.as('zhangmin', { width: 1024 });
    await narrow.goto(walk.origin + CASE);
    await walk.look(narrow, '26-narrow');
    await narrow.getByRole('link', { name: '八项审查', exact: true }).click();
    expect(await narrow.locator('.criterion').first().isVisible()).toBe(true);
    await walk.look(narrow, '27-narrow-findings');
  });

  it('made the browser complain of nothing', () => {
    expect(walk.complaints).toEqual([]);
  });
});
