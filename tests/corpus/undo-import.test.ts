import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { getRun, listRuns, runSources } from '../../src/corpus/imports/get-run.ts';
import { undoRun } from '../../src/corpus/imports/undo-run.ts';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { search } from '../../src/corpus/search.ts';
import type { Database } from '../../src/db/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { articleLine, folderWith } from './library.ts';

const PENALTY = '中华人民共和国行政处罚法';

describe('撤销一次导入', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await loadBundledCorpus(database.db);
  });
  afterAll(() => database.close());

  const load = async (lines: string[], options: { replace?: boolean } = {}) => {
    const folder = folderWith({ 'laws.jsonl': lines.join('\n') });
    const before = new Set((await listRuns(database.db)).map(({ id }) => id));
    await importPaths(database.db, [folder], { ...options, by: 'admin' });
    return (await listRuns(database.db)).find(({ id }) => !before.has(id))!;
  };
  const texts = async (query: string, limit = 20) =>
    (await search(database.db, query, { kind: 'law', asOf: '2024-01-01', limit })).hits.map(
      ({ id, text }) => [id, text],
    );

  it('记下每一次导入的人、时间、报告和内容', async () => {
    const run = await load([articleLine('示例甲法', '2010-01-01', '第一条', '甲甲甲旧文。')]);
    expect(run).toMatchObject({ by: 'admin', report: { articles: 1, added: 1 }, undoneAt: null });
    expect(run.endedAt).toBeInstanceOf(Date);
    expect(await runSources(database.db, run.id)).toEqual([
      { title: '示例甲法', kind: 'law', versionDate: '2010-01-01', articles: 1, live: true },
    ]);
  });

  it('换掉的内容随撤销恢复，立即可以检索到', async () => {
    const run = await load([articleLine('示例甲法', '2010-01-01', '第一条', '甲甲甲新文。')], {
      replace: true,
    });
    expect(await texts('甲甲甲')).toEqual([['示例甲法@2010-01-01#1', '甲甲甲新文。']]);
    expect(await undoRun(database.db, run.id, 'admin')).toEqual({ sources: 1, restored: 1 });
    expect(await texts('甲甲甲')).toEqual([['示例甲法@2010-01-01#1', '甲甲甲旧文。']]);
    expect(await getRun(database.db, run.id)).toMatchObject({ undoneBy: 'admin' });
    await expect(undoRun(database.db, run.id, 'admin')).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('新版撤销后，旧版恢复有效，变动记录随之删去', async () => {
    const run = await load([articleLine('示例甲法', '2020-01-01', '第一条', '甲甲甲二零版。')]);
    expect(await texts('甲甲甲')).toEqual([['示例甲法@2020-01-01#1', '甲甲甲二零版。']]);
    expect(await database.db.selectFrom('law_changes').selectAll().execute()).toHaveLength(1);
    await undoRun(database.db, run.id, 'admin');
    expect(await texts('甲甲甲')).toEqual([['示例甲法@2010-01-01#1', '甲甲甲旧文。']]);
    expect(await database.db.selectFrom('law_changes').selectAll().execute()).toEqual([]);
  });

  it('废止他法的规范撤销后，他法恢复有效；官方文本撤销后，要旨恢复', async () => {
    const id = `${PENALTY}@2021-01-22#64`;
    const run = await load([
      articleLine('示例乙典', '2012-01-01', '第一条', '本法自2012年3月1日起施行。《示例甲法》同时废止。'),
      articleLine(PENALTY, '2021-01-22', '第六十四条', '示例文字：听证依照下列程序组织。'),
    ]);
    const ofOld = async () =>
      (await texts('甲甲甲')).filter(([found]) => String(found).startsWith('示例甲法'));
    expect(await ofOld()).toEqual([]);
    expect(await texts('行政处罚听证 程序', 80)).toContainEqual([id, '示例文字：听证依照下列程序组织。']);
    await undoRun(database.db, run.id, 'admin');
    expect(await ofOld()).toHaveLength(1);
    const [, gist] = (await texts('行政处罚听证 程序', 80)).find(([found]) => found === id)!;
    expect(gist).not.toContain('示例文字');
  });

  it('后来的导入换掉了其中的内容时，先撤销后来的', async () => {
    const first = await load([articleLine('示例丙法', '2010-01-01', '第一条', '丙丙丙一。')]);
    const second = await load([articleLine('示例丙法', '2010-01-01', '第一条', '丙丙丙二。')], {
      replace: true,
    });
    await expect(undoRun(database.db, first.id, 'admin')).rejects.toThrow(/示例丙法.*先撤销后来/);
    expect(await texts('丙丙丙')).toEqual([['示例丙法@2010-01-01#1', '丙丙丙二。']]);
    await undoRun(database.db, second.id, 'admin');
    await undoRun(database.db, first.id, 'admin');
    expect(await texts('丙丙丙')).toEqual([]);
  });

  it('没有这一次、还没有结束的，不能撤销', async () => {
    await expect(undoRun(database.db, 'x', 'admin')).rejects.toMatchObject({ kind: 'not-found' });
    await database.db.insertInto('library_imports').values({ id: 'running', by_user: null }).execute();
    await expect(undoRun(database.db, 'running', 'admin')).rejects.toThrow(/还没有结束/);
  });
});
