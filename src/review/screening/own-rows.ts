import type { Profile } from '../../corpus/profile.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import { plainName as plainItem } from '../../corpus/violations/is-own-item.ts';
import type { OwnList, OwnViolation } from '../../corpus/violations/own-violation.ts';
import type { Citation } from '../../law/citation.ts';
import { plainName, sameAgency } from '../steps/agency-names.ts';

/** What an imported list says of one agency: its rows, ready to be looked up. */
export interface OwnRows {
  list: OwnList;
  own: RowIndex;
  /** Rows under the name of another body. */
  others: RowIndex;
  /** Whether the list is this agency's alone: a body in it under another name may be the same one. */
  titled: boolean;
}

export interface RowIndex {
  all: readonly OwnViolation[];
  byCode: ReadonlyMap<string, OwnViolation[]>;
  byName: ReadonlyMap<string, OwnViolation[]>;
  byArticle: ReadonlyMap<string, OwnViolation[]>;
}

const kept = new WeakMap<OwnList, Map<string, OwnRows | undefined>>();
/** A list names bodies of one place; more names than these come from cases of other places. */
const MOST_NAMES = 200;

/** The rows of the imported list that is an agency's own, the latest import first; `undefined` where there is none. */
export function ownRows(book: ReferenceBook, profile: Profile, agency: string): OwnRows | undefined {
  const found = book.ownLists().flatMap((list) => rowsOf(list, profile, agency) ?? []);
  return found.findLast(({ titled }) => titled) ?? found.at(-1);
}

export function plainCode(code: string): string {
  return code.normalize('NFKC').replace(/\s/g, '');
}

export function articleKey({ law, article }: Citation): string {
  return `${law}#${article}`;
}

export function indexRows(all: readonly OwnViolation[]): RowIndex {
  return {
    all,
    byCode: grouped(all, ({ code }) => (code ? [plainCode(code)] : [])),
    byName: grouped(all, ({ name }) => [plainItem(name)]),
    byArticle: grouped(all, ({ punishing }) => [...new Set(punishing.map(articleKey))]),
  };
}

function rowsOf(list: OwnList, profile: Profile, agency: string): OwnRows | undefined {
  const names = kept.get(list) ?? new Map<string, OwnRows | undefined>();
  kept.set(list, names);
  const key = `${profile.id} ${agency}`;
  if (!names.has(key)) {
    if (names.size >= MOST_NAMES) names.clear();
    names.set(key, split(list, profile, agency));
  }
  return names.get(key);
}

function split(list: OwnList, profile: Profile, agency: string): OwnRows | undefined {
  const titled = isNamed(profile, list.agency, agency);
  const own: OwnViolation[] = [];
  const others: OwnViolation[] = [];
  for (const item of list.items) {
    const its = isNamed(profile, item.agency, agency) || (titled && !isBody(item.agency));
    (its ? own : others).push(item);
  }
  if (!titled && own.length === 0) return undefined;
  return { list, own: indexRows(own), others: indexRows(others), titled };
}

/** A cell may name several bodies: 示例市市场监督管理局、示例市药品监督管理局. */
function isNamed(profile: Profile, written: string, agency: string): boolean {
  return written.split(/[、，,;；\n]/).some((one) => {
    if (!one.trim()) return false;
    if (sameAgency(profile, one, agency)) return true;
    const [some, other] = [plainName(one), plainName(agency)];
    // 示例区市场监督管理局 and 示例市示例区市场监督管理局.
    return isBody(some) && isBody(other) && (some.endsWith(other) || other.endsWith(some));
  });
}

/** 市场监督管理部门 names no body. */
function isBody(name: string): boolean {
  return /(?:局|委员会|委|厅|署|政府|大队|支队|总队|办公室|办事处|中心)$/.test(plainName(name));
}

function grouped(
  rows: readonly OwnViolation[],
  keysOf: (row: OwnViolation) => string[],
): Map<string, OwnViolation[]> {
  const found = new Map<string, OwnViolation[]>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const held = found.get(key);
      if (held) held.push(row);
      else found.set(key, [row]);
    }
  return found;
}
