import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { search } from '../../src/corpus/search.ts';
import { removeSource } from '../../src/corpus/store-source.ts';
import { plainTitle } from '../../src/corpus/versions/plain-title.ts';
import { readRepeals } from '../../src/corpus/versions/read-repeals.ts';
import { workOutIntervals } from '../../src/corpus/versions/work-out-intervals.ts';
import { withImportedTexts } from '../../src/corpus/with-imported-texts.ts';
import type { Database } from '../../src/db/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { articleLine, folderWith } from './library.ts';

const targets = (text: string) => readRepeals(text).map(({ target }) => target);

describe('同时废止的清单', () => {
  it('逐部读出，随条文写明的施行日', () => {
    expect(
      readRepeals('本法自2026年8月15日起施行。《示例甲法》、《中华人民共和国示例乙法》同时废止。'),
    ).toEqual([
      { target: '示例甲法', part: false, day: '2026-08-15' },
      { target: '示例乙法', part: false, day: '2026-08-15' },
    ]);
    expect(readRepeals('本条例自公布之日起施行，1982年7月7日发布的《示例暂行条例》同时废止。')).toEqual([
      { target: '示例暂行条例', part: false, day: null },
    ]);
    expect(readRepeals('《示例办法》自2020年3月1日起废止。')[0]).toMatchObject({ day: '2020-03-01' });
  });

  it('只废止其中一部分的，不算整部废止', () => {
    for (const text of [
      '《示例条例》中有关示例的规定同时废止。',
      '《示例条例》第三条同时废止。',
      '《甲办法》、《示例条例》中有关示例的规定同时废止。',
    ])
      expect(readRepeals(text).every(({ part }) => part)).toBe(true);
  });

  it('书名号相套、文号在后、机关在前', () => {
    expect(targets('《国务院关于修改《示例条例》的决定》（国发〔1999〕1号）同时废止。')).toEqual([
      '国务院关于修改《示例条例》的决定',
    ]);
    expect(
      targets('本解释施行后，最高人民法院、最高人民检察院《关于示例的解释》（法释〔1999〕1号）同时废止。'),
    ).toEqual(['最高人民法院、最高人民检察院关于示例的解释']);
  });

  it.each([
    '依照《示例法》的规定，请求法院宣告该票据失效。',
    '已经废止的《示例法》不再引用。',
    '本法自公布之日起施行。',
    '许可证同时废止。',
  ])('不是废止：%s', (text) => expect(readRepeals(text)).toEqual([]));

  it('依据某法制定的，某法不废止', () => {
    expect(targets('依据《示例法》制定的《示例细则》同时废止。')).toEqual(['示例细则']);
  });

  it('标题的写法不同，仍是同一部', () => {
    expect(plainTitle('《中华人民共和国示例法(试行)》')).toBe(plainTitle('示例法（试行）'));
  });
});

describe('废止之后的有效期', () => {
  const version = (versionDate: string | null) => ({ versionDate, statedFrom: null, statedTo: null });
  const repeals = [{ day: '2010-01-01', by: '新法' }];

  it('止于废止的前一天，重新制定的同名规范不受影响', () => {
    const days = workOutIntervals([version('2000-01-01'), version('2015-01-01')], repeals);
    expect(days.get('2000-01-01')).toEqual({
      from: '2000-01-01',
      to: '2009-12-31',
      known: false,
      endedBy: '新法',
    });
    expect(days.get('2015-01-01')!.to).toBeNull();
  });

  it('先被新版代替的，止于新版', () => {
    const days = workOutIntervals([version('2000-01-01'), version('2005-01-01')], repeals);
    expect(days.get('2000-01-01')).toMatchObject({ to: '2004-12-31' });
    expect(days.get('2000-01-01')!.endedBy).toBeUndefined();
    expect(days.get('2005-01-01')).toMatchObject({ to: '2009-12-31', endedBy: '新法' });
  });

  it('没有日期的文本，此后没有新版时才随之终止', () => {
    expect(workOutIntervals([version(null)], repeals).get('unknown')!.to).toBe('2009-12-31');
    expect(workOutIntervals([version(null), version('2015-01-01')], repeals).get('unknown')!.to).toBeNull();
  });
});

describe('导入一部废止他法的规范', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await loadBundledCorpus(database.db);
  });
  afterAll(() => database.close());

  const OLD = '中华人民共和国示例水法';
  const NEW = '中华人民共和国示例法典';
  const found = async (asOf: string) =>
    (await search(database.db, '示例水法 取水 登记', { kind: 'law', asOf, limit: 50 })).hits
      .filter(({ law }) => law === OLD)
      .map(({ id }) => id);
  const cited = async (on: string) =>
    (await withImportedTexts(database.db, loadReferenceBook())).cite({ law: OLD, article: '1' }, on);
  const code = articleLine(
    NEW,
    '2020-05-01',
    '第二条',
    '本法自2021年1月1日起施行。《中华人民共和国示例水法》同时废止。',
  );

  it('先后两种导入次序都在施行日终止旧法；撤去新法，旧法恢复有效', async () => {
    const folder = folderWith({
      'new.jsonl': code,
      'old.jsonl': articleLine(OLD, '2000-01-01', '第一条', '取水应当登记。'),
    });
    await importPaths(database.db, [`${folder}/new.jsonl`]);
    await importPaths(database.db, [`${folder}/old.jsonl`]);
    expect(await found('2020-12-31')).toEqual([`${OLD}@2000-01-01#1`]);
    expect(await found('2021-01-01')).toEqual([]);
    expect(await cited('2020-12-31')).toMatchObject({ state: 'in-force' });
    expect(await cited('2021-01-01')).toMatchObject({ state: 'repealed', since: '2021-01-01', by: NEW });

    await removeSource(database.db, `law:${NEW}@2020-05-01`);
    expect(await found('2021-01-01')).toHaveLength(1);
    await importPaths(database.db, [`${folder}/new.jsonl`]);
    expect(await found('2021-01-01')).toEqual([]);
  });

  it('更正后的新法不再废止它，它就恢复有效', async () => {
    const folder = folderWith({
      'new.jsonl': articleLine(NEW, '2020-05-01', '第二条', '本法自2021年1月1日起施行。'),
    });
    await importPaths(database.db, [folder], { replace: true });
    expect(await found('2021-01-01')).toHaveLength(1);
  });

  it('随附的生态环境法典自2026年8月15日起废止十部法律，其中没有随附的也一样', async () => {
    const law = '中华人民共和国海洋环境保护法';
    const folder = folderWith({
      'sea.jsonl': articleLine(law, '2023-10-24', '第九百条', '示例文字：排污应当登记。'),
    });
    await importPaths(database.db, [folder]);
    const state = async (on: string) =>
      (await withImportedTexts(database.db, loadReferenceBook())).cite({ law, article: '900' }, on);
    expect(await state('2026-08-14')).toMatchObject({ state: 'in-force' });
    expect(await state('2026-08-15')).toMatchObject({
      state: 'repealed',
      by: '中华人民共和国生态环境法典',
    });
  });
});
