import { createHash } from 'node:crypto';
import type { Day } from '../law/dates.ts';
import { NORM_LEVELS, type NormLevel } from '../law/penalties.ts';
import type { Repeal } from './versions/read-repeals.ts';
import type { OwnList } from './violations/own-violation.ts';

export type EntryKind = 'law' | 'benchmark' | 'case';

/** What can be imported: entries to be searched, or an agency's own list of items. */
export type SourceKind = EntryKind | 'items';

/** What a reader found out about a source: one version of a norm, one benchmark, one file of entries. */
export interface SourceDraft {
  kind: SourceKind;
  /** What is replaced as a whole: `law:<title>@<date>`, `benchmark:<id>`, `items:<agency>`, `file:<name>`. */
  key: string;
  origin: 'bundled' | 'imported';
  title: string;
  /** Day of adoption or amendment; `null` where the source does not say. */
  versionDate: Day | null;
  number?: string;
  /** 制定机关. */
  issuer?: string;
  level?: string;
  region?: string;
  /** First and last day in force, where the source states them. */
  statedFrom?: Day;
  statedTo?: Day;
  replacedBy?: string;
  /** Norms that it repeals, where we know this otherwise than from its text. */
  repeals?: Repeal[];
  lastArticle?: number;
  /** False when the entries cover only some articles. */
  complete?: boolean;
  /** SHA-256 of everything that would be stored: the same digest means that nothing changed. */
  digest: string;
  file: string;
  /** The text of its paper as it was read, pages parted by form feeds; where it was cleaned before it was cut. */
  original?: string;
  /** Of kind `items` alone, which has no entries. */
  ownList?: OwnList;
}

export interface EntryDraft {
  id: string;
  title: string;
  law?: string;
  article?: string;
  chapter?: string;
  text: string;
  textIs: 'official' | 'gist';
  region?: string;
  payload?: Record<string, unknown>;
  /** What is searched besides title and text. */
  alsoSearched?: string;
}

/** One thing that a reader found: a source to store, or a fault to report and pass over. */
export type Reading =
  | { source: SourceDraft; entries: EntryDraft[] | AsyncIterable<EntryDraft> }
  /** `stored`: the source was read all the same; the words are what people should know of it. */
  | { fault: string; stored?: true };

/** Id of a version of a norm; `unknown` where the day of adoption is not known. */
export function versionId(title: string, versionDate: Day | null): string {
  return `${title}@${versionDate ?? 'unknown'}`;
}

/** What the database cannot hold (the zero character, halves of surrogate pairs) becomes harmless. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The level of a norm from its Chinese name or our own; `undefined` when it is neither. */
export function levelNamed(name: string | null | undefined): NormLevel | undefined {
  if (!name) return undefined;
  if (name === '宪法') return 'law';
  if (name in NORM_LEVELS) return name as NormLevel;
  return (Object.keys(NORM_LEVELS) as NormLevel[]).find((level) => NORM_LEVELS[level] === name);
}
