import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, openWalk, type Walk } from './open-browser.ts';

if (NO_BROWSER) console.warn(NO_BROWSER);

describe.skipIf(NO_BROWSER)('the calculator in the browser', () => {
  let walk: Walk;
  let handler: Page;
  beforeAll(async () => {
    walk = await openWalk();
    handler = await walk.as('zhangmin');
  });
  afterAll(() => walk?.close());

  const answers = (words: string, page = handler) =>
    expect.poll(() => page.locator('#calculation .big').textContent(), { timeout: 20_000 }).toContain(words);
  const focused = () => handler.evaluate('document.activeElement.id');

  it('answers while one types, by keyboard alone, and keeps the focus', async () => {
    await handler.goto(`${walk.origin}/benchmarks/market-expired-food?on=2024-06-01`);
    await answers('尚不能确定');
    await walk.look(handler, 'calculator-open');
    await handler.locator('#field-f\\.goods').focus();
    await handler.keyboard.type('9999.99');
    // On over 无法查明 to the questions of yes and no.
    for (const field of ['sold', 'harm', 'repeat']) {
      await handler.keyboard.press('Tab');
      if (field === 'sold') await handler.keyboard.press('Tab');
      expect(await focused()).toBe(`field-f.${field}`);
      await handler.keyboard.press('ArrowDown');
      await handler.keyboard.press('ArrowDown');
    }
    await answers('小额从轻');
    expect(await focused()).toBe('field-f.repeat');
    expect(await handler.locator('tr.cell-chosen .hit-mark').first().textContent()).toContain('▸');
    expect(handler.url()).toContain('f.goods=9999.99');
    await walk.look(handler, 'calculator-answered');
  });

  it('passes the boundary with one more fen, and tells it to those who listen', async () => {
    const goods = handler.locator('#field-f\\.goods');
    await goods.focus();
    await handler.keyboard.press('ControlOrMeta+a');
    await handler.keyboard.type('10000');
    await answers('大额从轻');
    expect(await focused()).toBe('field-f.goods');
    expect(await handler.locator('#calculator-status[aria-live=polite]').textContent()).toContain('大额从轻');
    await expect
      .poll(() => handler.locator('#item-table tr.cell-chosen').textContent())
      .toContain('大额从轻');
    await handler.reload();
    await answers('大额从轻');
    expect(await goods.inputValue()).toBe('10000');
  });

  it('says what it cannot read beside the field, keeps it, and takes it back when it is mended', async () => {
    const goods = handler.locator('#field-f\\.goods');
    await goods.fill('一万');
    await handler.locator('#faults').waitFor();
    expect(await goods.inputValue()).toBe('一万');
    expect(await goods.getAttribute('aria-invalid')).toBe('true');
    expect(await handler.locator('#fault-f\\.goods').isVisible()).toBe(true);
    await walk.look(handler, 'calculator-fault');
    await handler.locator('#faults a').focus();
    await handler.keyboard.press('Enter');
    await goods.fill('20000');
    await answers('大额从轻');
    expect(await goods.getAttribute('aria-invalid')).toBeNull();
    expect(await handler.locator('#fault-f\\.goods').isVisible()).toBe(false);
  });

  it('gives the answer to the newest question alone', async () => {
    let held: (() => void) | undefined;
    await handler.route(/f\.goods=5000(&|$)/, async (route) => {
      await new Promise<void>((done) => {
        held = done;
      });
      await route.continue().catch(() => undefined);
    });
    await handler.locator('#field-f\\.goods').fill('5000');
    await expect.poll(() => held !== undefined).toBe(true);
    await handler.locator('#field-f\\.goods').fill('30000');
    await answers('大额从轻');
    held?.();
    await handler.waitForTimeout(500);
    expect(await handler.locator('#calculation .big').textContent()).toContain('大额从轻');
    expect(handler.url()).toContain('f.goods=30000');
  });

  it('asks what the day and the kind of party make it ask, and leaves alone what was typed', async () => {
    const page = await walk.as('zhangmin');
    await page.goto(`${walk.origin}/benchmarks/market-label-flaw?on=2021-03-01`);
    const names = (): Promise<string[]> =>
      page.evaluate(`[...document.querySelectorAll('.calculator-fields [name]')].map(({ name }) => name)`);
    const before = await names();
    const sum = page.locator('.calculator-fields input[inputmode=decimal]').first();
    await sum.fill('777');
    await page.locator('#field-on').focus();
    await page.locator('#field-on').fill('2024-06-01');
    await expect.poll(async () => (await names()).length).toBeGreaterThan(before.length);
    expect(await page.evaluate('document.activeElement.id')).toBe('field-on');
    expect(await sum.inputValue()).toBe('777');
    const [link] = await page.locator('#calculation a', { hasText: '填写' }).all();
    const target = (await link?.getAttribute('href')) ?? '#none';
    expect(await page.evaluate(`document.getElementById('${target.slice(1)}') !== null`)).toBe(true);
    await walk.look(page, 'calculator-more-fields');
    await page.locator('#field-on').fill('2021-03-01');
    await expect.poll(names).toEqual(before);
  });

  it('adds weights, and works by its button without script and on a phone', async () => {
    const plain = await walk.as('zhangmin', { javaScript: false, width: 390 });
    await plain.goto(`${walk.origin}/benchmarks/envw-major-change?on=2024-06-01`);
    await plain.locator('#field-f\\.investment').fill('10,000,000');
    await plain.locator('#field-f\\.document').selectOption('报告表类');
    await plain.locator('#field-f\\.location').selectOption('限批区或者环境敏感区');
    await plain.locator('#field-f\\.stage').selectOption('设备安装阶段');
    await plain.locator('#field-f\\.months').fill('3');
    await plain.locator('#field-f\\.times').fill('1');
    await plain.locator('#field-f\\.cooperates').selectOption('yes');
    await plain.getByRole('button', { name: '计算' }).click();
    await answers('百分值总和 34%', plain);
    const wide = await walk.as('zhangmin');
    await wide.goto(plain.url());
    await walk.look(wide, 'calculator-weights');
    await wide.setViewportSize({ width: 390, height: 900 });
    await walk.look(wide, 'calculator-phone');
    expect(await wide.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('shows the list and the proposal on the desk', async () => {
    await walk.test.post('/cases/examples', {}, await walk.test.signIn('zhangmin'));
    await handler.goto(`${walk.origin}/benchmarks`);
    await walk.look(handler, 'benchmarks');
    await handler.goto(`${walk.origin}/cases/advertising-absolute-terms?view=discretion`);
    await walk.look(handler, 'desk-proposal');
    await handler.emulateMedia({ media: 'print' });
    await walk.look(handler, 'desk-proposal-print');
    expect(await handler.locator('.column-right').isVisible()).toBe(false);
  });

  it('draws no complaint from the browser', () => {
    expect(walk.complaints).toEqual([]);
  });
});
