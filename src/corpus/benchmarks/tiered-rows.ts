import type { Condition } from '../../law/condition.ts';
import { BASE_NAMES } from '../../law/fine-range.ts';
import type { SanctionFine } from '../../law/sanction.ts';
import type { BenchmarkItem, Tier } from '../benchmark.ts';
import { conditionsOfRows, type RowConditions } from './conditions-of-rows.ts';
import type { RowFault, RowsRead } from './item-reading.ts';
import { mergedRow } from './merged-row.ts';
import { type Row, readRows } from './read-rows.ts';
import { askBases } from './spans/ask-bases.ts';
import { finesOfRow } from './spans/fines-of-row.ts';
import { legalOfRows } from './spans/legal-of-rows.ts';
import { perUnitOf } from './spans/per-unit-of.ts';
import { type RowSide, sidesIn } from './spans/sides-in.ts';
import { type Column, isBlank, tableColumns } from './table-columns.ts';
import { gradeOf } from './words/grade-of.ts';
import type { BoundWords } from './words/quantity-in.ts';

type Fine = NonNullable<Tier['fine']>;

/** The factor of a table with a single row and no condition. */
const ALWAYS = '违法行为成立';

interface TieredOptions {
  /** How conditions read 以上 and 以下; fines follow them only where the table itself says so. */
  words: BoundWords;
  stated: boolean;
  /** Every phrase of the whole table: a cell that was cut in two is whole elsewhere. */
  phrases: ReadonlySet<string>;
  /** The spans of the provision beneath the item: percentages are read in their light. */
  statute?: readonly SanctionFine[];
  /** Each column of conditions ranks the case by itself, and the heaviest rank counts. */
  apart?: boolean;
}

/** A table of tiers: columns of conditions become factors, columns of results become spans. */
export function tieredRows(
  labels: readonly string[],
  grid: readonly string[][],
  options: TieredOptions,
): RowsRead {
  const faults: RowFault[] = [];
  const remarks: string[] = [];
  const bounds = options.stated ? options.words : undefined;
  const columns = tableColumns(labels, grid, bounds);
  const results = columns.filter(({ holds }) => holds === 'result');
  const asked = columns.filter(({ holds }) => holds === 'condition');
  const ranks = columns.filter(({ holds }) => holds === 'tier');
  // A table that fines the persons responsible alone is a table of persons.
  if (results.every(({ subject }) => subject))
    for (const column of results) {
      delete column.subject;
      column.party = 'person';
    }
  const apart = results.find(({ head, party, subject }) => /个体/.test(head) && !party && !subject);
  if (apart && results.some(({ party }) => party === 'person'))
    faults.push({ reason: `“${apart.head}”单列一栏，不知道个体工商户按单位还是按个人处罚` });
  else if (apart && results.some(({ party }) => party === 'unit')) {
    apart.party = 'person';
    apart.business = true;
    remarks.push(`“${apart.head}”一栏只用于个体工商户，当事人是不是要问`);
  }
  const nothing = { parts: { factors: [], tiers: [] }, faults, remarks, conflicts: [] };
  if (results.length === 0) {
    faults.push({ reason: '没有找到写罚款或者处罚结果的列' });
    return nothing;
  }
  const rows = readRows(
    kindsBeside(grid, results),
    columns,
    { results, bounds, ...options },
    faults,
    remarks,
  );
  if (rows.length === 0) {
    faults.push({ reason: '没有一行写明罚款或者处罚结果' });
    return nothing;
  }
  // 堆放5吨以上的，处1万元罚款 is no condition: a rank across or a result under an unknown heading.
  for (const { at, head } of asked)
    if (rows.some(({ cells }) => /罚款|处以?\d/.test(cells[at]!)))
      faults.push({ reason: `“${head}”一栏写着罚款，读不出它是情形还是处罚` });
  for (const row of rows) mergedRow(row, rows, asked, remarks);
  for (const column of asked) onlyOrdered(column, rows, remarks);
  const sideOf = sidesOfRows(columns, rows);
  const read = conditionsOfRows(rows, asked, sideOf, options.words, options.apart);
  const { factors } = read;
  remarks.push(...read.remarks);
  const tiers = tiersOf(rows, { asked, ranks, results, read, sideOf, words: options.words }, remarks);
  askBases(
    tiers.flatMap(({ fine, fines }) => fines ?? (fine ? [fine] : [])),
    factors,
    faults,
    remarks,
  );
  const appliesTo = onlySide(rows.map(sideOf));
  for (const [at, tier] of tiers.entries()) {
    const twin = tiers.findIndex(
      (other, place) => place < at && JSON.stringify(other.when) === JSON.stringify(tier.when),
    );
    if (twin >= 0)
      faults.push({
        row: rows[at]!.number,
        reason: `与第 ${rows[twin]!.number} 行的条件相同而各有结果，可能是两个事项并成了一项，或者缺了一列`,
      });
  }
  const perUnit = perUnitOf(rows, tiers, factors, faults, options.statute);
  const left = perUnit ? undefined : rows.find(({ results: own }) => own.some((result) => result?.perUnit));
  if (left) faults.push({ row: left.number, reason: '按单位计的数额与别的写法混在一起，读不懂' });
  const printed = columns.find(({ holds }) => holds === 'legal');
  const legal = printed && legalOfRows(rows, printed, sideOf, remarks);
  return {
    ...(legal ? { legal } : {}),
    parts: {
      factors,
      ...(perUnit ?? { tiers: ordered(tiers, ranks.length > 0) }),
      ...(appliesTo ? { appliesTo } : {}),
    },
    faults,
    remarks,
    conflicts: [],
  };
}

/** 处罚种类 beside the column of sums: the word 罚款 there says nothing more, what else is named is due besides. */
function kindsBeside(grid: readonly string[][], results: readonly Column[]): readonly string[][] {
  const kinds = results.filter(({ head }) => /种类|方式/.test(head)).map(({ at }) => at);
  if (kinds.length === 0 || kinds.length === results.length) return grid;
  return grid.map((cells) =>
    cells.map((cell, at) => {
      if (!kinds.includes(at)) return cell;
      const named = cell.split(/[、，,；;\s和及]|并处/).filter(Boolean);
      if (!named.includes('罚款')) return cell;
      return named.filter((word) => word !== '罚款').join('，') || '/';
    }),
  );
}

/** 责令限期改正 in every row is what the agency does, not what happened. */
function onlyOrdered({ at, head }: Column, rows: readonly Row[], remarks: string[]): void {
  if (!rows.every(({ cells }) => /^责令(?:限期)?(?:改正|整改)$/.test(cells[at]!.replaceAll(/\s/g, ''))))
    return;
  remarks.push(`“${head}”各行都写“${rows[0]!.cells[at]}”，不作为条件`);
  for (const row of rows) row.cells[at] = '/';
}

/** The side that a row is for; nothing where the table has no column for it or names both. */
function sidesOfRows(columns: readonly Column[], rows: readonly Row[]): (row: Row) => RowSide | undefined {
  const column = columns.find(({ holds }) => holds === 'party');
  const sides = new Map(rows.map((row) => [row, column ? (sidesIn(row.cells[column.at]!) ?? []) : []]));
  return (row) => {
    const [only, more] = sides.get(row) ?? [];
    return more ? undefined : only;
  };
}

/** 单位 in every row: the item is for units alone. */
function onlySide(sides: readonly (RowSide | undefined)[]): 'unit' | 'person' | undefined {
  const [side, ...others] = new Set(sides.map((one) => (one === 'responsible' ? 'person' : one)));
  return others.length === 0 ? side : undefined;
}

function tiersOf(
  rows: readonly Row[],
  {
    asked,
    ranks,
    results,
    read,
    sideOf,
    words: bounds,
  }: {
    asked: readonly Column[];
    ranks: readonly Column[];
    results: readonly Column[];
    read: RowConditions;
    sideOf: (row: Row) => RowSide | undefined;
    words: BoundWords;
  },
  remarks: string[],
): Tier[] {
  const { factors } = read;
  const bare = rows.some(({ cells }) => asked.every(({ at }) => isBlank(cells[at])));
  const rank = (row: Row) =>
    ranks
      .map(({ at }) => row.cells[at]!)
      .filter((cell) => !isBlank(cell))
      .join('');
  if (bare && rows.length > 1) {
    remarks.push('有的阶次没有写适用情形，由人选择阶次');
    factors.splice(0, factors.length, {
      name: ranks[0]?.head || '裁量阶次',
      question: '属于哪一个裁量阶次？',
      type: 'choice',
      choices: rows.map((row, at) => rank(row) || `第 ${at + 1} 档`),
    });
  }
  if (rows.length === 1 && read.of(rows[0]!).length === 0)
    factors.push({ name: ALWAYS, question: '违法行为是否成立？', type: 'yes-no' });
  const names = distinctNames(rows.map(rank));
  // 一档 to 三档 under 限期改正, and again under 逾期未改正: two ladders.
  const turnOf = (row: Row) =>
    rows
      .slice(0, rows.indexOf(row))
      .filter((other) => sideOf(other) === sideOf(row) && rank(other) === rank(row)).length;
  const placeIn = (row: Row): [number, number] => {
    const ladder = rows.filter(
      (other) => sideOf(other) === sideOf(row) && (rank(row) === '' || turnOf(other) === turnOf(row)),
    );
    return [ladder.indexOf(row), ladder.length];
  };
  return rows.map((row, at): Tier => {
    const own = asked.filter(({ at: place }) => !isBlank(row.cells[place]));
    const conditions = read.of(row);
    const named = new Set(
      conditions.flatMap((condition) => JSON.stringify(condition).match(/(?<="factor":")[^"]+/g) ?? []),
    );
    const rest = read
      .overall(row)
      .filter((name) => !named.has(name))
      .map((factor): Condition => ({ factor, op: '=', value: false }));
    const all = [...conditions, ...rest];
    const when: Condition =
      bare && rows.length > 1
        ? { factor: factors[0]!.name, op: '=', value: factors[0]!.choices![at]! }
        : all.length === 1
          ? all[0]!
          : all.length === 0
            ? { factor: ALWAYS, op: '=', value: true }
            : { all };
    const words = own.map(({ at: place }) => row.cells[place]!).join('；');
    const name = names[at] || words || '唯一档';
    const side = sideOf(row);
    const party: Fine['party'] = side && side !== 'unit' ? 'person' : side;
    const fines = finesOfRow(row, results, factors, bounds).map(
      (fine): Fine => ({
        ...(party ? { party } : {}),
        ...fine,
      }),
    );
    askAlso(fines, factors);
    const extra = [...new Set(row.results.flatMap((result) => result?.extra ?? []))];
    const mayAdd = [...new Set(row.results.flatMap((result) => result?.mayAdd ?? []))];
    const grade = row.results.find((result) => result?.grade)?.grade ?? gradeOf(rank(row), ...placeIn(row));
    return {
      order: at + 1,
      name,
      grade,
      when,
      conditions: words || name,
      ...(fines.length === 1 ? { fine: fines[0]! } : fines.length > 1 ? { fines } : {}),
      extra,
      ...(mayAdd.length > 0 ? { mayAdd } : {}),
    };
  });
}

/** 一般 over two rows of conditions makes two tiers: 一般（1）, 一般（2）. */
function distinctNames(ranks: readonly string[]): string[] {
  return ranks.map((rank, at) => {
    const same = (until: number) => ranks.slice(0, until).filter((other) => other === rank).length;
    return rank && same(ranks.length) > 1 ? `${rank}（${same(at) + 1}）` : rank;
  });
}

/** The questions that conditions within result cells ask. */
function askAlso(fines: readonly Fine[], factors: BenchmarkItem['factors']): void {
  const named = fines.flatMap(({ when }) =>
    when ? (JSON.stringify(when).match(/(?<="factor":")[^"]+/g) ?? []) : [],
  );
  for (const name of new Set(named)) {
    if ((BASE_NAMES as string[]).includes(name) || factors.some((factor) => factor.name === name)) continue;
    const words = name === 'serious' ? '情节严重' : name;
    factors.push({
      name,
      ...(words === name ? {} : { label: words }),
      question: `是否${words}？`,
      type: 'yes-no',
    });
  }
}

/** Tiers without ranking words stand by their fines, mildest first, where all can be compared. */
function ordered(tiers: Tier[], ranked: boolean): Tier[] {
  const key = ({ fine, fines }: Tier) => fine ?? fines?.find(({ party }) => party === 'unit') ?? fines?.[0];
  const comparable = tiers.every(
    (tier) => key(tier) && key(tier)!.base === key(tiers[0]!)!.base && !key(tier)!.ofSpan,
  );
  if (ranked || !comparable) return tiers;
  const by = (tier: Tier) =>
    [Number(key(tier)!.min ?? 0), Number(key(tier)!.max ?? Number.MAX_VALUE)] as const;
  return [...tiers]
    .sort((a, b) => by(a)[0] - by(b)[0] || by(a)[1] - by(b)[1])
    .map((tier, at) => ({ ...tier, order: at + 1, grade: gradeOf(undefined, at, tiers.length) }));
}
