import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCaseFile } from '../../src/cases/example-case-files.ts';
import { xlsxOf } from '../files/support/xlsx-of.ts';
import { filledDataFolder } from '../support/filled-data-folder.ts';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-match-'));
const env = { MINGCAI_DATA: join(folder, 'data') };
beforeAll(() => filledDataFolder(env.MINGCAI_DATA));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  asOf: string;
  items: {
    id: string;
    inOwnList: boolean | null;
    missing: string[];
    provisions: { law: string; article: string; role: string }[];
  }[];
}

describe('mingcai match', () => {
  it('一段话找到事项和条款', async () => {
    const run = await runCli(['match', '没办证开饭馆', '--as-of', '2024-03-05', '--json'], env);
    expect(run.status).toBe(0);
    const { asOf, items } = run.json<Answer & Record<string, unknown>>();
    expect(asOf).toBe('2024-03-05');
    expect(items[0]).toMatchObject({ id: 'food-business-no-licence' });
    expect(items[0]!.provisions.map(({ article, role }) => [article, role])).toEqual([
      ['35', 'breached'],
      ['122', 'punishing'],
    ]);
  });

  it('案件文件按行为日找', async () => {
    const path = join(folder, 'case.json');
    const file = exampleCaseFile('food-no-health-certificate');
    writeFileSync(path, JSON.stringify(file));
    const { asOf, items } = (await runCli(['match', path, '--json'], env)).json<
      Answer & Record<string, unknown>
    >();
    expect(asOf < '2027-01-01').toBe(true);
    expect(items[0]!.provisions.map(({ article }) => article)).toContain('126');
  });

  it('本机关的清单导入后先用清单里的，不在清单里的说出来', async () => {
    const agency = '示例市市场监督管理局';
    const rows = [
      ['序号', '事项名称', '实施依据', '实施主体'],
      [1, '对无证从事餐饮服务的处罚', '《食品安全法》第三十五条第一款、第一百二十二条第一款', agency],
      [2, '对遗弃犬只的处罚', '《示例市养犬条例》第五条', agency],
    ];
    const path = join(folder, '清单.xlsx');
    writeFileSync(path, xlsxOf(rows));
    const own = { MINGCAI_DATA: join(folder, 'own') };
    await filledDataFolder(own.MINGCAI_DATA);
    const report = (await runCli(['import', path, '--kind', 'items', '--json'], own)).json<{
      articles: number;
      skipped: { reason: string }[];
    }>();
    expect(report.articles).toBe(2);
    expect(report.skipped[0]?.reason).toMatch(/^第 3 行“对遗弃犬只的处罚”：库里没有《示例市养犬条例》/);
    const { items } = (await runCli(['match', '没办证开饭馆', '--json'], own)).json<
      Answer & Record<string, unknown>
    >();
    expect(items[0]).toMatchObject({ name: '对无证从事餐饮服务的处罚', inOwnList: true });
    expect(items.some(({ inOwnList }) => inOwnList === false)).toBe(true);
    const said = await runCli(['match', '没办证开饭馆'], own);
    expect(said.stdout).toContain('不在本机关清单');
  });

  it.each([
    [['match', '没有.json'], '没有这个文件'],
    [['match', '   '], '没有写明发生了什么'],
    [['match', '无证经营', '--as-of', '2024-02-30'], '不是存在的日期'],
    [['match', '无证经营', '--limit', '0'], '--limit'],
  ])('%j 说明错在哪里', async (args, reason) => {
    const run = await runCli(args, env);
    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain(reason);
  });
});
