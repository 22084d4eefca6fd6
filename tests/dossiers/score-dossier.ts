import type { ReadDossier } from '../../src/dossiers/read-papers.ts';
import type { TestDossier } from '../support/render-dossier.ts';
import { alignLists, kindsByFile, sameAsTruth, type Tree } from './align-lists.ts';
import { isKeyField } from './key-fields.ts';

/** Counts of one field. `wrong`: another value than the truth; `extra`: a value where the truth has none. */
export interface FieldScore {
  expected: number;
  found: number;
  wrong: number;
  extra: number;
}

export interface Difference {
  field: string;
  /** The field with what tells the entries of its lists apart. */
  at: string;
  truth?: unknown;
  read?: unknown;
}

export interface Score {
  fields: Map<string, FieldScore>;
  differences: Difference[];
}

type Leaf = { field: string; at: string; truth?: unknown; read?: unknown };

/** Parts that the assembly makes itself, or that no truth states. */
const OWN = new Set(['schema', 'id', 'title', 'field', 'action', 'papers', 'sources', 'paper', 'cause']);
const UNSAID = '未载明';

/**
 * Compares what was read of a dossier with what its author says its papers state. Entries of lists are matched by what
 * they are about. A value that the truth does not have counts as `extra` in a key field, and in others not at all: the
 * truth is only complete in its key fields.
 */
export function scoreDossier(dossier: TestDossier, read: Pick<ReadDossier, 'case' | 'papers'>): Score {
  const leaves: Leaf[] = [];
  const file = read.case as unknown as Tree;
  const names = new Map((read.case.officers ?? []).map(({ id, name }) => [id, name]));
  compare('', '', dossier.truth, withoutFoot(withNames(file, names) as Tree, dossier.truth), leaves);
  compareText('cause', dossier.truth.cause, file.cause, leaves);
  compareKinds(dossier, read, leaves);
  const score: Score = { fields: new Map(), differences: [] };
  for (const leaf of leaves) count(score, leaf);
  return score;
}

/**
 * Authors name the receipts of the notices and the decision. That somebody signed for a notice at its own foot or for a
 * demand, is a service too, but not one that the truth has a place for, unless it names it.
 */
function withoutFoot(file: Tree, truth: Tree): Tree {
  const kinds = new Map((file.papers as Tree[] | undefined)?.map(({ id, kind }) => [id, kind]));
  const told = new Set((truth.services as Tree[] | undefined)?.map(({ of }) => of));
  // Whoever only serves a paper is a person of the case by his name, not one of its officers.
  const servers = new Set(
    (truth.services as Tree[] | undefined)?.flatMap((one) => (one.servers as string[] | undefined) ?? []),
  );
  const listed = new Set((truth.officers as Tree[] | undefined)?.map(({ name }) => name));
  const officers = (file.officers as Tree[] | undefined)?.filter(
    ({ name }) => listed.has(name) || !servers.has(String(name)),
  );
  const services = (file.services as Tree[] | undefined)?.filter(
    ({ of, paper }) => told.has(of) || (of !== 'other' && kinds.get(paper) === 'proof-of-service'),
  );
  return { ...file, services, officers };
}

/** Ids of officers become their names, as the truth has them. */
function withNames(value: unknown, names: Map<string, string>): unknown {
  if (typeof value === 'string') return /^o\d+$/.test(value) ? (names.get(value) ?? value) : value;
  if (Array.isArray(value)) return value.map((one) => withNames(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withNames(inner, names)]));
}

function compare(
  field: string,
  at: string,
  truth: Tree | undefined,
  read: Tree | undefined,
  into: Leaf[],
): void {
  for (const key of new Set([...Object.keys(truth ?? {}), ...Object.keys(read ?? {})])) {
    if (OWN.has(key)) continue;
    const here = field ? `${field}.${key}` : key;
    const place = at ? `${at}.${key}` : key;
    const [one, other] = [truth?.[key], read?.[key]];
    if (field === 'violation.amounts')
      into.push({ field: here, at: place, truth: yuanOf(one), read: yuanOf(other) });
    else if (Array.isArray(one) || Array.isArray(other)) {
      compareLists(here, place, key, (one ?? []) as unknown[], (other ?? []) as unknown[], into);
    } else if (isTree(one) || isTree(other)) {
      compare(here, place, isTree(one) ? one : undefined, isTree(other) ? other : undefined, into);
    } else if (!(key === 'date' && isMoment(truth, read))) {
      into.push({ field: here, at: place, truth: one, read: other });
    }
  }
}

/** A sum may be written plainly where nothing else is known of it. */
const yuanOf = (sum: unknown) => (isTree(sum) ? sum.yuan : sum);

/** An act whose hours are known needs no date besides. */
const isMoment = (truth: Tree | undefined, read: Tree | undefined) =>
  truth?.date === undefined &&
  truth?.startedAt !== undefined &&
  String(truth.startedAt).startsWith(String(read?.date));

function compareLists(
  field: string,
  at: string,
  key: string,
  truth: readonly unknown[],
  read: readonly unknown[],
  into: Leaf[],
): void {
  if (truth.length + read.length === 0) return;
  if ([...truth, ...read].every((one) => isTree(one) && 'law' in one)) {
    const [mine, theirs] = [truth, read].map((list) => list.map((one) => placeOf(one as Tree)));
    compareLists(field, at, key, mine!, theirs!, into);
  } else if ([...truth, ...read].some((one) => !isTree(one))) {
    const left = [...read];
    for (const one of truth) {
      const index = left.findIndex((other) => sameAsTruth(field, one, other));
      into.push({ field, at, truth: one, read: index < 0 ? undefined : left.splice(index, 1)[0] });
    }
    into.push(...left.map((other) => ({ field, at, read: other })));
  } else {
    const pairs = alignLists(key, truth as Tree[], read as Tree[]);
    for (const pair of key === 'services' ? pairs.filter((one) => !isFurther(one, pairs)) : pairs) {
      const about = pair.truth ?? pair.read;
      compare(`${field}[]`, `${at}[${entryName(about!)}]`, pair.truth, pair.read, into);
    }
  }
}

/** Authors give one service per receipt: a further paper on the same receipt is neither right nor wrong. */
function isFurther(
  { truth, read }: { truth?: Tree; read?: Tree },
  pairs: readonly { truth?: Tree; read?: Tree }[],
): boolean {
  return (
    !truth &&
    pairs.some(
      (other) =>
        other.truth &&
        other.read &&
        other.read.paper === read?.paper &&
        other.read.servedOn === read?.servedOn,
    )
  );
}

const placeOf = ({ law, article, paragraph, item }: Tree) =>
  `${law} ${article}.${paragraph ?? '-'}.${item ?? '-'}`.replace(/\.-\.-$/, '');

const entryName = (entry: Tree) =>
  String(
    entry.name ?? entry.of ?? entry.kind ?? entry.type ?? entry.number ?? entry.takenOn ?? entry.text ?? '',
  );

function compareText(field: string, truth: unknown, read: unknown, into: Leaf[]): void {
  if (truth !== undefined) into.push({ field, at: field, truth, read });
}

function compareKinds(dossier: TestDossier, read: Pick<ReadDossier, 'papers'>, into: Leaf[]): void {
  for (const [file, kinds] of kindsByFile(dossier)) {
    const own = read.papers.filter((paper) => paper.file === file);
    if (own.length === 0) continue;
    compareLists(
      'papers[].kind',
      `papers[${file}]`,
      'papers',
      kinds,
      own.map(({ kind }) => kind),
      into,
    );
  }
}

function count(score: Score, { field, at, truth, read: given }: Leaf): void {
  const read = given === UNSAID ? undefined : given;
  const key = isKeyField(field);
  if (truth === undefined && (read === undefined || !key)) return;
  const own = score.fields.get(field) ?? { expected: 0, found: 0, wrong: 0, extra: 0 };
  score.fields.set(field, own);
  if (truth !== undefined) own.expected++;
  if (truth !== undefined && read !== undefined && sameAsTruth(field, truth, read)) own.found++;
  else {
    if (truth === undefined) own.extra++;
    else if (read !== undefined) own.wrong++;
    score.differences.push({ field, at, truth, read });
  }
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
