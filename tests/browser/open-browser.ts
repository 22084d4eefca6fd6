import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { AppOptions } from '../../src/http/app-options.ts';
import { openTestApp, PASSWORD, type TestApp } from '../http/open-test-app.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Printed where there is no browser and its tests are skipped. */
export const NO_BROWSER = existsSync(CHROMIUM)
  ? undefined
  : `没有浏览器 ${CHROMIUM}（可用环境变量 CHROMIUM 指定），跳过浏览器测试`;

export interface Walk {
  test: TestApp;
  origin: string;
  browser: Browser;
  /** A page signed in as this person, in a browser context of its own. */
  as(username: string, options?: { javaScript?: boolean; width?: number }): Promise<Page>;
  /** Takes a picture for people to look at, and refuses serious faults of accessibility. */
  look(page: Page, name: string): Promise<void>;
  /** What the browser complained of: blocked scripts and styles, errors in our modules. */
  complaints: string[];
  close(): Promise<void>;
}

/** The web on a real port with a real Chromium before it. */
export async function openWalk(more: Partial<AppOptions> = {}): Promise<Walk> {
  const complaints: string[] = [];
  const test = await openTestApp({
    ...more,
    logger: pino({ level: 'error' }, { write: (line: string) => complaints.push(line) }),
  });
  const server = serve({ fetch: test.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const folder = process.env.SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'mingcai-screens-'));
  mkdirSync(folder, { recursive: true });
  return {
    test,
    origin,
    browser,
    complaints,
    async as(username, { javaScript = true, width = 1440 } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        javaScriptEnabled: javaScript,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        // A refused form is answered with 4xx, which the browser also logs; that is no fault of the page.
        if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
          complaints.push(message.text());
      });
      await page.goto(`${origin}/sign-in`);
      await page.getByLabel('用户名').fill(username);
      await page.getByLabel('口令').fill(PASSWORD);
      await page.getByRole('button', { name: '登录' }).click();
      await page.waitForURL(/\/cases/);
      return page;
    },
    async look(page, name) {
      const picture = { path: join(folder, `${name}.png`) };
      // On a busy machine Chromium now and then fails to draw; a second failure is one.
      await page.screenshot(picture).catch(() => page.screenshot(picture));
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations
        .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
        .map(
          (violation) =>
            `${violation.id}: ${violation.nodes
              .map((node) => node.html)
              .slice(0, 3)
              .join(' | ')}`,
        );
      expect(serious, name).toEqual([]);
    },
    async close() {
      await browser.close();
      server.close();
      await test.close();
    },
  };
}
