export const INK = '#1d2430';
export const ACCENT = '#1f4e8c';
// Unquoted, since quotes would end the attribute that the library writes them into.
export const FACES = 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif';

/** One thing in the plot: a band, a dot or the line of the proposal, in yuan along the axis. */
export interface Drawn {
  /** Row of the category axis. */
  row: number;
  from: number;
  to: number;
  kind: 'band' | 'dot' | 'line';
  colour: string;
  label: string;
  /** Vertical shift of a dot in pixels, so that equal sums stay visible. */
  shift: number;
}

/** What the chart library hands to the drawing of one datum. */
export interface Api {
  coord(point: number[]): number[];
}
export interface Area {
  y: number;
  height: number;
}

/** The shape of one element for the chart library's custom series. */
export function drawElement(one: Drawn, area: Area, api: Api): object {
  const [x = 0, y = 0] = api.coord([one.from, one.row]);
  if (one.kind === 'dot') {
    return {
      type: 'circle',
      shape: { cx: x, cy: y + one.shift, r: 5 },
      style: { fill: '#ffffff', stroke: one.colour, lineWidth: 2 },
    };
  }
  if (one.kind === 'line') {
    return {
      type: 'line',
      shape: { x1: x, y1: area.y - 8, x2: x, y2: area.y + area.height },
      style: { stroke: one.colour, lineWidth: 2 },
      textContent: {
        type: 'text',
        style: { text: one.label, fill: one.colour, fontSize: 13, fontWeight: 'bold', fontFamily: FACES },
      },
      textConfig: { position: [x > 500 ? -150 : 4, -18] },
    };
  }
  const [right = 0] = api.coord([one.to, one.row]);
  return {
    type: 'rect',
    shape: { x, y: y - 14, width: Math.max(right - x, 2), height: 28 },
    style: { fill: one.colour, stroke: ACCENT, lineWidth: 0.5 },
    textContent: { type: 'text', style: { text: one.label, fill: INK, fontSize: 12, fontFamily: FACES } },
    textConfig: { position: right - x > 200 ? 'insideLeft' : x > 380 ? 'left' : 'right' },
  };
}
