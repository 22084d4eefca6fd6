import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, openWalk, type Walk } from './open-browser.ts';

if (NO_BROWSER) console.warn(NO_BROWSER);

const PAGES = [
  '/cases',
  '/library',
  '/benchmarks',
  '/benchmarks/market-no-health-certificate',
  '/evenness',
  '/catalogue',
  '/rules',
  '/doctor',
];

/** WCAG 2.2, 1.4.10: at 320 pixels nobody scrolls in two directions; wide tables scroll within their frame. */
describe.skipIf(NO_BROWSER)('the narrowest telephone', () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await openWalk();
  });
  afterAll(() => walk.close());

  it('scrolls no page sideways', async () => {
    const page = await walk.as('zhangmin', { width: 320 });
    for (const path of PAGES) {
      const answer = await page.goto(`${walk.origin}${path}`);
      expect(answer?.status(), path).toBe(200);
      const wide = await page.evaluate('document.scrollingElement.scrollWidth');
      expect({ path, wide }).toEqual({ path, wide: 320 });
    }
  });
});
