import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { verifyPackage } from '../../src/signing/verify-package.ts';
import { PASSWORD } from '../http/open-test-app.ts';
import { filledByPerson, REAL_DECISION_ABSENT, realDecision } from '../support/real-decision.ts';
import { NO_BROWSER, openWalk, type Walk } from './open-browser.ts';

if (NO_BROWSER) console.warn(NO_BROWSER);
if (REAL_DECISION_ABSENT) console.warn(`tests/browser/real-decision: ${REAL_DECISION_ABSENT}`);

describe.skipIf(NO_BROWSER ?? REAL_DECISION_ABSENT)('a published decision of 2018, in a browser', () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await openWalk();
    await loadBundledCorpus(walk.test.db);
  });
  afterAll(async () => {
    await walk?.close();
  });

  it('goes from the pasted case file to a signed package that verifies', async () => {
    const file = realDecision();
    const handler = await walk.as('zhangmin');
    await handler.goto(`${walk.origin}/cases/new`);
    await handler.getByLabel('或者粘贴案件文件的内容').fill(JSON.stringify(file));
    await handler.getByRole('button', { name: '建立案件' }).click();
    await handler.waitForURL(`${walk.origin}/cases/${file.id}`);
    await walk.look(handler, '30-real-desk');
    expect(await handler.locator('.findings-column, main').first().textContent()).toContain('不符合 0');

    await handler.getByRole('button', { name: '起草决定书' }).click();
    await handler.waitForURL(/\/documents\//);
    const documentUrl = handler.url().split('?')[0]!;
    await handler.goto(`${documentUrl}/edit`);
    const box = handler.getByLabel(/^正文/);
    await box.fill(filledByPerson(await box.inputValue()));
    await handler.getByRole('button', { name: '保存为新版' }).click();
    await handler.waitForURL(documentUrl);
    expect(await handler.locator('.paper .bad').count()).toBe(0);
    await walk.look(handler, '31-real-document');
    await handler.getByRole('button', { name: '保存预审结果' }).first().click();
    await handler.goto(documentUrl);
    await handler.getByRole('button', { name: '提交法制审核' }).click();
    await expect.poll(() => handler.locator('.document-side').textContent()).toContain('审核中');

    const reviewer = await walk.as('wangfa');
    await reviewer.goto(documentUrl);
    await reviewer.getByLabel('同意', { exact: true }).check();
    await reviewer.getByLabel(/^理由/).fill('公开文本所载事实、依据和幅度相符，示例审核同意。');
    await reviewer.getByRole('button', { name: '出具审核意见' }).click();
    await expect.poll(() => reviewer.locator('.document-side').textContent()).toContain('审核通过');

    const head = await walk.as('zhaoju');
    await head.goto(documentUrl);
    await head.getByLabel('再次输入口令').fill(PASSWORD);
    await head.getByRole('button', { name: '签署决定书' }).click();
    await head.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    await expect.poll(() => head.locator('.document-side').textContent()).toContain('已签署');

    await handler.goto(documentUrl);
    const waiting = handler.waitForEvent('download');
    await handler.getByRole('link', { name: '下载签署文件' }).first().click();
    const bytes = new Uint8Array(await readFile(await (await waiting).path()));
    const result = verifyPackage(bytes);
    expect(result.checks.filter((check) => !check.ok)).toEqual([]);
    const sealed = JSON.parse(new TextDecoder().decode(bytes)) as {
      caseFile: { id: string };
      document: { text: string };
    };
    expect(sealed.caseFile.id).toBe(file.id);
    expect(sealed.document.text).toContain('罚款人民币陆佰元整（600元）');
    expect(walk.complaints).toEqual([]);
  });
});
