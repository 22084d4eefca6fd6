import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/open-database.ts';
import { getDocumentVersion } from '../../src/documents/get-document.ts';
import { verifyRecords } from '../../src/records/verify-records.ts';
import { sha256 } from '../../src/signing/package-digests.ts';
import { verifyPackage } from '../../src/signing/verify-package.ts';

const CHILD = join(import.meta.dirname, 'sign-until-killed.ts');

/** Runs the child and kills it `delay` ms after it is ready to sign; returns the ids whose signature it acknowledged. */
async function killAfter(folder: string, delay: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  createInterface(child.stdout).on('line', (line) => {
    if (line === 'ready') timer = setTimeout(() => child.kill('SIGKILL'), delay);
    if (line.startsWith('signed ')) acknowledged.push(line.slice('signed '.length));
    if (line === 'done') child.kill('SIGKILL');
  });
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
  clearTimeout(timer);
  expect(signal).toBe('SIGKILL');
  return acknowledged;
}

describe('a signature and SIGKILL', () => {
  it('leaves whole signatures or none, and loses no acknowledged one', { timeout: 240_000 }, async () => {
    for (const delay of [5, 90 + Math.random() * 150, 250 + Math.random() * 400]) {
      const folder = mkdtempSync(join(tmpdir(), 'mingcai-kill-'));
      try {
        const acknowledged = await killAfter(folder, delay);
        const database = await openDatabase({ dataFolder: folder });
        const { db } = database;
        const documents = await db.selectFrom('documents').selectAll().execute();
        const signatures = await db.selectFrom('signatures').selectAll().execute();
        const keys = await db.selectFrom('signing_keys').selectAll().execute();
        expect(documents).toHaveLength(3);
        const signed = signatures.map((signature) => signature.document_id);
        for (const id of acknowledged) expect(signed).toContain(id);
        for (const document of documents) {
          expect(document.state).toBe(signed.includes(document.id) ? 'signed' : 'passed');
        }
        for (const signature of signatures) {
          expect(verifyPackage(new Uint8Array(signature.package)).ok).toBe(true);
          expect(sha256(new Uint8Array(signature.package))).toBe(signature.package_digest);
          const version = await getDocumentVersion(db, signature.document_id, signature.version);
          expect(version.digest).toBe(signature.digest);
        }
        expect(keys).toHaveLength(signatures.length > 0 ? 1 : 0);
        const records = await db
          .selectFrom('record_entries')
          .select('object')
          .where('action', '=', '签署文书')
          .execute();
        expect(records.map((entry) => entry.object).sort()).toEqual(
          signed.map((id) => `document:${id}`).sort(),
        );
        expect(await verifyRecords(db)).toMatchObject({ ok: true });
        await database.close();
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  });
});
