import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCase } from '../../src/cases/create-case.ts';
import { exampleCaseFile, exampleCaseFiles } from '../../src/cases/example-case-files.ts';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import type { Dependent } from '../../src/corpus/versions/dependent.ts';
import type { Database } from '../../src/db/database.ts';
import { restingOnLaw } from '../../src/review/rules/resting-on-law.ts';
import { articleLine, folderWith } from '../corpus/library.ts';
import { openTestDatabase } from '../support/database.ts';

const PENALTY = '中华人民共和国行政处罚法';
const HANDLER = { id: 'h', name: '示例', role: 'handler' } as const;

describe('什么依据了法条', () => {
  let database: Database;
  let resting: Dependent[];
  beforeAll(async () => {
    database = await openTestDatabase();
    const { db } = database;
    for (const file of exampleCaseFiles()) await createCase(db, { file, by: HANDLER });
    const { id } = exampleCaseFiles().find((file) => file.action === 'penalty')!;
    await db
      .insertInto('documents')
      .values({
        id: 'd',
        case_id: id,
        form: 'penalty-decision',
        title: '示例决定书',
        state: 'draft',
        current_version: 2,
      })
      .execute();
    for (const [version, body] of [
      [1, '根据《中华人民共和国行政处罚法》第一条'],
      [2, '根据《行政处罚法》第五十七条第一款第（一）项的规定'],
    ] as const) {
      await db
        .insertInto('document_versions')
        .values({
          document_id: 'd',
          version,
          case_revision: 1,
          body,
          docx: new Uint8Array(),
          digest: 'x',
          draft: '{}',
          by_user: 'h',
          note: '',
        })
        .execute();
    }
    resting = await restingOnLaw(db, loadReferenceBook());
  });
  afterAll(() => database.close());
  const of = (kind: Dependent['kind']) => resting.filter((one) => one.kind === kind);

  it('规则连同各自依据的起止日', () => {
    const hearing = of('rule').filter(
      ({ places }) => places[0]!.law === PENALTY && places[0]!.article === '63',
    );
    expect(hearing.length).toBeGreaterThan(0);
    expect(hearing[0]!.from).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('裁量基准连同违反的条文和罚则', () => {
    const item = loadReferenceBook().benchmarks()[0]!.items[0]!;
    const found = of('benchmark').find(({ id }) => id === item.id)!;
    expect(found.places).toContainEqual(loadReferenceBook().sanction(item.sanction)!.provision);
    expect(found.places.length).toBe(item.breached.length + 1);
  });

  it('没有签署的文书按最新一版，简称补成全称', () => {
    expect(of('draft')).toMatchObject([
      { id: 'd', places: [{ law: PENALTY, article: '57', paragraph: 1, item: 1 }] },
    ]);
  });

  it('没有作出决定的案件才算在办', async () => {
    const decided = exampleCaseFiles().filter(
      (file) => file.action === 'penalty' && file.decision?.date && !file.decision.draft,
    );
    const listed = of('case').map(({ id }) => id);
    expect(listed.length).toBeGreaterThan(0);
    for (const { id } of decided) expect(listed).not.toContain(id);
    const open = of('case').find(({ places }) => places.length > 0)!;
    expect(open.from).toBe(
      exampleCaseFile(open.id).violation.endedOn ?? exampleCaseFile(open.id).violation.startedOn,
    );
  });

  it('行政处罚法修改一条，依据它的草稿和案件随导入列出', async () => {
    const law = (date: string, text: string) => articleLine(PENALTY, date, '第五十七条', text);
    const folder = folderWith({
      'laws.jsonl': [
        law('2021-01-22', '示例文字：调查终结，机关负责人应当对调查结果进行审查，分别作出决定。'),
        law('2031-01-01', '示例文字：调查终结，机关负责人应当在五日内对调查结果进行审查，分别作出决定。'),
      ].join('\n'),
    });
    const { changes } = await importPaths(database.db, [folder], { dependents: async () => resting });
    expect(changes).toHaveLength(1);
    const kinds = new Set(changes[0]!.affected.map(({ kind }) => kind));
    expect(kinds).toContain('rule');
    expect(kinds).toContain('draft');
  });
});
