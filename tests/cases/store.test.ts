import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHandler } from '../../src/cases/add-handler.ts';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { createCase } from '../../src/cases/create-case.ts';
import { digestOfCase } from '../../src/cases/digest-of-case.ts';
import { caseFileAt, caseRevisions, getCase } from '../../src/cases/get-case.ts';
import { listCases } from '../../src/cases/list-cases.ts';
import { removeExamples } from '../../src/cases/remove-examples.ts';
import { saveCase } from '../../src/cases/save-case.ts';
import type { Database } from '../../src/db/database.ts';
import { listRecords } from '../../src/records/list-records.ts';
import { verifyRecords } from '../../src/records/verify-records.ts';
import { BASE_CASE } from '../review/base-case.ts';
import { HANDLER, HEAD, OTHER_HANDLER, REVIEWER, reviewed, sign } from '../signing/reviewed-case.ts';
import { openTestDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const file = (id: string, change: Partial<CaseFile> = {}): CaseFile => ({ ...BASE_CASE, id, ...change });
const save = (id: string, expectedRevision: number, change: Partial<CaseFile>, by = HANDLER) =>
  saveCase(database.db, { id, file: file(id, change), expectedRevision, by, note: '补充' });

describe('the case store', () => {
  it('keeps a new case as revision 1, handled by its creator, on record', async () => {
    const stored = await createCase(database.db, { file: file('s1'), by: HANDLER });
    expect(stored).toMatchObject({ id: 's1', revision: 1, handlers: [HANDLER.id], example: true });
    expect(stored.file).toEqual(BASE_CASE.id === 's1' ? BASE_CASE : file('s1'));
    const [entry] = await listRecords(database.db, { object: 'case:s1', limit: 1 });
    expect(entry).toMatchObject({ action: '建立案件', actor: HANDLER.id, digest: digestOfCase(file('s1')) });
  });

  it('refuses a taken id, a faulty file and anyone but a handler, leaving nothing behind', async () => {
    await expect(createCase(database.db, { file: file('s1'), by: HANDLER })).rejects.toMatchObject({
      kind: 'conflict',
    });
    const faulty = { ...file('s2'), party: {} } as CaseFile;
    await expect(createCase(database.db, { file: faulty, by: HANDLER })).rejects.toMatchObject({
      kind: 'invalid-input',
    });
    await expect(createCase(database.db, { file: file('s2'), by: REVIEWER })).rejects.toMatchObject({
      kind: 'not-allowed',
    });
    await expect(getCase(database.db, 's2')).rejects.toMatchObject({ kind: 'not-found' });
    expect(await listRecords(database.db, { object: 'case:s2', limit: 5 })).toEqual([]);
  });

  it('keeps every revision and refuses to overwrite one that the person has not seen', async () => {
    await createCase(database.db, { file: file('s3'), by: HANDLER });
    expect((await save('s3', 1, { cause: '案由二' })).revision).toBe(2);
    await expect(save('s3', 1, { cause: '案由三' })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('第 2 版'),
    });
    expect((await caseRevisions(database.db, 's3')).map((entry) => entry.revision)).toEqual([2, 1]);
    expect((await caseFileAt(database.db, 's3', 1)).cause).toBe(BASE_CASE.cause);
    expect((await caseFileAt(database.db, 's3', 2)).cause).toBe('案由二');
    await expect(caseFileAt(database.db, 's3', 3)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('lets one of two simultaneous savers win', async () => {
    await createCase(database.db, { file: file('s4'), by: HANDLER });
    const results = await Promise.allSettled([
      save('s4', 1, { cause: '甲' }),
      save('s4', 1, { cause: '乙' }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await getCase(database.db, 's4')).revision).toBe(2);
  });

  it('does not make a revision of an unchanged file', async () => {
    await createCase(database.db, { file: file('s5'), by: HANDLER });
    expect((await save('s5', 1, {})).revision).toBe(1);
    expect(await caseRevisions(database.db, 's5')).toHaveLength(1);
  });

  it('keeps a note without what the database cannot hold', async () => {
    await createCase(database.db, { file: file('s8'), by: HANDLER });
    const changed = file('s8', { cause: '乙' });
    await saveCase(database.db, {
      id: 's8',
      file: changed,
      expectedRevision: 1,
      by: HANDLER,
      note: '改\u0000正',
    });
    expect((await caseRevisions(database.db, 's8')).map((kept) => kept.note)).toContain('改正');
  });

  it('is changed by its own handlers alone, and never its id', async () => {
    await createCase(database.db, { file: file('s6'), by: HANDLER });
    for (const by of [OTHER_HANDLER, REVIEWER, HEAD]) {
      await expect(save('s6', 1, { cause: '甲' }, by as typeof HANDLER)).rejects.toMatchObject({
        kind: 'not-allowed',
      });
    }
    await expect(
      saveCase(database.db, { id: 's6', file: file('s7'), expectedRevision: 1, by: HANDLER, note: '' }),
    ).rejects.toMatchObject({ kind: 'invalid-input' });
    const more = await addHandler(database.db, { id: 's6', handler: OTHER_HANDLER, by: HANDLER });
    expect([...more.handlers].sort()).toEqual([HANDLER.id, OTHER_HANDLER.id].sort());
    expect((await save('s6', 1, { cause: '甲' }, OTHER_HANDLER)).revision).toBe(2);
  });

  it('finds cases by word, field, handler and kind, and takes wildcards for characters', async () => {
    await createCase(database.db, {
      file: file('real', { title: '100%纯净水案', example: false, field: 'work-safety' }),
      by: OTHER_HANDLER,
    });
    const ids = async (filter: Parameters<typeof listCases>[1]) =>
      (await listCases(database.db, filter)).map((stored) => stored.id);
    expect(await ids({ text: '100%' })).toEqual(['real']);
    expect(await ids({ text: '%' })).toEqual(['real']);
    expect(await ids({ text: '_' })).toEqual([]);
    expect(await ids({ text: ' 100%\u0000\u200b' })).toEqual(['real']);
    expect(await ids({ field: 'work-safety' })).toEqual(['real']);
    expect(await ids({ example: false })).toEqual(['real']);
    expect(await ids({ handler: OTHER_HANDLER.id, sort: 'title' })).toContain('s6');
    expect(await ids({ handler: 'nobody' })).toEqual([]);
    expect(await ids({ limit: 2 })).toHaveLength(2);
  });

  it('removes the examples, signed ones included, and nothing else; the record stays whole', async () => {
    const { document, digest } = await reviewed(database.db);
    await sign(database.db, document.id, digest);
    await expect(removeExamples(database.db, REVIEWER)).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(await removeExamples(database.db, HANDLER)).toBeGreaterThan(3);
    expect((await listCases(database.db)).map((stored) => stored.id)).toEqual(['real']);
    expect(await removeExamples(database.db, HANDLER)).toBe(0);
    expect(await verifyRecords(database.db)).toMatchObject({ ok: true });
  });
});
