import type { OPS } from 'unpdf/pdfjs';
import type { HiddenHow } from '../file-text.ts';
import { PdfInk } from './pdf-ink.ts';
import { type Box, boxOf, type Glyph, type Matrix, type PdfPage, times, within } from './pdf-page.ts';
import { givenBox, givenMatrix, overlap, pdfShapes } from './pdf-shapes.ts';

/** A font as the reader keeps it, as far as it is used. */
export interface PdfFont {
  vertical?: boolean;
  fontMatrix?: number[];
}

/** What is needed of a page to draw it. */
export interface PdfDrawing {
  width: number;
  height: number;
  /** From the space of the page to points from the upper left corner. */
  base: Matrix;
  fnArray: readonly number[];
  argsArray: readonly unknown[];
  codes: typeof OPS;
  fontNamed(name: string): PdfFont | undefined;
  /** Whether the layer with these properties is switched on. */
  isShown(layer: unknown): boolean;
}

interface State {
  matrix: Matrix;
  clip: Box;
  fill: string;
  stroke: string;
  alpha: number;
  blend: string;
  font: PdfFont | undefined;
  size: number;
  charSpace: number;
  wordSpace: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
}

interface ShownGlyph {
  unicode?: string;
  width?: number;
  isSpace?: boolean;
  vmetric?: number[] | null;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const START = {
  fill: '000000',
  stroke: '000000',
  alpha: 1,
  blend: 'source-over',
  font: undefined,
  size: 0,
  charSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
};
/** A ground or ink of several colours: letters show on it, and it shows on paper. */
const MIXED = '808080';
const TINY = 2;
const FAINT = 0.1;
const COVERING = 0.9;

/**
 * Follows the operators of a page as a viewer does: where each sign stands, and whether a person sees it — by its size,
 * its colour before what was painted there, what was painted over it, the clipping and the edge of the page.
 */
export function drawPdfPage(drawing: PdfDrawing): PdfPage {
  const { width, height, codes } = drawing;
  const sheet: Box = [0, 0, width, height];
  const ink = new PdfInk(width, height);
  const saved: State[] = [];
  const layers: boolean[] = [];
  let state: State = { ...START, matrix: drawing.base, clip: sheet };
  let text = IDENTITY;
  let line = IDENTITY;
  let cutting = false;
  let order = 0;
  let args: unknown[] = [];
  const number = (at: number) => (typeof args[at] === 'number' ? args[at] : 0);

  const save = () => {
    saved.push(state);
    state = { ...state };
  };
  const restore = () => {
    state = saved.pop() ?? state;
  };
  const clipTo = (box: Box | undefined) => {
    if (box) state.clip = overlap(state.clip, box);
  };
  const setFont = (name: unknown, size: unknown) => {
    state.font = typeof name === 'string' ? drawing.fontNamed(name) : undefined;
    state.size = typeof size === 'number' ? size : 0;
  };
  const moveText = (x: number, y: number) => {
    line = times(line, [1, 0, 0, 1, x, y]);
    text = line;
  };
  const marked = (shown: boolean) => () => layers.push(shown);
  const colour = (given: unknown) =>
    typeof given === 'string' && given.startsWith('#') ? given.slice(1) : MIXED;
  const cut = () => {
    cutting = true;
  };
  const fills: number[] = [
    codes.fill,
    codes.eoFill,
    codes.fillStroke,
    codes.eoFillStroke,
    codes.closeFillStroke,
    codes.closeEOFillStroke,
  ];
  const strokes: number[] = [codes.stroke, codes.closeStroke, ...fills.slice(2)];

  const steps: Partial<Record<number, () => void>> = {
    [codes.save]: save,
    [codes.restore]: restore,
    [codes.beginGroup]: save,
    [codes.endGroup]: restore,
    [codes.paintFormXObjectBegin]: () => {
      save();
      state.matrix = times(state.matrix, givenMatrix(args[0]) ?? IDENTITY);
      clipTo(givenBox(args[1], state.matrix));
    },
    [codes.paintFormXObjectEnd]: restore,
    [codes.beginAnnotation]: () => {
      save();
      const placed = times(drawing.base, givenMatrix(args[2]) ?? IDENTITY);
      state = { ...START, matrix: times(placed, givenMatrix(args[3]) ?? IDENTITY), clip: sheet };
    },
    [codes.endAnnotation]: restore,
    [codes.transform]: () => {
      state.matrix = times(state.matrix, givenMatrix(args) ?? IDENTITY);
    },
    [codes.setGState]: () => {
      for (const [key, value] of (args[0] ?? []) as [string, unknown][]) {
        if (key === 'ca' && typeof value === 'number') state.alpha = value;
        if (key === 'BM') state.blend = String(value);
        if (key === 'Font' && Array.isArray(value)) setFont(value[0], value[1]);
      }
    },
    [codes.setFillRGBColor]: () => {
      state.fill = colour(args[0]);
    },
    [codes.setStrokeRGBColor]: () => {
      state.stroke = colour(args[0]);
    },
    [codes.setFillColorN]: () => {
      state.fill = MIXED;
    },
    [codes.setStrokeColorN]: () => {
      state.stroke = MIXED;
    },
    [codes.beginMarkedContent]: marked(true),
    [codes.beginMarkedContentProps]: () => layers.push(args[0] !== 'OC' || drawing.isShown(args[1])),
    [codes.endMarkedContent]: () => layers.pop(),
    [codes.clip]: cut,
    [codes.eoClip]: cut,
    [codes.constructPath]: path,
    [codes.beginText]: () => {
      text = IDENTITY;
      line = IDENTITY;
    },
    [codes.setCharSpacing]: () => {
      state.charSpace = number(0);
    },
    [codes.setWordSpacing]: () => {
      state.wordSpace = number(0);
    },
    [codes.setHScale]: () => {
      state.stretch = number(0) / 100;
    },
    [codes.setLeading]: () => {
      state.leading = -number(0);
    },
    [codes.setFont]: () => setFont(args[0], args[1]),
    [codes.setTextRenderingMode]: () => {
      state.mode = number(0);
    },
    [codes.setTextRise]: () => {
      state.rise = number(0);
    },
    [codes.moveText]: () => moveText(number(0), number(1)),
    [codes.setLeadingMoveText]: () => {
      state.leading = number(1);
      moveText(number(0), number(1));
    },
    [codes.setTextMatrix]: () => {
      text = givenMatrix(args[0]) ?? givenMatrix(args) ?? IDENTITY;
      line = text;
    },
    [codes.nextLine]: () => moveText(0, state.leading),
    [codes.showText]: () => show((args[0] ?? []) as (ShownGlyph | number | null)[]),
    [codes.paintImageXObject]: () => picture(args[0], state.matrix),
    [codes.paintInlineImageXObject]: () => picture(args[0], state.matrix),
    [codes.paintImageMaskXObject]: () => picture(args[0], state.matrix),
    [codes.paintImageXObjectRepeat]: () => {
      const places = Array.from((args[3] ?? []) as ArrayLike<number>);
      for (let at = 0; at + 1 < places.length; at += 2) {
        picture(args[0], times(state.matrix, [number(1), 0, 0, number(2), places[at]!, places[at + 1]!]));
      }
    },
  };
  for (const [at, code] of drawing.fnArray.entries()) {
    order = at;
    args = (drawing.argsArray[at] ?? []) as unknown[];
    steps[code]?.();
  }
  return ink.settled();

  function path(): void {
    const cuts = cutting;
    cutting = false;
    if (cuts) clipTo(givenBox(args[2], state.matrix));
    const filled = fills.includes(number(0));
    const stroked = strokes.includes(number(0));
    const data = Array.isArray(args[1]) ? args[1][0] : undefined;
    if ((!filled && !stroked) || !data) return;
    const opaque = state.alpha > COVERING && /^(source-over|normal)$/i.test(state.blend);
    for (const { box, upright, sides } of pdfShapes(data as ArrayLike<number>, state.matrix)) {
      if (filled && upright) ink.fill(overlap(box, state.clip), state.fill, order, opaque);
      if (stroked) for (const side of sides) ink.line(side);
    }
  }

  function show(shown: (ShownGlyph | number | null)[]): void {
    const vertical = state.font?.vertical ?? false;
    const unit = state.font?.fontMatrix?.[0] ?? 0.001;
    const step = (length: number) => {
      text = times(text, vertical ? [1, 0, 0, 1, 0, -length] : [1, 0, 0, 1, length * state.stretch, 0]);
    };
    for (const glyph of shown) {
      if (typeof glyph === 'number') step((-glyph * state.size) / 1000);
      else if (glyph) {
        const wide =
          (vertical ? Math.abs(glyph.vmetric?.[0] ?? 1000) : (glyph.width ?? 0)) * unit * state.size;
        if (glyph.unicode) put(glyph.unicode, wide, vertical);
        step(wide + state.charSpace + (glyph.isSpace ? state.wordSpace : 0));
      }
    }
  }

  function put(sign: string, wide: number, vertical: boolean): void {
    const m = times(state.matrix, text);
    const size = Math.hypot(m[2], m[3]) * Math.abs(state.size);
    const broad = Math.hypot(m[0], m[1]) * Math.abs(state.size * state.stretch);
    const [x, y] = [m[2] * state.rise + m[4], m[3] * state.rise + m[5]];
    const [dx, dy] = vertical
      ? [-m[2] * wide, -m[3] * wide]
      : [m[0] * wide * state.stretch, m[1] * wide * state.stretch];
    // The middle of a sign is about a third of its height above the line on which it stands.
    const up = vertical ? 0 : state.size * 0.35;
    const middle: [number, number] = [x + dx / 2 + m[2] * up, y + dy / 2 + m[3] * up];
    const glyph: Glyph = {
      text: sign,
      x,
      y,
      length: Math.hypot(dx, dy),
      size,
      angle: vertical ? 90 : Math.round((Math.atan2(m[1], m[0]) * 180) / Math.PI),
    };
    if (state.mode === 3 || state.mode === 7) glyph.inkless = true;
    const how = unseen(Math.min(size, broad * 4), middle);
    if (how) glyph.how = how;
    const colors = [[state.fill], [state.stroke], [state.fill, state.stroke]][state.mode % 4] ?? [state.fill];
    ink.glyph({ glyph, middle, colors, order });
  }

  function unseen(size: number, [x, y]: [number, number]): HiddenHow | undefined {
    if (size < TINY) return 'tiny';
    if (!within(x, y, sheet)) return 'off-page';
    return state.alpha < FAINT || layers.includes(false) || !within(x, y, state.clip, size / 2)
      ? 'hidden'
      : undefined;
  }

  function picture(source: unknown, matrix: Matrix): void {
    if (layers.includes(false)) return;
    if (typeof source !== 'string' && (typeof source !== 'object' || source === null)) return;
    ink.picture(source, matrix, boxOf(matrix, [0, 0, 1, 1]), order);
  }
}
