import type { AnyCaseFile } from '../../../cases/case-file.ts';
import type { FactRow } from '../../../dossiers/fact-states.ts';
import { SECTIONS } from '../fact-words.ts';

/** The facts of one paper, or of one part of the case. */
export interface ReadingGroup {
  key: string;
  name: string;
  rows: FactRow[];
  /** How many of them nobody has looked at. */
  open: number;
}

export type GroupBy = 'paper' | 'section';

/** The facts that were read, by paper in the order of their words, or by part of the case. */
export function readingGroups(file: AnyCaseFile, rows: readonly FactRow[], by: GroupBy): ReadingGroup[] {
  const groups =
    by === 'paper'
      ? [
          ...(file.papers ?? []).map(({ id, title }) => ({ key: id, name: title, rows: inPaper(rows, id) })),
          {
            key: 'people',
            name: '人工填写，没有出处',
            rows: rows.filter(({ sources }) => sources.length === 0),
          },
        ]
      : [...SECTIONS, ['papers', '材料的文号、日期、落款'] as const, ['', '案号、案由等'] as const].map(
          ([key, name]) => ({ key: key || 'case', name, rows: rows.filter((row) => sectionOf(row) === key) }),
        );
  return groups
    .filter((group) => group.rows.length > 0)
    .map((group) => ({ ...group, open: group.rows.filter(({ state }) => state === 'open').length }));
}

function inPaper(rows: readonly FactRow[], paper: string): FactRow[] {
  const startOf = (row: FactRow) =>
    Math.min(...row.sources.filter((one) => one.paper === paper).map(({ start }) => start ?? 0));
  return rows
    .filter(({ sources }) => sources.some((one) => one.paper === paper))
    .toSorted((one, other) => startOf(one) - startOf(other));
}

const KEYS = new Set(['papers', ...SECTIONS.map(([key]) => key)]);

function sectionOf({ path }: FactRow): string {
  const key = path.split('.')[0] ?? '';
  return KEYS.has(key) ? key : '';
}

/** The group whose facts are listed: the one that was asked for, else the first that still needs a person. */
export function openGroupOf(groups: readonly ReadingGroup[], wanted?: string): ReadingGroup | undefined {
  return groups.find(({ key }) => key === wanted) ?? groups.find(({ open }) => open > 0) ?? groups[0];
}
