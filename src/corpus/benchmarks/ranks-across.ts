import type { RowFault } from './item-reading.ts';
import type { BoundWords } from './quantity-in.ts';
import { resultIn } from './result-in.ts';
import { isBlank, TIER_WORDS } from './table-columns.ts';

/** A table with its ranks down the side. */
export interface TurnedTable {
  labels: string[];
  grid: string[][];
}

/** The words before a rank where headings in two rows were joined: 裁量阶次轻微. */
const GROUP = /^(?:行政处罚|处罚|违法)?(?:裁量)?(?:阶次|档次|等级|情节|程度|基准|标准|幅度)/;
const CONDITION = /^(?:适用)?(?:情形|条件|情节|违法(?:情节|情形|程度))(?:描述)?$/;
const RESULT = /^(?:罚款|处罚|裁量|量罚)?(?:标准|幅度|基准|金额|数额|结果|罚款|处罚)$/;
/** How a result begins within a cell: 处, 罚款, 给予警告, 不予处罚, 1000元, 对单位处. */
const BEGINS =
  /^(?:可以?|应当|依法|一律)?(?:并|单)?(?:处|罚|给予|警告|通报|责令|没收|不予|免予|免于|不罚|吊销|暂扣|对(?:单位|个人|企业|直接|其|主要|公民|法人))|^\d[\d.]*[万千]?元|^(?:货值|违法所得)[^，。；]*\d[^，。；]*倍/;

/**
 * A table with its ranks printed across the top (轻微 | 一般 | 严重), turned so that each rank is a row: the cell of a rank holds condition
 * and result, or two columns stand below each rank, or two rows. `undefined` where the ranks stand otherwise; a fault where a cell
 * or a row cannot be told apart.
 */
export function ranksAcross(
  labels: readonly string[],
  grid: readonly string[][],
  bounds: BoundWords | undefined,
): TurnedTable | { faults: RowFault[] } | undefined {
  const heads = labels.map(headOf);
  const ranks = [...new Set(heads.flatMap(({ rank }) => (rank ? [rank] : [])))];
  if (ranks.length < 2) return undefined;
  const others = heads.flatMap(({ rank }, at) => (rank || grid.every((row) => isBlank(row[at])) ? [] : [at]));
  const columnsOf = (rank: string) =>
    heads.flatMap((head, at) => (head.rank === rank ? [{ ...head, at }] : []));
  const rows = grid.filter((row) => !row.every(isBlank));
  const turned: TurnedTable = { labels: ['裁量阶次', '适用条件', '处罚标准'], grid: [] };
  const faults: RowFault[] = [];
  const refuse = (reason: string, row?: number) =>
    faults.push({ ...(row ? { row } : {}), reason: `${reason}；阶次横排的表请改为每个阶次一行` });
  const pairs = ranks.every((rank) => {
    const parts = columnsOf(rank).map(({ part }) => part);
    return parts.length === 2 && parts.includes('condition') && parts.includes('result');
  });
  const single = ranks.every((rank) => columnsOf(rank).length === 1);
  if (pairs && rows.length === 1 && others.length === 0) {
    for (const rank of ranks) {
      const cell = (part: string) => rows[0]![columnsOf(rank).find((one) => one.part === part)!.at] ?? '';
      turned.grid.push([rank, cell('condition') || '/', cell('result')]);
    }
  } else if (single && rows.length === 2 && others.length <= 1 && areTwoRows(rows, others[0])) {
    for (const rank of ranks) {
      const [{ at }] = columnsOf(rank) as [{ at: number }];
      turned.grid.push([rank, rows[0]![at] || '/', rows[1]![at] ?? '']);
    }
  } else if (single && rows.length === 1 && others.length === 0) {
    for (const rank of ranks) {
      const [{ at }] = columnsOf(rank) as [{ at: number }];
      const parts = partsOf(rows[0]![at] ?? '', bounds);
      if (parts) turned.grid.push([rank, ...parts]);
      else refuse(`“${rank}”一格“${rows[0]![at] ?? ''}”里分不出适用条件和处罚标准`, 1);
    }
  } else refuse(`阶次“${ranks.join('、')}”横排在表头，分不出每个阶次的适用条件和处罚标准`);
  return faults.length > 0 ? { faults } : turned;
}

function headOf(label: string): { rank?: string; part?: 'condition' | 'result' } {
  const plain = label.replaceAll(/\s/g, '');
  for (const words of [plain, plain.replace(GROUP, '')]) {
    if (/[一-鿿]/.test(words) && TIER_WORDS.test(words)) return { rank: words };
    for (let length = 1; length < words.length; length++) {
      const [rank, rest] = [words.slice(0, length), words.slice(length).replace(/^的/, '')];
      if (!TIER_WORDS.test(rank)) continue;
      if (CONDITION.test(rest)) return { rank, part: 'condition' };
      if (RESULT.test(rest)) return { rank, part: 'result' };
    }
  }
  return {};
}

/** 适用条件 and 处罚标准 at the side, or nothing there. */
function areTwoRows(rows: readonly string[][], side: number | undefined): boolean {
  if (side === undefined) return false;
  const [first = '', second = ''] = rows.map((row) => (row[side] ?? '').replaceAll(/\s/g, ''));
  return CONDITION.test(first) && RESULT.test(second);
}

/** 占用不足5平方米的，处1000元罚款 as condition and result; a result alone has no condition. */
function partsOf(cell: string, bounds: BoundWords | undefined): [string, string] | undefined {
  const text = cell.trim();
  if (BEGINS.test(text) && resultIn(text, bounds)) return ['/', text];
  for (const { 0: sign, index } of text.matchAll(/[，,；;：:。\n]/g)) {
    const [condition, result] = [text.slice(0, index).trim(), text.slice(index + sign.length).trim()];
    const plain = result.replace(/[。；;]$/, '');
    if (condition && BEGINS.test(plain) && !/罚款/.test(condition) && resultIn(plain, bounds))
      return [condition.replace(/的$/, ''), plain];
  }
  return undefined;
}
