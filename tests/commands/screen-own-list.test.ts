import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCaseFile } from '../../src/cases/example-case-files.ts';
import { xlsxOf } from '../files/support/xlsx-of.ts';
import { filledDataFolder } from '../support/filled-data-folder.ts';
import { runCli } from '../support/run-cli.ts';

interface Found {
  rule: string;
  answer: string;
  reason: string;
}

describe('the agency’s own list, in the screening of a case', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingcai-own-screen-'));
  const env = { MINGCAI_DATA: join(folder, 'data') };
  const file = exampleCaseFile('food-no-health-certificate');
  const path = join(folder, 'case.json');
  beforeAll(async () => {
    await filledDataFolder(env.MINGCAI_DATA);
    writeFileSync(path, JSON.stringify(file));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const load = async (name: string, rows: (string | number)[][]) => {
    const list = join(folder, '清单.xlsx');
    const title = `${file.agency.name}行政执法事项清单（${name}）`;
    writeFileSync(list, xlsxOf([[title], ['编码', '事项名称', '实施依据', '实施主体'], ...rows]));
    const run = await runCli(['import', list, '--kind', 'items', '--replace', '--json'], env);
    expect(run.status).toBe(0);
  };
  const own = (findings: Found[]) =>
    findings
      .filter(({ rule }) => rule === 'C1-01' || rule === 'C6-04')
      .map(({ rule, answer, reason }) => ({ rule, answer, reason }));
  const alone = async () =>
    own((await runCli(['screen', path, '--no-model', '--json'], env)).json<{ findings: Found[] }>().findings);
  const inBatch = async () => {
    const lines = join(folder, 'cases.jsonl');
    writeFileSync(lines, `${JSON.stringify(file)}\n`);
    const { stdout } = await runCli(['screen', '--batch', lines, '--workers', '1', '--all'], env);
    return own((JSON.parse(stdout) as { findings: Found[] }).findings);
  };
  const agency = file.agency.name;
  const OTHER = [
    'X-1',
    '对未取得许可从事餐饮服务的处罚',
    '《食品安全法》第三十五条第一款、第一百二十二条第一款',
    agency,
  ];

  it('changes nothing where none was imported, flags what it lacks, and is quoted where it holds the item', async () => {
    const before = await alone();
    expect(before.map(({ answer }) => answer)).toEqual(['met', 'met']);
    expect(await inBatch()).toEqual(before);

    await load('2020年版', [OTHER]);
    const absent = await alone();
    expect(absent.map(({ answer }) => answer)).toEqual(['not-met', 'not-met']);
    expect(absent[1]!.reason).toContain(`没有“${file.violation.name}”`);
    expect(await inBatch()).toEqual(absent);

    // A part of a list is silent on what it lacks: the published one stands.
    await load('2020年版节选', [OTHER]);
    expect((await alone()).map(({ answer }) => answer)).toEqual(['met', 'met']);

    const code = file.violation.itemCode ?? '';
    await load('2020年版', [
      OTHER,
      [code, file.violation.name, '《食品安全法》第一百二十六条第一款', agency],
    ]);
    const listed = await alone();
    expect(listed.map(({ answer }) => answer)).toEqual(['met', 'met']);
    for (const { reason } of listed)
      expect(reason).toContain(`第 4 行（编码 ${code}）“${file.violation.name}”`);
    expect(await inBatch()).toEqual(listed);
  }, 180_000);
});
