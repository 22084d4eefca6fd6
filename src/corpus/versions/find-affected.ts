import type { Citation } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import type { ArticleChange } from './compare-versions.ts';
import type { Dependent } from './dependent.ts';

/** Something that rests on a changed article, and what is to be done about it. */
export interface Affected {
  kind: Dependent['kind'];
  id: string;
  name: string;
  /** The article as it is cited there, and what became of it. */
  place: Citation;
  change: ArticleChange;
}

/**
 * What rests on the articles that a new version changes, moves or drops. A rule or benchmark counts when it was made for the
 * old version (its days begin before the new one's and reach into them). Documents and cases under way count whatever
 * their day: they were written while the library held the old numbers; one whose day is the new law's may follow either.
 * @param newFrom first day in force of the new version; `null` where not known, then every day counts.
 */
export function findAffected(
  title: string,
  newFrom: Day | null,
  changes: ArticleChange[],
  dependents: Iterable<Dependent>,
): Affected[] {
  const byOld = new Map(changes.flatMap((change) => ('old' in change ? [[change.old, change]] : [])));
  const byNew = new Map(
    changes.flatMap((change) => (change.kind === 'changed' ? [[change.new, change]] : [])),
  );
  const affected: Affected[] = [];
  const seen = new Set<string>();
  for (const { kind, id, name, places, from, to } of dependents) {
    const underWay = kind === 'draft' || kind === 'case';
    const isNew = newFrom !== null && from !== null && from >= newFrom;
    if (newFrom !== null && to !== null && to < newFrom) continue;
    if (isNew && !underWay) continue;
    for (const place of places) {
      const change = byOld.get(place.article) ?? (isNew ? byNew.get(place.article) : undefined);
      const key = `${kind} ${id} ${place.article}`;
      if (place.law !== title || !change || seen.has(key)) continue;
      seen.add(key);
      affected.push({ kind, id, name, place, change });
    }
  }
  return affected;
}

/** What a person is asked to do about it, in Chinese. */
export function whatToReread({ kind, change }: Pick<Affected, 'kind' | 'change'>): string {
  const reread = {
    rule: '重读规则的依据、数字和结论',
    benchmark: '核对违法行为、处罚种类和幅度',
    violation: '核对违反的条款、罚则、处罚种类和幅度',
    draft: '核对引用的条文和理由，必要时重新起草',
    case: '按行为日和决定日分别核对适用的条文（行政处罚法第三十七条），必要时重新筛查',
  }[kind];
  if (change.kind === 'removed') return `条文已删去：查明由哪一条代替；${reread}`;
  if (change.kind === 'renumbered') return '文字未变，条号变动：改正引用的条号';
  if (change.kind === 'added') return reread;
  return change.old === change.new ? `文字有修改：${reread}` : `文字和条号都有变动：改正条号；${reread}`;
}
