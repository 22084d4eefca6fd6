import { chineseDay } from '../../law/dates.ts';
import { articleName } from './article-name.ts';
import type { ArticleChange } from './compare-versions.ts';
import { DEPENDENT_KINDS } from './dependent.ts';
import { whatToReread } from './find-affected.ts';
import type { LawChange } from './find-changes.ts';

/** Norms told in full on a terminal; of the rest only how many. */
const TOLD = 20;

/** What changed with an import, for reading on a terminal. */
export function changeLines(changes: LawChange[]): string[] {
  const changed = changes.filter(({ articles }) => articles.length > 0);
  if (changed.length === 0) return [];
  // What people must act on comes first.
  const sorted = changed.toSorted((a, b) => b.affected.length - a.affected.length);
  const rest = sorted.length - TOLD;
  return [
    `与前一版本相比有变化的规范 ${changed.length} 部：`,
    ...sorted.slice(0, TOLD).flatMap(linesOf),
    ...(rest > 0 ? [`  另有 ${rest} 部，见“法规库”页面或 --json。`] : []),
  ];
}

function linesOf(change: LawChange): string[] {
  return [
    `  《${change.title}》${change.oldVersion} → ${change.newVersion}，${dayOf(change)}：${countWords(change.articles)}`,
    ...change.affected.map(
      (one) =>
        `    须重读 ${DEPENDENT_KINDS[one.kind]} ${one.id} ${one.name}：依据${articleName(one.place.article)}，${whatToReread(one)}`,
    ),
  ];
}

function dayOf({ effective, effectiveKnown }: LawChange): string {
  if (effective === null) return '施行日不明';
  if (effectiveKnown) return `${chineseDay(effective)}起施行`;
  return `${chineseDay(effective)}通过，施行日不明（修改决定没有导入或者没有写明），暂按通过之日计`;
}

/** 修改 3 条（其中条号变动 1 条）、增加 2 条. */
export function countWords(articles: ArticleChange[]): string {
  const count = (kind: ArticleChange['kind']) => articles.filter((one) => one.kind === kind).length;
  const moved = articles.filter((one) => one.kind === 'changed' && one.old !== one.new).length;
  const parts = [
    ...(count('changed')
      ? [`修改 ${count('changed')} 条${moved ? `（其中条号变动 ${moved} 条）` : ''}`]
      : []),
    ...(count('added') ? [`增加 ${count('added')} 条`] : []),
    ...(count('removed') ? [`删去 ${count('removed')} 条`] : []),
    ...(count('renumbered') ? [`仅条号变动 ${count('renumbered')} 条`] : []),
  ];
  return parts.join('、') || '没有变化';
}
