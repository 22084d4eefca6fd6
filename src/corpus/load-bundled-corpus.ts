import type { Db } from '../db/database.ts';
import { bundledDigest } from './bundled-digest.ts';
import { emptyReport, type ImportReport } from './import-paths.ts';
import { loadReferenceBook } from './load-reference-book.ts';
import { mergeSegments } from './merge-segments.ts';
import { pastCases } from './past-cases.ts';
import { readStatutes, type Statute, type StatuteVersion } from './read-statute-file.ts';
import { benchmarkSource, caseSource } from './read-yaml-source.ts';
import { type Reading, sha256, versionId } from './source-draft.ts';
import { removeSource, storeSource } from './store-source.ts';
import { plainTitle } from './versions/plain-title.ts';

/**
 * Brings the bundled library (our gists, benchmarks, demonstration cases) into the search. Does nothing when the
 * folder corpus/ has not changed since the last time; else only what differs is replaced, and what left is removed.
 */
export async function loadBundledCorpus(
  db: Db,
  options: { onProgress?: (done: number, total: number) => void } = {},
): Promise<ImportReport> {
  const started = performance.now();
  const report = emptyReport();
  const digest = bundledDigest();
  const state = await db.selectFrom('library_state').select('bundled_digest').executeTakeFirstOrThrow();
  if (state.bundled_digest !== digest) {
    const readings = bundledSources();
    for (const [index, reading] of readings.entries()) {
      await storeBundled(db, reading, report);
      await mergeSegments(db);
      options.onProgress?.(index + 1, readings.length);
    }
    await removeOthers(db, new Set(readings.flatMap((one) => ('source' in one ? one.source.key : []))));
    await mergeSegments(db, { settle: true });
    await db.updateTable('library_state').set({ bundled_digest: digest }).execute();
  }
  report.seconds = Math.round((performance.now() - started) / 10) / 100;
  return report;
}

function bundledSources(): Reading[] {
  return [
    ...readStatutes().flatMap((statute) => statute.versions.map((version) => gistSource(statute, version))),
    ...loadReferenceBook()
      .benchmarks()
      .map((benchmark) => benchmarkSource(benchmark, 'bundled')),
    caseSource(pastCases(), 'bundled', 'bundled'),
  ];
}

function gistSource(statute: Statute, version: StatuteVersion): Reading {
  const id = versionId(statute.title, version.adopted);
  const gists = [...version.entries].flatMap(([article, { gist }]) => (gist ? [{ article, gist }] : []));
  return {
    source: {
      kind: 'law',
      key: `law:${id}`,
      origin: 'bundled',
      title: statute.title,
      versionDate: version.adopted,
      level: statute.level,
      statedFrom: version.effective,
      ...(version.until ? { statedTo: version.until } : {}),
      ...(statute.replacedBy ? { replacedBy: statute.replacedBy } : {}),
      ...(version.repeals
        ? {
            repeals: version.repeals.map((title) => ({
              target: plainTitle(title),
              part: false,
              day: version.effective,
            })),
          }
        : {}),
      lastArticle: version.articles,
      complete: false,
      digest: sha256(
        JSON.stringify([
          statute.level,
          statute.short,
          version.effective,
          version.until,
          version.certainty,
          gists,
          ...(version.repeals ? [version.repeals] : []),
        ]),
      ),
      file: 'bundled',
    },
    entries: gists.map(({ article, gist }) => ({
      id: `${id}#${article}`,
      title: statute.title,
      law: statute.title,
      article,
      text: gist,
      textIs: 'gist',
      ...(version.certainty === 'checked' ? {} : { payload: { certainty: version.certainty } }),
    })),
  };
}

async function storeBundled(db: Db, reading: Reading, report: ImportReport): Promise<void> {
  if ('fault' in reading) throw new Error(reading.fault);
  const { source, entries } = reading;
  const result = await storeSource(db, source, entries, { replace: true });
  report.sources++;
  if (source.kind === 'law') report.versions++;
  if (result.state === 'unchanged') report.unchanged++;
  else if (result.state === 'stored') {
    report.added += result.articles;
    report.articles += result.articles;
  }
}

async function removeOthers(db: Db, keys: Set<string>): Promise<void> {
  const rows = await db
    .selectFrom('library_sources')
    .select('key')
    .where('origin', '=', 'bundled')
    .where('state', '=', 'live')
    .execute();
  for (const { key } of rows) if (!keys.has(key)) await removeSource(db, key, 'bundled');
}
