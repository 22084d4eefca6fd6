import { ACCENT, INK } from '../../../discretion/draw-element.ts';
import type { Measure } from '../../../discretion/evenness/placed-case.ts';
import { PlotFrame } from '../plot-frame.tsx';
import { groupWords } from './group-words.ts';
import { measured } from './measure-words.ts';
import type { NamedGroup } from './named-groups.ts';
import { plotScale } from './plot-scale.ts';

const WIDTH = 760;
const LEFT = 168;
const RIGHT = 96;
const ROW = 36;
const TOP = 30;
const BAND = '#a9c1e2';
const AMBER = '#8a5a00';
/** More letters do not fit beside the axis; the whole name stands in the table. */
const LETTERS = 11;

/** One row for each group: the middle half of its cases as a band, the median as a line, few cases as points. */
export function GroupPlot(props: {
  label: string;
  groups: readonly NamedGroup[];
  measure: Measure;
  hrefOf: (group: NamedGroup) => string | undefined;
}) {
  const { label, groups, measure, hrefOf } = props;
  const { low, high, ticks } = plotScale(groups, measure);
  const at = (value: number) => LEFT + ((value - low) / (high - low)) * (WIDTH - LEFT - RIGHT);
  const height = TOP + groups.length * ROW + 28;
  return (
    <PlotFrame label={label} width={WIDTH} height={height}>
      {ticks.map((tick) => (
        <>
          <line x1={at(tick)} x2={at(tick)} y1={TOP - 6} y2={height - 24} stroke="#eceff3" />
          <text x={at(tick)} y={height - 8} text-anchor="middle">
            {measured(tick, measure)}
          </text>
        </>
      ))}
      {groups.map((group, index) => (
        <Row group={group} measure={measure} at={at} y={TOP + index * ROW + ROW / 2} href={hrefOf(group)} />
      ))}
    </PlotFrame>
  );
}

function Row(props: {
  group: NamedGroup;
  measure: Measure;
  at: (value: number) => number;
  y: number;
  href: string | undefined;
}) {
  const { group, measure, at, y, href } = props;
  const { quartiles, values, against, name } = group;
  const colour = against?.notable ? AMBER : ACCENT;
  const drawn = (
    <>
      <title>{groupWords(group, measure)}</title>
      <text x={LEFT - 12} y={y + 4} text-anchor="end" font-size="13">
        {name.length > LETTERS ? `…${name.slice(-LETTERS)}` : name}
      </text>
      {quartiles ? (
        <>
          <rect
            x={at(quartiles.lower)}
            y={y - 10}
            width={Math.max(2, at(quartiles.upper) - at(quartiles.lower))}
            height="20"
            fill={BAND}
            stroke={colour}
            stroke-width="0.5"
          />
          <line
            x1={at(quartiles.median)}
            x2={at(quartiles.median)}
            y1={y - 13}
            y2={y + 13}
            stroke={colour}
            stroke-width="3"
          />
        </>
      ) : (
        values.map((value) => (
          <circle cx={at(value)} cy={y} r="5" fill="#ffffff" stroke="#5b6472" stroke-width="2" />
        ))
      )}
      <text x={WIDTH - RIGHT + 12} y={y + 4} fill={against?.notable ? AMBER : INK}>
        {values.length} 件{against?.notable ? ' ◆' : ''}
      </text>
    </>
  );
  return href ? <a href={href}>{drawn}</a> : <g>{drawn}</g>;
}
