import type { Condition } from '../../law/condition.ts';
import { PARTY_SIDE } from '../../law/sanction-conditions.ts';
import type { BenchmarkItem } from '../benchmark.ts';
import type { Row } from './read-rows.ts';
import type { RowSide } from './spans/sides-in.ts';
import { type Column, isBlank } from './table-columns.ts';
import { type FactorConditions, factorConditions } from './words/factor-conditions.ts';
import type { BoundWords } from './words/quantity-in.ts';

/** The conditions of the rows of an item, and the facts that they ask for. */
export interface RowConditions {
  of: (row: Row) => Condition[];
  factors: BenchmarkItem['factors'];
  remarks: string[];
  /** Circumstances beside the columns: where a row does not name one, it must not hold. */
  overall: (row: Row) => string[];
}

/**
 * Reads the columns of conditions. Rows for units and rows for persons count on scales of their own (不足1立方米 here, 不足0.1立方米 there), and
 * so do the rows beneath each value of another column where the column as a whole is no one scale. `apart`: one of the columns of a row is enough.
 */
export function conditionsOfRows(
  rows: readonly Row[],
  asked: readonly Column[],
  sideOf: (row: Row) => RowSide | undefined,
  words: BoundWords,
  apart = false,
): RowConditions {
  const told = new Map<Row, Map<number, FactorConditions>>(rows.map((row) => [row, new Map()]));
  const reads: FactorConditions[] = [];
  const sides = [...Map.groupBy(rows, (row) => sideOf(row) ?? '').values()];
  for (const [place, column] of asked.entries())
    for (const own of sides)
      for (const { rows: group, read } of readColumn(
        own,
        column,
        headOf(column, place, asked),
        asked,
        words,
      )) {
        reads.push(read);
        for (const row of group) told.get(row)!.set(column.at, read);
      }
  const factors: BenchmarkItem['factors'] = [];
  for (const factor of reads.flatMap((read) => read.factors)) {
    const known = factors.find(({ name }) => name === factor.name);
    if (!known) factors.push({ ...factor });
    else if (factor.choices) known.choices = [...new Set([...(known.choices ?? []), ...factor.choices])];
  }
  const bySides = new Set(rows.map((row) => sideOf(row)).filter(Boolean)).size > 1;
  if (bySides)
    factors.unshift({
      name: PARTY_SIDE,
      question: '受处罚的是单位还是个人？',
      type: 'choice',
      choices: ['单位', '个人'],
    });
  const sideTest = (side: RowSide | undefined): Condition[] =>
    bySides && side ? [{ factor: PARTY_SIDE, op: '=', value: side === 'unit' ? '单位' : '个人' }] : [];
  const asks = (row: Row): Condition[] =>
    asked.flatMap(({ at }) => {
      const cell = row.cells[at]!;
      return isBlank(cell) ? [] : [told.get(row)!.get(at)!.conditions.get(cell)!];
    });
  return {
    of: (row) => {
      const own = asks(row);
      return [...sideTest(sideOf(row)), ...(apart && own.length > 1 ? [{ any: own }] : own)];
    },
    factors,
    remarks: [...new Set(reads.flatMap((read) => read.remarks))],
    overall: (row) =>
      apart ? [] : [...new Set([...told.get(row)!.values()].flatMap((read) => read.overall))],
  };
}

interface Group {
  rows: readonly Row[];
  read: FactorConditions;
}

/** One scale for all rows, or one for each value of another column where that makes numbers of what else were words. */
function readColumn(
  rows: readonly Row[],
  column: Column,
  head: string,
  asked: readonly Column[],
  words: BoundWords,
): Group[] {
  const readOf = (own: readonly Row[]): Group => ({
    rows: own,
    read: factorConditions(
      head,
      own.map(({ cells }) => cells[column.at]!).filter((cell) => !isBlank(cell)),
      words,
    ),
  });
  const whole = readOf(rows);
  if (!whole.read.factors.some(({ type }) => type === 'choice')) return [whole];
  for (const other of asked) {
    if (other === column) continue;
    const parts = [...Map.groupBy(rows, ({ cells }) => cells[other.at]!).values()];
    if (parts.length < 2 || parts.some((part) => part.length < 2)) continue;
    const groups = parts.map(readOf);
    const numbers = groups.every(({ read }) =>
      /"op":"[<>]/.test(JSON.stringify([...read.conditions.values()])),
    );
    if (numbers && !groups.some(({ read }) => read.factors.some(({ type }) => type === 'choice')))
      return groups;
  }
  return [whole];
}

function headOf(column: Column, at: number, all: readonly Column[]): string {
  const same = all.filter(({ head }, place) => head === column.head && place < at).length;
  return `${column.head || `条件${at + 1}`}${same > 0 ? `（${same + 1}）` : ''}`;
}
