import type { Day } from '../../law/dates.ts';
import { type ActView, type Answer, notApplicable, unclear } from '../rules/rule.ts';
import { inspectionDay } from './inspection-visits.ts';

/** 国办发〔2024〕54号: the year stands in its number, its day has still to be confirmed. */
const OPINION_FROM: Day = '2025-01-01';

export const INSPECTION_OPINION = '国办发〔2024〕54号（正文待核对）';
export const OPINION_READING =
  '文件规范的是涉企检查，个体工商户按企业对待；施行日待核对，暂按 2025 年 1 月 1 日以后的检查适用。';

/** The day of an inspection of an enterprise under that opinion; an Answer where it does not apply. */
export function enterpriseInspection(file: ActView): { day: Day; path: string } | Answer {
  if (file.party.kind === 'person') {
    return notApplicable('检查对象是公民，不属于涉企检查。', ['party.kind']);
  }
  const held = inspectionDay(file);
  if (!held) return unclear('需要知道检查日期，案卷没有载明。', ['检查日期'], ['inspection', 'acts']);
  return held.day < OPINION_FROM ? notApplicable('检查在涉企行政检查的文件施行之前。', [held.path]) : held;
}
