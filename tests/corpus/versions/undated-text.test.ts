import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '../../../src/corpus/import-paths.ts';
import { officialTexts } from '../../../src/corpus/official-texts.ts';
import { search } from '../../../src/corpus/search.ts';
import { workOutIntervals } from '../../../src/corpus/versions/work-out-intervals.ts';
import type { Database } from '../../../src/db/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { articleLine } from '../library.ts';

const undated = (statedFrom: string | null) => ({ versionDate: null, statedFrom, statedTo: null });
const dated = (versionDate: string, statedFrom: string) => ({ versionDate, statedFrom, statedTo: null });

describe('没有通过日期的文本的有效期', () => {
  it('旁边有写明日期的版本时，起止都不知道，也不为它所终止', () => {
    const days = workOutIntervals([undated('1997-10-01'), dated('2020-12-26', '2021-03-01')]);
    expect(days.get('unknown')).toEqual({ from: null, to: null, known: false });
  });

  it('不终止写明日期的版本，那些版本照常先后相接', () => {
    const days = workOutIntervals([
      dated('2010-01-01', '2010-05-01'),
      undated('2015-01-01'),
      dated('2020-01-01', '2020-05-01'),
    ]);
    expect(days.get('2010-01-01')).toEqual({ from: '2010-05-01', to: '2020-04-30', known: true });
    expect(days.get('2020-01-01')).toEqual({ from: '2020-05-01', to: null, known: true });
  });

  it('只有这一份文本时，早于它写明的施行日当然无效，但不说那就是它的施行日', () => {
    expect(workOutIntervals([undated('1997-10-01')]).get('unknown')).toEqual({
      from: '1997-10-01',
      to: null,
      known: false,
    });
    expect(workOutIntervals([undated(null)]).get('unknown')!.from).toBeNull();
  });
});

describe('导入没有通过日期的修改后文本', () => {
  let database: Database;
  const folder = mkdtempSync(join(tmpdir(), 'mingcai-'));
  beforeAll(async () => {
    database = await openTestDatabase();
    const text = (date: string | null, words: string, inserted: string[] = []) => [
      articleLine('示例航标法', date, '第一条', words),
      ...inserted,
      articleLine('示例航标法', date, '第二条', '本法自1997年10月1日起施行。', { article_int: 2 }),
    ];
    writeFileSync(
      join(folder, 'a.jsonl'),
      [
        ...text(null, '移动航标的，处五万元罚款。', [
          articleLine('示例航标法', null, '第一条之一', '涂改航标的，处三万元罚款。'),
        ]),
        ...text('2020-12-26', '移动航标的，处一万元罚款。'),
      ].join('\n'),
    );
    await importPaths(database.db, [folder]);
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const found = async (asOf: string) =>
    new Map(
      (await search(database.db, '移动 涂改 航标', { asOf })).hits.map((hit) => [
        hit.id,
        [hit.inForce[0], hit.inForce[1], hit.effectiveKnown],
      ]),
    );

  it.each(['2005-01-01', '2024-06-01'])('%s 检索得到它，注明起止不明', async (day) => {
    const hits = await found(day);
    expect(hits.get('示例航标法@unknown#1')).toEqual([null, null, false]);
    expect(hits.get('示例航标法@unknown#1-1')).toEqual([null, null, false]);
  });

  it('写明日期的版本不受影响；更早的日子没有可核对的文本', async () => {
    expect((await found('2024-06-01')).get('示例航标法@2020-12-26#1')).toEqual(['2020-12-26', null, false]);
    const textOf = await officialTexts(database.db);
    const place = { law: '示例航标法', article: '1' };
    expect(textOf(place, '2005-01-01')).toBeUndefined();
    expect(textOf(place, '2024-06-01')).toContain('一万元');
  });
});
