import type { Citation } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import { divisionsOf } from '../../law/divisions-of.ts';
import type { Sanction } from '../../law/sanction.ts';
import type { Benchmark } from '../benchmark.ts';
import type { ReferenceBook } from '../reference-book.ts';
import type { BenchmarkRow } from '../sources/sheets/benchmark-rows.ts';
import type { ItemReading } from './item-reading.ts';
import { readItem } from './read-item.ts';
import { type TableHead, tableHead } from './table-head.ts';
import type { BoundWords } from './words/quantity-in.ts';

/** A whole printed table: the benchmark to reckon with, and what was read of each item. */
export interface TableReading {
  benchmark: Benchmark;
  readings: ItemReading[];
  /** Sanctions read from the words of the table itself, by the ids that its items name. */
  sanctions: Sanction[];
  remarks: string[];
  /** Those of them that an import tells: where and since when the table applies, and what of the print is doubtful. */
  notes: string[];
}

/** What people know of a table that it does not print. */
export type KnownHead = Partial<
  Pick<TableHead, 'from' | 'to' | 'number' | 'issuer' | 'region' | 'boundWords'>
>;

/** Says in `source` that a table was read from print, not typed. */
export const FROM_PRINT = '从印发的表格读入';

/** Reads a printed table. Every row becomes an item: one to reckon with, or one that names what must be retyped. */
export function readTable(
  table: string,
  rows: readonly BenchmarkRow[],
  book: Pick<ReferenceBook, 'titleOf' | 'sanctionsOf'>,
  known: KnownHead = {},
  beside: readonly string[] = [],
  told: readonly string[] = [],
): TableReading {
  const head = {
    ...tableHead(table, [...beside, ...rows.flatMap(({ notes }) => notes)]),
    ...known,
  };
  const notes: string[] = [...told];
  const from: Day = head.from ?? '0001-01-01';
  if (!head.from) notes.push('表中未载明施行日期，视为一直有效');
  const remarks: string[] = [];
  if (!head.boundWords)
    remarks.push(
      '表中没有写明“以上”“以下”是否包括本数：条件按“以上”含本数、“以下”不含本数读，罚款两端都含本数',
    );
  const words: BoundWords = {
    above: head.boundWords?.above !== 'excludes',
    below: head.boundWords?.below === 'includes',
  };
  const inForce: Sanction['inForce'] = head.to ? [from, head.to] : [from];
  const context = {
    words,
    stated: head.boundWords !== undefined,
    phrases: phrasesOf(rows),
    titleOf: book.titleOf,
    sanctionOf: (place: Citation) => bundledOn(book.sanctionsOf(place), from),
    inForce,
    topIncluded: head.topIncluded ?? false,
    beside,
  };
  const used = new Map<string, number>();
  const readings = rows.map((row, index) => {
    const number = row.item ?? String(index + 1);
    const count = (used.get(number) ?? 0) + 1;
    used.set(number, count);
    const section = count > 1 ? `${number}-${count}` : number;
    return readItem(row, `${table}#${section}`, section, context);
  });
  const region = head.region ?? (placeIn(table) || placeIn(head.issuer ?? ''));
  if (!region)
    notes.push('表名和列的对应关系里都没有写明施行的地区；请在列的对应关系里写 region，全国适用的写“全国”');
  const sanctions = new Map(
    readings.flatMap(({ statute }) =>
      statute?.from === 'printed' ? [[statute.sanction!.id, statute.sanction!] as const] : [],
    ),
  );
  return {
    benchmark: {
      id: table,
      name: table,
      ...(head.number ? { number: head.number } : {}),
      issuer: head.issuer ?? '（表中没有写明制定机关）',
      region,
      field: readings[0]?.item.field ?? '未分类',
      example: false,
      inForce: { from, ...(head.to ? { to: head.to } : {}) },
      source: FROM_PRINT,
      supersedes: [],
      ...(head.boundWords ? { boundWords: head.boundWords } : {}),
      generalRules: [],
      noPenalty: [],
      items: readings.map(({ item }) => item),
    },
    readings,
    sanctions: [...sanctions.values()],
    notes,
    remarks: [...notes, ...remarks],
  };
}

function placeIn(words: string): string {
  const { province = '', city = '', county = '' } = divisionsOf(words);
  return `${province}${city}${county}`;
}

/** The bundled sanction of a provision as the table knew it: in force when it began, else the first. */
function bundledOn(sanctions: readonly Sanction[], day: Day): Sanction | undefined {
  const on = sanctions.find(({ inForce: [from, to] }) => from <= day && (to === undefined || day <= to));
  return on ?? (day === '0001-01-01' ? sanctions.at(-1) : undefined);
}

function phrasesOf(rows: readonly BenchmarkRow[]): Set<string> {
  return new Set(rows.flatMap(({ cells }) => cells.flat().map((cell) => cell.replaceAll(/\s/g, ''))));
}
