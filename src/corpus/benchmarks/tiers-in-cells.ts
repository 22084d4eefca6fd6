import { isBlank, isResponsible, partyIn, TIER_WORDS, tableColumns } from './table-columns.ts';
import { conditionAndResult } from './words/condition-and-result.ts';
import type { BoundWords } from './words/quantity-in.ts';

/** One tier of a cell that holds all of an item. */
interface CellTier {
  rank: string;
  condition: string;
  result: string;
}

const MARK =
  /(?<=^|[\n；;。：:]\s*)(?:[①②③④⑤⑥⑦⑧⑨⑩]|[（(](?:[一二三四五六七八九十]|\d{1,2})[）)]|(?:\d{1,2}|[一二三四五六七八九十])[.．、](?!\d))\s*/g;
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
const CHINESE = '一二三四五六七八九十';
/** 轻微：, 【一般】, 严重违法行为：, 情节较重的，: a rank at the head of its tier. */
const RANK =
  /^(?:[【［[（(「](?<framed>[^】］\])）」]{1,10})[】］\])）」]|(?<plain>[一-鿿ⅠⅡⅢⅣⅤA-E]{1,10}?)(?=[：:\n]))[：:，,\s]*/;
const RANK_HEAD = /(?<=^|[\n；;。]\s*)(?=(?:[【［[（(「][一-鿿]{1,10}[】］\])）」]|[一-鿿]{1,10}[：:]))/;
/** 单位违法行为轻微的: the rank that the unit's own case has. */
const OF_UNIT = /(?:违法行为|违法情节|情节|程度)(?:属于|为|被认定为)?(?<rank>[^，。；的]+?)的?$/;
/** What stands before the tiers and lays down nothing: a provision, an order, 按下列标准处罚：. */
const LEAD =
  /^(?:《[^》]+》第[\s\S]*[。：:]|(?:责令[^，。；：:\d罚]{2,12}(?:[，；;。：:]|$))?(?:[^\d，；。：:]{0,20}(?:以下|如下|下列)[^\d，；。：:]{0,12}[：:])?)$/;

/**
 * A table whose cells each hold all tiers of an item, numbered or by their ranks (1.轻微：…的，处…；2.一般：…的，处…), with a row for each
 * tier. Columns for units and for persons responsible become rows for each, since their conditions differ. `undefined` where the cells
 * hold no such lists, or one of them cannot be read to its end.
 */
export function tiersInCells(
  labels: readonly string[],
  grid: readonly string[][],
  bounds: BoundWords | undefined,
): { labels: string[]; grid: string[][]; leads: string[] } | undefined {
  const rows = grid.filter((row) => !row.every(isBlank));
  const listed = labels.flatMap((_, at) => (rows.some((row) => parted(row[at] ?? '')) ? [at] : []));
  if (listed.length === 0) return undefined;
  const kinds = tableColumns(labels, grid);
  const kept = kinds.filter(
    ({ at, holds }) => !listed.includes(at) && !rows.every((row) => isBlank(row[at])) && holds !== 'ignored',
  );
  const [single, several] = listed;
  const all = several === undefined && /当事人|行为人|相对人|违法者/.test(labels[single!] ?? '');
  const sides = listed.map((at) => (all ? undefined : sideOf(labels[at] ?? '')));
  const told = sides.length > 1 || sides[0] !== undefined;
  const others = kept.filter(({ holds }) => holds !== 'remark');
  if (others.some(({ holds }) => holds === 'tier' || holds === 'result' || (told && holds === 'party')))
    return undefined;
  if (sides.length > 1 && (sides.includes(undefined) || new Set(sides).size < sides.length)) return undefined;
  const leads: string[] = [];
  const turned: string[][] = [];
  for (const row of rows)
    for (const [place, at] of listed.entries()) {
      const cell = row[at] ?? '';
      if (isBlank(cell)) continue;
      const read = tiersIn(cell, bounds);
      if (!read) return undefined;
      if (read.lead) leads.push(read.lead);
      for (const { rank, condition, result } of read.tiers)
        turned.push([
          ...(told ? [sides[place]!] : []),
          ...kept.map((column) => row[column.at] ?? ''),
          rank || '/',
          ...listed.map((_, other) => (other === place ? condition : '/')),
          result,
        ]);
    }
  return {
    labels: [
      ...(told ? ['处罚对象'] : []),
      ...kept.map(({ head }) => head),
      '裁量阶次',
      ...listed.map((_, place) => (sides[place] === '责任人员' ? '责任人员适用情形' : '适用情形')),
      '处罚标准',
    ],
    grid: turned,
    leads,
  };
}

/** Whom the heading of such a column is for, in the words of a column 处罚对象; nobody apart where it says 当事人. */
function sideOf(head: string): string | undefined {
  if (isResponsible(head)) return '责任人员';
  const party = partyIn(head);
  return party && (party === 'unit' ? '单位' : '个人');
}

/** The parts of a cell behind numbers in sequence, or behind ranks; what stands before them is the lead. */
function parted(cell: string): { lead: string; parts: string[] } | undefined {
  const marks = [...cell.matchAll(MARK)];
  if (marks.length > 1) {
    const numbers = marks.map(([mark]) => numberOf(mark));
    if (numbers.some((number, at) => number !== at + 1)) return undefined;
    return {
      lead: cell.slice(0, marks[0]!.index).trim(),
      parts: marks.map((mark, at) => cell.slice(mark.index + mark[0].length, marks[at + 1]?.index).trim()),
    };
  }
  const parts = cell.split(RANK_HEAD).map((part) => part.trim());
  const ranked = parts.filter((part) => rankOf(part).rank !== '');
  if (ranked.length < 2 || ranked.length < parts.length - 1) return undefined;
  return ranked.length === parts.length
    ? { lead: '', parts }
    : rankOf(parts[0]!).rank === ''
      ? { lead: parts[0]!, parts: ranked }
      : undefined;
}

function numberOf(mark: string): number {
  const sign = mark.replaceAll(/[（()）.．、\s]/g, '');
  if (CIRCLED.includes(sign)) return CIRCLED.indexOf(sign) + 1;
  return CHINESE.includes(sign) ? CHINESE.indexOf(sign) + 1 : Number(sign);
}

function rankOf(part: string): { rank: string; rest: string } {
  const found = RANK.exec(part);
  const rank = (found?.groups?.framed ?? found?.groups?.plain ?? '').trim();
  return found && TIER_WORDS.test(rank) && !/^\d/.test(rank)
    ? { rank, rest: part.slice(found[0].length) }
    : { rank: '', rest: part };
}

function tiersIn(
  cell: string,
  bounds: BoundWords | undefined,
): { lead: string; tiers: CellTier[] } | undefined {
  const { lead = '', parts = [] } = parted(cell) ?? {};
  if (parts.length < 2 || !(lead === '' || LEAD.test(lead))) return undefined;
  const tiers = parts.map((part): CellTier | undefined => {
    const { rank, rest } = rankOf(part.replace(/[；;。，,\s]+$/, ''));
    const [condition, result] = conditionAndResult(rest, bounds) ?? [];
    if (!condition || !result) return undefined;
    const own = (OF_UNIT.exec(condition)?.groups?.rank ?? '').split(/[、或和]/)[0]!;
    return { rank: rank || (TIER_WORDS.test(own) ? own : ''), condition, result };
  });
  return tiers.every((tier) => tier !== undefined)
    ? { lead: /^《/.test(lead) ? lead : '', tiers }
    : undefined;
}
