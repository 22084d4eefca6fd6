import type { Paper } from './paper.ts';

type Known = Pick<Paper, 'id' | 'sha256' | 'offset'>;

/**
 * Papers that were read before keep their ids, so that what people confirmed stays with its paper; new ones take the
 * next free ids.
 */
export function keepPaperIds(papers: readonly Paper[], known: readonly Known[]): Paper[] {
  if (known.length === 0) return [...papers];
  const free = known.map((one) => one);
  const idOf = new Map<string, string>();
  for (const paper of papers) {
    const at = free.findIndex(({ sha256, offset }) => sha256 === paper.sha256 && offset === paper.offset);
    if (at >= 0) idOf.set(paper.id, free.splice(at, 1)[0]!.id);
  }
  let last = Math.max(...known.map(({ id }) => Number(id.slice(1))));
  for (const paper of papers) {
    if (idOf.has(paper.id)) continue;
    last += 1;
    idOf.set(paper.id, `p${last}`);
  }
  return papers.map((paper) => ({
    ...paper,
    id: idOf.get(paper.id)!,
    ...(paper.sameAs === undefined ? {} : { sameAs: idOf.get(paper.sameAs) ?? paper.sameAs }),
  }));
}
