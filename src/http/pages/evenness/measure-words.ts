import type { Measure } from '../../../discretion/evenness/placed-case.ts';

export const MEASURES: Record<Measure, string> = {
  share: '在法定幅度中的位置',
  times: '法定最低罚款的倍数',
};

/** 0.2 → `20%`, or 1.2 → `1.2 倍`. */
export function measured(value: number, measure: Measure): string {
  if (measure === 'times') return `${Math.round(value * 100) / 100} 倍`;
  return `${Math.round(value * 1000) / 10}%`;
}
