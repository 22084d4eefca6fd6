import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { NO_BROWSER, openWalk, type Walk } from './open-browser.ts';

if (NO_BROWSER) console.warn(NO_BROWSER);

const state = vi.hoisted(() => ({ left: 0 }));
vi.mock('../../src/discretion/evenness/keep-places.ts', () => ({
  keepPlaces: async () => ({ left: state.left }),
}));

describe.skipIf(NO_BROWSER)('evenness in the browser', () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await openWalk();
  });
  afterAll(() => walk.close());

  it('is reachable for everybody, on a desk and on a phone', async () => {
    for (const width of [1440, 390]) {
      const page = await walk.as('zhaoju', { width });
      await page.goto(`${walk.origin}/evenness`);
      expect(await page.locator('svg[role][aria-label]').count()).toBe(
        await page.locator('.wide-plot').count(),
      );
      await walk.look(page, `evenness-${width}`);
      // Whatever is wider than its frame can be moved by the keyboard.
      const unreachable = await page.evaluate(`[...document.querySelectorAll('.table-wrap, .wide-plot')]
        .filter((part) => part.scrollWidth > part.clientWidth && part.tabIndex < 0)
        .map((part) => part.outerHTML.slice(0, 80))`);
      expect(unreachable).toEqual([]);
    }
    expect(walk.complaints).toEqual([]);
  });

  it('counts down without leaving the place where one reads', async () => {
    state.left = 900;
    const page = await walk.as('zhaoju');
    await page.goto(`${walk.origin}/evenness`);
    await page.locator('#field-from').focus();
    state.left = 300;
    await page.locator('[data-places-left]', { hasText: '300' }).waitFor();
    expect(await page.locator('[data-places-end]').textContent()).toBe('');
    state.left = 0;
    await page.locator('[data-places-end]', { hasText: '均已算出' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('field-from');
    await page.getByRole('link', { name: '显示最新结果' }).click();
    await page.waitForURL(/\/evenness\?/);
    expect(await page.locator('[data-places]').count()).toBe(0);
    expect(walk.complaints).toEqual([]);
  });

  it('has a link without script', async () => {
    state.left = 900;
    const page = await walk.as('zhaoju', { javaScript: false });
    await page.goto(`${walk.origin}/evenness`);
    state.left = 0;
    await page.getByRole('link', { name: '显示最新结果' }).click();
    expect(await page.locator('[data-places]').count()).toBe(0);
  });
});
