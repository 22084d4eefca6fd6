import { describe, expect, it } from 'vitest';
import { buildReferenceBook } from '../../src/corpus/build-reference-book.ts';
import { resolveCitations } from '../../src/corpus/citations/resolve-citations.ts';
import { readReferenceParts } from '../../src/corpus/load-reference-book.ts';
import type { StatuteVersion } from '../../src/corpus/read-statute-file.ts';

const version = (more: Partial<StatuteVersion>): StatuteVersion => ({
  adopted: '2010-03-01',
  effective: '2010-07-01',
  until: '2025-06-26',
  articles: 3,
  original: true,
  certainty: 'checked',
  entries: new Map(['1', '2', '3'].map((article) => [article, {}])),
  ...more,
});
const book = buildReferenceBook({
  ...readReferenceParts(),
  statutes: [
    {
      title: '示例浮标法',
      short: [],
      level: 'law',
      issuer: '',
      versions: [
        version({}),
        version({
          adopted: '2025-06-27',
          effective: '2025-06-27',
          until: null,
          original: false,
          effectiveUnknown: true,
          partial: true,
          entries: new Map([['1', {}]]),
        }),
      ],
    },
  ],
});
const cited = (text: string, on: string) => resolveCitations(text, book, on)[0]!;

describe('施行日不明、文本不完整的版本', () => {
  it('引用它的写明施行日不明；施行日写明的版本不写', () => {
    expect(cited('《示例浮标法》第一条', '2025-07-15')).toMatchObject({
      state: 'in-force',
      effectiveKnown: false,
    });
    expect(cited('《示例浮标法》第一条', '2024-07-15')).not.toHaveProperty('effectiveKnown');
  });

  it('它没有的条答未知：不说没有这一条，也不说已经删去', () => {
    for (const article of ['二', '三', '九'])
      expect(cited(`《示例浮标法》第${article}条`, '2025-07-15').state).toBe('unknown-law');
    expect(cited('《示例浮标法》（2025年修正）第三条', '2026-07-15').state).toBe('unknown-law');
    expect(cited('《示例浮标法》（2025年修正）第三条', '2024-07-15').state).toBe('unknown-law');
  });

  it('完整的版本没有的条，仍答没有这一条', () => {
    expect(cited('《示例浮标法》第九条', '2024-07-15').state).toBe('no-such-article');
  });
});
