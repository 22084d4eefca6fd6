import type { Child } from 'hono/jsx';
import { FACES, INK } from '../../discretion/draw-element.ts';

interface PlotFrameProps {
  /** What the plot shows, for those who cannot see it. */
  title: string;
  width: number;
  height: number;
  children?: Child;
}

/** A plot drawn by a page, wider than a phone: it is moved sideways there. */
export function PlotFrame({ title, width, height, children }: PlotFrameProps) {
  return (
    <div class="wide-plot">
      <svg
        xmlns="http://www.w3.org/2000/svg"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        font-family={FACES}
        font-size="12"
        fill={INK}
      >
        <title>{title}</title>
        {children}
      </svg>
    </div>
  );
}
