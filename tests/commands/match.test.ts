import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCaseFile } from '../../src/cases/example-case-files.ts';
import { filledDataFolder } from '../support/filled-data-folder.ts';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-match-'));
const env = { MINGCAI_DATA: join(folder, 'data') };
beforeAll(() => filledDataFolder(env.MINGCAI_DATA));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  asOf: string;
  items: { id: string; missing: string[]; provisions: { law: string; article: string; role: string }[] }[];
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
