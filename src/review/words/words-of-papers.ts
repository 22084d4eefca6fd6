import type { CaseFile } from '../../cases/case-file.ts';
import type { Paper } from '../../dossiers/paper.ts';
import { factsIn } from '../../dossiers/read-facts.ts';
import type { PaperFact } from '../../dossiers/settle-facts.ts';

/** What a paper of a case may hold to be read while somebody waits, and all of them together, in characters. */
const LONG = 30_000;
const ALL = 200_000;
/** As many cases as are asked about again and again with other values. */
const KEPT = 8;
const kept = new Map<string, PaperFact[]>();

/** What rules read in the texts of the papers of a case file, whatever people noted; nothing of papers without text. */
export function wordsOfPapers({ papers = [] }: CaseFile): PaperFact[] {
  const own = papers.flatMap(({ id, kind, title, text }): Paper[] =>
    text && text.length <= LONG
      ? [
          {
            id,
            kind,
            title,
            text,
            file: id,
            offset: 0,
            pages: [1, 1],
            sha256: id,
            ocr: false,
            hidden: [],
          },
        ]
      : [],
  );
  const size = own.reduce((sum, { text }) => sum + text.length, 0);
  if (size === 0 || size > ALL) return [];
  const key = JSON.stringify(own.map(({ id, kind, title, text }) => [id, kind, title, text]));
  const known = kept.get(key);
  if (known) return known;
  const facts = factsIn(own);
  kept.set(key, facts);
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
  return facts;
}
