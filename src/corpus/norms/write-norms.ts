import { writeFileSync } from 'node:fs';
import { readConfig } from '../../config.ts';
import type { Db } from '../../db/database.ts';
import { openDatabase } from '../../db/open-database.ts';
import { ONE_DUTY } from '../../law/one-duty.ts';
import { type SanctionInText, sanctionsInText } from '../../law/sanctions-in-text.ts';
import { addLibraryLaws } from '../add-library-laws.ts';
import { buildReferenceBook } from '../build-reference-book.ts';
import { type LibraryLaws, libraryLaws } from '../imported-laws.ts';
import { readReferenceParts } from '../load-reference-book.ts';
import { type ArticleEntry, readStatutes, type Statute, type StatuteVersion } from '../read-statute-file.ts';
import { type NormOutline, shapeToken } from './norm-outline.ts';
import { type PenalFigures, placeKey } from './penal-figures.ts';

/** The condition of a span is named by its first words only. */
const LONG_LABEL = /"factor":"([^"]{28})[^"]{3,}"/g;
const LEVELS = new Set(['law', 'administrative-regulation', 'department-rule']);
const FOLDER = new URL('../../../corpus/norms/', import.meta.url);

/**
 * Writes the outlines of the norms that are imported into the library of this data folder, and the figures of their penal
 * provisions, as bundled data: days, numbers of articles, kinds of penalties, sums. Run by whoever maintains the bundle.
 */
async function writeNorms(): Promise<void> {
  const database = await openDatabase(readConfig());
  let laws: LibraryLaws;
  let known: Set<string>;
  try {
    laws = await libraryLaws(database.db);
    known = await knownDays(database.db);
  } finally {
    await database.close();
  }
  const entered = new Set(readStatutes().map(({ title }) => title));
  const outlines: NormOutline[] = [];
  const penal: PenalFigures[] = [];
  const statutes = addLibraryLaws(
    buildReferenceBook({ ...readReferenceParts(), statutes: readStatutes() }),
    laws,
  ).statutes();
  for (const statute of statutes.toSorted((a, b) => (a.title < b.title ? -1 : 1))) {
    if (!LEVELS.has(statute.level)) continue;
    const versions = statute.versions.filter(
      ({ adopted, entries }) => adopted !== 'unknown' && entries.size > 0,
    );
    const figures = versions.flatMap((version) => penalFigures(statute, version) ?? []);
    penal.push(...figures);
    const wanted = statute.level === 'law' || figures.length > 0;
    if (wanted && !entered.has(statute.title) && versions.length > 0)
      outlines.push(outline(statute, versions, known));
  }
  write('outlines.jsonl', outlines);
  write('penal-figures.jsonl', penal);
  console.log(`${outlines.length} 部规范的轮廓，${penal.length} 个版本的罚则数字`);
}

/** The versions whose first day is stated, not merely taken from the day of adoption. */
async function knownDays(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('library_sources')
    .select(['title', 'version_date'])
    .where('state', '=', 'live')
    .where('effective_known', '=', true)
    .execute();
  return new Set(rows.map((row) => `${row.title}@${row.version_date}`));
}

function outline(statute: Statute, versions: StatuteVersion[], known: Set<string>): NormOutline {
  return {
    title: statute.title,
    level: statute.level,
    ...(statute.replacedBy ? { replacedBy: statute.replacedBy } : {}),
    versions: versions.map((version) => {
      const shapes = Array.from({ length: version.articles }, (_, at) =>
        tokenOf(version.entries.get(String(at + 1))),
      );
      const inserted = [...version.entries]
        .filter(([article]) => article.includes('-'))
        .map(([article, entry]) => `${article}=${tokenOf(entry)}`);
      return {
        adopted: version.adopted,
        effective: version.effective,
        until: version.until,
        known: known.has(`${statute.title}@${version.adopted}`),
        ...(version.number ? { number: version.number } : {}),
        articles: version.articles,
        shape: shapes.join(' '),
        ...(inserted.length > 0 ? { inserted: inserted.join(' ') } : {}),
      };
    }),
  };
}

function tokenOf(entry: ArticleEntry | undefined): string {
  if (!entry?.paragraphs) return '-';
  return `${shapeToken(entry.paragraphs)}${ONE_DUTY.test(entry.penal ?? '') ? '!' : ''}`;
}

function penalFigures({ title }: Statute, version: StatuteVersion): PenalFigures | undefined {
  const articles: PenalFigures['articles'] = {};
  for (const [article, { penal, paragraphs }] of version.entries) {
    if (!penal || !paragraphs) continue;
    const readings: string[] = [];
    const places: Record<string, number> = {};
    const items = Math.max(...paragraphs);
    const asked = [
      {},
      ...Array.from({ length: items }, (_, at) => ({ item: at + 1 })),
      ...paragraphs.flatMap((count, at) => [
        { paragraph: at + 1 },
        ...Array.from({ length: count }, (_, index) => ({ paragraph: at + 1, item: index + 1 })),
      ]),
    ];
    for (const place of asked) {
      const read = sanctionsInText(penal, place);
      if (!read) continue;
      const text = JSON.stringify(read).replace(LONG_LABEL, (_, label: string) => `"factor":"${label}…"`);
      const at = readings.indexOf(text);
      places[placeKey(place)] = at < 0 ? readings.push(text) - 1 : at;
    }
    if (readings.length > 0)
      articles[article] = { readings: readings.map((one) => JSON.parse(one) as SanctionInText), places };
  }
  return Object.keys(articles).length > 0 ? { title, adopted: version.adopted, articles } : undefined;
}

function write(name: string, rows: readonly object[]): void {
  writeFileSync(new URL(name, FOLDER), `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
}

await writeNorms();
