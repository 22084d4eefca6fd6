import type { Action, AnyCaseFile, CaseFile } from '../../src/cases/case-file.ts';
import { readAnyCaseFile, valueAt } from '../../src/cases/read-case-file.ts';
import { BASE_CASES } from './base-acts.ts';

/** `change` laid over `base`: objects merge, arrays and values replace, null deletes. */
export function merge<T>(base: T, change: unknown): T {
  if (!isObject(base) || !isObject(change)) return change as T;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key];
    else merged[key] = isObject(value) ? merge(isObject(merged[key]) ? merged[key] : {}, value) : value;
  }
  return merged as T;
}

/**
 * The base case with a YAML case's changes, checked like any case file: a test on a file that the product
 * would refuse proves nothing. Sources whose value the change removed are dropped.
 */
export function caseFor(given: unknown): CaseFile;
export function caseFor(given: unknown, action: Action): AnyCaseFile;
export function caseFor(given: unknown, action: Action = 'penalty'): AnyCaseFile {
  const file = merge(BASE_CASES[action], given ?? {});
  return readAnyCaseFile({
    ...file,
    sources: (file.sources ?? []).filter((source) => valueAt(file, source.path) !== undefined),
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
