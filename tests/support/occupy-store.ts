import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Db } from '../../src/db/database.ts';
import { appendRecord } from '../../src/records/append-record.ts';

/**
 * Makes a store somebody's: a case with all kinds of values, entries in the process record, a job that waits, and, with a
 * data folder, files beside the database. Returns the paths of these.
 */
export async function occupyStore(db: Db, dataFolder?: string): Promise<string[]> {
  await db
    .insertInto('cases')
    .values({
      id: 'case-1',
      title: '示例案件',
      field: 'market',
      jurisdiction: 'demo',
      example: false,
      revision: 1,
      file: JSON.stringify({ 甲: [1.5, null, '"\\'], big: 12345678901234567890n.toString() }),
      created_by: 'p1',
      created_at: '2026-11-22T01:02:03.456789Z',
    })
    .execute();
  await db
    .insertInto('documents')
    .values({
      id: 'd1',
      case_id: 'case-1',
      form: 'decision',
      title: '决定书',
      state: 'draft',
      current_version: 1,
    })
    .execute();
  await db
    .insertInto('document_versions')
    .values({
      document_id: 'd1',
      version: 1,
      case_revision: 1,
      body: '第一行\n第二行\t𠮷',
      docx: Uint8Array.from({ length: 5000 }, (_, index) => (index * index) % 256),
      digest: 'x',
      draft: JSON.stringify(null),
      by_user: 'p1',
      note: '',
    })
    .execute();
  for (const object of ['case:1', 'case:2', 'case:3'])
    await appendRecord(db, {
      actor: 'p1',
      actorRole: 'handler',
      action: 'case.created',
      object,
      detail: { n: 0.1 },
    });
  await db
    .insertInto('job_progress')
    .values({ id: 'j1', kind: 'read-dossier', subject: 'case-1', state: 'waiting', started_by: 'p1' })
    .execute();
  if (dataFolder === undefined) return [];
  const original = Buffer.from('示例原件'.repeat(1000));
  const recording = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
  const files: [string, Buffer][] = [
    [`files/${digest(original).slice(0, 2)}/${digest(original)}`, original],
    [`recordings/${digest(recording).slice(0, 2)}/${digest(recording)}`, recording],
    ['recordings/.incoming/upload-1', recording.subarray(0, 1000)],
    [
      'imports/i1/一个名字很长很长很长很长很长很长很长很长很长很长很长很长很长的文件.txt',
      Buffer.from('示例'),
    ],
    ['evaluation.json', Buffer.from('{}')],
    ['empty', Buffer.alloc(0)],
  ];
  for (const [path, bytes] of [
    ...files,
    ['files/.incoming/x/1', original] as const,
    ['speech/engine', original] as const,
  ]) {
    mkdirSync(dirname(join(dataFolder, path)), { recursive: true });
    writeFileSync(join(dataFolder, path), bytes);
  }
  return files.map(([path]) => path).sort();
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
