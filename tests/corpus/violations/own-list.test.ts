import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '../../../src/corpus/import-paths.ts';
import { listRuns, runSources } from '../../../src/corpus/imports/get-run.ts';
import { undoRun } from '../../../src/corpus/imports/undo-run.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import type { SheetMap } from '../../../src/corpus/sources/sheets/sheet-map.ts';
import { causeOf, isOwnItem } from '../../../src/corpus/violations/is-own-item.ts';
import { libraryCatalogue } from '../../../src/corpus/violations/library-catalogue.ts';
import { matchViolations } from '../../../src/corpus/violations/match-violations.ts';
import { ownLists } from '../../../src/corpus/violations/own-lists.ts';
import { bundledViolations } from '../../../src/corpus/violations/read-violations.ts';
import type { Violation } from '../../../src/corpus/violations/violation.ts';
import { withOwnLists } from '../../../src/corpus/violations/with-own-lists.ts';
import { withImportedTexts } from '../../../src/corpus/with-imported-texts.ts';
import type { Database } from '../../../src/db/database.ts';
import { today } from '../../../src/law/dates.ts';
import { restingOnLaw } from '../../../src/review/rules/resting-on-law.ts';
import { xlsxOf } from '../../files/support/xlsx-of.ts';
import { openTestDatabase } from '../../support/database.ts';
import { articleLine, folderWith } from '../library.ts';

const AGENCY = '示例市市场监督管理局';
const FOOD = '中华人民共和国食品安全法';
const book = loadReferenceBook();
const HEADER = ['序号', '事项名称', '职权类型', '实施依据', '实施主体'];
const TABLE: (string | number | null)[][] = [
  [`${AGENCY}行政执法事项清单（2026年版）`],
  HEADER,
  [
    1,
    '对未取得许可从事餐饮服务的行政处罚',
    '行政处罚',
    `《${FOOD}》第三十五条第一款、第一百二十二条第一款`,
    AGENCY,
  ],
  [2, '对经营超过保质期的食品的处罚', '行政处罚', '《食品安全法》第三百条', AGENCY],
  [null, null, null, '《食品安全法》第一百二十四条第一款', AGENCY],
  [3, '对遗弃犬只的处罚', '行政处罚', '《示例市养犬条例》第五条', AGENCY],
  [4, '对食品生产经营的监督检查', '行政检查', '《食品安全法》第一百一十条', AGENCY],
];

describe('本机关的执法事项清单', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const load = (
    files: Record<string, string | Uint8Array>,
    more: { map?: SheetMap; replace?: boolean } = {},
  ) => importPaths(database.db, [folderWith(files)], { kind: 'items', by: 'admin', ...more });
  const undoLatest = async () => undoRun(database.db, (await listRuns(database.db))[0]!.id, 'admin');
  const undoAll = async () => {
    for (const { id, undoneAt } of await listRuns(database.db))
      if (!undoneAt) await undoRun(database.db, id, 'admin');
  };
  const itemOf = async (name: string) =>
    (await libraryCatalogue(database.db)).items.find((item) => item.name === name);

  it('没有清单时就是随附的目录，不说在不在清单', async () => {
    expect(await libraryCatalogue(database.db)).toBe(bundledViolations());
    const [first] = await matchViolations(await libraryCatalogue(database.db), '没办证开饭馆', {
      book,
      asOf: '2026-01-01',
    });
    expect(first).toMatchObject({ id: 'food-business-no-licence', inOwnList: null });
  });

  it('表格按常见表头读入，没有读懂的逐行报告，其他职权不读入', async () => {
    const report = await load({ 'list.xlsx': xlsxOf(TABLE) });
    expect(report).toMatchObject({ sources: 1, articles: 3, added: 3 });
    const reasons = report.skipped.map(({ reason }) => reason);
    expect(reasons).toEqual([
      '第 4 行“对经营超过保质期的食品的处罚”：《中华人民共和国食品安全法》第三百条不存在',
      '第 6 行“对遗弃犬只的处罚”：库里没有《示例市养犬条例》，请先导入这部规范',
      '第 6 行“对遗弃犬只的处罚”：没有可用的条文，只按名称使用',
      '行政检查 1 行：不是行政处罚事项，未读入',
    ]);
    const [list] = await ownLists(database.db);
    expect(list?.agency).toBe(AGENCY);
    expect(list?.items[0]).toMatchObject({
      row: 3,
      code: '1',
      agency: AGENCY,
      breached: [{ law: FOOD, article: '35', paragraph: 1 }],
      punishing: [{ law: FOOD, article: '122', paragraph: 1 }],
    });
    expect(await load({ 'list.xlsx': xlsxOf(TABLE) })).toMatchObject({ added: 0, unchanged: 1 });
  });

  it('条款相同或者名称相同的，代替随附的事项，人们的说法保留；先列本机关的', async () => {
    const catalogue = await libraryCatalogue(database.db);
    const [first, ...others] = await matchViolations(catalogue, '没办证开饭馆', { book, asOf: '2026-01-01' });
    expect(first).toMatchObject({
      id: 'food-business-no-licence',
      name: '对未取得许可从事餐饮服务的行政处罚',
      inOwnList: true,
    });
    expect(others.some(({ inOwnList }) => inOwnList === false)).toBe(true);
    const named = await itemOf('对经营超过保质期的食品的处罚');
    expect(named).toMatchObject({ id: 'food-business-expired', own: { agency: AGENCY, row: 4, code: '2' } });
    expect(named?.sayings).toContain('经营超过保质期的食品');
    expect(catalogue.items.filter(({ name }) => name === '经营超过保质期的食品')).toEqual([]);
    expect(await itemOf('对遗弃犬只的处罚')).toMatchObject({ inOwnList: true, punishing: [] });
    expect(await itemOf('发布虚假广告')).toMatchObject({ inOwnList: false });
    expect(await libraryCatalogue(database.db)).toBe(catalogue);
  });

  it('清单里的事项不进全文检索', async () => {
    expect(await database.db.selectFrom('entries').select('id').execute()).toEqual([]);
  });

  it('内容不同的同一清单要加 --replace；撤销后原来的清单恢复，再撤销只剩随附的目录', async () => {
    const shorter = { 'list.xlsx': xlsxOf(TABLE.slice(0, 3)) };
    const refused = await load(shorter);
    expect(refused.skipped.at(-1)?.reason).toContain('--replace');
    await undoLatest();
    await load(shorter, { replace: true });
    expect((await ownLists(database.db))[0]?.items).toHaveLength(1);
    const [run] = await listRuns(database.db);
    expect(await runSources(database.db, run!.id)).toMatchObject([
      { kind: 'items', articles: 1, live: true },
    ]);
    await undoLatest();
    expect((await ownLists(database.db))[0]?.items).toHaveLength(3);
    await undoAll();
    expect(await ownLists(database.db)).toEqual([]);
    expect(await libraryCatalogue(database.db)).toBe(bundledViolations());
  });

  it('清单从标题写明的年份或者日期起算，没有写的从导入之日起；节选的、有行读不出的不当作完整', async () => {
    const kept = async () => {
      const { agency: _, items, ...rest } = (await ownLists(database.db)).at(-1)!;
      const inBook = (await withImportedTexts(database.db, book)).ownLists().at(-1);
      await undoLatest();
      return {
        ...rest,
        unread: items.map(({ unread }) => unread ?? false),
        agrees: inBook?.from === rest.from,
      };
    };
    const day = today();
    await load({ 'list.xlsx': xlsxOf(TABLE) });
    const unread = [false, true, true];
    expect(await kept()).toEqual({ from: '2026-01-01', readOn: day, whole: true, unread, agrees: true });
    const titled = (title: string) => xlsxOf([[title], ...TABLE.slice(1)]);
    await load({ 'list.xlsx': titled(`${AGENCY}执法事项清单（自2025年3月1日起施行）`) });
    expect(await kept()).toMatchObject({ from: '2025-03-01', whole: true });
    await load({ 'list.xlsx': titled(`${AGENCY}执法事项清单（第一批）`) });
    expect(await kept()).toMatchObject({ from: day, whole: false });
    const line = JSON.stringify({
      name: '经营超过保质期的食品',
      punishing: `《${FOOD}》第一百二十四条第一款`,
      agency: AGENCY,
    });
    await load({ 'list.jsonl': line });
    expect(await kept()).toMatchObject({ from: day, whole: true, unread: [false] });
    await load({ 'list.jsonl': `${line}\n{"name": ` });
    expect(await kept()).toMatchObject({ whole: false });
  });

  it('重复的行、相同的编码、有编号没有名称的行都报告；没有名称的不并入上一行', async () => {
    await undoAll();
    const basis = '《食品安全法》第一百二十四条第一款第五项';
    const name = '经营超过保质期的食品';
    const table = [
      TABLE[0]!,
      HEADER,
      ['4', name, '行政处罚', basis, AGENCY],
      ['5', name, '行政处罚', basis, AGENCY],
      ['6', '', '行政处罚', '《食品安全法》第一百二十二条第一款', AGENCY],
      ['4', '对未取得许可从事餐饮服务的处罚', '行政处罚', '《食品安全法》第一百二十二条第一款', AGENCY],
    ];
    const { skipped } = await load({ 'twice.xlsx': xlsxOf(table) });
    expect(skipped.map(({ reason }) => reason)).toEqual([
      '第 5 行：有编号，没有事项名称，已跳过',
      `第 4 行“${name}”：与第 3 行的名称、条款相同，请核对是不是重复`,
      `第 6 行“对未取得许可从事餐饮服务的处罚”：编码 4 与第 3 行“${name}”相同，请核对`,
    ]);
    const [list] = await ownLists(database.db);
    expect(list?.whole).toBe(false);
    expect(list?.items[1]?.punishing).toHaveLength(1);
    await undoAll();
    const missing = await load(
      { 'twice.xlsx': xlsxOf(table) },
      { map: { columns: { violation: '没有这列' } } },
    );
    expect(missing.sources).toBe(0);
    expect(missing.skipped[0]?.reason).toContain('没有写着“没有这列”的表头');
    expect(missing.skipped[0]?.reason).not.toContain('--map');
    await undoAll();
  });

  it('别样的表头用 --map，随清单存下，下一份同样的表格不用再写', async () => {
    const odd = [
      ['甲', '乙', '丙'],
      ['一', '对经营超过保质期的食品的处罚', `《${FOOD}》第一百二十四条第一款`],
    ];
    const map = { agency: AGENCY, headerRow: 1, columns: { violation: '乙', basis: '丙' } };
    expect((await load({ 'odd.xlsx': xlsxOf(odd) })).skipped[0]?.reason).toContain('表头');
    expect((await load({ 'odd.xlsx': xlsxOf(odd) }, { map })).skipped).toEqual([]);
    const next = [...odd, ['二', '对无照经营的处罚', '《无证无照经营查处办法》第十三条']];
    expect(await load({ 'odd.xlsx': xlsxOf(next) }, { replace: true })).toMatchObject({ articles: 2 });
    expect((await ownLists(database.db)).map(({ agency }) => agency)).toEqual([AGENCY]);
    await undoAll();
  });
  it('JSON 行：条款写成文字或者字段都可以，有误的行说明哪一行哪一处', async () => {
    const lines = [
      {
        name: '经营超过保质期的食品',
        agency: AGENCY,
        punishing: [{ law: FOOD, article: '124', paragraph: 1 }],
      },
      { name: '示例事项', basis: `《${FOOD}》第三十五条第一款` },
      { name: '甲乙', basis: 3 },
    ].map((line) => JSON.stringify(line));
    const report = await load({ 'list.jsonl': [...lines, '{'].join('\n') });
    expect(report.articles).toBe(2);
    expect(report.skipped.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^第 3 行：basis：/),
      '第 4 行：不是完整的 JSON，已跳过',
    ]);
    expect((await ownLists(database.db))[0]?.agency).toBe(AGENCY);
    await undoAll();
  });

  it('法规修改后，依据它的清单事项和随附事项都列出重读', async () => {
    const law = '示例养犬条例';
    const version = (date: string, day: string, text: string) =>
      [
        articleLine(law, date, '第一条', '禁止遗弃犬只。'),
        articleLine(law, date, '第二条', text),
        articleLine(law, date, '第三条', `本条例自${day}起施行。`),
      ].join('\n');
    const importLaw = (text: string) =>
      importPaths(database.db, [folderWith({ 'law.jsonl': text })], {
        dependents: () => restingOnLaw(database.db, book),
      });
    await importLaw(version('2010-03-01', '2010年5月1日', '违反第一条规定的，处五十元以下罚款。'));
    const basis = `《${law}》第一条、第二条`;
    expect(
      (await load({ 'dogs.jsonl': JSON.stringify({ name: '遗弃犬只', agency: AGENCY, basis }) })).skipped,
    ).toEqual([]);
    expect(await itemOf('遗弃犬只')).toMatchObject({
      breached: [{ law, article: '1' }],
      punishing: [{ law, article: '2' }],
      inForce: ['2010-05-01'],
      penalties: ['fine'],
    });
    const { changes } = await importLaw(
      version('2027-03-01', '2027年5月1日', '违反第一条规定的，处二百元以下罚款。'),
    );
    expect(changes[0]?.affected).toMatchObject([
      { kind: 'violation', name: `遗弃犬只（${AGENCY}清单第 1 行）`, place: { law, article: '2' } },
    ]);
    const resting = await restingOnLaw(database.db, book);
    expect(resting.filter(({ kind }) => kind === 'violation').length).toBeGreaterThan(600);
  });
});

describe('清单与目录', () => {
  const bundled = bundledViolations().items.find(({ id }) => id === 'food-business-no-licence')!;
  const own = {
    name: '示例事项',
    agency: AGENCY,
    row: 2,
    breached: bundled.breached,
    punishing: [{ law: FOOD, article: '122' }],
  };

  it('名称相同或者条款相同就在清单里，只写到条的也算', () => {
    expect(isOwnItem([own], bundled)).toBe(true);
    expect(isOwnItem([own], { name: '示例事项', breached: [], punishing: [] })).toBe(true);
    expect(isOwnItem([own], { ...bundled, punishing: [{ law: FOOD, article: '124' }] })).toBe(false);
    expect(isOwnItem([own], { breached: [], punishing: [{ law: FOOD, article: '122' }] })).toBe(false);
    expect(isOwnItem([{ ...own, name: `对${bundled.name}的行政处罚`, breached: [] }], bundled)).toBe(true);
  });

  it('几个随附事项条款相同时都留下，清单的另列', () => {
    const twins: Violation[] = [bundled, { ...bundled, id: 'twin', name: '另一个事项' }];
    const { items } = withOwnLists(
      { items: twins, questions: [] },
      [{ agency: AGENCY, items: [own] }],
      book,
      '2026-11-21',
    );
    expect(items.map(({ id, inOwnList }) => [id, inOwnList])).toEqual([
      [expect.stringMatching(/^own-[0-9a-f]{10}$/), true],
      [bundled.id, true],
      ['twin', true],
    ]);
  });

  it('一样接近的，先列本机关的', async () => {
    const ours: Violation = { ...bundled, id: 'z-own', own: { agency: AGENCY, row: 1 }, inOwnList: true };
    const catalogue = { items: [{ ...bundled, inOwnList: false }, ours], questions: [] };
    const found = await matchViolations(catalogue, '没办证开饭馆', { book, asOf: '2026-01-01' });
    expect(found.map(({ id, inOwnList }) => [id, inOwnList])).toEqual([
      ['z-own', true],
      [bundled.id, false],
    ]);
  });

  it('清单依据的版本较晚时，随附的事项留给以前的日子', () => {
    const later = { ...own, name: bundled.name, breached: [], punishing: [{ law: FOOD, article: '124' }] };
    const { items } = withOwnLists(
      { items: [{ ...bundled, inForce: ['2010-01-01'] }], questions: [] },
      [{ agency: AGENCY, items: [later] }],
      book,
      '2026-11-21',
    );
    const [now, before] = items;
    expect(now).toMatchObject({ id: bundled.id, punishing: later.punishing, fine: [] });
    expect(now!.inForce[0] > '2010-01-01').toBe(true);
    expect(before).toMatchObject({ id: `${bundled.id}-before`, followedBy: bundled.id, inOwnList: true });
    expect(before!.inForce[1]! < now!.inForce[0]).toBe(true);
  });
});

describe('清单的事项名称和案由', () => {
  it.each([
    [
      '对安排未取得健康证明的人员从事接触直接入口食品工作的行政处罚',
      '安排未取得健康证明的人员从事接触直接入口食品工作',
    ],
    ['对未取得许可，从事食品生产的违法行为的处罚', '未取得许可，从事食品生产'],
    ['未取得许可从事经营活动行为的行政处罚', '未取得许可从事经营活动'],
    ['对客户隐瞒重要信息', '对客户隐瞒重要信息'],
    ['拒不执行行政处罚', '拒不执行行政处罚'],
    ['经营超过保质期的食品', '经营超过保质期的食品'],
    ['“三无”船舶从事捕捞（2026年5月以前）', '“三无”船舶从事捕捞'],
    ['未经许可从事客运（黑车）', '未经许可从事客运（黑车）'],
  ])('%s → %s', (listed, cause) => expect(causeOf(listed)).toBe(cause));
});
