import type { Selectable } from 'kysely';
import type { CaseRow } from '../db/tables.ts';
import type { Person } from '../staff/person.ts';
import type { AnyCaseFile } from './case-file.ts';

/** Who acts. Every change to a case is a named person's. */
export type Actor = Pick<Person, 'id' | 'name' | 'role'>;

/** 案件 as kept: the case file with its revision and the people who handle it (承办人, ids of people). */
export interface StoredCase {
  id: string;
  number?: string;
  title: string;
  revision: number;
  file: AnyCaseFile;
  handlers: string[];
  createdAt: Date;
  updatedAt: Date;
  example: boolean;
}

/** One kept revision of a case file. */
export interface CaseRevision {
  revision: number;
  file: AnyCaseFile;
  by: string;
  at: Date;
  note: string;
}

export function storedCaseFromRow(row: Selectable<CaseRow>, handlers: string[]): StoredCase {
  return {
    id: row.id,
    ...(row.number === null ? {} : { number: row.number }),
    title: row.title,
    revision: row.revision,
    file: row.file as AnyCaseFile,
    handlers,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    example: row.example,
  };
}
