import { readFileSync } from 'node:fs';
import type { ArticleEntry, Statute, StatuteVersion } from '../read-statute-file.ts';
import type { NormOutline } from './norm-outline.ts';
import { readShape } from './read-shape.ts';

const FILE = new URL('../../../corpus/norms/outlines.jsonl', import.meta.url);

/**
 * The norms of which the bundle knows days and the shape of their articles only (corpus/norms/outlines.jsonl). Written by
 * a program of ours and checked in tests, so not checked again here; the articles are spelt out when somebody asks.
 */
export function readOutlines(): Statute[] {
  return readFileSync(FILE, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { title, level, replacedBy, versions } = JSON.parse(line) as NormOutline;
      return {
        title,
        short: [],
        level,
        issuer: '',
        ...(replacedBy ? { replacedBy } : {}),
        versions: versions.map(toVersion),
      };
    });
}

function toVersion(outline: NormOutline['versions'][number]): StatuteVersion {
  const { adopted, effective, until, known, number, articles } = outline;
  let entries: Map<string, ArticleEntry> | undefined;
  return {
    adopted,
    effective,
    until,
    articles,
    original: false,
    certainty: known ? 'checked' : 'to-be-confirmed',
    ...(number ? { number } : {}),
    ...(known ? {} : { effectiveUnknown: true as const }),
    outline: true,
    get entries() {
      entries ??= spellOut(outline);
      return entries;
    },
  };
}

function spellOut({ shape, inserted }: NormOutline['versions'][number]): Map<string, ArticleEntry> {
  const entries = new Map<string, ArticleEntry>();
  for (const [at, token] of shape.split(' ').entries()) {
    if (token !== '-') entries.set(String(at + 1), toEntry(token));
  }
  for (const one of inserted?.split(' ') ?? []) {
    const [article, token] = one.split('=') as [string, string];
    if (token !== '-') entries.set(article, toEntry(token));
  }
  return entries;
}

/** `1/1.8!`: the items are the parts of one duty. */
function toEntry(token: string): ArticleEntry {
  const oneDuty = token.endsWith('!');
  const paragraphs = readShape(oneDuty ? token.slice(0, -1) : token);
  return { paragraphs, ...(oneDuty ? { oneDuty } : {}) };
}
