import { randomUUID } from 'node:crypto';
import type { CaseFile } from '../cases/case-file.ts';
import type { Db } from '../db/database.ts';
import type { SkippedFile } from '../files/file-text.ts';
import type { CaseFact, Conflict } from './assemble-case.ts';
import type { Decided } from './decided-by-people.ts';
import type { Paper } from './paper.ts';
import type { ReadDossier } from './read-papers.ts';

/** A file of the dossier as it was handed in. */
export interface DossierFile {
  /** Its path inside what was handed in. */
  name: string;
  sha256: string;
  /** Bytes. */
  bytes: number;
}

/** 阅卷结果 as it was kept: what was read, apart from the words of the papers, which stand in the case file. */
export interface StoredReading {
  id: string;
  caseId: string;
  caseRevision: number;
  by: string;
  at: Date;
  /** The case file as the papers alone have it, before what anybody decided, without their words. */
  file: CaseFile;
  keys: Record<string, string>;
  /** What people had decided before. */
  decided?: Decided[];
  papers: Omit<Paper, 'text'>[];
  facts: CaseFact[];
  conflicts: Conflict[];
  faults: ReadDossier['faults'];
  missing: string[];
  instructions: ReadDossier['instructions'];
  skipped: SkippedFile[];
}

type Kept = Omit<StoredReading, 'id' | 'caseId' | 'caseRevision' | 'by' | 'at'>;

/** Keeps what was read; the caller says at which revision of the case. */
export async function keepReading(
  trx: Db,
  input: {
    caseId: string;
    caseRevision: number;
    by: string;
    read: ReadDossier;
    decided: Decided[];
    skipped: SkippedFile[];
  },
): Promise<string> {
  const { case: _, asRead: file, papers, ...rest } = input.read;
  const reading: Kept = {
    ...rest,
    file: { ...file, papers: file.papers?.map(({ text: __, ...paper }) => paper) ?? [] },
    papers: papers.map(({ text: __, ...paper }) => paper),
    decided: input.decided,
    skipped: input.skipped,
  };
  const id = randomUUID();
  await trx
    .insertInto('dossier_readings')
    .values({
      id,
      case_id: input.caseId,
      case_revision: input.caseRevision,
      reading: JSON.stringify(reading),
      by_user: input.by,
    })
    .execute();
  return id;
}

/** The latest reading of a case; `undefined` where its file was never read from papers. */
export async function latestReading(db: Db, caseId: string): Promise<StoredReading | undefined> {
  const row = await db
    .selectFrom('dossier_readings')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, case_revision: caseRevision, by_user: by, at, reading } = row;
  return { id, caseId, caseRevision, by, at, ...(reading as Kept) };
}

/** Was the file of this case read from papers? */
export async function hasReading(db: Db, caseId: string): Promise<boolean> {
  const row = await db
    .selectFrom('dossier_readings')
    .select('id')
    .where('case_id', '=', caseId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The files of a case in the order in which they were handed in. */
export async function dossierFiles(db: Db, caseId: string): Promise<DossierFile[]> {
  const rows = await db
    .selectFrom('dossier_files')
    .select(['name', 'sha256', 'bytes'])
    .where('case_id', '=', caseId)
    .orderBy('added_at')
    .orderBy('name')
    .execute();
  return rows.map(({ name, sha256, bytes }) => ({ name, sha256, bytes: Number(bytes) }));
}
