import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { articleNumber } from '../../src/corpus/article-number.ts';

/** Official texts for comparison: not part of the project, so tests that need them are skipped where they are absent. */
export const OFFICIAL_DATA = resolve(import.meta.dirname, '../../../shared/data/laws');
export const hasOfficialData = existsSync(OFFICIAL_DATA);
if (!hasOfficialData) console.warn('跳过与正式文本的比对：没有 ../shared/data/laws');

/** Later files are preferred where two hold the same version. */
const FILES = [
  'admin_regulations_lawrefbook',
  'dept_rules_lawrefbook',
  'judicial_interpretations_lawrefbook',
  'laws_national_2025-04_lawrefbook',
  'laws_national_2026-07_justlaws',
];

interface Row {
  law: string;
  version_date: string | null;
  article_no: string | null;
  text: string;
}

/** The articles of each version of the named norms: `title@day` → number → text. */
export function officialArticles(titles: Set<string>): Map<string, Map<string, string>> {
  const versions = new Map<string, Map<string, string>>();
  for (const file of FILES) {
    const fresh = new Map<string, Map<string, string>>();
    for (const line of readFileSync(join(OFFICIAL_DATA, `${file}.jsonl`), 'utf8').split('\n')) {
      if (!line) continue;
      const row = JSON.parse(line) as Row;
      const number = titles.has(row.law) && row.article_no ? articleNumber(row.article_no) : undefined;
      if (!number) continue;
      const key = `${row.law}@${row.version_date ?? 'unknown'}`;
      const articles = fresh.get(key) ?? new Map<string, string>();
      if (!articles.has(number)) articles.set(number, row.text);
      fresh.set(key, articles);
    }
    for (const [key, articles] of fresh) {
      // The undated criminal code of April 2025 is the text with the amendment of 2023-12-29; the later one lacks it.
      if (key === '中华人民共和国刑法@unknown') {
        if (file.includes('2025-04')) versions.set('中华人民共和国刑法@2023-12-29', articles);
      } else versions.set(key, articles);
    }
  }
  return versions;
}
