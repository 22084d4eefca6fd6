import { type Box, boxOf, type Matrix } from './pdf-page.ts';

/** One closed or open shape of a path, in the space of the page. */
export interface Shape {
  box: Box;
  /** Whether it is a rectangle along the edges of the page. */
  upright: boolean;
  /** Its straight sides, as boxes without breadth. */
  sides: Box[];
}

/** How PDF.js writes a path: a code, then its numbers. */
const NUMBERS: Record<number, number> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };
const [MOVE, LINE, CLOSE] = [0, 1, 4];
/** Shapes of one path beyond this are a drawing, no table. */
const MAX_SHAPES = 5000;

export function pdfShapes(path: ArrayLike<number>, matrix: Matrix): Shape[] {
  const shapes: Shape[] = [];
  let points: [number, number][] = [];
  let curved = false;
  const end = () => {
    if (points.length > 1 && shapes.length < MAX_SHAPES) shapes.push(shapeOf(points, curved));
    points = [];
    curved = false;
  };
  for (let at = 0; at < path.length; ) {
    const code = path[at]!;
    const count = NUMBERS[code];
    if (count === undefined) break;
    if (code === MOVE) end();
    if (code === CLOSE && points[0]) points.push(points[0]);
    else if (code !== CLOSE) {
      if (code !== MOVE && code !== LINE) curved = true;
      const [x, y] = [path[at + count - 1]!, path[at + count]!];
      points.push([matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]);
    }
    at += count + 1;
  }
  end();
  return shapes;
}

function shapeOf(points: [number, number][], curved: boolean): Shape {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const sides = curved
    ? []
    : points.slice(1).map(([x, y], at): Box => {
        const [px, py] = points[at]!;
        return [Math.min(x, px), Math.min(y, py), Math.max(x, px), Math.max(y, py)];
      });
  const flat = ([left, top, right, bottom]: Box) => right - left < 0.5 || bottom - top < 0.5;
  return {
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    upright: !curved && sides.length <= 5 && sides.every(flat),
    sides,
  };
}

/** The part of a box that lies in another; without extent when there is none. */
export function overlap(one: Box, other: Box): Box {
  const left = Math.max(one[0], other[0]);
  const top = Math.max(one[1], other[1]);
  return [left, top, Math.max(left, Math.min(one[2], other[2])), Math.max(top, Math.min(one[3], other[3]))];
}

/** A box in the space of the drawing, given as four numbers, on the page; undefined for anything else. */
export function givenBox(numbers: unknown, matrix: Matrix): Box | undefined {
  const given = numbersIn(numbers);
  return given?.length === 4 ? boxOf(matrix, given as Box) : undefined;
}

export function givenMatrix(numbers: unknown): Matrix | undefined {
  const given = numbersIn(numbers);
  return given?.length === 6 ? (given as Matrix) : undefined;
}

function numbersIn(value: unknown): number[] | undefined {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return undefined;
  const given = Array.from(value as ArrayLike<unknown>);
  return given.every((one): one is number => typeof one === 'number' && Number.isFinite(one))
    ? given
    : undefined;
}
