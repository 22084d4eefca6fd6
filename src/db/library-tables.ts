import type { ColumnType } from 'kysely';
import type { Json, Moment } from './tables.ts';

/** The text of the paper of a source as it was read. */
export interface LibraryOriginalRow {
  source: number;
  sha256: string;
  text: string;
}

/** 修改决定: a norm that it changes, as `plainTitle` writes its title. */
export interface LawAmendmentRow {
  source: number;
  target: string;
}

/** 废止: what an article of a source says about another norm. */
export interface LawRepealRow {
  source: number;
  article: string;
  target: string;
  part: boolean;
  day: string | null;
}

/** 行政执法事项清单: an agency's own list of items, one source of the library. `map` is null where the headings were usual ones. */
export interface OwnListRow {
  source: number;
  agency: string;
  map: ColumnType<unknown, string | null, string | null>;
}

/** One item of an agency's own list, in the order of the list. */
export interface OwnViolationRow {
  source: number;
  place: number;
  item: Json;
}

/** What changed between two versions of a norm. */
export interface LawChangeRow {
  title: string;
  old_version: string;
  new_version: string;
  import_run: string | null;
  found_at: Moment;
  articles: Json;
  affected: Json;
}

/** One run of an import, kept so that it can be looked at and undone. */
export interface LibraryImportRow {
  id: string;
  by_user: string | null;
  started_at: Moment;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  undone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  undone_by: ColumnType<string | null, string | null | undefined, string | null>;
  report: ColumnType<unknown, string | null | undefined, string | null>;
}
