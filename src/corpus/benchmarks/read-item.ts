import type { Citation } from '../../law/citation.ts';
import type { Sanction } from '../../law/sanction.ts';
import type { BenchmarkItem } from '../benchmark.ts';
import type { BenchmarkRow } from '../sources/sheets/benchmark-rows.ts';
import { countsAcross } from './counts-across.ts';
import type { ItemReading, RowsRead } from './item-reading.ts';
import { ranksAcross } from './ranks-across.ts';
import { ranksFactorsApart } from './ranks-factors-apart.ts';
import { ranksInConditions } from './ranks-in-conditions.ts';
import { ranksWithShares } from './ranks-with-shares.ts';
import { againstStatute } from './spans/against-statute.ts';
import { bindToSanction } from './spans/bind-to-sanction.ts';
import { countSpans } from './spans/count-spans.ts';
import { askedAsResponsible } from './spans/persons-apart.ts';
import { personsAsOffenders } from './spans/persons-as-offenders.ts';
import { type StatuteOfRow, statuteOfRow } from './spans/statute-of-row.ts';
import { unclearLeast } from './spans/unclear-least.ts';
import { withLeastBase } from './spans/with-least-base.ts';
import { withLegalSpans } from './spans/with-legal-spans.ts';
import { withShareEnds } from './spans/with-share-ends.ts';
import { withTops } from './spans/with-tops.ts';
import { tieredRows } from './tiered-rows.ts';
import { tiersInCells } from './tiers-in-cells.ts';
import { isWeighted, weightedRows } from './weights/weighted-rows.ts';
import { placesIn } from './words/places-in.ts';
import type { BoundWords } from './words/quantity-in.ts';
import { severalTiers } from './words/several-tiers.ts';
import { spansInBasis } from './words/spans-in-basis.ts';

/** What all items of a table share. */
export interface TableContext {
  words: BoundWords;
  /** The table itself says how it uses 以上 and 以下. */
  stated: boolean;
  phrases: ReadonlySet<string>;
  titleOf: (name: string) => string | undefined;
  sanctionOf: (place: Citation) => Sanction | undefined;
  inForce: Sanction['inForce'];
  /** 以下 excludes the number, but not the highest that the law allows. */
  topIncluded: boolean;
  /** What stands above and below the table. */
  beside: readonly string[];
}

/** One printed item as an item to reckon with, or with the reason why it must not be. */
export function readItem(row: BenchmarkRow, id: string, section: string, context: TableContext): ItemReading {
  const labels = row.columns.slice(
    Math.max(0, row.columns.length - Math.max(0, ...row.cells.map((cells) => cells.length))),
  );
  const headed =
    labels.length > 0 &&
    /违法行为|违法事项|案由/.test(labels[0]!) &&
    row.columns.length > 1 &&
    labels.length === row.columns.length &&
    row.columns.length > modeWidth(row.cells)
      ? labels.slice(1)
      : labels;
  const weighted = isWeighted(headed, row.cells, row.notes);
  const read = rowsRead(row, section, headed, weighted, context);
  const found = withLegalSpans(
    countSpans(statuteOfRow(row, section, forPersons(read.parts), context), read.parts.tiers),
    read.legal ?? spansInBasis(row.basis),
    read.parts.tiers,
    section,
    context,
  );
  if (!row.violation) read.faults.push({ reason: '没有写明违法行为' });
  read.faults.push(...unclearLeast(read.parts, row.basis, row.violation));
  read.faults.push(...(row.doubts ?? []).map((reason) => ({ reason })));
  read.remarks.unshift(...(row.remarks ?? []));
  const needsRetyping = read.faults.length > 0 ? reasonsOf(read) : undefined;
  const parts = needsRetyping ? { factors: [], tiers: [] } : read.parts;
  // Spans of a provision that itself counts by units bound one unit, not the sum.
  const byUnit =
    parts.perUnit !== undefined &&
    found?.from === 'printed' &&
    /每|按[^，。；]{0,6}[数量]/.test(row.basis.join());
  const wrong = found && !needsRetyping && (byUnit || isMisread(parts, found));
  const statute = wrong ? { provision: found.provision, from: 'unknown' as const } : found;
  if (statute?.from === 'unknown') read.remarks.push('法定幅度没有读出，计算时不能与法定幅度核对');
  if (!statute) read.remarks.push('没有写明处罚依据的条款，法定幅度未知');
  if (statute?.personsResponsible && !needsRetyping) {
    askedAsResponsible(parts);
    read.remarks.push('条款对个人的罚款只针对责任人员，表中“个人”一栏按责任人员读，当事人是不是责任人员要问');
  }
  const bound = needsRetyping ? { parts } : bindToSanction(parts, statute?.sanction, row.violation);
  const offenders = personsAsOffenders(bound.parts.tiers, statute?.sanction);
  const based = withLeastBase(offenders, statute?.sanction, row.basis, row.violation);
  const shared = withShareEnds(based, context.beside);
  const tiers = context.topIncluded ? withTops(shared, statute?.sanction) : shared;
  const several = severalTiers(context.beside, tiers);
  const item: BenchmarkItem = {
    id,
    violation: plainViolation(row.violation) || `（第 ${section} 项没有写明违法行为）`,
    field: row.field ?? '未分类',
    breached: placesIn(row.breached, context.titleOf),
    sanction: statute?.sanction?.id ?? '',
    appliesTo: 'any',
    ...bound.parts,
    ...(bound.given ? { given: bound.given } : {}),
    ...(needsRetyping ? { needsRetyping } : {}),
    unknownFactor: context.beside.some(countsUnknownLowest) ? 'lowest' : 'unclear',
    ...several,
    figures: `《${row.table}》第 ${section} 项`,
  };
  const conflicts = [...read.conflicts, ...(needsRetyping ? [] : againstStatute(parts, statute))];
  return {
    item,
    section,
    method: needsRetyping ? 'none' : item.weights ? 'weighted' : item.perUnit ? 'per-unit' : 'tiered',
    ...(statute ? { statute } : {}),
    faults: read.faults,
    remarks: [...new Set(read.remarks)],
    conflicts,
  };
}

function rowsRead(
  row: BenchmarkRow,
  section: string,
  labels: readonly string[],
  weighted: boolean,
  context: TableContext,
): RowsRead {
  if (row.cells.length === 0)
    return {
      parts: { factors: [], tiers: [] },
      faults: [{ reason: '没有一行裁量内容' }],
      remarks: [],
      conflicts: [],
    };
  const known = statuteOfRow(row, section, false, context)?.sanction?.fines;
  const fines = known?.filter(({ range }) => !range.each);
  const options = {
    ...context,
    ...(fines ? { statute: fines } : {}),
    apart: context.beside.some(ranksFactorsApart),
  };
  const bounds = context.stated ? context.words : undefined;
  const unfolded = weighted ? undefined : tiersInCells(labels, row.cells, bounds);
  if (unfolded) {
    const read = tieredRows(unfolded.labels, unfolded.grid, options);
    // 《…》第七十三条：对责任人员处单位罚款数额5%以上10%以下的罚款 before the tiers is the provision of its column.
    const legal = unfolded.leads.flatMap(
      (lead) =>
        statuteOfRow({ ...row, basis: [lead] }, section, false, context)?.sanction?.fines.filter(
          ({ subject }) => subject === 'responsible-person',
        ) ?? [],
    );
    return legal.length > 0 ? { ...read, legal } : read;
  }
  const turned =
    ranksWithShares(labels, row.cells, { bounds, notes: context.beside, item: row.item }) ??
    ranksAcross(labels, row.cells, bounds);
  if (turned && ('faults' in turned || weighted)) {
    const faults =
      'faults' in turned ? turned.faults : [{ reason: '阶次横排的权重表读不懂，请改为每个程度一行' }];
    return { parts: { factors: [], tiers: [] }, faults, remarks: [], conflicts: [] };
  }
  if (turned && !('faults' in turned)) return tieredRows(turned.labels, turned.grid, options);
  const counted = weighted ? undefined : countsAcross(labels, row.cells, context.words);
  if (counted) return tieredRows(counted.labels, counted.grid, options);
  const ranked = ranksInConditions(labels, row.cells);
  return weighted
    ? weightedRows(labels, row.cells, {
        ...context,
        notes: row.notes,
        violation: row.violation,
        basis: row.basis,
        ...(fines ? { statute: fines } : {}),
      })
    : tieredRows(ranked.labels, ranked.grid, options);
}

/** Words of neighbouring cells that a printed table lets run into the violation. */
function plainViolation(words: string): string {
  return words.replace(/^裁量起点(?=.{4})/, '').replace(/备注：?$/, '');
}

/** 经调查仍无法查明的裁量因素，按最低权重计算: after an investigation, which the file must tell of. */
function countsUnknownLowest(line: string): boolean {
  return /(?:无法|不能|难以)(?:查明|查清|查实|核实|确定|认定)[^。；]{0,24}?按[^。；]{0,16}?最(?:低|轻)(?:的)?(?:权重|等次|等级|档|程度|分值|百分值|情形)/.test(
    line.replaceAll(/\s/g, ''),
  );
}

/** Whether persons have spans of their own beside those of units. */
function forPersons({ tiers, weights }: RowsRead['parts']): boolean {
  const parties = [
    ...(weights?.starts ?? []),
    ...tiers.flatMap(({ fine, fines }) => fines ?? (fine ? [fine] : [])),
  ].map(({ party }) => party);
  return parties.includes('person') && parties.includes('unit');
}

/** A span read from words that left something open, and that the table contradicts, is no span to clip to. */
function isMisread(parts: RowsRead['parts'], statute: StatuteOfRow): boolean {
  const open = statute.sanction?.reading?.open.includes('fines') ?? false;
  return statute.from === 'printed' && open && againstStatute(parts, statute).length > 0;
}

/** The usual number of cells of a row. */
function modeWidth(cells: readonly string[][]): number {
  const counts = Map.groupBy(cells, (row) => row.length);
  return [...counts].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 0;
}

function reasonsOf({ faults }: RowsRead): string {
  // What is wrong with a whole factor says more than each of its rows.
  const whole = faults.toSorted((a, b) => Number(a.row !== undefined) - Number(b.row !== undefined));
  const told = [...new Set(whole.map(({ row, reason }) => (row ? `第 ${row} 行：${reason}` : reason)))];
  const [first = '', ...more] = told;
  const shown = [first, ...more.slice(0, 3)].join('；');
  return `${shown}${told.length > 4 ? `；另有 ${told.length - 4} 处` : ''}。请对照原表重新录入后再计算。`;
}
