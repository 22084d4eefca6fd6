import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/cases/case-file.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { createPerson } from '../../src/staff/create-person.ts';
import { BASE_CASES } from '../review/base-acts.ts';
import { filledDataFolder } from '../support/filled-data-folder.ts';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-acts-'));
const dataFolder = join(folder, 'data');
const run = (...args: string[]) => runCli(args, { MINGCAI_DATA: dataFolder });
const KINDS = ['compulsion', 'licence', 'inspection', 'levy'] as const;

function fileOf(kind: (typeof KINDS)[number]): string {
  const path = join(folder, `${kind}.json`);
  writeFileSync(path, JSON.stringify({ ...BASE_CASES[kind], jurisdiction: 'demo' }));
  return path;
}

beforeAll(async () => {
  await filledDataFolder(dataFolder);
  writeFileSync(join(folder, 'password'), 'example-password-1');
  const database = await openDatabase({ dataFolder });
  await createPerson(database.db, {
    username: 'zhangmin',
    name: '张敏',
    role: 'handler',
    password: 'example-password-1',
  });
  await database.close();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the commands, of the other kinds of act', () => {
  it('screen a file of each kind into the same document as a penalty', { timeout: 120_000 }, async () => {
    for (const kind of KINDS) {
      const screened = await run('screen', fileOf(kind), '--json');
      expect(screened.status, screened.stderr).toBe(0);
      const report = screened.json<{ case: string; findings: object[]; summary: Record<string, number> }>();
      expect(Object.keys(report)).toEqual(['case', 'major', 'findings', 'summary', 'rulesVersion', 'model']);
      expect(report.case).toBe(BASE_CASES[kind].id);
      const counted = Object.values(report.summary).reduce((sum, count) => sum + count, 0);
      expect(counted, kind).toBe(report.findings.length);
      expect(counted, kind).toBeGreaterThan(5);
    }
  });

  it('add and list them by their kind', { timeout: 120_000 }, async () => {
    const as = ['--user', 'zhangmin', '--password-file', join(folder, 'password'), '--json'];
    for (const kind of KINDS) expect((await run('case', 'add', fileOf(kind), ...as)).status).toBe(0);
    const { cases } = (await run('case', 'list', '--json')).json<{ cases: { action: string }[] }>();
    expect(cases.map(({ action }) => action).sort()).toEqual([...KINDS].sort());
    expect((await run('case', 'list')).stdout).toContain(ACTIONS.inspection);
    const drafted = await run('case', 'draft', BASE_CASES.levy.id, ...as);
    expect(drafted.status).toBe(1);
    expect(drafted.stderr).toContain('是行政征收案件');
  });

  it('draft no decision and work out no tier for them', { timeout: 120_000 }, async () => {
    const out = join(folder, 'x.docx');
    const drafted = await run('draft', fileOf('inspection'), '--form', 'decision', '--out', out);
    expect(drafted.status).toBe(1);
    expect(drafted.stderr).toContain('是行政检查案件');
    const tier = await run('discretion', fileOf('inspection'), '--json');
    expect(tier.status).toBe(1);
    expect(tier.json<{ error: { kind: string } }>().error.kind).toBe('invalid-input');
  });
});
