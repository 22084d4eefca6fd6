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
 * would refuse proves nothing. `texts` gives papers of the base case their words, by id. Sources whose value or words the change removed are dropped.
 */
export function caseFor(given: unknown): CaseFile;
export function caseFor(given: unknown, action: Action): AnyCaseFile;
export function caseFor(given: unknown, action: Action = 'penalty'): AnyCaseFile {
  const { texts, ...change } = (given ?? {}) as { texts?: Record<string, string> };
  const merged = merge(BASE_CASES[action], change);
  const papers = merged.papers?.map((paper) =>
    texts?.[paper.id] ? { ...paper, text: texts[paper.id] } : paper,
  );
  const file = papers ? { ...merged, papers } : merged;
  return readAnyCaseFile({
    ...file,
    sources: (file.sources ?? []).filter(
      ({ path, paper }) => valueAt(file, path) !== undefined && !texts?.[paper],
    ),
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
