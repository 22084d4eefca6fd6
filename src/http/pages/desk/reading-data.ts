import type { CaseFile } from '../../../cases/case-file.ts';
import type { Db } from '../../../db/database.ts';
import { type Decision, decisionsOf } from '../../../dossiers/decisions-of.ts';
import { type FactRow, factStates } from '../../../dossiers/fact-states.ts';
import {
  type DossierFile,
  dossierFiles,
  latestReading,
  type StoredReading,
} from '../../../dossiers/stored-reading.ts';
import type { PaperOrigin } from './paper-view.tsx';

/** What was read of a case, with each fact as it stands now. */
export interface ReadingData {
  reading: StoredReading;
  rows: FactRow[];
  /** Who decided of a fact, and when, by the path of its row. */
  decisions: Map<string, Decision>;
  files: DossierFile[];
}

/** `undefined` where the case was not read from papers. */
export async function readingData(db: Db, file: CaseFile): Promise<ReadingData | undefined> {
  const reading = await latestReading(db, file.id);
  if (!reading) return undefined;
  const rows = factStates(file, reading);
  const decisions = await decisionsOf(db, reading, rows);
  return { reading, rows, decisions, files: await dossierFiles(db, file.id) };
}

/** Where a paper stands in what was handed in; its original is the archive, where it came in one. */
export function originOf({ reading, files }: ReadingData, paperId: string): PaperOrigin | undefined {
  const paper = reading.papers.find(({ id }) => id === paperId);
  if (!paper) return undefined;
  const { file, pages, ocr } = paper;
  const given = files.find(({ name }) => name === file || file.startsWith(`${name}/`));
  const href = given && `/cases/${encodeURIComponent(reading.caseId)}/originals/${given.sha256}`;
  return { file, pages, ocr, href, archive: given !== undefined && given.name !== file };
}
