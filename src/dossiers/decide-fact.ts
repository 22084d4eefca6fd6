import type { CaseFile, Source } from '../cases/case-file.ts';
import { readCaseFile } from '../cases/read-case-file.ts';
import { setFact } from '../cases/set-fact.ts';
import { settableFacts } from '../cases/settable-facts.ts';
import { AppError } from '../errors.ts';
import { type FactRow, factStates, type ReadingFacts } from './fact-states.ts';
import type { FactValue } from './paper.ts';
import { sameValue } from './settle-facts.ts';

/** What a person does to facts that were read. Paths are those of the reading. */
export type Decision =
  | { act: 'confirm'; paths: string[] }
  | { act: 'correct'; path: string; text: string; source?: Pick<Source, 'paper' | 'quote' | 'start'> }
  | { act: 'reject'; path: string }
  /** Takes back what was decided of these facts: they stand again as they were read. */
  | { act: 'undo'; paths: string[] }
  /** Takes one of the values of a contradiction, by its place in it. */
  | { act: 'take'; path: string; value: number };

/**
 * The case file after a person's decision; the given one is untouched. Refuses with `not-found` for a fact that was not
 * read, and `invalid-input` where the file could not stand with it, as when a rejected value is one it needs.
 */
export function decideFact(file: CaseFile, reading: ReadingFacts, decision: Decision, by: string): CaseFile {
  const rows = new Map(factStates(file, reading).map((row) => [row.path, row]));
  const next = structuredClone(file);
  switch (decision.act) {
    case 'confirm':
      for (const path of decision.paths) confirm(next, rowAt(rows, path), by);
      return readCaseFile(next);
    case 'correct':
      return correct(next, rows.get(decision.path), decision, by);
    case 'reject':
      return reject(next, rowAt(rows, decision.path));
    case 'undo':
      for (const path of decision.paths) restore(next, rowAt(rows, path), reading);
      return readCaseFile(next);
    case 'take':
      return take(next, rows.get(decision.path), decision, reading, by);
  }
}

function rowAt(rows: Map<string, FactRow>, path: string): FactRow {
  const row = rows.get(path);
  if (!row) throw new AppError('not-found', '没有读出这一项事实，请刷新本页后再选。');
  return row;
}

function confirm(next: CaseFile, row: FactRow, by: string): void {
  if (row.at === undefined) throw new AppError('wrong-stage', '这一项已经剔除，请先撤销剔除再核对。');
  const kept = (next.sources ?? []).filter(({ path }) => path !== row.at);
  setSources(
    next,
    row.at,
    [...kept],
    row.sources.map((source) => ({ confirmedBy: by, ...source })),
  );
}

function correct(
  next: CaseFile,
  row: FactRow | undefined,
  { path, text, source }: Extract<Decision, { act: 'correct' }>,
  by: string,
): CaseFile {
  const at = row?.at ?? path;
  if (settableFacts(next).some((fact) => fact.path === at)) {
    return setFact(next, { path: at, text, ...(source ? { source } : {}), confirmedBy: by });
  }
  if (!row) throw new AppError('not-found', '没有读出这一项事实，请刷新本页后再选。');
  if (text.trim() === '') return reject(next, row);
  const value = typed(text.trim(), row.value);
  if (row.at === undefined && isEntry(next, path)) append(next, path, value);
  else put(next, at, value);
  const others = (next.sources ?? []).filter((one) => one.path !== at);
  setSources(next, at, others, source ? [{ ...source, by: 'person', confirmedBy: by }] : []);
  return readCaseFile(next);
}

function reject(next: CaseFile, row: FactRow): CaseFile {
  if (row.at === undefined) return next;
  remove(next, row.at);
  try {
    return readCaseFile(next);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(
      'invalid-input',
      '案件文件不能没有这一项，不能剔除；读错了的请更正，材料确实没有载明的可以更正为“未载明”。',
      { cause: error },
    );
  }
}

function restore(next: CaseFile, row: FactRow, reading: ReadingFacts): void {
  const value = valueIn(reading.file, row.path);
  if (!isPlain(value)) {
    if (row.at !== undefined) remove(next, row.at);
    return;
  }
  const at =
    row.at === undefined && isEntry(next, row.path) ? append(next, row.path, value) : (row.at ?? row.path);
  put(next, at, value);
  const read = (reading.file.sources ?? [])
    .filter((source) => source.path === row.path)
    .map(({ path: _, confirmedBy, ...source }) =>
      source.by === 'person' && confirmedBy ? { ...source, confirmedBy } : source,
    );
  const others = (next.sources ?? []).filter((source) => source.path !== at);
  setSources(next, at, others, read);
}

function take(
  next: CaseFile,
  row: FactRow | undefined,
  { path, value }: Extract<Decision, { act: 'take' }>,
  reading: ReadingFacts,
  by: string,
): CaseFile {
  const values = reading.conflicts.find((conflict) => conflict.path === path)?.values ?? [];
  const taken = values[value];
  if (!taken) throw new AppError('not-found', '没有这一处矛盾，请刷新本页后再选。');
  const at = row?.at ?? path;
  put(next, at, taken.value);
  const others = (next.sources ?? []).filter((source) => source.path !== at);
  const facts = [...values, ...reading.facts.filter((fact) => fact.path === path)];
  const own = new Map(
    facts
      .filter((fact) => sameValue(fact.value, taken.value))
      .map((fact) => [`${fact.paper} ${fact.start}`, fact]),
  );
  setSources(
    next,
    at,
    others,
    [...own.values()].map(({ paper, quote, start, by: reader }) => ({
      paper,
      quote,
      start,
      by: reader,
      confirmedBy: by,
    })),
  );
  return readCaseFile(next);
}

function setSources(next: CaseFile, at: string, others: Source[], own: Omit<Source, 'path'>[]): void {
  next.sources = [...others, ...own.map((source) => ({ ...source, path: at }))];
}

/** A text as the kind of value that stood there. */
function typed(text: string, like: FactValue): FactValue {
  if (typeof like === 'number') return Number(text.replaceAll(/[,，\s元]/g, ''));
  if (typeof like === 'boolean') return text === '是';
  return text;
}

function isPlain(value: unknown): value is FactValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function valueIn(root: unknown, path: string): unknown {
  return path === ''
    ? root
    : path.split('.').reduce<unknown>((value, key) => {
        return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
      }, root);
}

/** Is this a plain entry of a list, rather than a named value? */
function isEntry(root: CaseFile, path: string): boolean {
  return (
    /\.\d+$/.test(path) && (valueIn(root, parentOf(path)) === undefined || listAt(root, path) !== undefined)
  );
}

const parentOf = (path: string): string => path.split('.').slice(0, -1).join('.');

function listAt(root: CaseFile, path: string): unknown[] | undefined {
  const list = valueIn(root, parentOf(path));
  return Array.isArray(list) && /\.\d+$/.test(path) ? list : undefined;
}

/** Puts an entry at the end of its list and returns where it stands. */
function append(root: CaseFile, path: string, value: FactValue): string {
  const at = `${parentOf(path)}.${listAt(root, path)?.length ?? 0}`;
  put(root, at, value);
  return at;
}

/** Sets a value; groups and lists on the way are made. */
function put(root: CaseFile, path: string, value: FactValue): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let here: object = root;
  keys.forEach((key, index) => {
    const inner: unknown = Reflect.get(here, key);
    const made =
      typeof inner === 'object' && inner !== null ? inner : /^\d+$/.test(keys[index + 1] ?? last) ? [] : {};
    Reflect.set(here, key, made);
    here = made;
  });
  Reflect.set(here, last, value);
}

/** Takes a value out with its sources; later entries of a plain list move up with theirs. */
function remove(root: CaseFile, path: string): void {
  const list = listAt(root, path);
  const key = path.split('.').at(-1) ?? '';
  const place = Number(key);
  const parent = parentOf(path);
  if (list) list.splice(place, 1);
  else Reflect.deleteProperty(valueIn(root, parent) as object, key);
  root.sources = (root.sources ?? [])
    .filter((source) => source.path !== path)
    .map((source) => {
      if (!list || parentOf(source.path) !== parent) return source;
      const own = Number(source.path.slice(parent.length + 1));
      return own > place ? { ...source, path: `${parent}.${own - 1}` } : source;
    });
}
