import type { SanctionFine } from '../../../law/sanction.ts';
import type { BenchmarkItem, Weights } from '../../benchmark.ts';
import { columnSwitches } from '../column-switches.ts';
import type { RowFault, RowsRead } from '../item-reading.ts';
import { isLegalSpanHead } from '../spans/legal-spans.ts';
import { isBlank } from '../table-columns.ts';
import { cutCell } from '../words/cut-cell.ts';
import { factorConditions } from '../words/factor-conditions.ts';
import { leastBase } from '../words/least-base.ts';
import type { BoundWords } from '../words/quantity-in.ts';
import { splitCell } from '../words/split-cell.ts';
import { withPercent } from '../words/with-percent.ts';
import { factorDegreeWeights } from './factor-degree-weights.ts';
import { provenPercents } from './proven-percents.ts';
import { spanFormula } from './span-formula.ts';
import { spanStarts } from './span-starts.ts';
import { isStart, startRows } from './start-rows.ts';
import { weightColumns } from './weight-columns.ts';
import { type Degree, weightDegrees } from './weight-degrees.ts';
import { boundsOfSum, FORMULA, type Multiplier, weightFormula } from './weight-formula.ts';

export interface WeightedOptions {
  words: BoundWords;
  phrases: ReadonlySet<string>;
  /** The formula note, and the penalty provision that may set the least base (不足二十万元的，按二十万元计算). */
  notes: readonly string[];
  basis: readonly string[];
  violation?: string;
  /** What stands above and below the table: a formula for all its items. */
  beside?: readonly string[];
  /** The spans of the provision. */
  statute?: readonly SanctionFine[];
}

const WEIGHT_HEAD = /权重|分值|百分[值比]|系数/;
const PERCENT = /^\d+(?:\.\d+)?[%％]$/;

/** Whether the rows add weights: by the heading, the start row or the formula; percentages alone may be shares of a span. */
export function isWeighted(
  labels: readonly string[],
  grid: readonly string[][],
  notes: readonly string[],
): boolean {
  const cells = grid.flat();
  const formula = [...notes, ...cells].some((text) => FORMULA.test(text.replaceAll(/\s/g, '')));
  const weights = cells.filter((cell) => PERCENT.test(cell.replaceAll(/\s/g, ''))).length;
  return (
    (formula && weights > 0) ||
    (labels.some((label) => WEIGHT_HEAD.test(label)) && grid.length > 1) ||
    (cells.some((cell) => /^裁量起点$/.test(cell)) && weights > 2)
  );
}

/** A table of weights: a start, factors with degrees, the formula in the note. */
export function weightedRows(
  printed: readonly string[],
  cells: readonly string[][],
  { beside = [], ...options }: WeightedOptions,
): RowsRead {
  const faults: RowFault[] = [];
  const columns = weightColumns(printed, cells, beside, faults);
  const { labels, grid: given } = columns;
  const remarks: string[] = [...columns.told];
  const conflicts: string[] = [];
  const parts: RowsRead['parts'] = { factors: [], tiers: [] };
  const answer = { parts, faults, remarks, conflicts };
  const notes = [...options.notes, ...columns.notes];
  const legalAt = labels.findIndex(isLegalSpanHead);
  const without = <T>(cells: readonly T[]) => cells.filter((_, at) => at !== legalAt);
  const plain = factorDegreeWeights(
    without(labels),
    withPercent(without(labels), given.map(without), faults),
    notes,
  );
  const told = spanFormula([...notes, ...columns.beside]);
  const points = told !== undefined && 'points' in told;
  if (points && plain.some((cells) => /[%％]/.test(cells[2] ?? '')))
    faults.push({ reason: '权重写作百分数，而计算方法又把权重之和除以 100，不知道哪一个对' });
  const grid = provenPercents(plain, points);
  for (const [at, cells] of grid.entries()) {
    const note = cells.find((cell) => FORMULA.test(cell.replaceAll(/\s/g, '')));
    if (note === undefined) continue;
    const weights = cells.slice(2).filter((cell) => !isBlank(cell) && cell !== note);
    if (weights.length > 0)
      faults.push({
        row: at + 1,
        reason: `计算方法的说明被当作一行，所带的权重“${weights.join('、')}”不可靠`,
      });
    notes.push(note);
  }
  const rows = grid
    .map((cells, at) => ({ number: at + 1, cells }))
    .filter(
      ({ cells }) => !cells.some((cell) => FORMULA.test(cell.replaceAll(/\s/g, ''))) && !cells.every(isBlank),
    );
  const own = weightFormula(notes);
  const overSpan = own ? undefined : told;
  const formula = own ?? (overSpan ? undefined : weightFormula(columns.beside));
  const noStart = overSpan !== undefined && !isBlank(rows[0]?.cells[0]) && !isStart(rows[0]?.cells[0]);
  const start = noStart ? { rows: 0, columns: [] } : startRows(rows, faults);
  if (overSpan) {
    if ('unread' in overSpan) faults.push({ reason: `计算方法读不懂：“${overSpan.unread}”` });
    else if (start.columns.length > 1)
      faults.push({ reason: '裁量起点有几栏，而计算方法以法定幅度为准，对不上' });
  } else if (!formula) faults.push({ reason: '没有写明计算方法（权重之和乘以什么）' });
  else if ('unread' in formula) faults.push({ reason: `计算方法读不懂：“${formula.unread}”` });
  const degrees = weightDegrees(rows.slice(start.rows), start.columns, options.phrases, faults, remarks);
  for (const { number, cells } of rows.slice(start.rows)) {
    for (const cell of cells.slice(0, 2)) {
      const cut = cutCell(cell);
      if (cut && !degrees.joined.has(number))
        faults.push({ row: number, reason: `${cut}，一行可能分成了两行或者印错` });
    }
  }
  for (const [at, { number, cells }] of rows.entries()) {
    const cut = splitCell(cells[0]!, rows[at - 1]?.cells[0], options.phrases);
    if (cut) faults.push({ row: number, reason: `${cut}，要素的名称分成了两行` });
  }
  if (overSpan && !('unread' in overSpan)) {
    const factors: BenchmarkItem['factors'] = [];
    const read = degreesOf(degrees.factors, options.words, factors, remarks);
    const spans = legalAt < 0 ? [] : given.map((cells) => cells[legalAt] ?? '');
    const { starts, legal } = spanStarts(overSpan, spans, options.statute ?? [], factors, faults);
    const percent = start.columns[0]?.percent ?? 0;
    parts.factors = factors;
    if (faults.length > 0 || starts.length === 0 || read.length === 0) return answer;
    const bounds = boundsOfSum([...notes, ...columns.beside]);
    if ('unread' in bounds) {
      faults.push({ reason: `计算方法读不懂：“${bounds.unread}”` });
      return answer;
    }
    parts.weights = {
      starts: starts
        .filter(({ party }) => !party || !columns.party || party === columns.party)
        .map((one) => ({ ...one, ...(columns.party ? { party: columns.party } : {}), percent })),
      factors: read,
      cap: bounds.cap ?? 100,
      ...(bounds.floor ? { floor: bounds.floor.percent } : {}),
    };
    sayTotals(parts.weights, remarks);
    return { ...answer, legal };
  }
  if (!formula || 'unread' in formula) return answer;
  const factors: BenchmarkItem['factors'] = [];
  const read = degreesOf(degrees.factors, options.words, factors, remarks);
  parts.factors = factors;
  const starts = startsOf(
    start,
    formula.multipliers,
    options,
    answer,
    degrees.factors.map(({ degrees: own }) => own.map(({ name }) => name)),
    read,
  );
  if (
    formula.floor &&
    starts.length > 1 &&
    starts.some(({ name }) => name && formula.floor!.about.includes(name))
  )
    faults.push({ reason: '最低比例只写给其中一栏，不能用于全部各栏' });
  if (faults.length === 0 && starts.length > 0 && read.length > 0) {
    parts.weights = {
      starts,
      factors: read,
      cap: formula.cap ?? 100,
      ...(formula.floor ? { floor: formula.floor.percent } : {}),
    };
    sayTotals(parts.weights, remarks);
  }
  return answer;
}

function degreesOf(
  given: readonly { name: string; degrees: Degree[] }[],
  words: BoundWords,
  factors: BenchmarkItem['factors'],
  remarks: string[],
): Weights['factors'] {
  return given.map(({ name, degrees }) => {
    const read = factorConditions(
      name,
      degrees.map((degree) => degree.name),
      words,
      true,
    );
    for (const remark of read.remarks) remarks.push(`“${name}”：${remark}`);
    for (const factor of read.factors)
      if (!factors.some((one) => one.name === factor.name)) factors.push(factor);
    const beside = read.overall.map((factor) => ({ factor, op: '=' as const, value: false }));
    return {
      name,
      degrees: mildestFirst(degrees).map((degree) => {
        const when = read.conditions.get(degree.name)!;
        const own = JSON.stringify(when);
        const rest = beside.filter(({ factor }) => !own.includes(JSON.stringify(factor)));
        return {
          name: degree.name,
          when: rest.length > 0 ? { all: [when, ...rest] } : when,
          percent: degree.percent,
        };
      }),
    };
  });
}

/** Some tables begin with the gravest degree. Where the weights go up and down, the print stays as it is for its check. */
function mildestFirst(degrees: readonly Degree[]): readonly Degree[] {
  const falls = degrees.every(({ percent }, at) => at === 0 || percent <= degrees[at - 1]!.percent);
  return falls ? degrees.toReversed() : degrees;
}

function startsOf(
  start: ReturnType<typeof startRows>,
  multipliers: readonly Multiplier[],
  options: WeightedOptions,
  { faults, parts, remarks }: RowsRead,
  degreeNames: string[][],
  read: Weights['factors'],
): Weights['starts'] {
  const { columns } = start;
  if (columns.length === 0) return [];
  const chosen = columns.map((column, at) => multiplierFor(column.label, at, columns.length, multipliers));
  if (chosen.some((one) => !one) || new Set(chosen).size !== Math.min(columns.length, multipliers.length)) {
    faults.push({ reason: `裁量起点有 ${columns.length} 栏，计算方法有 ${multipliers.length} 个，对不上` });
    return [];
  }
  const switches = columnSwitches(
    columns.map(({ label }) => label),
    degreeNames,
    read,
    parts.factors,
    remarks,
  );
  const written = [...options.notes, ...options.basis].join('\n');
  return columns.map(({ label, percent }, at) => {
    const { max, base, times } = chosen[at]!;
    const said = base && leastBase(written, base, options.violation);
    const least = said === 'several' ? undefined : said;
    return {
      ...(label ? { name: label } : {}),
      ...switches[at],
      percent,
      of:
        max === undefined ? { base: base!, times: times!, ...(least ? { baseLeast: least } : {}) } : { max },
    };
  });
}

/** The multiplier whose words name the column; by order where no words do. */
function multiplierFor(
  label: string,
  at: number,
  count: number,
  multipliers: readonly Multiplier[],
): Multiplier | undefined {
  if (multipliers.length === 1) return multipliers[0];
  const plain = (words: string) => words.replaceAll(/[的对（）()\s]/g, '');
  const parts = label.split('、').filter(Boolean);
  const scored = multipliers.map((one) => ({
    one,
    score: parts.filter((part) => plain(one.about).includes(plain(part))).length,
  }));
  const best = Math.max(...scored.map(({ score }) => score));
  const top = scored.filter(({ score }) => score === best && best > 0);
  if (top.length === 1) return top[0]!.one;
  return multipliers.length === count && best === 0 ? multipliers[at] : top[0]?.one;
}

function sayTotals({ starts, factors, cap }: Weights, remarks: string[]): void {
  const most = factors.reduce(
    (sum, { degrees }) => sum + Math.max(...degrees.map(({ percent }) => Number(percent))),
    0,
  );
  for (const { name, percent } of starts) {
    const total = Number((Number(percent) + most).toFixed(4));
    const of = name ? `“${name}”` : '';
    if (total < 100) remarks.push(`${of}裁量起点与各要素最高权重之和为 ${total}%，达不到 100%`);
    else if (total > Number(cap))
      remarks.push(`${of}裁量起点与各要素最高权重之和为 ${total}%，超过 ${cap}% 的按 ${cap}% 计算`);
  }
}
