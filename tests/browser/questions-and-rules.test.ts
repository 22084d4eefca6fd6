import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { NO_BROWSER, openWalk, type Walk } from './open-browser.ts';

if (NO_BROWSER) console.warn(NO_BROWSER);

const CASE = '/cases/advertising-absolute-terms';
const QUESTION = '打印件有没有与后台原件核对的记录？';
const REPLY = '没有核对记录，拟于本周补作核对笔录。';

/** Findings are answered while a document is under review: drafts it, fills every gap, submits it. */
async function submitDecision(test: Walk['test'], cookie: string): Promise<void> {
  const drafted = await test.post(`${CASE}/documents`, {}, cookie);
  const at = drafted.headers.get('location') ?? '';
  const { version } = (await (await test.get(`/api${at}`, cookie)).json()) as { version: { text: string } };
  const text = version.text
    .replace(/【文号待编】/g, '示市监罚〔2026〕66号')
    .replace(/【待补：决定日期】/g, '2026年11月20日')
    .replace(/【待补：收缴罚款[^】]*】/g, '示例银行示例支行（示例路1号）')
    .replace(/【[^】]*】/g, '示例答复');
  await test.post(`${at}/edit`, { version: '1', text }, cookie);
  await test.post(`${CASE}/screenings`, {}, cookie);
  const submitted = await test.post(`${at}/submit`, { version: '2' }, cookie);
  expect(submitted.status, await submitted.text()).toBe(303);
}

describe.skipIf(NO_BROWSER)(
  'questions between reviewer and handler, the rule book, another kind of act',
  () => {
    let walk: Walk;
    let handler: Page;
    let reviewer: Page;

    beforeAll(async () => {
      walk = await openWalk();
      await loadBundledCorpus(walk.test.db);
      const cookie = await walk.test.signIn('zhangmin');
      await walk.test.post('/cases/examples', {}, cookie);
      await submitDecision(walk.test, cookie);
      handler = await walk.as('zhangmin');
      reviewer = await walk.as('wangfa');
    });
    afterAll(async () => {
      await walk?.close();
    });

    const given = (page: Page, rule: string) => page.locator(`[data-finding="${rule}"] .given`);
    /** Walks with j until this finding is the picked one. */
    async function walkTo(page: Page, rule: string): Promise<void> {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('j');
        if ((await page.locator('.finding.picked').getAttribute('data-finding')) === rule) return;
      }
      throw new Error(`j never came to ${rule}`);
    }

    it('asks the handler with a, the words, and Enter', async () => {
      await reviewer.goto(walk.origin + CASE);
      await reviewer.locator('body').press('j');
      await walkTo(reviewer, 'C4-05');
      await reviewer.keyboard.press('a');
      await reviewer.keyboard.press('Enter');
      await expect.poll(() => reviewer.getByRole('alert').textContent()).toContain('要询问的问题');
      expect(await given(reviewer, 'C4-05').count()).toBe(0);
      await reviewer.keyboard.type(QUESTION);
      await reviewer.keyboard.press('Enter');
      await expect
        .poll(() => given(reviewer, 'C4-05').textContent())
        .toContain(`已问承办人（王法）：${QUESTION}`);
      await walk.look(reviewer, '40-asked');
    });

    it('lets the handler see the question and answer it from the keyboard', async () => {
      await handler.goto(walk.origin + CASE);
      expect(await given(handler, 'C4-05').textContent()).toContain(QUESTION);
      await handler.locator('body').press('j');
      await walkTo(handler, 'C4-05');
      await handler.keyboard.press('a');
      await handler.keyboard.type(REPLY);
      await walk.look(handler, '41-replying');
      await handler.keyboard.press('Enter');
      await expect
        .poll(() => given(handler, 'C4-05').textContent())
        .toContain(`承办人答复（张敏）：${REPLY}`);
      expect(await handler.locator('[data-finding="C4-05"] button[value=confirmed]').count()).toBe(0);
    });

    it('shows the reviewer the reply, and takes y for agreement', async () => {
      await reviewer.reload();
      expect(await given(reviewer, 'C4-05').textContent()).toContain(REPLY);
      await reviewer.locator('body').press('j');
      await walkTo(reviewer, 'C4-05');
      await reviewer.keyboard.press('y');
      await expect.poll(() => given(reviewer, 'C4-05').textContent()).toContain('已确认（王法）');
      expect(await given(reviewer, 'C4-05').textContent()).toContain(REPLY);
    });

    it('never takes Enter in the box of reasons for agreement', async () => {
      await walkTo(reviewer, 'C5-16');
      await reviewer.keyboard.press('n');
      await reviewer.keyboard.press('Enter');
      await expect.poll(() => reviewer.getByRole('alert').textContent()).toContain('不采纳的理由');
      expect(await given(reviewer, 'C5-16').count()).toBe(0);
      await reviewer.keyboard.type('听证报告已经写明由负责人考虑');
      await reviewer.keyboard.press('Enter');
      await expect
        .poll(() => given(reviewer, 'C5-16').textContent())
        .toContain('不采纳（王法）：听证报告已经写明');
      await walk.look(reviewer, '42-overruled');
      await reviewer.keyboard.press('u');
      await expect.poll(() => given(reviewer, 'C5-16').count()).toBe(0);
      const box = reviewer.getByLabel('C5-16 的理由');
      await box.click();
      await box.pressSequentially('直接在框里写的理由');
      await box.press('Enter');
      await expect.poll(() => given(reviewer, 'C5-16').textContent()).toContain('不采纳（王法）：直接在框里');
      await reviewer.keyboard.press('u');
      await expect.poll(() => given(reviewer, 'C5-16').count()).toBe(0);
    });

    it('does the same without script', async () => {
      const plain = await walk.as('wangfa', { javaScript: false });
      await plain.goto(walk.origin + CASE);
      await plain.getByLabel('C5-16 的理由').fill('没有脚本时写的理由');
      await plain.getByLabel('C5-16 的理由').press('Enter');
      expect(await given(plain, 'C5-16').textContent()).toContain('不采纳（王法）：没有脚本时写的理由');
    });

    it('opens what is met from its one line, in place, and takes an answer to it', async () => {
      await reviewer.goto(`${walk.origin}${CASE}?view=paper&paper=p03`);
      const finding = reviewer.locator('[data-finding="C3-01"]');
      await reviewer.locator('details', { has: finding }).locator('summary').first().click();
      expect(await finding.locator('.body').count()).toBe(0);
      await finding.getByRole('link').click();
      await finding.locator('.body').waitFor();
      expect(await finding.getAttribute('class')).toContain('picked');
      expect(await reviewer.locator('#middle .paper').textContent()).toContain('现场检查笔录');
      await walk.look(reviewer, '43-met-opened');
      await reviewer.keyboard.press('y');
      await expect.poll(() => given(reviewer, 'C3-01').textContent()).toContain('已确认');
      expect(await finding.isVisible()).toBe(true);
    });

    it('lists what is not known, and leads from there to the finding', async () => {
      await handler.goto(`${walk.origin}/cases/food-no-health-certificate`);
      await handler.getByRole('link', { name: /^待查明/ }).click();
      await handler.locator('h2', { hasText: '待查明' }).waitFor();
      expect(handler.url()).toContain('view=open');
      expect(await handler.locator('#middle tbody tr').count()).toBeGreaterThanOrEqual(4);
      await walk.look(handler, '44-open');
      await handler.locator('#middle').getByRole('link', { name: 'C2-04', exact: true }).click();
      expect(await handler.locator('.finding.picked').getAttribute('data-finding')).toBe('C2-04');
      const copies = handler.locator('#middle tbody tr', { hasText: '从业人员名册和排班表' });
      await copies.getByRole('link', { name: '补充' }).click();
      await handler.locator('#fact-form').waitFor();
      expect(await handler.locator('#fact-form').textContent()).toContain(
        '待查明：复制件“从业人员名册和排班表复制件”的核对记载',
      );
      const narrow = await walk.as('zhangmin', { width: 1024 });
      await narrow.goto(`${walk.origin}/cases/food-no-health-certificate?view=open`);
      await walk.look(narrow, '45-open-narrow');
      await narrow.locator('#middle').getByRole('link', { name: 'C2-04', exact: true }).click();
      expect(await narrow.locator('#finding-C2-04').isVisible()).toBe(true);
    });

    it('shows the rule book, narrows it, and lets a reviewer sign a rule off', async () => {
      await reviewer.goto(walk.origin);
      await reviewer.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '规则' }).click();
      await walk.look(reviewer, '46-rules');
      expect(await reviewer.locator('tbody tr').count()).toBeGreaterThan(100);
      await reviewer.getByRole('searchbox').fill('听证 七日');
      await reviewer.getByRole('button', { name: '筛选' }).click();
      await reviewer.locator('tbody a[href="/rules/C3-10"]').click();
      await walk.look(reviewer, '47-rule');
      expect(await reviewer.locator('#sign-off').textContent()).toContain('未签认');
      await reviewer.getByLabel('备注（可不填）').fill('示例签认：与条文逐字核对');
      await reviewer.getByRole('button', { name: '我已阅读，签认本规则' }).click();
      await expect.poll(() => reviewer.locator('#sign-off').textContent()).toContain('✓ 王法');
      await walk.look(reviewer, '48-rule-signed');
      await reviewer.goto(`${walk.origin}/rules?state=signed`);
      expect(await reviewer.locator('tbody tr').count()).toBe(1);
      await handler.goto(`${walk.origin}/rules/C3-10`);
      expect(await handler.locator('main form').count()).toBe(0);
      const phone = await walk.as('zhangmin', { width: 390 });
      for (const [path, name] of [
        ['/rules', '49-rules-phone'],
        ['/rules/C3-10', '50-rule-phone'],
        ['/cases', '50-cases-phone'],
        [CASE, '50-desk-phone'],
      ] as const) {
        await phone.goto(walk.origin + path);
        await walk.look(phone, name);
        expect(await phone.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(390);
      }
    });

    it('opens a case of another kind, with its own stages and its defect', async () => {
      await handler.goto(`${walk.origin}/cases?action=compulsion`);
      await walk.look(handler, '51-cases-compulsion');
      await handler.getByRole('link', { name: /扣押涉嫌不合格蜂蜜案/ }).click();
      expect(await handler.locator('.case-head').textContent()).toContain('行政强制');
      expect(await handler.locator('.findings-head').textContent()).toContain('不符合 1');
      expect(await handler.locator('.side').textContent()).not.toContain('裁量 ');
      await walk.look(handler, '52-desk-compulsion');
      for (const [id, name] of [
        ['canteen-food-licence', '53-desk-licence'],
        ['supermarket-double-random', '54-desk-inspection'],
        ['road-occupation-fee', '55-desk-levy'],
      ] as const) {
        await handler.goto(`${walk.origin}/cases/${id}`);
        await walk.look(handler, name);
      }
    });

    it('made the browser complain of nothing', () => {
      expect(walk.complaints).toEqual([]);
    });
  },
);
