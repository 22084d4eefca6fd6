import type { Child } from 'hono/jsx';
import { FACES, INK } from '../../discretion/draw-element.ts';

interface PlotFrameProps {
  /** A short name of the plot; what it shows stands in the caption of its figure. */
  label: string;
  width: number;
  height: number;
  children?: Child;
}

/** A plot drawn by a page, wider than a phone: it is moved sideways there. */
export function PlotFrame({ label, width, height, children }: PlotFrameProps) {
  return (
    <section class="wide-plot" tabindex={0} aria-label={`${label}（可左右移动）`}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing that holds links is no image and no fieldset. */}
      <svg
        role="group"
        aria-label={label}
        xmlns="http://www.w3.org/2000/svg"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        font-family={FACES}
        font-size="12"
        fill={INK}
      >
        {children}
      </svg>
    </section>
  );
}
