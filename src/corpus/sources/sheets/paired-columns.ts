import { isBlank, partyIn, tableColumns } from '../../benchmarks/table-columns.ts';
import { BASE_OF_WORDS } from '../../benchmarks/words/degree-sequence.ts';
import { type EndHead, endHead } from './end-head.ts';
import { MEASURE_HEAD, measureIn } from './measure-in.ts';
import type { Grid } from './read-workbook.ts';
import type { Header } from './sheet-header.ts';

/** Two columns that print the ends of one span: 货值金额自（元，含） and 货值金额至（元，不含）, 罚款最低 and 罚款最高. */
interface Pair {
  low: number;
  high: number;
  stem: string;
  unit: string;
  result: boolean;
  ends: [EndHead, EndHead];
}

const NUMBER = /^(\d[\d,，]*(?:\.\d+)?)(元|万元|亿元|倍|[%％‰])?$/;
const OPEN_END = /^(?:以上|以下|不限|无(?:上限|下限|限制)?|∞|\+∞|-∞)$/;

/**
 * A sheet in which such pairs stand as one column, each cell in words that say whether its ends belong to it. Without a word on that
 * a condition follows 以上 and 以下 of the table, and a fine has both of its ends. Pairs of fines of which a row fills only one (sums
 * here, multiples there) become a single column.
 */
export function pairedColumns(
  grid: Grid,
  header: Header,
  beside: readonly string[] = [],
): { grid: Grid; header: Header } {
  const pairs = pairsOf(grid, header).map((pair) => ({ ...pair, ends: saidBeside(pair, beside) }));
  if (pairs.length === 0) return { grid, header };
  const rows = grid.rows.map((cells) => [...cells]);
  const odd = new Map(grid.odd);
  const labels = [...header.labels];
  const gone = new Set<number>();
  for (const { low, high, stem } of pairs) {
    labels[low] = stem;
    labels[high] = '';
    gone.add(high);
  }
  const measures = new Map(pairs.map((pair) => [pair, measureOf(pair, grid, header)]));
  const pairAt = (row: number, column: number): Pair | undefined => {
    const area = grid.areaAt(row, column);
    return pairs.find(
      ({ low, high }) =>
        (column === low || column === high) && (!area || (area.left >= low && area.right <= high)),
    );
  };
  for (let row = header.to + 1; row < rows.length; row++) {
    for (const pair of pairs) {
      if (pairAt(row, pair.low) !== pair) continue;
      const column = measures.get(pair);
      const measure = column === undefined ? undefined : measureIn(cellAt(grid, row, column));
      const joined = wordsOf(
        measure ? { ...pair, unit: measure.unit } : pair,
        [pair.low, pair.high].map((one) => cellAt(grid, row, one)),
      );
      rows[row]![pair.low] = /\d/.test(joined.words) ? `${measure?.lead ?? ''}${joined.words}` : joined.words;
      rows[row]![pair.high] = '';
      if (joined.odd) odd.set(`${row},${pair.low}`, joined.odd);
    }
  }
  for (const column of measures.values()) {
    if (column === undefined) continue;
    gone.add(column);
    labels[column] = '';
  }
  for (const [first, other] of alternatives(pairs, rows, header)) {
    labels[first.low] = '罚款';
    gone.add(other.low);
    labels[other.low] = '';
    for (const cells of rows.slice(header.to + 1)) {
      if (isBlank(cells[first.low])) cells[first.low] = cells[other.low] ?? '';
      cells[other.low] = '';
    }
  }
  return {
    grid: {
      ...grid,
      rows,
      odd,
      areaAt: (row, column) =>
        row > header.to && pairAt(row, column) ? undefined : grid.areaAt(row, column),
    },
    header: {
      ...header,
      labels,
      at: { ...header.at, cells: header.at.cells.filter((column) => !gone.has(column)) },
    },
  };
}

/** The column that says for each row what the ends are counted in, under the heading of the pair or as the only one. */
function measureOf({ stem, unit, result }: Pair, grid: Grid, header: Header): number | undefined {
  if (!result || unit) return undefined;
  const heads = header.at.cells.flatMap((column) => {
    const head = headingOf(grid, header, column);
    return MEASURE_HEAD.test(head) ? [{ column, head }] : [];
  });
  const own = heads.filter(({ head }) => head.startsWith(stem));
  const [only, more] = own.length > 0 ? own : heads;
  if (!only || more) return undefined;
  const cells = grid.rows.slice(header.to + 1).flatMap((cells) => cells[only.column] || []);
  return cells.some((cell) => measureIn(cell)) ? only.column : undefined;
}

function cellAt(grid: Grid, row: number, column: number): string {
  const area = grid.areaAt(row, column);
  // One cell over both ends stands in the first.
  if (area && area.left < column) return '';
  return (grid.rows[area?.top ?? row]?.[column] ?? '').replaceAll(/\s/g, '');
}

function pairsOf(grid: Grid, header: Header): Pair[] {
  const { cells } = header.at;
  return cells.flatMap((low, at): Pair[] => {
    const high = cells[at + 1];
    if (high !== low + 1) return [];
    const [one, two] = [low, high].map((column) => endHead(headingOf(grid, header, column)));
    if (one?.side !== 'low' || two?.side !== 'high' || one.stem !== two.stem || !one.stem) return [];
    if (one.unit && two.unit && one.unit !== two.unit) return [];
    const { stem } = one;
    const based = BASE_OF_WORDS.some(([word]) => word.test(stem));
    const multiple = /倍数?$|比例$|百分比$/.test(stem);
    const result =
      (multiple && (based || /罚/.test(stem))) || tableColumns([stem], [])[0]?.holds === 'result';
    const unit = one.unit || two.unit || (/倍数?$/.test(stem) ? '倍' : '');
    return [{ low, high, stem: result ? stem : conditionStem(stem), unit, result, ends: [one, two] }];
  });
}

/** 下限不含本数，上限含本数 in the notes: what they say of ends whose headings say nothing. */
function saidBeside({ ends, result }: Pair, beside: readonly string[]): Pair['ends'] {
  const text = beside
    .flatMap((line) => line.replaceAll(/\s|[“”"「」]/g, '').split(/[。；;]/))
    .filter((sentence) => result === /罚款|倍数/.test(sentence) || !/罚款|倍数|货值|情节|条件/.test(sentence))
    .join('。');
  const told = ({ word, inclusive, ...end }: EndHead): EndHead => {
    const verdict = new RegExp(
      `${word}(?:数|值|栏)?(?:均|都)?(?<not>不)?(?:包含|包括|含)(?:本数|该数|$|[，,。])`,
    ).exec(text);
    // 含下限、不含上限.
    const turned = new RegExp(`(?<not>不)?(?:包含|包括|含)${word}(?:$|[，,、。])`).exec(text);
    const found = verdict ?? turned;
    const own = inclusive ?? (found ? found.groups?.not === undefined : undefined);
    return { ...end, word, ...(own === undefined ? {} : { inclusive: own }) };
  };
  return [told(ends[0]), told(ends[1])];
}

/** All words above a column, from the top. */
function headingOf(grid: Grid, { from, to }: Header, column: number): string {
  const words: string[] = [];
  for (let row = from; row <= to; row++) {
    const area = grid.areaAt(row, column);
    const own = (grid.rows[area?.top ?? row]?.[area?.left ?? column] ?? '').replaceAll(/\s/g, '');
    if (own && own !== words.at(-1)) words.push(own);
  }
  return words.join('');
}

/** 裁量情节 above 货值金额自 and 货值金额至 tells nothing of what is counted. */
function conditionStem(stem: string): string {
  return stem.replace(/^(?:违法|裁量|适用)?(?:情节|因素|情形|条件|要素)+(?=.)/, '');
}

function wordsOf(
  { stem, unit, result, ends }: Pair,
  [low = '', high = '']: readonly string[],
): { words: string; odd?: string } {
  const one = numberIn(low, unit);
  const two = numberIn(high, unit);
  const noLow = isBlank(low) || OPEN_END.test(low);
  const noHigh = isBlank(high) || OPEN_END.test(high);
  if (one === undefined && two === undefined) {
    if (noLow && noHigh) return { words: low && isBlank(low) && (!high || isBlank(high)) ? low : '' };
    return noHigh ? { words: low } : noLow ? { words: high } : clash(low, high);
  }
  if ((one === undefined && !noLow) || (two === undefined && !noHigh)) return clash(low, high);
  if (!result) return { words: conditionWords(one, two, ends) };
  if (two === undefined) return { words: low, odd: `只写了“${stem}”的最低 ${low}，没有写最高` };
  // 裁量比例 names no sum that the share is of.
  const base = /倍数?$|比例$|百分比$/.test(stem)
    ? stem.replace(/(?:罚款|裁量|处罚|量罚)*(?:倍数?|比例|百分比)$/, '')
    : '';
  const least =
    one === undefined || /^0(?:\.0+)?\D*$/.test(one)
      ? ''
      : `${ends[0].inclusive === false ? '超过' : '不低于'}${one}、`;
  const most = `${ends[1].inclusive === false ? '不足' : '不超过'}${two}`;
  return { words: `${base}${base && '的'}${least}${most}` };
}

function clash(low: string, high: string): { words: string; odd: string } {
  return { words: `${low}${high}`, odd: `两端的“${low}”和“${high}”合起来读不懂` };
}

function conditionWords(low: string | undefined, high: string | undefined, ends: Pair['ends']): string {
  const [from, to] = ends;
  const below = from.inclusive === undefined ? `${low}以上` : `${from.inclusive ? '达到' : '超过'}${low}`;
  const above = to.inclusive === undefined ? `${high}以下` : `${to.inclusive ? '不超过' : '不足'}${high}`;
  // 从零起: no lower end.
  const bottom = low === undefined || (/^0(?:\.0+)?\D*$/.test(low) && from.inclusive !== false) ? '' : below;
  if (high === undefined) return below;
  return bottom ? `${bottom}，${above}` : above;
}

/** 5000 under （元）: 5000元. */
function numberIn(cell: string, unit: string): string | undefined {
  const [, number, own] = NUMBER.exec(cell) ?? [];
  return number === undefined ? undefined : `${number.replaceAll(/[,，]/g, '')}${own ?? unit}`;
}

/** Pairs of fines for the same party, of which no row fills both. */
function alternatives(pairs: readonly Pair[], rows: readonly string[][], header: Header): [Pair, Pair][] {
  const fines = pairs.filter(({ result }) => result);
  const [first, ...others] = fines;
  if (!first) return [];
  const alike = fines.every(({ stem }) => partyIn(stem) === partyIn(first.stem));
  const once = rows
    .slice(header.to + 1)
    .every((cells) => fines.filter(({ low }) => !isBlank(cells[low])).length <= 1);
  return alike && once ? others.map((other) => [first, other]) : [];
}
