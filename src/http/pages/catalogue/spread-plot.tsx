import { ACCENT } from '../../../discretion/draw-element.ts';
import { fen, yuan } from '../../../law/money.ts';
import { PlotFrame } from '../plot-frame.tsx';
import type { PastOf } from './past-cases-of.ts';

const WIDTH = 720;
const HEIGHT = 96;
const LEFT = 12;
const LINE = 58;
/** Fines nearer than this, in pixels, are drawn one above the other. */
const NEAR = 11;

/** The fines of past cases along one axis from nothing, each a dot that leads to its case; the median as a line. */
export function SpreadPlot({ past }: { past: PastOf }) {
  const fined = past.cases
    .flatMap(({ past: one, fine }) => (fine === undefined ? [] : [{ one, fine }]))
    .sort((a, b) => a.fine - b.fine);
  const most = fined.at(-1)?.fine ?? 0;
  if (fined.length < 2 || most <= 0) return null;
  const at = (sum: number) => LEFT + (sum / most) * (WIDTH - 2 * LEFT);
  const heights = new Map<number, number>();
  const summary = spreadWords(past);
  return (
    <figure class="plot">
      <PlotFrame label="以往罚款的图" width={WIDTH} height={HEIGHT}>
        <line x1={LEFT} x2={WIDTH - LEFT} y1={LINE} y2={LINE} stroke="#8a939d" />
        <text x={LEFT} y={LINE + 28}>
          0
        </text>
        <text x={WIDTH - LEFT} y={LINE + 28} text-anchor="end">
          {yuan(fen(most))}
        </text>
        <Median fines={fined.map(({ fine }) => fine)} at={at} />
        {fined.map(({ one, fine }) => {
          const bin = Math.round(at(fine) / NEAR);
          const level = heights.get(bin) ?? 0;
          heights.set(bin, level + 1);
          return (
            <a href={`#past-${one.id}`}>
              <circle
                cx={at(fine)}
                cy={LINE - 7 - level * NEAR}
                r="5"
                fill="#ffffff"
                stroke={ACCENT}
                stroke-width="2"
              >
                <title>{`${one.title}，罚款 ${yuan(fen(fine))}`}</title>
              </circle>
            </a>
          );
        })}
      </PlotFrame>
      <figcaption class="small soft">{summary}</figcaption>
    </figure>
  );
}

function Median({ fines, at }: { fines: number[]; at: (sum: number) => number }) {
  const x = at(median(fines));
  return (
    <>
      <line x1={x} x2={x} y1={LINE - 4} y2={LINE + 10} stroke={ACCENT} stroke-width="2" />
      <text x={x} y={LINE + 28} text-anchor="middle">
        中位数
      </text>
    </>
  );
}

function median(ordered: number[]): number {
  const half = (ordered.length - 1) / 2;
  return ((ordered[Math.floor(half)] ?? 0) + (ordered[Math.ceil(half)] ?? 0)) / 2;
}

/** The spread in one sentence, for those who cannot see it. */
export function spreadWords({ cases, spread }: PastOf): string {
  const fines = cases.flatMap(({ fine }) => fine ?? []).sort((a, b) => a - b);
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return [
    `有罚款的 ${fines.length} 件`,
    ...(fines.length > 0
      ? [
          `罚款 ${yuan(fen(fines[0] ?? 0))}至 ${yuan(fen(fines.at(-1) ?? 0))}，中位数 ${yuan(fen(Math.round(median(fines))))}`,
        ]
      : []),
    ...(spread
      ? [
          `在法定幅度中的位置中位数 ${percent(spread.share.median)}（四分位 ${percent(spread.share.lower)}至 ${percent(spread.share.upper)}）`,
        ]
      : []),
    ...(fines.length >= 10 ? [] : ['不足十件，仅供参考']),
  ].join('；');
}
