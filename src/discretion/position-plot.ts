import { CustomChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { positionInRange } from '../law/fine-range.ts';
import { fen, yuan } from '../law/money.ts';
import { ACCENT, type Api, type Area, type Drawn, drawElement, FACES, INK } from './draw-element.ts';
import { plainSvg } from './plain-svg.ts';
import { type PlotInput, plotSummary } from './plot-summary.ts';

use([CustomChart, GridComponent, SVGRenderer]);

const ROWS = ['类案', '裁量阶次', '法定幅度'];
const QUIET = '#5b6472';
const AMBER = '#8a5a00';
const STATUTE = '#dfe4ec';
const TIER = '#a9c1e2';
/** From here on the axis counts in 万元. */
const LARGE = 100_000;

/**
 * 裁量位置图 as server-rendered SVG: the bands of statute and tier, the proposal as a marked line, like cases as
 * dots that link to them. No script, style sheet or style attribute is left in it, so that it can stand in a page
 * under a strict content security policy.
 */
export function positionPlot(input: PlotInput): string {
  const width = input.width ?? 760;
  const height = input.height ?? 240;
  const likes = input.likes.filter((like) => like.fine !== undefined);
  const { top, interval } = axisTop(input);
  const large = top >= LARGE;
  const band = (row: number, range: PlotInput['statutory'], colour: string, label: string): Drawn[] =>
    range
      ? [
          {
            row,
            from: (range.min ?? 0) / 100,
            to: range.max === undefined ? top : range.max / 100,
            kind: 'band',
            colour,
            label,
            shift: 0,
          },
        ]
      : [];
  const used = new Map<number, number>();
  const dots = likes.map((like): Drawn => {
    const bin = Math.round((like.fine! / top) * 60);
    const before = used.get(bin) ?? 0;
    used.set(bin, before + 1);
    return {
      row: 0,
      from: like.fine!,
      to: like.fine!,
      kind: 'dot',
      colour: QUIET,
      label: '',
      shift: before % 2 ? -9 * Math.ceil(before / 2) : 9 * (before / 2),
    };
  });
  const outside =
    input.proposal !== undefined && input.tierRange && positionInRange(input.proposal, input.tierRange) !== 0;
  const line: Drawn[] =
    input.proposal === undefined
      ? []
      : [
          {
            row: 1,
            from: input.proposal / 100,
            to: input.proposal / 100,
            kind: 'line',
            colour: outside ? AMBER : ACCENT,
            label: `拟罚款 ${yuan(input.proposal)}`,
            shift: 0,
          },
        ];
  const drawn = [
    ...band(2, input.statutory, STATUTE, input.statutory ? ends(input.statutory, large) : ''),
    ...band(
      1,
      input.tierRange,
      TIER,
      `${input.tierName ?? ''} ${input.tierRange ? ends(input.tierRange, large) : ''}`.trim(),
    ),
    ...line,
    ...dots,
  ];
  const firstDot = drawn.findIndex((one) => one.kind === 'dot');

  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: FACES, color: INK },
      grid: { left: 76, right: 24, top: 40, bottom: 48 },
      xAxis: {
        type: 'value',
        min: 0,
        max: top,
        interval,
        name: large ? '万元' : '元',
        nameLocation: 'end',
        nameGap: 6,
        axisLabel: {
          color: INK,
          fontFamily: FACES,
          formatter: (value: number) =>
            large ? String(Math.round(value / 1000) / 10) : value.toLocaleString('zh-CN'),
        },
        splitLine: { lineStyle: { color: '#eceff3' } },
      },
      yAxis: {
        type: 'category',
        data: ROWS,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: QUIET } },
        axisLabel: { color: INK, fontFamily: FACES, fontSize: 13 },
      },
      series: [
        {
          type: 'custom',
          data: drawn.map((one) => [one.from, one.row, one.to]),
          renderItem: (params: { dataIndex: number; coordSys: unknown }, api: Api) =>
            drawElement(drawn[params.dataIndex]!, params.coordSys as Area, api),
        },
      ],
    });
    const links = likes.map((like) => ({
      title: `${like.title}，${like.decidedOn}，罚款 ${yuan(fen(like.fine!))}${like.tier ? `，${like.tier}` : ''}`,
      ...(input.hrefOf ? { href: input.hrefOf(like) } : {}),
    }));
    return plainSvg(chart.renderToSVGString(), plotSummary(input), (index) => links[index - firstDot]);
  } finally {
    chart.dispose();
  }
}

/** The axis ends a little beyond the largest sum, on a round figure. */
function axisTop(input: PlotInput): { top: number; interval: number } {
  const sums = [
    (input.statutory?.max ?? (input.statutory?.min ?? 0) * 3) / 100,
    (input.tierRange?.max ?? 0) / 100,
    (input.proposal ?? 0) / 100,
    ...input.likes.map((like) => like.fine ?? 0),
    1,
  ];
  const most = Math.max(...sums) * 1.05;
  const rough = most / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const interval = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough)!;
  return { top: Math.ceil(most / interval - 1e-9) * interval, interval };
}

function ends(range: { min?: number; max?: number }, large: boolean): string {
  const say = (sum: number): string =>
    (large ? Math.round(sum / 10_000) / 100 : sum / 100).toLocaleString('zh-CN');
  const unit = large ? ' 万元' : ' 元';
  const low = range.min === undefined ? '0' : say(range.min);
  return range.max === undefined ? `${low}${unit}以上` : `${low} – ${say(range.max)}${unit}`;
}
