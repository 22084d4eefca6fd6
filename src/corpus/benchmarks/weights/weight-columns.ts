import type { RowFault } from '../item-reading.ts';
import { isBlank, isResponsible, partyIn, tableColumns } from '../table-columns.ts';
import { percentOf } from './start-rows.ts';

/** A table of weights without the columns that are neither factor nor weight. */
export interface WeightColumns {
  labels: string[];
  grid: string[][];
  /** What stands beside the table, with the formula that the item names alone. */
  beside: string[];
  /** What the column of formulas says of the item. */
  notes: string[];
  /** Measures beside the fine, which no weight holds. */
  told: string[];
  /** The only party that the item has weights for. */
  party?: 'person' | 'unit';
}

const FORMULA_HEAD = /公式|计算(?:方法|方式|办法|说明)|计罚(?:方法|方式)|适用(?:方法|算法)/;
const NAMES = '[甲乙丙丁][式法]|(?:公式|方法|算法)[一二三四1-9A-D甲乙丙丁]|[A-D][式法]';
const USED = new RegExp(`(?:适用|采用|按照?|使用|用)(?<name>${NAMES})`);

/**
 * The column that names the formula of an item (适用甲式) becomes a note, and of the formulas above the table that one alone is kept. Of columns
 * of weights for units and for persons one stays where both say the same, or where one is empty: then the item is for the other
 * alone. Where they differ, a fault.
 */
export function weightColumns(
  labels: readonly string[],
  given: readonly string[][],
  beside: readonly string[],
  faults: RowFault[],
): WeightColumns {
  const cellsOf = (at: number) => given.map((cells) => (cells[at] ?? '').trim());
  const formulas = labels.flatMap((label, at) =>
    FORMULA_HEAD.test(label) && cellsOf(at).every((cell) => percentOf(cell) === undefined) ? [at] : [],
  );
  const notes = [...new Set(formulas.flatMap(cellsOf))].filter((cell) => !isBlank(cell));
  const weights = labels.flatMap((label, at) =>
    /权重|分值|百分[值比]|系数/.test(label) && sideOf(label) ? [at] : [],
  );
  const [unit] = weights.filter((at) => sideOf(labels[at]!) === 'unit');
  const [person] = weights.filter((at) => sideOf(labels[at]!) === 'person');
  const measures = tableColumns(labels, []).filter(
    ({ beside: isBeside, at }) => isBeside && !cellsOf(at).some((cell) => /\d|罚款/.test(cell)),
  );
  const gone = new Set([...formulas, ...measures.map(({ at }) => at)]);
  let party: WeightColumns['party'];
  if (unit !== undefined && person !== undefined && weights.length === 2) {
    const [ours, theirs] = [cellsOf(unit), cellsOf(person)];
    if (theirs.every(isBlank)) party = 'unit';
    else if (ours.every(isBlank)) party = 'person';
    else if (given.some((_, at) => ours[at] !== theirs[at]))
      faults.push({
        reason: `“${labels[unit]}”和“${labels[person]}”的权重不同，请把单位和个人分成两项录入`,
      });
    gone.add(party === 'person' ? unit : person);
  }
  const kept = <T>(cells: readonly T[]) => cells.filter((_, at) => !gone.has(at));
  return {
    labels: kept(labels),
    grid: given.map(kept),
    beside: formulaNamed(notes, beside, faults),
    notes,
    told: measures.flatMap(({ at, head }) =>
      [...new Set(cellsOf(at))]
        .filter((cell) => !isBlank(cell))
        .map((cell) => `“${head}”写作“${cell}”，没有列为应当给予的处罚`),
    ),
    ...(party ? { party } : {}),
  };
}

function sideOf(label: string): 'person' | 'unit' | undefined {
  return isResponsible(label) ? 'person' : partyIn(label);
}

/** Of 甲式：…；乙式：… the one that the item uses. */
function formulaNamed(notes: readonly string[], beside: readonly string[], faults: RowFault[]): string[] {
  const name = USED.exec(notes.join('。').replaceAll(/\s/g, ''))?.groups?.name;
  if (!name) return [...beside];
  const text = beside.map((line) => line.replaceAll(/\s/g, '')).join('。');
  const heads = [...text.matchAll(new RegExp(`(?<name>${NAMES})(?=[：:为是])`, 'g'))];
  const at = heads.findIndex(({ groups }) => groups!.name === name);
  if (at < 0) {
    faults.push({ reason: `写着适用“${name}”，而表中没有写明“${name}”怎样计算` });
    return [...beside];
  }
  const first = heads[0]!.index;
  const [from, to] = [heads[at]!.index, heads[at + 1]?.index ?? text.length];
  return [text.slice(0, first), text.slice(from, to)];
}
