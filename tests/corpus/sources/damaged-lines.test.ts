import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importPaths } from '../../../src/corpus/import-paths.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { officialTexts } from '../../../src/corpus/official-texts.ts';
import { damagedStatutes } from '../../../src/corpus/sources/damaged-statutes.ts';
import { removeSource } from '../../../src/corpus/store-source.ts';
import { withImportedTexts } from '../../../src/corpus/with-imported-texts.ts';
import type { Database } from '../../../src/db/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { articleLine, folderWith } from '../library.ts';

const a = (number: number) => ({ key: '甲', number });
const b = (number: number) => ({ key: '乙', number });

describe('读不出的行属于哪一部', () => {
  it.each([
    ['在一部中间', [a(1), 'unreadable', a(3)], ['甲']],
    ['在一部末尾、文件末尾', [a(1), a(2), 'unreadable'], ['甲']],
    ['在一部末尾，后一部从第一条起', [a(1), 'unreadable', b(1)], ['甲']],
    ['在后一部开头，恰好缺一条', [a(1), 'unreadable', b(2)], ['乙']],
    ['缺一条而有两行读不出', [a(1), 'unreadable', 'unreadable', b(2)], ['乙', '甲']],
    ['在文件开头', ['unreadable', a(2)], ['甲']],
    ['都读得出', [a(1), a(2), b(1)], []],
  ] as const)('%s', (_, marks, expected) => {
    expect([...damagedStatutes(marks)]).toEqual(expected);
  });
});

const NUMBERS = ['一', '二', '三', '四', '五'];
const lines = (date: string) =>
  NUMBERS.map((number, at) =>
    articleLine(
      '示例浮桥法',
      date,
      `第${number}条`,
      `浮桥应当符合第${at + 1}项要求，违者罚款${at + 1}百元。`,
      {
        article_int: at + 1,
      },
    ),
  );

describe('带有坏行的法规文件', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    for (const date of ['2010-01-01', '2020-01-01'])
      await removeSource(database.db, `law:示例浮桥法@${date}`);
  });
  const load = (all: string[]) => importPaths(database.db, [folderWith({ 'a.jsonl': all.join('\n') })]);
  const broken = (date: string, at: number) => lines(date).with(at, '{"law": "示例浮桥法", "arti');
  const stateOf = async (article: string, on = '2021-01-01') => {
    const book = await withImportedTexts(database.db, loadReferenceBook());
    return book.cite({ law: '示例浮桥法', article }, on).state;
  };

  it.each([0, 2, 4])('第 %i 行坏：那一条答未知，核对依据时当作没有导入，其余照常', async (at) => {
    const report = await load(broken('2020-01-01', at));
    expect(report.skipped.map(({ reason }) => reason).join()).toContain('不完整');
    expect(await stateOf(String(at + 1))).toBe('unknown-law');
    expect(await stateOf('2')).toBe('in-force');
    const textOf = await officialTexts(database.db);
    expect(textOf({ law: '示例浮桥法', article: String(at + 1) }, '2021-01-01')).toBeUndefined();
  });

  it('完整的文本照旧：没有的条答没有这一条', async () => {
    expect((await load(lines('2020-01-01'))).skipped).toEqual([]);
    expect(await stateOf('6')).toBe('no-such-article');
    const textOf = await officialTexts(database.db);
    expect(textOf({ law: '示例浮桥法', article: '6' }, '2021-01-01')).toBeNull();
  });

  it('改正后的文件不必加 --replace 就能导入，反过来不能', async () => {
    await load(broken('2020-01-01', 2));
    const mended = await load(lines('2020-01-01'));
    expect(mended.skipped).toEqual([]);
    expect(await stateOf('3')).toBe('in-force');
    expect(await stateOf('6')).toBe('no-such-article');
    const again = await load(broken('2020-01-01', 2));
    expect(again.skipped.map(({ reason }) => reason).join()).toContain('--replace');
    expect(await stateOf('3')).toBe('in-force');
  });

  it('与前一版本比较时，没有读到的条不说成删去', async () => {
    await load(lines('2010-01-01'));
    const { changes } = await load(broken('2020-01-01', 2));
    expect(changes).toHaveLength(1);
    expect(changes[0]!.articles).toEqual([]);
  });

  it('条号相同的两行都不丢：后一行可以检索，报告写明；一字不差的不算', async () => {
    const second = articleLine('示例浮桥法', '2020-01-01', '第二条', '另有规定。');
    const report = await load([...lines('2020-01-01'), second, lines('2020-01-01')[3]!]);
    expect(report.skipped.map(({ reason }) => reason)).toEqual([expect.stringMatching(/第二条.*重复/)]);
    expect(report.articles).toBe(6);
    const ids = await database.db
      .selectFrom('entries')
      .select(['id', 'article'])
      .where('text', '=', '另有规定。')
      .execute();
    expect(ids).toEqual([{ id: '示例浮桥法@2020-01-01#2~2', article: null }]);
  });
});
