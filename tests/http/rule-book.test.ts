import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { ruleSignOffs } from '../../src/review/rules/rule-sign-offs.ts';
import { ruleVersions } from '../../src/review/rules/rule-versions.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let test: TestApp;
let folder: string;
const cookies = new Map<string, string>();
beforeAll(async () => {
  test = await openTestApp();
  for (const name of ['zhangmin', 'wangfa', 'zhaoju']) cookies.set(name, await test.signIn(name));
  folder = mkdtempSync(join(tmpdir(), 'mingcai-rules-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await test.close();
});

const read = async (name: string, path: string) => (await test.get(path, cookies.get(name))).text();
const signOff = (name: string, rule: string, form: Record<string, string> = {}) =>
  test.post(
    `/rules/${rule}/sign-off`,
    { version: ruleVersions().get(rule) ?? '', ...form },
    cookies.get(name),
  );
const stateOf = async (rule: string) => (await ruleSignOffs(test.db)).get(rule)?.state;

/** Imports an invented text of an article of the Penalty Law, in force now. */
async function importArticle(text: string, adopted: string): Promise<void> {
  const file = join(folder, `${adopted}.jsonl`);
  writeFileSync(
    file,
    JSON.stringify({
      law: '中华人民共和国行政处罚法',
      version_date: adopted,
      level: '法律',
      region: '全国',
      category: '',
      chapter: '',
      article_no: '第六十四条',
      article_int: 64,
      text,
    }),
  );
  const report = await importPaths(test.db, [file]);
  expect(report.skipped).toEqual([]);
}

describe('the rule book', () => {
  it('lists the rules of a kind of act, and finds one by its article', async () => {
    const all = await read('zhangmin', '/rules');
    expect(all).toContain('/rules/C3-10');
    expect(all).toContain('/rules/C8-01');
    const found = await read('zhangmin', `/rules?q=${encodeURIComponent('听证 七日')}`);
    expect(found).toContain('/rules/C3-10');
    expect(found).not.toContain('/rules/C8-01');
    expect(await read('zhangmin', '/rules?q=nothing-of-this-kind')).toContain('没有符合条件的规则');
  });

  it('shows a rule with its articles, reading, cases and who may sign', async () => {
    const page = await read('zhangmin', '/rules/C3-10');
    for (const words of [
      '举行听证七个工作日前',
      '第六十四条',
      '要旨',
      '通知在听证前第六个工作日送达的，不符合',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).toContain('规则由法制审核人员或机关负责人签认');
    expect(page).not.toContain('我已阅读，签认本规则');
    expect((await test.get('/rules/C9-99', cookies.get('zhangmin'))).status).toBe(404);
  });
});

describe('a sign-off', () => {
  it('is a reviewer’s or the head’s, and of the version that was read', async () => {
    expect((await signOff('zhangmin', 'C3-10')).status).toBe(403);
    const stale = await signOff('wangfa', 'C3-10', { version: '0'.repeat(64), note: '读过<b>' });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('value="读过&lt;b&gt;"');
    expect(await stateOf('C3-10')).toBeUndefined();

    expect((await signOff('wangfa', 'C3-10', { note: '已与条文核对' })).status).toBe(303);
    expect(await stateOf('C3-10')).toBe('valid');
    const page = await read('zhangmin', '/rules/C3-10');
    expect(page).toContain('✓ 王法');
    expect(page).toContain('已与条文核对');
    expect(await read('zhangmin', '/rules?state=signed')).toContain('/rules/C3-10');
    expect(await read('zhangmin', '/rules?state=unsigned')).not.toContain('/rules/C3-10"');
  });

  it('lapses when the text of its article changes, and can be given anew', async () => {
    await importArticle('示例文本：举行听证的七日前通知当事人。', '2021-01-22');
    expect(await stateOf('C3-10')).toBe('article-changed');
    expect(await read('wangfa', '/rules?state=lapsed')).toContain('/rules/C3-10');
    expect(await read('wangfa', '/rules/C3-10')).toContain('条文有变动');
    expect((await signOff('zhaoju', 'C3-10')).status).toBe(303);
    expect(await stateOf('C3-10')).toBe('valid');
  });

  it('lapses when the rule changes', async () => {
    await signOff('wangfa', 'C3-04');
    await test.db
      .updateTable('rule_sign_offs')
      .set({ rule_version: 'f'.repeat(64) })
      .where('rule', '=', 'C3-04')
      .execute();
    expect(await stateOf('C3-04')).toBe('rule-changed');
    expect(await read('wangfa', '/rules/C3-04')).toContain('规则有改动');
  });

  it('is taken back alone: what another signed before stands again', async () => {
    await signOff('wangfa', 'C1-01');
    await signOff('zhaoju', 'C1-01');
    await test.post('/rules/C1-01/sign-off/withdrawal', {}, cookies.get('zhaoju'));
    expect((await ruleSignOffs(test.db)).get('C1-01')).toMatchObject({ by: '王法', state: 'valid' });
  });

  it('holds no longer note than a page can show', async () => {
    expect((await signOff('wangfa', 'C1-02', { note: '长'.repeat(2001) })).status).toBe(422);
    expect(await stateOf('C1-02')).toBeUndefined();
  });

  it('is taken back by the one who gave it, and stands in the record', async () => {
    const undo = (name: string) => test.post('/rules/C3-10/sign-off/withdrawal', {}, cookies.get(name));
    expect((await undo('wangfa')).status).toBe(403);
    expect((await undo('zhaoju')).status).toBe(303);
    expect(await stateOf('C3-10')).toBe('article-changed');
    const records = await test.db
      .selectFrom('record_entries')
      .select(['action', 'actor_role'])
      .where('object', '=', 'rule:C3-10')
      .orderBy('seq')
      .execute();
    expect(records).toEqual([
      { action: '签认规则', actor_role: 'reviewer' },
      { action: '签认规则', actor_role: 'head' },
      { action: '撤回规则签认', actor_role: 'head' },
    ]);
  });
});
