import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { chooseViolation, takeBackChoice } from '../../src/cases/choose-violation.ts';
import { createCase } from '../../src/cases/create-case.ts';
import { caseFileAt, getCase } from '../../src/cases/get-case.ts';
import { choiceNote } from '../../src/cases/last-choice.ts';
import { pastChoices } from '../../src/cases/past-choices.ts';
import { readAnyCaseFile } from '../../src/cases/read-case-file.ts';
import { saveCase } from '../../src/cases/save-case.ts';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { matchViolations } from '../../src/corpus/violations/match-violations.ts';
import { choicesFor } from '../../src/corpus/violations/past-choice.ts';
import { bundledViolations } from '../../src/corpus/violations/read-violations.ts';
import type { Database } from '../../src/db/database.ts';
import { addDays, today } from '../../src/law/dates.ts';
import { folderWith } from '../corpus/library.ts';
import { BASE_CASE } from '../review/base-case.ts';
import { HANDLER } from '../signing/reviewed-case.ts';
import { openTestDatabase } from '../support/database.ts';

const catalogue = bundledViolations();
const EXPIRED = catalogue.items.find(({ id }) => id === 'food-business-expired')!;
const FALSE_DATE = catalogue.items.find(({ id }) => id === 'food-business-change-date')!;
const SAID = '小卖部货架上面包过期三天还在卖';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function begin(id: string, change: Partial<CaseFile> = {}): Promise<void> {
  const { agency, party, field, jurisdiction } = BASE_CASE;
  const file = readAnyCaseFile({
    id,
    action: 'penalty',
    procedure: 'ordinary',
    title: '示例食品商行案',
    cause: '销售过期面包',
    ...{ agency, party, field, jurisdiction },
    violation: { name: SAID, facts: SAID },
    ...change,
  });
  await createCase(database.db, { file, by: HANDLER });
}

async function save(id: string, make: (file: CaseFile) => CaseFile, note: string): Promise<void> {
  const { file, revision } = await getCase(database.db, id);
  if (file.action !== 'penalty') throw new Error(id);
  await saveCase(database.db, { id, file: make(file), expectedRevision: revision, by: HANDLER, note });
}
const choose = (id: string, item: typeof EXPIRED) =>
  save(id, (file) => chooseViolation(file, item), choiceNote(item));
const names = async () => (await pastChoices(database.db)).map((one) => [one.case, one.name]);

describe('本机关以往的选定，存下的案件', () => {
  it('选定过的案件算，没有选定的不算；词取自当时所说的话', async () => {
    await begin('p1');
    await begin('p2');
    expect(await names()).toEqual([]);
    await choose('p1', EXPIRED);
    const [one, ...others] = await pastChoices(database.db);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ case: 'p1', name: EXPIRED.name, on: today(), own: true });
    expect(one?.agency).toBe(BASE_CASE.agency.name);
    expect(one?.words).toContain('面包');
    expect(one?.example).toBeUndefined();
  });

  it('改选的，词还是选定以前说的：前一次选定的名称不算说过', async () => {
    await begin('p9', { cause: SAID });
    await choose('p9', FALSE_DATE);
    await choose('p9', EXPIRED);
    const one = (await pastChoices(database.db)).find((past) => past.case === 'p9');
    expect(one?.name).toBe(EXPIRED.name);
    expect(one?.words).toContain('货架');
    for (const word of ['虚假', '标注', '经营', '超过']) expect(one?.words).not.toContain(word);
    await save('p9', (file) => ({ ...file, violation: { ...file.violation, name: '另一件事' } }), '更正');
  });

  it('改选的以后一次为准；撤销回前一次；之后改掉了的，不算', async () => {
    await choose('p1', FALSE_DATE);
    expect(await names()).toEqual([['p1', FALSE_DATE.name]]);
    const before = await caseFileAt(database.db, 'p1', 2);
    if (before.action !== 'penalty') throw new Error('p1');
    await save('p1', (file) => takeBackChoice(file, before, file), '撤销选定');
    expect(await names()).toEqual([['p1', EXPIRED.name]]);
    await save('p1', (file) => ({ ...file, violation: { ...file.violation, name: '另一件事' } }), '更正');
    expect(await names()).toEqual([]);
    await choose('p1', EXPIRED);
    expect(await names()).toEqual([['p1', EXPIRED.name]]);
  });

  it('示例案件的选定标明是示例；三年以前的不算', async () => {
    await begin('p3', { example: true });
    await choose('p3', EXPIRED);
    const all = await pastChoices(database.db);
    expect(all.map((one) => [one.case, one.example])).toEqual([
      ['p1', undefined],
      ['p3', true],
    ]);
    expect(await pastChoices(database.db, addDays(today(), 3 * 365 + 1))).toEqual([]);
  });

  it('匹配时说出件数和相同的词，自己的案件不算', async () => {
    const options = { book: loadReferenceBook(), asOf: '2025-03-03' };
    const agency = BASE_CASE.agency.name;
    const all = await pastChoices(database.db);
    const asked = async (except?: string) => {
      const choices = choicesFor(all, { agency, ...(except ? { except } : {}) });
      const found = await matchViolations(catalogue, '货架上的面包过期了还在卖', { ...options, choices });
      return found.find(({ id }) => id === EXPIRED.id)?.why.chosen;
    };
    expect(await asked()).toMatchObject({ count: 1 });
    expect((await asked())?.words).toContain('过期');
    expect(await asked('p1')).toBeNull();
  });
});

describe('本机关以往的选定，导入的案例', () => {
  const record = (id: string, more: object = {}) =>
    JSON.stringify({
      id,
      violation: '经营超过保质期的食品',
      facts: '当事人经营的小卖部货架上有超过保质期的面包三袋仍在销售，构成经营超过保质期的食品的行为。',
      articles: [
        '《中华人民共和国食品安全法》第三十四条第十项',
        '《中华人民共和国食品安全法》第一百二十四条第一款第五项',
      ],
      penalty: '罚款五千元',
      authority: '示例县市场监督管理局',
      date: addDays(today(), -100),
      ...more,
    });

  it('处罚条款通向一个事项的算，早于三年的、没有机关的、没有条款的不算', async () => {
    const lines = [
      record('r1'),
      record('r2', { date: addDays(today(), -3 * 365 - 1) }),
      record('r3', { date: addDays(today(), -3 * 365) }),
      record('r4', { authority: undefined }),
      record('r5', { articles: [] }),
    ];
    const files = folderWith({ 'cases.jsonl': lines.join('\n') });
    const report = await importPaths(database.db, [files], { kind: 'case', by: 'admin' });
    expect(report.added).toBe(5);
    const imported = (await pastChoices(database.db)).filter(({ own }) => !own);
    expect(imported.map((one) => one.case).sort()).toEqual(['case:r1', 'case:r3']);
    const choices = choicesFor(imported, { agency: '示例县市场监督管理局' });
    const found = await matchViolations(catalogue, SAID, {
      book: loadReferenceBook(),
      asOf: '2025-03-03',
      choices,
    });
    expect(found.find(({ id }) => id === EXPIRED.id)?.why.chosen).toMatchObject({ count: 2 });
    expect(choicesFor(imported, { agency: '示例乡市场监督管理局' })).toEqual([]);
  });
});
