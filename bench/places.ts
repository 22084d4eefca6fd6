import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { loadReferenceBook } from '../src/corpus/load-reference-book.ts';
import type { Db } from '../src/db/database.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { keepPlaces } from '../src/discretion/evenness/keep-places.ts';
import { bundledItems, caseUnderItem } from '../tests/support/case-under-item.ts';
import type { Row } from './run.ts';

const CASES = 100_000;
/** Different cases among them; the database holds every case by itself. */
const DISTINCT = 2_000;
const BATCH = 500;

/** As after a change of a table: the places of all cases of an embedded database in a folder are reckoned, kept and, once more, looked for. */
export async function benchPlaces(count = CASES): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingcai-bench-'));
  const database = await openDatabase({ dataFolder: folder });
  try {
    const { db } = database;
    await fill(db, count);
    const book = loadReferenceBook();
    const first = await timed(() => keepPlaces(db, book));
    const again = await timed(() => keepPlaces(db, book));
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from case_places where place->'share' is not null`.execute(db);
    return [
      {
        name: `places of ${count} kept cases reckoned anew (${rows[0]?.n} of fines)`,
        value: first.wall,
        unit: 's',
      },
      { name: 'the same, in time of the processor', value: first.processor, unit: 's' },
      { name: 'looking whether any has changed since', value: again.wall, unit: 's' },
    ];
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(db: Db, count: number): Promise<void> {
  const items = bundledItems();
  const files = Array.from({ length: Math.min(count, DISTINCT) }, (_, index) =>
    caseUnderItem(items, index, seedsOf(index), [], 1_000 + ((index * 7_919) % 500_000)),
  );
  for (let start = 0; start < count; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) => {
      const id = `case-${String(start + index).padStart(6, '0')}`;
      return { id, file: { ...files[(start + index) % files.length], id } };
    });
    await sql`
      insert into cases (id, title, field, jurisdiction, revision, file, created_by)
      select n.id, n.file->>'title', n.file->>'field', 'demo', 1, n.file, 'bench'
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id text, file jsonb)`.execute(db);
  }
}

async function timed(run: () => Promise<unknown>): Promise<{ wall: number; processor: number }> {
  const [before, started] = [process.cpuUsage(), performance.now()];
  await run();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { wall: round(wall / 1000), processor: round((user + system) / 1e6) };
}

function seedsOf(index: number): number[] {
  return Array.from({ length: 8 }, (_, place) => (index * 2_654_435_761 + place * 40_503_739) % 5_000_000);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
