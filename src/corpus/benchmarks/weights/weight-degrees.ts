import type { RowFault } from '../item-reading.ts';
import { quantityIn } from '../words/quantity-in.ts';
import { percentOf, type Start, type WeightRow } from './start-rows.ts';

export interface Degree {
  name: string;
  percent: number;
}

export interface FactorRows {
  name: string;
  degrees: Degree[];
}

/**
 * The factors of a table of weights with their degrees. Only the first weight of a row counts: where a table has several columns
 * they differ in the start alone, and what stands after the first weight is the start repeated by merged cells. Anything else
 * there, equal weights throughout a factor, a factor of one degree and a row without weight are faults.
 */
export function weightDegrees(
  rows: readonly WeightRow[],
  columns: Start['columns'],
  phrases: ReadonlySet<string>,
  faults: RowFault[],
  remarks: string[],
): { factors: FactorRows[]; joined: Set<number> } {
  const factors: FactorRows[] = [];
  const joined = new Set<number>();
  const broken = new Set<string>();
  for (const [at, { number, cells }] of rows.entries()) {
    const [name = '', degree = '', weight, ...others] = cells;
    const last = factors.at(-1);
    const before = last?.degrees.at(-1);
    if ((weight ?? '') === '') {
      const whole =
        last && before && last.name === name ? continued(before.name, degree, phrases, rows) : undefined;
      if (whole !== undefined) {
        if (whole !== before!.name) {
          remarks.push(`第 ${number} 行“${degree}”是上一行“${before!.name}”的后半，合为“${whole}”`);
          joined.add(number).add(rows[at - 1]!.number);
          before!.name = whole;
        } else remarks.push(`第 ${number} 行重复上一行而没有权重，略去`);
      } else faults.push({ row: number, reason: `“${degree || name}”没有权重，一行可能分成了两行` });
      continue;
    }
    const percent = percentOf(weight);
    if (percent === undefined) {
      faults.push({ row: number, reason: `权重“${weight}”不是百分数` });
      broken.add(name);
      continue;
    }
    checkOthers(number, others, columns, faults);
    if (!name || !degree) {
      faults.push({ row: number, reason: `${name ? '违法程度' : '裁量要素'}一格是空的，不知道权重属于什么` });
      continue;
    }
    if (last?.name === name) {
      if (last.degrees.some((one) => one.name === degree))
        faults.push({ row: number, reason: `“${name}”的“${degree}”出现两次` });
      last.degrees.push({ name: degree, percent });
    } else {
      if (factors.some((factor) => factor.name === name))
        faults.push({ row: number, reason: `要素“${name}”分在两处` });
      factors.push({ name, degrees: [{ name: degree, percent }] });
    }
  }
  for (const { name, degrees } of factors) {
    if (broken.has(name)) continue;
    const [first] = degrees;
    if (degrees.length === 1)
      faults.push({ reason: `要素“${name}”只有一个程度“${first!.name}”，要素的名称可能分成了两行` });
    else if (degrees.every(({ percent }) => percent === first!.percent))
      faults.push({
        reason: `要素“${name}”各个程度的权重都是 ${first!.percent}%，可能是合并单元格重复了上一要素的权重`,
      });
  }
  if (factors.length === 0) faults.push({ reason: '没有一个裁量要素读得出权重' });
  return { factors, joined };
}

/** The whole words of a degree that was printed on two rows, where something proves it; the words themselves where they are repeated. */
function continued(
  before: string,
  rest: string,
  phrases: ReadonlySet<string>,
  rows: readonly WeightRow[],
): string | undefined {
  if (rest === before) return before;
  const whole = `${before}${rest}`;
  const words = { above: true, below: false };
  const asNumber = quantityIn(whole, words);
  if (asNumber?.low !== undefined && asNumber.high !== undefined && /[以及]$/.test(before)) return whole;
  const elsewhere = rows.some(({ cells }) =>
    cells.slice(0, 2).some((cell) => cell !== before && cell.includes(whole)),
  );
  return elsewhere || phrases.has(whole) ? whole : undefined;
}

function checkOthers(
  number: number,
  others: readonly string[],
  columns: Start['columns'],
  faults: RowFault[],
): void {
  for (const [at, cell] of others.entries()) {
    if (cell === '' || /^[/／—-]+$/.test(cell)) continue;
    const start = columns[at + 1];
    if (!start) faults.push({ row: number, reason: `多出一个权重“${cell}”` });
    else if (percentOf(cell) !== Number(start.percent))
      faults.push({
        row: number,
        reason: `“${start.label}”一栏的“${cell}”既不是该栏的裁量起点 ${start.percent}%，又与第一栏不同，可能错了格`,
      });
  }
}
