import type { Grid } from './read-workbook.ts';
import { type Header, isNumbering } from './sheet-header.ts';

const CHAPTER =
  /^(?:第[一二三四五六七八九十百\d]+[编章节部分]+|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])\s*/;
const NOTE = /^(?:注|备注|附注|说明|填表|制表|审核|续表|第\s*\d+\s*页|共\s*\d+\s*页|来源|本表)/;
/** Such a word alone, with what it says in the cells beside it: 说明 | 本表…; 制表：… | 审核：… */
const NOTE_HEAD =
  /^(?:注|备注|附注|说明|填表说明)\s*[:：]?$|^(?:制表|填表|审核|审批|校对|联系)(?:人|单位|日期|时间)?\s*[:：]/;

/** What a row of a note says, where its first word is that of one. */
export function noteIn(cells: readonly string[]): string[] | undefined {
  const [first = '', ...rest] = cells.filter(Boolean);
  return NOTE_HEAD.test(first) ? rest : undefined;
}

/**
 * Whether a row is none of the table: headings that a new page repeats, a chapter heading, a footnote, a page number, who drew the
 * table up. A chapter is named.
 */
export function rowBeside(grid: Grid, header: Header, row: number): { chapter?: string } | undefined {
  if (repeatsHeading(grid, header, row)) return {};
  const { at } = header;
  const own = grid.rows[row]!.flatMap((words, column) => (words ? [{ words, column }] : []));
  const [only, more] = own;
  if (only && noteIn(grid.rows[row]!) && !at.cells.includes(only.column)) return {};
  if (!only || more) return undefined;
  const area = grid.areaAt(row, only.column);
  const roles = [at.item, at.violation, at.field, at.breached, at.basis];
  const wide =
    area !== undefined &&
    area.right > area.left &&
    roles.some((one) => one !== undefined && one >= area.left && one <= area.right);
  const isChapter = CHAPTER.test(only.words) && only.words.length <= 40;
  const note =
    wide ||
    NOTE.test(only.words) ||
    (only.column === at.item && !/^[\d.\-—]+$/.test(only.words)) ||
    (only.column === at.violation &&
      isChapter &&
      (at.item !== undefined || isNamedBelow(grid, at.violation, row)));
  if (!note) return undefined;
  return isChapter ? { chapter: only.words.replace(CHAPTER, '') } : {};
}

/** A new page begins with the headings again, or with the numbers of the columns. */
function repeatsHeading({ rows }: Grid, { from, to }: Header, row: number): boolean {
  if (isNumbering(rows[row]!)) return true;
  const plain = (words = '') => words.replace(/\s/g, '');
  for (let head = from; head <= to; head++) {
    if (rows[row]!.every((cell, column) => plain(cell) === plain(rows[head]![column]))) return true;
  }
  return false;
}

/** The next row has a name of its own. */
function isNamedBelow({ rows }: Grid, violation: number, row: number): boolean {
  const next = rows.findIndex((cells, at) => at > row && cells.some(Boolean));
  return next >= 0 && rows[next]![violation] !== '';
}
