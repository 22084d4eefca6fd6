import type { CaseCitation } from '../../../cases/case-file.ts';
import type { Day } from '../../../law/dates.ts';
import { type Answer, type Context, unclear } from '../../rules/rule.ts';
import { actDay } from '../../steps/act-day.ts';

export interface CitedProvision {
  citation: CaseCitation;
  role: 'breached' | 'punishing';
  path: string;
}

export interface CitedProvisions {
  list: CitedProvision[];
  act: { day: Day; path: string };
  /** The decision's day; before there is one, the day of screening. */
  decided: Day;
  paths: string[];
}

/** The provisions that the case rests on, and the two days that govern them; `unclear` when one is not known. */
export function citedProvisions({ file, today }: Context): CitedProvisions | Answer {
  const { breached = [], punishing = [] } = file.provisions ?? {};
  const list: CitedProvision[] = [
    ...breached.map((citation, index) => ({
      citation,
      role: 'breached' as const,
      path: `provisions.breached.${index}`,
    })),
    ...punishing.map((citation, index) => ({
      citation,
      role: 'punishing' as const,
      path: `provisions.punishing.${index}`,
    })),
  ];
  if (list.length === 0) {
    return unclear('需要核对引用的条款，案卷没有载明。', ['违反的条款', '处罚依据的条款'], ['provisions']);
  }
  const act = actDay(file);
  if (!act)
    return unclear('需要知道违法行为的日期，案卷没有载明。', ['违法行为发生日或者终了日'], ['violation']);
  if (file.decision && !file.decision.date) {
    return unclear('需要知道决定日期，案卷没有载明。', ['决定日期'], ['decision']);
  }
  return {
    list,
    act,
    decided: file.decision?.date ?? today,
    paths: [act.path, ...(file.decision ? ['decision.date'] : [])],
  };
}
