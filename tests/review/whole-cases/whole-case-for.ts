import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import type { AnyCaseFile } from '../../../src/cases/case-file.ts';
import { readAnyCaseFile, valueAt } from '../../../src/cases/read-case-file.ts';

const days = z.record(z.iso.date(), z.iso.date());
const expected = z.strictObject({
  /** Alternatives where one defect is the matter of two rules: one of them must be not-met. */
  rule: z.union([z.string(), z.array(z.string()).min(2)]),
  answer: z.literal('not-met'),
  why: z.string().min(1),
});

export const wholeCaseSchema = z.strictObject({
  name: z.string().min(1),
  /** The day of the screening. */
  today: z.iso.date(),
  base: z.string(),
  /** Days of the base moved, in ISO form and as the papers write them (2025年4月8日). */
  dates: days.optional(),
  /** Words of the base replaced wherever they stand. */
  words: z.record(z.string(), z.string()).optional(),
  case: z.record(z.string(), z.unknown()).optional(),
  defects: z.array(expected),
  /** Further rules that cannot but fail with the planted defects, and why. */
  also: z.array(z.strictObject({ rule: z.string(), why: z.string().min(1) })).optional(),
});
export type WholeCase = z.infer<typeof wholeCaseSchema>;

const bases = new Map<string, unknown>();
const baseNamed = (name: string): unknown => {
  const path = `${import.meta.dirname}/bases/${name}.yaml`;
  if (!bases.has(name)) bases.set(name, parse(readFileSync(path, 'utf8')));
  return bases.get(name);
};

/**
 * The case file of one whole case: its base with days and words replaced, its changes laid over. Lists take an
 * object of changes by `id` or position, `+` appends; null deletes. Sources of the base whose value or whose
 * words the changes took away are dropped; those the case adds must stand.
 */
export function wholeCaseFor({ base, dates, words, case: change }: WholeCase): AnyCaseFile {
  const { sources: added, ...rest } = change ?? {};
  const replaced = replaceWords(baseNamed(base), { ...daysAsWords(dates ?? {}), ...words });
  const file = lay(replaced, rest) as AnyCaseFile;
  const texts = new Map(file.papers?.map(({ id, text }) => [id, text]));
  const kept = (file.sources ?? []).filter(
    ({ path, paper, quote }) => valueAt(file, path) !== undefined && texts.get(paper)?.includes(quote),
  );
  return readAnyCaseFile({ ...file, sources: [...kept, ...(Array.isArray(added) ? added : [])] });
}

function daysAsWords(moved: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(moved).flatMap(([from, to]) => [
      [from, to],
      [inChinese(from), inChinese(to)],
    ]),
  );
}

function inChinese(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** One pass, so that a moved day is not moved again. */
function replaceWords(value: unknown, words: Record<string, string>): unknown {
  const froms = Object.keys(words).sort((one, other) => other.length - one.length);
  if (froms.length === 0) return value;
  const pattern = new RegExp(
    froms.map((from) => from.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
    'g',
  );
  const walk = (inner: unknown): unknown => {
    if (typeof inner === 'string') return inner.replaceAll(pattern, (found) => words[found] ?? found);
    if (Array.isArray(inner)) return inner.map(walk);
    if (!isObject(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, entry]) => [key, walk(entry)]));
  };
  return walk(value);
}

function lay(base: unknown, change: unknown): unknown {
  if (!isObject(change)) return change;
  if (Array.isArray(base)) return layOverList(base, change);
  const merged: Record<string, unknown> = isObject(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key];
    else merged[key] = lay(merged[key], value);
  }
  return merged;
}

function layOverList(base: unknown[], change: Record<string, unknown>): unknown[] {
  const list: unknown[] = [...base];
  for (const [key, value] of Object.entries(change)) {
    if (key === '+') continue;
    const at = list.findIndex(
      (entry, index) => (isObject(entry) && entry.id === key) || String(index) === key,
    );
    if (at < 0) throw new Error(`列表中没有 ${key}`);
    list[at] = value === null ? null : lay(list[at], value);
  }
  const added = change['+'];
  return [...list.filter((entry) => entry !== null), ...(Array.isArray(added) ? added : [])];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
