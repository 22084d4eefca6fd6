import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { removeSource } from '../../src/corpus/store-source.ts';
import { changeLines } from '../../src/corpus/versions/change-lines.ts';
import type { Dependent } from '../../src/corpus/versions/dependent.ts';
import { findAffected, whatToReread } from '../../src/corpus/versions/find-affected.ts';
import type { Database } from '../../src/db/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { articleLine, folderWith } from './library.ts';

const LAW = '示例养犬条例';
const OLD = [
  '为了规范养犬行为，制定本条例。',
  '养犬人应当自饲养之日起十五日内办理登记。',
  '携犬出户应当牵引。',
  '违反本条例第三条规定的，处五十元罚款。',
  '本条例自2010年5月1日起施行。',
];
const NEW = [
  '为了规范养犬行为，制定本条例。',
  '禁止虐待犬只，禁止遗弃犬只。',
  '养犬人应当自饲养之日起三十日内办理登记。',
  '携犬出户应当牵引。',
  '本条例自2020年7月1日起施行。',
];
const lines = (date: string, texts: string[]) =>
  texts.map((text, index) => articleLine(LAW, date, `第${'一二三四五'[index]}条`, text)).join('\n');
const dependent = (
  kind: Dependent['kind'],
  article: string,
  from: string | null,
  to: string | null = null,
) => ({
  kind,
  id: `${kind}-${article}`,
  name: '示例',
  places: [{ law: LAW, article }],
  from,
  to,
});

describe('导入新版时的变动报告', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  const kept = () => database.db.selectFrom('law_changes').selectAll().execute();

  it('第一个版本没有可比的；新版逐条列出变动和依据它的内容，并保存下来', async () => {
    const folder = folderWith({
      'old.jsonl': lines('2010-03-01', OLD),
      'new.jsonl': lines('2020-04-01', NEW),
    });
    let asked = 0;
    const dependents = async () => {
      asked++;
      return [dependent('rule', '2', '2010-05-01'), dependent('rule', '1', '2010-05-01')];
    };
    const first = await importPaths(database.db, [`${folder}/old.jsonl`], { dependents });
    expect(first.changes).toEqual([]);
    expect(asked).toBe(0);
    const { changes } = await importPaths(database.db, [`${folder}/new.jsonl`], { dependents });
    expect(changes).toEqual([
      {
        title: LAW,
        oldVersion: '2010-03-01',
        newVersion: '2020-04-01',
        effective: '2020-07-01',
        effectiveKnown: true,
        articles: [
          { kind: 'added', new: '2' },
          { kind: 'changed', old: '2', new: '3' },
          { kind: 'renumbered', old: '3', new: '4' },
          { kind: 'removed', old: '4' },
          { kind: 'changed', old: '5', new: '5' },
        ],
        affected: [expect.objectContaining({ kind: 'rule', id: 'rule-2' })],
      },
    ]);
    expect(asked).toBe(1);
    expect(changeLines(changes).join('\n')).toMatch(
      /修改 2 条（其中条号变动 1 条）、增加 1 条、删去 1 条、仅条号变动 1 条[\s\S]*须重读 规则 rule-2 .*第二条/,
    );
    expect(await kept()).toMatchObject([
      { title: LAW, old_version: '2010-03-01', new_version: '2020-04-01' },
    ]);
  });

  it('再导入一次没有新的变动；中间的版本后来才到，前后各比一次', async () => {
    const folder = folderWith({
      'new.jsonl': lines('2020-04-01', NEW),
      'middle.jsonl': lines('2015-02-01', [...OLD.slice(0, 4), '本条例自2015年3月1日起施行。']),
    });
    expect((await importPaths(database.db, [`${folder}/new.jsonl`])).changes).toEqual([]);
    const { changes } = await importPaths(database.db, [`${folder}/middle.jsonl`]);
    expect(changes.map(({ oldVersion, newVersion }) => [oldVersion, newVersion])).toEqual([
      ['2010-03-01', '2015-02-01'],
      ['2015-02-01', '2020-04-01'],
    ]);
    expect(await kept()).toHaveLength(2);
  });

  it('换了内容的版本重新比较；撤去的版本不再列出', async () => {
    const folder = folderWith({ 'new.jsonl': lines('2020-04-01', NEW.with(1, '禁止虐待犬只。')) });
    const { changes } = await importPaths(database.db, [folder], { replace: true });
    expect(changes.map(({ newVersion }) => newVersion)).toEqual(['2020-04-01']);
    await removeSource(database.db, `law:${LAW}@2020-04-01`);
    expect(await kept()).toMatchObject([{ old_version: '2010-03-01', new_version: '2015-02-01' }]);
  });
});

describe('什么依据了变动的条文', () => {
  const changes = [
    { kind: 'changed', old: '2', new: '3' },
    { kind: 'renumbered', old: '3', new: '4' },
    { kind: 'removed', old: '4' },
  ] as const;
  const found = (...dependents: Dependent[]) =>
    findAffected(LAW, '2020-07-01', [...changes], dependents).map(({ id }) => id);

  it('为旧版写的规则和基准要重读，为新版写的和已经停用的不要', () => {
    expect(found(dependent('rule', '2', '2010-05-01'))).toEqual(['rule-2']);
    expect(found(dependent('rule', '2', '2020-07-01'))).toEqual([]);
    expect(found(dependent('rule', '2', '2010-05-01', '2020-06-30'))).toEqual([]);
    expect(found(dependent('rule', '2', '2010-05-01', '2020-07-01'))).toEqual(['rule-2']);
    expect(found(dependent('benchmark', '1', '2010-05-01'))).toEqual([]);
  });

  it('在办的案件和草稿，不论按哪个条号引用都列出', () => {
    expect(found(dependent('case', '2', '2010-05-01'), dependent('draft', '4', null))).toEqual([
      'case-2',
      'draft-4',
    ]);
    expect(found(dependent('case', '3', '2021-01-01'))).toEqual(['case-3']);
    expect(found(dependent('case', '5', '2021-01-01'))).toEqual([]);
  });

  it('同一规则从几款依据同一条，只列一次', () => {
    const rule = dependent('rule', '2', '2010-05-01');
    expect(found(rule, { ...rule, places: [{ law: LAW, article: '2', paragraph: 2 }] })).toEqual(['rule-2']);
  });

  it('别的规范的同号条文不算', () => {
    expect(found({ ...dependent('rule', '2', null), places: [{ law: '另一条例', article: '2' }] })).toEqual(
      [],
    );
  });

  it('写明要做什么', () => {
    expect(whatToReread({ kind: 'case', change: changes[0] })).toContain('第三十七条');
    expect(whatToReread({ kind: 'rule', change: changes[1] })).toContain('改正引用的条号');
    expect(whatToReread({ kind: 'rule', change: changes[2] })).toContain('由哪一条代替');
  });
});
