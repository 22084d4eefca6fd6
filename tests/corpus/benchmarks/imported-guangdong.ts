import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable, type TableReading } from '../../../src/corpus/benchmarks/read-table.ts';
import { buildReferenceBook } from '../../../src/corpus/build-reference-book.ts';
import { loadReferenceBook, readReferenceParts } from '../../../src/corpus/load-reference-book.ts';
import type { ReferenceBook } from '../../../src/corpus/reference-book.ts';
import { benchmarkLine } from '../../../src/corpus/sources/sheets/benchmark-rows.ts';
import { OFFICIAL_DATA } from '../official-data.ts';

const FILE = join(OFFICIAL_DATA, '..', 'discretion', 'guangdong_env_discretion_2022.jsonl');

/** Whether the printed table lies beside the project; tests over it are skipped by name without. */
export const GUANGDONG_TABLE_THERE = existsSync(FILE);
if (!GUANGDONG_TABLE_THERE) console.warn('跳过广东省裁量表的导入：没有 ../shared/data/discretion');

let kept: { reading: TableReading; book: ReferenceBook } | undefined;

/** The printed table of 282 items, read once, and the bundled book with it. */
export function importedGuangdong(): { reading: TableReading; book: ReferenceBook } {
  if (kept) return kept;
  const rows = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => benchmarkLine(JSON.parse(line) as Record<string, unknown>)!);
  const reading = readTable(rows[0]!.table, rows, loadReferenceBook());
  const parts = readReferenceParts();
  const book = buildReferenceBook({
    ...parts,
    benchmarks: [reading.benchmark, ...parts.benchmarks],
    tableSanctions: reading.sanctions,
  });
  kept = { reading, book };
  return kept;
}
