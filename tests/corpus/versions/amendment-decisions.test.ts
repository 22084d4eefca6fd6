import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importPaths } from '../../../src/corpus/import-paths.ts';
import { readNormText } from '../../../src/corpus/sources/read-norm-text.ts';
import { removeSource } from '../../../src/corpus/store-source.ts';
import { changeLines } from '../../../src/corpus/versions/change-lines.ts';
import { readAmendments } from '../../../src/corpus/versions/read-amendments.ts';
import { readDecisionDay } from '../../../src/corpus/versions/read-decision-day.ts';
import type { Database } from '../../../src/db/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { folderWith } from '../library.ts';

const OLD = [
  '中华人民共和国示例浮标法',
  '（2010年3月1日第十一届全国人民代表大会常务委员会第十三次会议通过）',
  '第一条　移动浮标的，处一万元罚款。',
  '第二条　本法自2010年7月1日起施行。',
].join('\n');
const AMENDED = [
  '中华人民共和国示例浮标法',
  '（2010年3月1日第十一届全国人民代表大会常务委员会第十三次会议通过　根据2025年6月27日第十四届全国人民代表大会常务委员会第十六次会议《关于修改〈中华人民共和国示例浮标法〉的决定》修正）',
  '第一条　移动浮标的，处五万元罚款。',
  '第二条　本法自2010年7月1日起施行。',
].join('\n');
const DECISION = [
  '全国人民代表大会常务委员会关于修改《中华人民共和国示例浮标法》的决定',
  '（2025年6月27日第十四届全国人民代表大会常务委员会第十六次会议通过）',
  '第十四届全国人民代表大会常务委员会第十六次会议决定对《中华人民共和国示例浮标法》作如下修改：',
  '一、将第一条修改为："移动浮标的，处五万元罚款。"',
  '二、第二条改为："本法自2010年7月1日起施行。"',
  '本决定自2026年1月1日起施行。',
  '《中华人民共和国示例浮标法》根据本决定作相应修改，重新公布。',
].join('\n');
const TITLE = '中华人民共和国示例浮标法';
const DECISION_TITLE = `全国人民代表大会常务委员会关于修改《${TITLE}》的决定`;

function sources(text: string) {
  return readNormText('a.txt', [text]).flatMap((reading) => ('source' in reading ? [reading.source] : []));
}

describe('修改决定', () => {
  it('按题注的通过之日和自己写明的施行日读出，层级随制定机关', () => {
    expect(sources(DECISION)).toMatchObject([
      { title: DECISION_TITLE, versionDate: '2025-06-27', statedFrom: '2026-01-01', level: 'law' },
    ]);
  });

  it('决定之后附有修改后的全文的，各成一部，全文随决定的施行日', () => {
    const both = sources(`${DECISION}\n${AMENDED}`);
    expect(both.map(({ title, versionDate }) => [title, versionDate])).toEqual([
      [DECISION_TITLE, '2025-06-27'],
      [TITLE, '2025-06-27'],
    ]);
    expect(both[1]).toMatchObject({ statedFrom: '2026-01-01', lastArticle: 2 });
  });

  it('国务院令公布的打包修改，逐部读出所修改的规范', () => {
    const texts = [
      '为了示例，国务院对有关行政法规进行了清理。',
      '一、将《示例浮标条例》第三条中的“甲”修改为“乙”，与《示例无关条例》一致。',
      '二、对《示例灯塔条例》作如下修改：\n第五条改为第六条。',
    ];
    expect(readAmendments('国务院关于修改部分行政法规的决定', texts)).toEqual([
      '示例浮标条例',
      '示例灯塔条例',
    ]);
    const order = [
      '中华人民共和国国务院令',
      '第999号',
      '《国务院关于修改部分行政法规的决定》已经2022年3月29日国务院第1次常务会议通过，现予公布，自2022年5月1日起施行。',
      ...texts.slice(1),
    ].join('\n');
    expect(sources(order)).toMatchObject([
      { title: '国务院关于修改部分行政法规的决定', versionDate: '2022-03-29', statedFrom: '2022-05-01' },
    ]);
  });

  it('不是修改决定的，不算', () => {
    expect(readAmendments('示例浮标条例', ['一、对《示例灯塔条例》作如下修改：'])).toEqual([]);
    expect(readAmendments('关于贯彻《示例浮标条例》的决定', ['《示例浮标条例》。'])).toEqual([]);
  });

  it('施行日只认“本决定自”；自公布之日起施行、早于通过日的不认', () => {
    expect(readDecisionDay(['“本法自2027年1月1日起施行。”'], '2025-06-27')).toBeUndefined();
    expect(readDecisionDay(['本决定自公布之日起施行。'], '2025-06-27')).toBeUndefined();
    expect(readDecisionDay(['本决定自2025年1月1日起施行。'], '2025-06-27')).toBeUndefined();
    expect(readDecisionDay(['改为：“条。”本决定自2025年9月1日起施行。'], '2025-06-27')).toBe('2025-09-01');
  });
});

describe('导入修改决定之后', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    for (const key of [`${TITLE}@2010-03-01`, `${TITLE}@2025-06-27`, `${DECISION_TITLE}@2025-06-27`])
      await removeSource(database.db, `law:${key}`);
  });

  const days = async () =>
    database.db
      .selectFrom('library_sources')
      .select(['version_date as adopted', 'in_force_from as from', 'in_force_to as to'])
      .select('effective_known as known')
      .where('title', '=', TITLE)
      .orderBy('version_date')
      .execute();
  const told = [
    { adopted: '2010-03-01', from: '2010-07-01', to: '2025-12-31', known: true },
    { adopted: '2025-06-27', from: '2026-01-01', to: null, known: true },
  ];

  it.each([
    ['决定在后', [OLD, AMENDED, DECISION]],
    ['决定在前', [DECISION, OLD, AMENDED]],
  ])('所成的版本自决定写明的日期施行：%s', async (_, texts) => {
    for (const text of texts) await importPaths(database.db, [folderWith({ 'a.txt': text })]);
    expect(await days()).toEqual(told);
  });

  it('撤去决定，施行日又成未知', async () => {
    await importPaths(database.db, [folderWith({ 'a.txt': OLD, 'b.txt': AMENDED, 'c.txt': DECISION })]);
    expect(await days()).toEqual(told);
    await removeSource(database.db, `law:${DECISION_TITLE}@2025-06-27`);
    expect((await days())[1]).toMatchObject({ from: '2025-06-27', known: false });
  });

  it('没有决定的，变动报告不把通过之日说成施行日；有决定的写明施行日', async () => {
    const without = await importPaths(database.db, [folderWith({ 'a.txt': OLD, 'b.txt': AMENDED })]);
    expect(without.changes).toMatchObject([{ effective: '2025-06-27', effectiveKnown: false }]);
    const line = changeLines(without.changes)[1]!;
    expect(line).toContain('施行日不明');
    expect(line).not.toContain('2025年6月27日起施行');
    await removeSource(database.db, `law:${TITLE}@2025-06-27`);
    const together = await importPaths(database.db, [folderWith({ 'b.txt': AMENDED, 'c.txt': DECISION })]);
    expect(changeLines(together.changes)[1]).toContain('2026年1月1日起施行');
  });
});
