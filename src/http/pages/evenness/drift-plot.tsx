import { ACCENT } from '../../../discretion/draw-element.ts';
import { quartersBetween } from '../../../discretion/evenness/group-cases.ts';
import type { Measure } from '../../../discretion/evenness/placed-case.ts';
import { PlotFrame } from '../plot-frame.tsx';
import { groupWords } from './group-words.ts';
import { measured } from './measure-words.ts';
import type { NamedGroup } from './named-groups.ts';
import { plotScale } from './plot-scale.ts';

const WIDTH = 760;
const HEIGHT = 280;
const [LEFT, RIGHT, TOP, BOTTOM] = [56, 12, 14, 44];
const BAND = '#a9c1e2';
const AMBER = '#8a5a00';
/** Names of quarters that fit side by side. */
const NAMES = 12;

/** Quarter by quarter: the middle half of the cases as a band, the medians joined by a line, few cases as points. */
export function DriftPlot(props: {
  label: string;
  groups: readonly NamedGroup[];
  measure: Measure;
  hrefOf: (group: NamedGroup) => string | undefined;
}) {
  const { label, groups, measure, hrefOf } = props;
  const quarters = quartersBetween(groups[0]?.key ?? '', groups.at(-1)?.key ?? '');
  const { low, high, ticks } = plotScale(groups, measure);
  const column = (WIDTH - LEFT - RIGHT) / Math.max(1, quarters.length);
  const across = (key: string) => LEFT + (quarters.indexOf(key) + 0.5) * column;
  const up = (value: number) => HEIGHT - BOTTOM - ((value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const medians = groups.flatMap(({ key, quartiles }) =>
    quartiles ? [`${across(key).toFixed(1)},${up(quartiles.median).toFixed(1)}`] : [],
  );
  const each = Math.ceil(quarters.length / NAMES);
  const half = Math.min(20, column / 2 - 1);
  return (
    <PlotFrame label={label} width={WIDTH} height={HEIGHT}>
      {ticks.map((tick) => (
        <>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={up(tick)} y2={up(tick)} stroke="#eceff3" />
          <text x={LEFT - 8} y={up(tick) + 4} text-anchor="end">
            {measured(tick, measure)}
          </text>
        </>
      ))}
      {quarters.map(
        (key, index) =>
          index % each === 0 && (
            <text x={across(key)} y={HEIGHT - BOTTOM + 20} text-anchor="middle">
              {`${key.slice(2, 4)}年${key.slice(5)}季`}
            </text>
          ),
      )}
      {groups.map((group) => {
        const { quartiles, key, values } = group;
        const colour = group.against?.notable ? AMBER : ACCENT;
        const x = across(key);
        const drawn = (
          <>
            <title>{groupWords(group, measure)}</title>
            {quartiles ? (
              <>
                <rect
                  x={x - half}
                  y={up(quartiles.upper)}
                  width={half * 2}
                  height={Math.max(2, up(quartiles.lower) - up(quartiles.upper))}
                  fill={BAND}
                  stroke={colour}
                  stroke-width="0.5"
                />
                <line
                  x1={x - half}
                  x2={x + half}
                  y1={up(quartiles.median)}
                  y2={up(quartiles.median)}
                  stroke={colour}
                  stroke-width="3"
                />
                {group.against?.notable && (
                  <text x={x} y={up(quartiles.upper) - 4} text-anchor="middle" fill={AMBER}>
                    ◆
                  </text>
                )}
              </>
            ) : (
              values.map((value) => (
                <circle cx={x} cy={up(value)} r="5" fill="#ffffff" stroke="#5b6472" stroke-width="2" />
              ))
            )}
          </>
        );
        const href = hrefOf(group);
        return href ? <a href={href}>{drawn}</a> : <g>{drawn}</g>;
      })}
      {medians.length > 1 && (
        <polyline points={medians.join(' ')} fill="none" stroke={ACCENT} stroke-dasharray="4 3" />
      )}
    </PlotFrame>
  );
}
