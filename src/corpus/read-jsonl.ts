import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { decodeText } from '../files/decode-text.ts';
import { isDay } from '../law/dates.ts';
import { maskPersonalData } from '../law/mask-personal-data.ts';
import { articleNumber } from './article-number.ts';
import { knownHead } from './benchmarks/known-head.ts';
import { MAX_LINE_BYTES, readLines } from './read-lines.ts';
import { type EntryDraft, type EntryKind, type Reading, sha256, versionId } from './source-draft.ts';
import { caseOfObject } from './sources/case-entry.ts';
import { damagedStatutes, type LineMark } from './sources/damaged-statutes.ts';
import { type BenchmarkRow, benchmarkLine, benchmarkOfRows } from './sources/sheets/benchmark-rows.ts';
import type { SheetMap } from './sources/sheets/sheet-map.ts';
import { type StatuteLine, statuteOfLines } from './sources/statute-of-lines.ts';

/** Bad lines named one by one; the rest of a file's are counted. */
const NAMED_FAULTS = 20;

type LineResult =
  | { statute: StatuteLine }
  | { row: BenchmarkRow }
  | { pastCase: EntryDraft }
  | { entry: EntryDraft }
  /** `of`: the version of the statute whose line it is, where that can be read; `unreadable`: nothing can. */
  | { fault: string; of?: string; unreadable?: true };

/**
 * Reads JSON lines: articles of statutes, grouped into versions, or plain `{id, title, text}` entries.
 * A bad line is a fault with its number; the good ones are read all the same.
 */
export async function* readJsonl(
  file: string,
  options: {
    kind?: EntryKind | undefined;
    keepNames?: boolean | undefined;
    map?: SheetMap | undefined;
    signal?: AbortSignal | undefined;
  } = {},
): AsyncGenerator<Reading> {
  const { kind = 'law', keepNames = false, signal } = options;
  const tables = new Map<string, BenchmarkRow[]>();
  const cases = new Map<string, EntryDraft>();
  const versions = new Map<string, StatuteLine[]>();
  const marks: LineMark[] = [];
  const incomplete = new Set<string>();
  const digest = createHash('sha256');
  const ids = new Set<string>();
  const bad = new Set<number>();
  const faults: string[] = [];
  let lines = 0;
  for await (const line of readLines(file, signal)) {
    if (++lines % 500 === 0) await nextTurn();
    const result = readLine(line.bytes, kind, keepNames);
    if ('row' in result) {
      const rows = tables.get(result.row.table);
      if (rows) rows.push(result.row);
      else tables.set(result.row.table, [result.row]);
    } else if ('pastCase' in result && !cases.has(result.pastCase.id)) {
      cases.set(result.pastCase.id, result.pastCase);
    } else if ('statute' in result) {
      const key = versionId(result.statute.law, result.statute.versionDate);
      const known = versions.get(key);
      if (known) known.push(result.statute);
      else versions.set(key, [result.statute]);
      marks.push({ key, number: Number.parseInt(result.statute.article, 10) });
    } else if ('entry' in result && !ids.has(result.entry.id)) {
      ids.add(result.entry.id);
      digest.update(JSON.stringify([result.entry.id, result.entry.title, result.entry.text]));
    } else {
      bad.add(line.number);
      if ('unreadable' in result) marks.push('unreadable');
      if ('of' in result && result.of) incomplete.add(result.of);
      const reason = 'fault' in result ? result.fault : `编号“${idOf(result)}”在本文件中重复`;
      if (bad.size <= NAMED_FAULTS) faults.push(`第 ${line.number} 行：${reason}，已跳过`);
    }
  }
  for (const key of damagedStatutes(marks)) incomplete.add(key);
  for (const key of incomplete) {
    const law = versions.get(key)?.[0]?.law;
    if (law)
      yield {
        fault: `《${law}》有读不出的行，按不完整的文本保存：没有读到的条文答“未知”，不当作没有这一条或者已经删去；改正后再次导入即可`,
      };
  }
  for (const fault of faults) yield { fault };
  if (bad.size > NAMED_FAULTS) yield { fault: `另有 ${bad.size - NAMED_FAULTS} 行有误，已跳过` };
  if (lines === 0) yield { fault: '文件是空的' };
  for (const [key, articles] of versions) yield* statuteOfLines(articles, file, incomplete.has(key));
  for (const [table, rows] of tables)
    yield* benchmarkOfRows(table, rows, basename(file), { known: knownHead(options.map) });
  if (cases.size > 0) yield caseEntries([...cases.values()], file);
  if (ids.size === 0) return;
  yield {
    source: {
      kind,
      key: `file:${basename(file)}`,
      origin: 'imported',
      title: basename(file),
      versionDate: null,
      digest: `${kind}:${digest.digest('hex')}`,
      file: basename(file),
    },
    entries: readEntries(file, kind, keepNames, bad, signal),
  };
}

/** The second reading of plain entries: one at a time, so that a file of any size fits. */
async function* readEntries(
  file: string,
  kind: EntryKind,
  keepNames: boolean,
  bad: Set<number>,
  signal?: AbortSignal,
): AsyncGenerator<EntryDraft> {
  for await (const line of readLines(file, signal)) {
    if (bad.has(line.number)) continue;
    const result = readLine(line.bytes, kind, keepNames);
    if ('entry' in result) yield result.entry;
  }
}

function readLine(bytes: Uint8Array | undefined, kind: EntryKind, keepNames: boolean): LineResult {
  if (!bytes) return { fault: `这一行超过 ${MAX_LINE_BYTES / 2 ** 20} MB`, unreadable: true };
  const text = decodeText(bytes);
  if (text === undefined) return { fault: '不是文本（既非 UTF-8 也非 GB18030）', unreadable: true };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { fault: '不是完整的 JSON', unreadable: true };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { fault: '应为一个 JSON 对象', unreadable: true };
  const fields = value as Record<string, unknown>;
  if ('law' in fields && ('article_no' in fields || 'article_int' in fields)) return readStatuteLine(fields);
  if ('id' in fields && 'text' in fields) return readPlainLine(fields, kind, keepNames);
  const row = benchmarkLine(fields);
  if (row) return { row };
  const pastCase = caseOfObject(fields, keepNames);
  if (pastCase) return { pastCase };
  return {
    fault:
      '既不是法条（law、article_no、text）、裁量基准（benchmark、violation）、案例，也没有 id、title、text',
  };
}

function readStatuteLine(fields: Record<string, unknown>): LineResult {
  const law = string(fields.law)?.trim();
  const text = string(fields.text);
  const date = string(fields.version_date);
  const versionDate = date && isDay(date) ? date : null;
  if (!law || law.length > 300) return { fault: 'law 应为规范的全称', unreadable: true };
  const of = versionId(law, versionDate);
  if (!text?.trim()) return { fault: 'text 应为条文', of };
  const article =
    articleNumber(string(fields.article_no) ?? '') ??
    (Number.isInteger(fields.article_int) && Number(fields.article_int) > 0
      ? String(fields.article_int)
      : undefined);
  if (article === undefined) return { fault: 'article_no 应为“第…条”', of };
  const level = string(fields.level);
  const region = string(fields.region);
  const chapter = string(fields.chapter);
  return {
    statute: {
      law,
      versionDate,
      article,
      text,
      ...(level ? { level } : {}),
      ...(region ? { region } : {}),
      ...(chapter ? { chapter } : {}),
    },
  };
}

function readPlainLine(fields: Record<string, unknown>, kind: EntryKind, keepNames: boolean): LineResult {
  const id = string(fields.id) ?? (Number.isInteger(fields.id) ? String(fields.id) : undefined);
  const text = string(fields.text);
  if (!id || id.length > 500) return { fault: 'id 应为 500 字以内的编号' };
  if (text === undefined) return { fault: 'text 应为文字' };
  const title = string(fields.title)?.trim() ?? '';
  if (!`${title}${text}`.trim()) return { fault: 'title 与 text 都是空的' };
  const region = string(fields.region);
  if (kind === 'case' && !keepNames) {
    const masked = { title: maskPersonalData(title).text, text: maskPersonalData(text).text };
    return { entry: { id, ...masked, textIs: 'gist', ...(region ? { region } : {}) } };
  }
  return {
    entry: { id, title, text, textIs: kind === 'law' ? 'official' : 'gist', ...(region ? { region } : {}) },
  };
}

function idOf(result: Exclude<LineResult, { fault: string }>): string {
  return 'entry' in result ? result.entry.id : 'pastCase' in result ? result.pastCase.id : '';
}

function caseEntries(entries: EntryDraft[], file: string): Reading {
  return {
    source: {
      kind: 'case',
      key: `cases:${basename(file)}`,
      origin: 'imported',
      title: basename(file),
      versionDate: null,
      digest: sha256(JSON.stringify(entries)),
      file: basename(file),
    },
    entries,
  };
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
