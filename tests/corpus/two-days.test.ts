import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { search } from '../../src/corpus/search.ts';
import type { Database } from '../../src/db/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { articleLine } from './library.ts';

describe('行为日与决定日一并检索', () => {
  let database: Database;
  let folder: string;
  beforeAll(async () => {
    database = await openTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'mingcai-'));
    writeFileSync(
      join(folder, 'a.jsonl'),
      [
        articleLine('示例甲法', '2010-01-01', '第一条', '遛犬不牵绳的，处二百元罚款。'),
        articleLine('示例甲法', '2020-01-01', '第一条', '遛犬不牵绳的，处一百元罚款。'),
        articleLine('示例乙法', '2005-01-01', '第一条', '遛犬应当牵绳。'),
        articleLine('示例丙法', '2023-01-01', '第一条', '遛犬牵绳的长度不超过两米。'),
      ].join('\n'),
    );
    await importPaths(database.db, [folder]);
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const found = async (asOf: string, decidedOn?: string) =>
    Object.fromEntries(
      (await search(database.db, '遛犬 牵绳', { asOf, ...(decidedOn ? { decidedOn } : {}) })).hits.map(
        (hit) => [hit.id, hit.inForceOn],
      ),
    );

  it('每一条注明在哪一天有效，两天都无效的不出现', async () => {
    expect(await found('2019-12-31', '2020-01-01')).toEqual({
      '示例甲法@2010-01-01#1': ['asOf'],
      '示例甲法@2020-01-01#1': ['decidedOn'],
      '示例乙法@2005-01-01#1': ['asOf', 'decidedOn'],
    });
  });

  it('两天相同，与只问一天所得相同；只问一天的不加注', async () => {
    expect(Object.keys(await found('2021-05-01', '2021-05-01'))).toEqual(
      Object.keys(await found('2021-05-01')),
    );
    expect(Object.values(await found('2021-05-01')).every((days) => days === undefined)).toBe(true);
  });

  it.each([
    ['决定日不存在', '2020-01-01', '2020-02-30'],
    ['决定日早于行为日', '2020-01-02', '2020-01-01'],
  ])('%s，不予检索', async (_, asOf, decidedOn) => {
    await expect(search(database.db, '遛犬', { asOf, decidedOn })).rejects.toMatchObject({
      kind: 'invalid-input',
    });
  });
});
