import type { Group } from '../../../discretion/evenness/group-cases.ts';
import type { Measure } from '../../../discretion/evenness/placed-case.ts';

export interface Scale {
  low: number;
  high: number;
  ticks: number[];
}

/** An axis that holds every value: at least the whole span of the statute, or from the statutory minimum up. */
export function plotScale(groups: readonly Group[], measure: Measure): Scale {
  let least = measure === 'share' ? 0 : 1;
  let most = measure === 'share' ? 1 : 2;
  for (const { values } of groups) {
    for (const value of values) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  const rough = (most - least) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough - 1e-12) ?? rough;
  const first = Math.floor(least / step + 1e-9);
  const last = Math.ceil(most / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { low: first * step, high: last * step, ticks };
}
