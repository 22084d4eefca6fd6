import { tellsColumn } from '../../benchmarks/table-columns.ts';
import type { Grid } from './read-workbook.ts';

/** What stands above the headings of a card, by the heading that a table would give it. */
export type CardLabel = '序号' | '领域' | '违法行为' | '违反条款' | '处罚依据' | '法定罚款幅度';

/** One violation printed as a block of its own: lines that name it, then headings and rows. Rows from 0, ends included. */
export interface Card {
  said: Map<CardLabel, string>;
  header: number;
  from: number;
  to: number;
}

const LABELS: [RegExp, CardLabel][] = [
  [/^(?:违法行为|违法事项|处罚事项|执法事项|事项)(?:名称|种类|描述|表现)?$|^案由$/, '违法行为'],
  [/^(?:处罚|法律|法定|实施|裁量|量罚)依据$|^处罚(?:条款|规定)$|^罚则$/, '处罚依据'],
  [/^违反(?:的)?(?:法律)?(?:条款|规定|依据)$|^(?:违法|定性)依据$|^(?:禁止|义务)性(?:规定|条款)$/, '违反条款'],
  [/^法定(?:的)?(?:罚款|处罚|裁量)?(?:幅度|区间|范围|标准)$/, '法定罚款幅度'],
  [/^(?:序号|编号|编码|事项编码|职权编码)$/, '序号'],
  [/^(?:领域|类别|执法领域|分类)$/, '领域'],
];
const NUMBERING = /^(?:第?[一二三四五六七八九十百\d]+[、.．)）项]|[（(][一二三四五六七八九十百\d]+[）)])\s*/;
const TITLE = /(?:基准|标准|裁量表|权重表|清单|目录|办法|规定)(?:[（(].*)?$/;

/**
 * The cards of a sheet on which every violation has its own headings below its name; empty where it is no such sheet. A line without a
 * label names the violation where the provision or the headings follow at once.
 */
export function cardsIn(grid: Grid): Card[] {
  const cards: Card[] = [];
  let said: Card['said'] | undefined;
  let field: string | undefined;
  let open: Card | undefined;
  const filled = grid.rows.flatMap((cells, row) => (cells.some(Boolean) ? [row] : []));
  for (const [at, row] of filled.entries()) {
    const lines = labelledIn(grid.rows[row]!);
    const next = filled[at + 1];
    const chapter = chapterIn(grid.rows[row]!);
    const namesNext =
      next !== undefined &&
      (labelledIn(grid.rows[next]!)?.has('违法行为') || nameAlone(grid, next, filled[at + 2]) !== undefined);
    if (chapter && namesNext) {
      [open, said, field] = [undefined, undefined, chapter];
      continue;
    }
    const named = lines ? undefined : nameAlone(grid, row, next);
    if (lines?.has('违法行为') || named) {
      open = undefined;
      said = new Map([
        ...(field ? [['领域', field] as const] : []),
        ...(named ? [['违法行为', named] as const] : []),
      ]);
    }
    if (lines && said && !open) for (const [label, words] of lines) said.set(label, words);
    else if (said && !open && isHeading(grid, row)) {
      open = { said, header: row, from: row + 1, to: row };
      cards.push(open);
      said = undefined;
    } else if (!open && !said) field = chapter ?? field;
    else if (open && !named) open.to = row;
  }
  return cards.filter(({ from, to }) => to >= from);
}

/** 违法行为：… in a cell of its own, or label and words in cells side by side. */
function labelledIn(cells: readonly string[]): Map<CardLabel, string> | undefined {
  const own = cells.filter(Boolean);
  const found = new Map<CardLabel, string>();
  const [only, more] = own;
  if (only && !more) {
    const [, head = '', words = ''] =
      /^([^：:]{2,16}?)[：:]([\s\S]+)$/.exec(only.trim().replace(/^(.{0,4})【([^】]+)】[：:]?/, '$1$2：')) ??
      [];
    const label = labelOf(head);
    if (!label || !words.trim()) return undefined;
    return found.set(label, words.trim());
  }
  if (own.length === 0 || own.length % 2 > 0) return undefined;
  for (let at = 0; at < own.length; at += 2) {
    const label = labelOf(own[at]!.replace(/[：:]$/, ''));
    if (!label || labelOf(own[at + 1]!) || found.has(label)) return undefined;
    found.set(label, own[at + 1]!);
  }
  return found;
}

function labelOf(head: string): CardLabel | undefined {
  const plain = head
    .replaceAll(/\s/g, '')
    .replace(NUMBERING, '')
    .replace(/[（(]?[一二三四五六七八九十\d]+[）)]?$/, '');
  return LABELS.find(([words]) => words.test(plain))?.[1];
}

/** 三、未取得许可擅自施工, directly above its provision or its headings. */
function nameAlone(grid: Grid, row: number, next: number | undefined): string | undefined {
  const own = grid.rows[row]!.filter(Boolean);
  if (own.length !== 1 || next === undefined || !NUMBERING.test(own[0]!) || TITLE.test(own[0]!))
    return undefined;
  const below = labelledIn(grid.rows[next]!);
  const follows = below ? below.has('处罚依据') || below.has('违反条款') : isHeading(grid, next);
  return follows ? own[0]!.replace(NUMBERING, '').trim() : undefined;
}

/** Headings of tiers or circumstances and of fines, without one for the violation, which stands above them. */
function isHeading(grid: Grid, row: number): boolean {
  const own = grid.rows[row]!.filter(Boolean).map((cell) => cell.replaceAll(/\s/g, ''));
  if (
    own.length < 2 ||
    own.some((cell) => cell.length > 40 || /[。；]|\d/.test(cell) || labelOf(cell) === '违法行为')
  )
    return false;
  const fine = own.some((cell) => /罚款|处罚|标准|幅度|基准|权重|结果/.test(cell));
  return fine && own.filter(tellsColumn).length >= 2;
}

/** 第二章 工程质量: a single line that is neither title nor note. */
function chapterIn(cells: readonly string[]): string | undefined {
  const [only, more] = cells.filter(Boolean);
  if (!only || more || only.length > 40 || TITLE.test(only)) return undefined;
  const chapter = /^第[一二三四五六七八九十百\d]+[编章节部分]+\s*|^[一二三四五六七八九十]+、\s*/.exec(
    only,
  )?.[0];
  return chapter === undefined ? undefined : only.slice(chapter.length);
}
