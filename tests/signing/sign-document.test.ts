import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHandler } from '../../src/cases/add-handler.ts';
import { saveCase } from '../../src/cases/save-case.ts';
import type { Database } from '../../src/db/database.ts';
import { editDocument } from '../../src/documents/edit-document.ts';
import { getDocument, getDocumentVersion } from '../../src/documents/get-document.ts';
import { listRecords } from '../../src/records/list-records.ts';
import { exportFinal } from '../../src/signing/export-final.ts';
import { liveKey, rewrapKey } from '../../src/signing/keep-key.ts';
import { makeKey, unwrap } from '../../src/signing/signing-key.ts';
import { signingObstacles } from '../../src/signing/signing-obstacles.ts';
import { verifyPackage } from '../../src/signing/verify-package.ts';
import { COMPLETE_CASE } from '../documents/complete-case.ts';
import { TEST_BOOK } from '../review/test-book.ts';
import { openTestDatabase } from '../support/database.ts';
import {
  drafted,
  HANDLER,
  HEAD,
  PASSWORD,
  passed,
  REVIEWER,
  request,
  reviewed,
  sign,
  submitted,
} from './reviewed-case.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const headed = (id: string) => ({ ...HEAD, id });

const text = async (id: string, version: number) => (await getDocumentVersion(database.db, id, version)).text;
const edit = async (id: string, version: number, change: (body: string) => string) =>
  editDocument(database.db, {
    id,
    text: change(await text(id, version)),
    expectedVersion: version,
    by: HANDLER,
    book: TEST_BOOK,
  });

describe('signDocument', () => {
  it('signs exactly the reviewed bytes and keeps one verifiable package', async () => {
    const { db } = database;
    const { document, digest, stored } = await reviewed(db);
    const signature = await sign(db, document.id, digest);
    expect(verifyPackage(signature.packageBytes, { trustedKey: signature.keyFingerprint }).ok).toBe(true);
    expect((await getDocument(db, document.id)).state).toBe('signed');
    const final = await exportFinal(db, document.id);
    expect(createHash('sha256').update(final.docx).digest('hex')).toBe(digest);
    expect(final.fileName).toBe('行政处罚决定书（示市监罚〔2025〕1号）.docx');
    expect(final.signer).toBe(HEAD.name);
    const [entry] = await listRecords(db, { object: `document:${document.id}`, limit: 1 });
    expect(entry).toMatchObject({
      action: '签署文书',
      actor: HEAD.id,
      actorRole: 'head',
      digest: signature.packageDigest,
    });
    expect(entry!.detail).toMatchObject({ case: stored.id, documentDigest: digest });
  });

  it.each(['handler', 'reviewer', 'trainer', 'auditor', 'administrator'] as const)(
    'refuses the role %s',
    async (role) => {
      const { document, digest } = await reviewed(database.db);
      await expect(
        sign(database.db, document.id, digest, { signer: { id: 'u-x', name: '示例他', role } }),
      ).rejects.toMatchObject({ kind: 'not-allowed', message: expect.stringContaining('只有机关负责人') });
    },
  );

  it('refuses a wrong password and keeps nothing of the attempt', async () => {
    const { db } = database;
    const { document, digest } = await reviewed(db);
    const signer = headed('u-fresh');
    await expect(sign(db, document.id, digest, { password: 'wrong', signer })).rejects.toMatchObject({
      kind: 'not-allowed',
      message: expect.stringContaining('口令不对'),
    });
    expect(await liveKey(db, signer.id)).toBeUndefined();
    expect((await getDocument(db, document.id)).state).toBe('passed');
  });

  it('refuses a major decision that nobody reviewed, even when the head says that none is needed', async () => {
    const { db } = database;
    const { document, digest } = await drafted(db);
    await expect(sign(db, document.id, digest, { reviewNotRequired: true })).rejects.toMatchObject({
      kind: 'wrong-stage',
      message: expect.stringContaining('未经法制审核'),
    });
    await expect(exportFinal(db, document.id)).rejects.toMatchObject({ kind: 'wrong-stage' });
  });

  it('treats a decision of which nobody has settled whether it is major as a major one', async () => {
    const { db } = database;
    const { document, digest } = await drafted(db, { ...COMPLETE_CASE, major: undefined });
    await expect(sign(db, document.id, digest, { reviewNotRequired: true })).rejects.toMatchObject({
      message: expect.stringContaining('未经法制审核'),
    });
  });

  it('lets a decision that is not major be signed without review only on the head’s word', async () => {
    const { db } = database;
    const penalties = [{ type: 'fine' as const, amount: 500 }];
    const small = {
      ...COMPLETE_CASE,
      // Without a benchmark there is no tier that so small a fine would leave.
      benchmarkItem: undefined,
      violation: { ...COMPLETE_CASE.violation, itemCode: undefined },
      decision: { ...COMPLETE_CASE.decision!, penalties },
      proposal: { ...COMPLETE_CASE.proposal!, penalties },
    };
    const { document, digest } = await drafted(db, small);
    await expect(sign(db, document.id, digest)).rejects.toMatchObject({
      message: expect.stringContaining('请勾选确认'),
    });
    const signature = await sign(db, document.id, digest, { reviewNotRequired: true });
    const check = verifyPackage(signature.packageBytes).checks.find(
      (entry) => entry.name === '审核在先且通过',
    );
    expect(check).toMatchObject({ ok: true, found: '没有审核' });
  });

  it('refuses while the review is open and after it failed', async () => {
    const { db } = database;
    const { document, digest } = await drafted(db);
    await submitted(db, document.id);
    await expect(sign(db, document.id, digest)).rejects.toMatchObject({
      message: expect.stringContaining('正在法制审核中'),
    });
    await db.updateTable('documents').set({ state: 'returned' }).where('id', '=', document.id).execute();
    await expect(sign(db, document.id, digest)).rejects.toMatchObject({
      message: expect.stringContaining('没有通过'),
    });
  });

  it('refuses after an edit of the text, until the new version has passed', async () => {
    const { db } = database;
    const { document, digest } = await reviewed(db);
    await edit(document.id, 1, (body) => body.replace('没有从轻', '经核，没有从轻'));
    const second = (await getDocumentVersion(db, document.id, 2)).digest;
    for (const shown of [digest, second]) {
      await expect(sign(db, document.id, shown)).rejects.toMatchObject({ kind: 'wrong-stage' });
    }
    await passed(db, (await submitted(db, document.id)).id);
    await expect(sign(db, document.id, digest)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('不是您看到的那一版'),
    });
    expect((await sign(db, document.id, second)).documentId).toBe(document.id);
  });

  it('refuses after the case moved on, until the text was checked and reviewed again', async () => {
    const { db } = database;
    const { document, digest, stored } = await reviewed(db);
    await saveCase(db, {
      id: stored.id,
      file: { ...stored.file, cause: '另一案由' },
      expectedRevision: 1,
      by: HANDLER,
      note: '改案由',
    });
    await expect(sign(db, document.id, digest)).rejects.toMatchObject({
      message: expect.stringContaining('案件有改动'),
    });
    await edit(document.id, 1, (body) => body);
    const round = await submitted(db, document.id);
    await passed(db, round.id);
    await sign(db, document.id, round.digest);
  });

  it('refuses the handlers of the case and its reviewer, whatever their role has become', async () => {
    const { db } = database;
    const { document, digest } = await reviewed(db);
    for (const person of [HANDLER, REVIEWER]) {
      await expect(
        sign(db, document.id, digest, { signer: { ...person, role: 'head' } }),
      ).rejects.toMatchObject({ kind: 'not-allowed', message: expect.stringContaining(person.name) });
    }
  });

  it('refuses an officer of the case by certificate, and by name where no certificate tells them apart', async () => {
    const { db } = database;
    const { document, digest } = await reviewed(db);
    const officer = { id: 'u-o', name: '示例甲', role: 'head' as const };
    for (const signer of [officer, { ...officer, name: '别名', certificateNumber: 'SL-0001' }]) {
      await expect(sign(db, document.id, digest, { signer })).rejects.toMatchObject({ kind: 'not-allowed' });
    }
    await sign(db, document.id, digest, { signer: { ...officer, certificateNumber: 'SL-9999' } });
  });

  it('refuses bytes that no longer match their digest', async () => {
    const { db } = database;
    const { document, digest } = await reviewed(db);
    await db
      .updateTable('document_versions')
      .set({ docx: new Uint8Array([1, 2, 3]) })
      .where('document_id', '=', document.id)
      .execute();
    await expect(sign(db, document.id, digest)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('摘要不符'),
    });
  });

  it('refuses a case file changed behind the product’s back', async () => {
    const { db } = database;
    const { document, digest, stored } = await reviewed(db);
    await db
      .updateTable('cases')
      .set({ file: JSON.stringify({ ...stored.file, cause: '暗改' }) })
      .where('id', '=', stored.id)
      .execute();
    await expect(sign(db, document.id, digest)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('案件内容与保存的版本不符'),
    });
  });

  it('refuses a text with a gap', async () => {
    const { db } = database;
    const { document } = await drafted(db);
    await edit(document.id, 1, (body) => body.replace('示市监罚〔2025〕1号', '【文号待编】'));
    const question = request(document.id, '');
    const { obstacles } = await signingObstacles(db, question);
    expect(obstacles.map((obstacle) => obstacle.message).join()).toContain('【文号待编】');
    await expect(submitted(db, document.id)).rejects.toMatchObject({ kind: 'wrong-stage' });
  });

  it('signs once: a second and a simultaneous attempt are refused', async () => {
    const { db } = database;
    const { document, digest } = await reviewed(db);
    const results = await Promise.allSettled([sign(db, document.id, digest), sign(db, document.id, digest)]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    await expect(sign(db, document.id, digest)).rejects.toMatchObject({
      kind: 'wrong-stage',
      message: expect.stringContaining('已经签署'),
    });
    await expect(edit(document.id, 1, (body) => `${body}。`)).rejects.toMatchObject({ kind: 'wrong-stage' });
    const kept = await db.selectFrom('signatures').select('document_id').execute();
    expect(kept.filter((row) => row.document_id === document.id)).toHaveLength(1);
  });

  it('refuses when a handler is added who is the head', async () => {
    const { db } = database;
    const { document, digest, stored } = await reviewed(db);
    await addHandler(db, { id: stored.id, handler: { ...HEAD, role: 'handler' }, by: HANDLER });
    await expect(sign(db, document.id, digest)).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  it('does not hand out a package that was changed where it is kept', async () => {
    const { db } = database;
    const { document, digest } = await reviewed(db);
    const { packageBytes } = await sign(db, document.id, digest);
    const changed = packageBytes.slice();
    changed[100] = changed[100]! ^ 1;
    await db
      .updateTable('signatures')
      .set({ package: changed })
      .where('document_id', '=', document.id)
      .execute();
    await expect(exportFinal(db, document.id)).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('the signing key', () => {
  it('opens with its password only, and only for its own person', async () => {
    const { sealed } = await makeKey('u-1', PASSWORD);
    expect(await unwrap(sealed, PASSWORD)).toBeDefined();
    expect(await unwrap(sealed, `${PASSWORD}.`)).toBeUndefined();
    expect(await unwrap({ ...sealed, userId: 'u-2' }, PASSWORD)).toBeUndefined();
    expect(sealed.wrapped).not.toContain('PRIVATE');
  });

  it('stays the same key when the person changes the password', async () => {
    const { db } = database;
    const signer = headed('u-changes');
    const first = await reviewed(db);
    const one = await sign(db, first.document.id, first.digest, { signer });
    await rewrapKey(db, { by: signer, current: PASSWORD, next: 'another password' });
    const second = await reviewed(db);
    const two = await sign(db, second.document.id, second.digest, {
      signer,
      password: 'another password',
      checkPassword: async (_user, password) => password === 'another password',
    });
    expect(two.keyFingerprint).toBe(one.keyFingerprint);
  });

  it('is retired and replaced after a reset, and both steps are on record', async () => {
    const { db } = database;
    const signer = headed('u-reset');
    const first = await reviewed(db);
    const one = await sign(db, first.document.id, first.digest, { signer });
    const second = await reviewed(db);
    const two = await sign(db, second.document.id, second.digest, {
      signer,
      password: 'reset password',
      checkPassword: async (_user, password) => password === 'reset password',
    });
    expect(two.keyFingerprint).not.toBe(one.keyFingerprint);
    const entries = await listRecords(db, { object: `person:${signer.id}`, limit: 10 });
    expect(entries.map((entry) => entry.action).sort()).toEqual(
      ['停用签名密钥', '启用签名密钥', '启用签名密钥'].sort(),
    );
    const keys = await db.selectFrom('signing_keys').selectAll().where('user_id', '=', signer.id).execute();
    expect(keys).toHaveLength(2);
    expect(keys.filter((key) => key.retired_at === null)).toHaveLength(1);
    expect(verifyPackage(one.packageBytes).ok).toBe(true);
  });
});
