import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { mergeSegments } from '../../src/corpus/merge-segments.ts';
import { MAX_LINE_BYTES } from '../../src/corpus/read-lines.ts';
import { readSource } from '../../src/corpus/read-source.ts';
import { search } from '../../src/corpus/search.ts';
import type { EntryDraft, SourceDraft } from '../../src/corpus/source-draft.ts';
import { storeSource } from '../../src/corpus/store-source.ts';
import type { Database } from '../../src/db/database.ts';
import { ReadingPool } from '../../src/files/reading-pool.ts';
import { zipOf } from '../files/support/zip-of.ts';
import { openTestDatabase } from '../support/database.ts';
import { articleLine, dogLaw, folderWith } from './library.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const draft: SourceDraft = {
  kind: 'case',
  key: 'file:big',
  origin: 'imported',
  title: 'big',
  versionDate: null,
  digest: 'one',
  file: 'big',
};

function entry(n: number, words = '违章搭建'): EntryDraft {
  return { id: `e${n}`, title: `案件${n}`, text: `${words}第${n}号`, textIs: 'gist' };
}

async function* entries(size: number, failAt = -1, words?: string): AsyncGenerator<EntryDraft> {
  for (let n = 0; n < size; n++) {
    if (n === failAt) throw new Error('disk gone');
    yield entry(n, words);
  }
}

async function ids(query: string): Promise<string[]> {
  return (await search(database.db, query, { limit: 2000 })).hits.map(({ id }) => id);
}

describe('an import that stops in the middle', () => {
  it('shows nothing of itself and leaves what was there', async () => {
    await storeSource(database.db, draft, entries(3));
    const next = { ...draft, digest: 'two' };
    await expect(
      storeSource(database.db, next, entries(1200, 1100, '占道经营'), { replace: true }),
    ).rejects.toThrow('disk gone');
    expect((await ids('违章搭建')).sort()).toEqual(['e0', 'e1', 'e2']);
    expect((await ids('占道经营 案件')).sort()).toEqual(['e0', 'e1', 'e2']);
    expect(await storeSource(database.db, next, entries(1200, -1, '占道经营'), { replace: true })).toEqual({
      state: 'stored',
      articles: 1200,
    });
    expect(await ids('占道经营')).toHaveLength(1200);
  });

  it('is invisible when it was killed between two of its transactions, and a second run completes it', async () => {
    // What a kill leaves: a source still loading, with entries and index.
    let turns = 0;
    const stuck = storeSource(
      database.db,
      draft,
      (async function* () {
        yield* entries(501);
        turns = (await database.db.selectFrom('entries').select('seq').execute()).length;
        await new Promise(() => {});
      })(),
    );
    void stuck;
    await expect.poll(() => turns, { timeout: 20_000 }).toBe(500);
    expect(await ids('违章搭建')).toEqual([]);
    await mergeSegments(database.db, { settle: true });
    expect(await ids('违章搭建')).toEqual([]);
    await storeSource(database.db, draft, entries(501));
    expect(new Set(await ids('违章搭建')).size).toBe(501);
  });

  it('goes on after an abort, keeping the versions that were complete', async () => {
    const folder = folderWith({ 'a.jsonl': dogLaw('2020-01-01', 2), 'b.jsonl': dogLaw('2021-01-01', 3) });
    const stop = new AbortController();
    const aborted = importPaths(database.db, [folder], {
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done === 1) stop.abort();
      },
    });
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    const again = await importPaths(database.db, [folder]);
    expect(again).toMatchObject({ articles: 5, added: 3, unchanged: 1 });
  });
});

describe('merging the index', () => {
  it('changes neither hits nor scores, and drops what was replaced', async () => {
    for (let n = 0; n < 20; n++) {
      await storeSource(database.db, { ...draft, key: `k${n}`, digest: `d${n}` }, [
        { ...entry(n, n % 3 ? '违章搭建' : '占道经营'), id: `k${n}` },
      ]);
    }
    await storeSource(database.db, { ...draft, key: 'k4', digest: 'new' }, [{ ...entry(99), id: 'k4' }], {
      replace: true,
    });
    const before = await search(database.db, '违章搭建第99号', { limit: 50 });
    await mergeSegments(database.db, { settle: true });
    const segments = await database.db.selectFrom('lexical_segments').select(['state', 'docs']).execute();
    expect(segments).toEqual([{ state: 'live', docs: 20 }]);
    expect(await search(database.db, '违章搭建第99号', { limit: 50 })).toEqual(before);
    expect(before.hits[0]!.id).toBe('k4');
  });

  it('can run while others search', async () => {
    for (let n = 0; n < 10; n++) {
      await storeSource(database.db, { ...draft, key: `k${n}`, digest: `d${n}` }, [
        { ...entry(n), id: `k${n}` },
      ]);
    }
    const searches = Array.from({ length: 20 }, () => ids('违章搭建'));
    await mergeSegments(database.db, { settle: true });
    for (const found of await Promise.all(searches)) expect(found).toHaveLength(10);
  });
});

describe('malformed input', () => {
  it('in a thousand shapes is read or refused, never thrown', { timeout: 120_000 }, async () => {
    const folder = folderWith({});
    const pool = new ReadingPool();
    onTestFinished(() => pool.close());
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 80 }).map((text) => Buffer.from(text)),
      fc.json().map((text) => Buffer.from(`${text}\n`)),
      fc.constantFrom(
        Buffer.from('第一条　'),
        Buffer.from('{"law":"甲","article_no":"第一条","text":"\\u0000\\ud800"}\n'),
        Buffer.from('{"id":"\\ud800","text":"x"}\n'),
        Buffer.from('PK\u0003\u0004'),
        Buffer.from('<p>第二条 &#99999999; &#x;'),
        Buffer.from('&a [*a'),
        Buffer.from([0xd5, 0xff, 0xfe, 0x81]),
      ),
    );
    const suffix = fc.constantFrom(
      '.txt',
      '.jsonl',
      '.md',
      '.html',
      '.yaml',
      '.json',
      '.docx',
      '.pdf',
      '.xlsx',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 6 }), suffix, async (parts, ending) => {
        const file = join(folder, `x${ending}`);
        writeFileSync(file, Buffer.concat(parts));
        for await (const reading of readSource(file, { pool })) {
          if ('fault' in reading) expect(reading.fault).not.toBe('');
          else for await (const one of reading.entries) expect(one.id).not.toBe('');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('that can be read at all can be stored, and found again', async () => {
    const folder = folderWith({
      'a.jsonl': [
        articleLine('示例\u0000法', '2020-01-01', '第一条', '零字符\u0000之后的文字 \ud800'),
        '{"id":"\\udc00奇","title":"半个字符\\ud800","text":"\\u0000怪字"}',
      ].join('\n'),
    });
    expect(await importPaths(database.db, [folder])).toMatchObject({ articles: 2, skipped: [] });
    expect((await ids('怪字'))[0]).toBe('\ufffd奇');
    expect((await ids('零字符'))[0]).toBe('示例法@2020-01-01#1');
  });

  it('a line too long to be an entry is named, and its neighbours are read', async () => {
    const folder = folderWith({
      'a.jsonl': `{"id":"1","text":"前一行"}\n{"id":"2","text":"${'长'.repeat(MAX_LINE_BYTES / 3 + 1)}"}\n{"id":"3","text":"后一行"}`,
    });
    const report = await importPaths(database.db, [folder]);
    expect(report.skipped).toEqual([
      { file: join(folder, 'a.jsonl'), reason: '第 2 行：这一行超过 4 MB，已跳过' },
    ]);
    expect((await ids('一行')).sort()).toEqual(['1', '3']);
  });

  it('a small archive that would unpack to gigabytes is turned away', async () => {
    const body = new Uint8Array(120 * 2 ** 20).fill(0x20);
    const folder = folderWith({
      'bomb.docx': zipOf({ 'word/document.xml': body, '[Content_Types].xml': '<Types/>' }),
      'bomb.xlsx': zipOf({ 'xl/worksheets/sheet1.xml': body }),
    });
    const { skipped } = await importPaths(database.db, [folder]);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('解压后'),
      expect.stringContaining('解压后'),
    ]);
  });

  it('more bad lines than anyone reads are counted', async () => {
    const folder = folderWith({ 'a.jsonl': 'x\n'.repeat(30) });
    const { skipped } = await importPaths(database.db, [folder]);
    expect(skipped).toHaveLength(21);
    expect(skipped[20]!.reason).toBe('另有 10 行有误，已跳过');
  });
});
