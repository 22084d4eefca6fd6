import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '../../src/corpus/import-paths.ts';
import type { Database } from '../../src/db/database.ts';
import { xlsxOf } from '../files/support/xlsx-of.ts';
import { openTestDatabase } from '../support/database.ts';

let database: Database;
const folder = mkdtempSync(join(tmpdir(), 'mingcai-notices-'));
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the report of an import', () => {
  it('does not call skipped what was read and has only to be noted', async () => {
    const file = join(folder, '示例裁量基准.xlsx');
    writeFileSync(
      file,
      await xlsxOf([
        ['违法行为', '处罚依据', '裁量阶次', '适用条件', '裁量幅度'],
        ['占用道路', '《城市道路管理条例》第四十二条', '较轻', '占用5平方米以下', '处5000元以下罚款'],
      ]),
    );
    const { skipped, notices } = await importPaths(database.db, [file]);
    expect(skipped).toEqual([]);
    const said = (notices ?? []).map(({ reason }) => reason).join();
    expect(said).toContain('未载明施行日期');
    expect(said).not.toMatch(/跳过|from|0001/);
  });
});
