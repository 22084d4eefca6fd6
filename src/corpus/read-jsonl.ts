import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { decodeText } from '../files/decode-text.ts';
import { type Day, isDay } from '../law/dates.ts';
import { maskPersonalData } from '../law/mask-personal-data.ts';
import { articleNumber } from './article-number.ts';
import { knownHead } from './benchmarks/known-head.ts';
import { readEffectiveDay } from './read-effective-day.ts';
import { MAX_LINE_BYTES, readLines } from './read-lines.ts';
import {
  type EntryDraft,
  type EntryKind,
  levelNamed,
  type Reading,
  sha256,
  versionId,
} from './source-draft.ts';
import { type BenchmarkRow, benchmarkLine, benchmarkOfRows } from './sources/benchmark-rows.ts';
import { caseOfObject } from './sources/case-entry.ts';
import type { SheetMap } from './sources/read-sheet.ts';
import { isAmendment } from './versions/read-amendments.ts';
import { readDecisionDay } from './versions/read-decision-day.ts';

/** Bad lines named one by one; the rest of a file's are counted. */
const NAMED_FAULTS = 20;

interface StatuteLine {
  law: string;
  versionDate: Day | null;
  level?: string;
  region?: string;
  chapter?: string;
  article: string;
  text: string;
}

type LineResult =
  | { statute: StatuteLine }
  | { row: BenchmarkRow }
  | { pastCase: EntryDraft }
  | { entry: EntryDraft }
  | { fault: string };

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
    } else if ('entry' in result && !ids.has(result.entry.id)) {
      ids.add(result.entry.id);
      digest.update(JSON.stringify([result.entry.id, result.entry.title, result.entry.text]));
    } else {
      bad.add(line.number);
      const reason = 'fault' in result ? result.fault : `编号“${idOf(result)}”在本文件中重复`;
      if (bad.size <= NAMED_FAULTS) faults.push(`第 ${line.number} 行：${reason}，已跳过`);
    }
  }
  for (const fault of faults) yield { fault };
  if (bad.size > NAMED_FAULTS) yield { fault: `另有 ${bad.size - NAMED_FAULTS} 行有误，已跳过` };
  if (lines === 0) yield { fault: '文件是空的' };
  for (const articles of versions.values()) yield statuteVersion(articles, file);
  for (const [table, rows] of tables)
    yield benchmarkOfRows(table, rows, basename(file), knownHead(options.map));
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
  if (!bytes) return { fault: `这一行超过 ${MAX_LINE_BYTES / 2 ** 20} MB` };
  const text = decodeText(bytes);
  if (text === undefined) return { fault: '不是文本（既非 UTF-8 也非 GB18030）' };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { fault: '不是完整的 JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { fault: '应为一个 JSON 对象' };
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
  if (!law || law.length > 300) return { fault: 'law 应为规范的全称' };
  if (!text?.trim()) return { fault: 'text 应为条文' };
  const article =
    articleNumber(string(fields.article_no) ?? '') ??
    (Number.isInteger(fields.article_int) && Number(fields.article_int) > 0
      ? String(fields.article_int)
      : undefined);
  if (article === undefined) return { fault: 'article_no 应为“第…条”' };
  const date = string(fields.version_date);
  const level = string(fields.level);
  const region = string(fields.region);
  const chapter = string(fields.chapter);
  return {
    statute: {
      law,
      versionDate: date && isDay(date) ? date : null,
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

function statuteVersion(articles: StatuteLine[], file: string): Reading {
  const { law, versionDate, level, region } = articles[0]!;
  const texts = articles.map(({ text }) => text);
  const statedFrom = isAmendment(law)
    ? readDecisionDay(texts, versionDate)
    : readEffectiveDay(texts, versionDate);
  const ourLevel = levelNamed(level);
  const id = versionId(law, versionDate);
  return {
    source: {
      kind: 'law',
      key: `law:${id}`,
      origin: 'imported',
      title: law,
      versionDate,
      ...(ourLevel ? { level: ourLevel } : {}),
      ...(region ? { region } : {}),
      ...(statedFrom ? { statedFrom } : {}),
      lastArticle: Math.max(...articles.map(({ article }) => Number.parseInt(article, 10))),
      digest: sha256(
        JSON.stringify([level, region, articles.map((one) => [one.article, one.chapter, one.text])]),
      ),
      file: basename(file),
    },
    entries: articles.map(({ article, chapter, text }) => ({
      id: `${id}#${article}`,
      title: law,
      law,
      article,
      ...(chapter ? { chapter } : {}),
      text,
      textIs: 'official',
    })),
  };
}
