import type { AnyCaseFile } from '../../src/cases/case-file.ts';
import { readAnyCaseFile, valueAt } from '../../src/cases/read-case-file.ts';
import { AppError } from '../../src/errors.ts';

/**
 * The file without the values at the paths, or `undefined` when that is no valid case file any more.
 * A source whose value is gone goes with it.
 */
export function without(file: AnyCaseFile, paths: string[]): AnyCaseFile | undefined {
  return reread(unchecked(file, paths));
}

/** As `without`, but nobody has checked that what is left is a valid case file. */
export function unchecked(file: AnyCaseFile, paths: string[]): AnyCaseFile {
  const copy: Record<string, unknown> = structuredClone(file);
  for (const path of paths) blank(copy, path.split('.'));
  return compact(copy) as AnyCaseFile;
}

/** As `without`, but leaving what a valid case file must have. `blanked` are the paths that could go. */
export function withoutAll(file: AnyCaseFile, paths: string[]): { file: AnyCaseFile; blanked: string[] } {
  const blanked: string[] = [];
  let left = file;
  for (const path of paths) {
    const next = without(file, [...blanked, path]);
    if (!next) continue;
    blanked.push(path);
    left = next;
  }
  return { file: left, blanked };
}

/** Every value and part of the file below `path`, each by its path. */
export function partPaths(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path ? `${path}.${key}` : key;
    return [here, ...partPaths(inner, here)];
  });
}

/**
 * Runs `work` with a copy of the file that notes which values are read: texts, numbers, booleans and lists of
 * them, by path.
 */
export function notingReads(file: AnyCaseFile, work: (file: AnyCaseFile) => void): string[] {
  const read = new Set<string>();
  work(watched(file, '', read));
  return [...read];
}

function watched<T extends object>(value: T, path: string, read: Set<string>): T {
  return new Proxy(value, {
    get(target, key, receiver) {
      const inner: unknown = Reflect.get(target, key, receiver);
      if (typeof key === 'symbol' || typeof inner === 'function' || key === 'length') return inner;
      const here = path ? `${path}.${key}` : key;
      if (typeof inner !== 'object' || inner === null) {
        if (inner !== undefined) read.add(here);
        return inner;
      }
      if (Array.isArray(inner) && inner.every((entry) => typeof entry !== 'object')) {
        read.add(here);
        return inner;
      }
      return watched(inner, here, read);
    },
  });
}

const GONE = Symbol('gone');

function blank(value: unknown, [key, ...rest]: string[]): void {
  if (typeof value !== 'object' || value === null || key === undefined) return;
  const record = value as Record<string, unknown>;
  if (rest.length > 0) blank(record[key], rest);
  else record[key] = GONE;
}

function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((entry) => entry !== GONE).map(compact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== GONE)
      .map(([key, inner]) => [key, compact(inner)]),
  );
}

function reread(copy: unknown): AnyCaseFile | undefined {
  const file = copy as { sources?: { path?: string }[] };
  const sources = file.sources?.filter(({ path }) => !path || valueAt(copy, path) !== undefined);
  try {
    return readAnyCaseFile({ ...file, ...(sources ? { sources } : {}) });
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
