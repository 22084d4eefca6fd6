import type { HiddenHow } from '../file-text.ts';

/** Left, top, right, bottom in points from the upper left corner of the page as it is shown. */
export type Box = [number, number, number, number];
/** The six numbers of a PDF matrix. */
export type Matrix = [number, number, number, number, number, number];

/** One sign on a page: where it begins on the line on which it stands, and how far it reaches along it. */
export interface Glyph {
  text: string;
  x: number;
  y: number;
  length: number;
  /** Height of the letters in points, as shown. */
  size: number;
  /** Of the line, in degrees clockwise; 0 from left to right, 90 downwards. */
  angle: number;
  how?: HiddenHow;
  /** Drawn without ink: the words that a scanner lays under its picture. */
  inkless?: boolean;
}

/** A line of a table: from `from` to `to` at the place `at`. */
export interface Ruling {
  at: number;
  from: number;
  to: number;
}

/** A picture on a page; `matrix` lays the unit square onto the page. */
export interface Picture {
  /** The name under which the reader keeps the pixels, or the pixels themselves. */
  source: string | object;
  matrix: Matrix;
  box: Box;
}

/** What a page shows. */
export interface PdfPage {
  width: number;
  height: number;
  glyphs: Glyph[];
  across: Ruling[];
  down: Ruling[];
  pictures: Picture[];
}

export function times(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

/** The box around a rectangle laid out by a matrix. */
export function boxOf(matrix: Matrix, [x0, y0, x1, y1]: Box): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [x, y] of [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ] as const) {
    xs.push(matrix[0] * x + matrix[2] * y + matrix[4]);
    ys.push(matrix[1] * x + matrix[3] * y + matrix[5]);
  }
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export const within = (x: number, y: number, [left, top, right, bottom]: Box, room = 0) =>
  x >= left - room && x <= right + room && y >= top - room && y <= bottom + room;

export const areaOf = ([left, top, right, bottom]: Box) =>
  Math.max(0, right - left) * Math.max(0, bottom - top);
