import type { Profile } from '../corpus/profile.ts';
import { citationShort } from '../law/citation.ts';
import { addDays, chineseDay, type Day, daysBetween } from '../law/dates.ts';
import { addWorkingDays, workingDaysBetween } from '../law/working-days.ts';
import type { AnyCaseFile, CaseFile } from './case-file.ts';
import { deadlinesOfAct } from './deadlines-of-act.ts';

/** 期限 of a case. `left` counts from today in `unit`; negative when the day has passed. */
export interface Deadline {
  id: 'handling' | 'defence' | 'hearing-request' | 'review' | 'service' | 'publication';
  name: string;
  unit: '日' | '工作日';
  state: 'running' | 'kept' | 'missed' | 'unknown';
  due?: Day;
  left?: number;
  basis: string;
  /** The count, line by line. */
  steps: string[];
}

const PENALTY_LAW = '中华人民共和国行政处罚法';
/** 90 days and the working-day reading of short periods come with the 2021 text. */
const NEW_LAW = '2021-07-15';

/** The time limits that run or ran in a case, as of `today`; one that has not begun is left out. */
export function deadlinesOf(
  file: AnyCaseFile,
  profile: Profile,
  today: Day,
  days: { reviewSubmittedOn?: Day; reviewEndedOn?: Day } = {},
): Deadline[] {
  if (file.action !== 'penalty') return deadlinesOfAct(file, today);
  return [
    handling(file, profile, today),
    defence(file, today),
    hearingRequest(file, today),
    review(file, profile, today, days),
    service(file, today),
  ].filter((deadline) => deadline !== undefined);
}

function handling(file: CaseFile, profile: Profile, today: Day): Deadline | undefined {
  const from = file.filing?.approvedOn;
  if (!from || from < NEW_LAW || file.procedure === 'summary') return undefined;
  const steps = [`${chineseDay(from)}立案，次日起算 90 日`];
  let due = addDays(from, 90);
  const norm = profile.handling;
  for (const extension of norm ? (file.timeLimit?.extensions ?? []) : []) {
    if (!extension.approvedOn || extension.approvedOn > due) continue;
    due = addDays(due, extension.days);
    steps.push(`${chineseDay(extension.approvedOn)}批准延长 ${extension.days} 日（${norm!.norm}）`);
  }
  for (const span of file.timeLimit?.excluded ?? []) {
    if (!norm?.excluded.includes(span.kind)) continue;
    // The first day of a span is not counted: in doubt the reading that ends the period sooner.
    const days = daysBetween(span.from, span.to);
    due = addDays(due, days);
    steps.push(`${chineseDay(span.from)}至${chineseDay(span.to)}不计入，${days} 日（${norm.norm}）`);
  }
  steps.push(`至${chineseDay(due)}届满`);
  const decided = file.decision?.draft ? undefined : file.decision?.date;
  return {
    id: 'handling',
    name: '办案期限',
    ...calendar(due, today, decided),
    basis: citationShort({ law: PENALTY_LAW, article: '60' }),
    steps,
  };
}

function defence(file: CaseFile, today: Day): Deadline | undefined {
  const notice = file.priorNotices?.findLast((entry) => entry.defenceUntil);
  if (!notice?.defenceUntil) return undefined;
  const ended = file.defence?.submittedOn ?? file.defence?.waivedOn;
  return {
    id: 'defence',
    name: '陈述申辩期限',
    ...calendar(notice.defenceUntil, today, ended),
    basis: citationShort({ law: PENALTY_LAW, article: '45' }),
    steps: [`告知书写明至${chineseDay(notice.defenceUntil)}`],
  };
}

function hearingRequest(file: CaseFile, today: Day): Deadline | undefined {
  const told = file.hearing?.toldOn;
  if (!told || told < NEW_LAW) return undefined;
  return {
    id: 'hearing-request',
    name: '听证申请期限',
    ...working(told, 5, today, file.hearing?.requestedOn ?? file.hearing?.waivedOn),
    basis: citationShort({ law: PENALTY_LAW, article: '64', item: 1 }),
  };
}

function review(
  file: CaseFile,
  profile: Profile,
  today: Day,
  days: { reviewSubmittedOn?: Day; reviewEndedOn?: Day },
): Deadline | undefined {
  const from = days.reviewSubmittedOn ?? file.review?.completeOn ?? file.review?.submittedOn;
  const norm = profile.review;
  if (!from || !norm?.workingDays) return undefined;
  return {
    id: 'review',
    name: '法制审核期限',
    ...working(from, norm.workingDays, today, days.reviewEndedOn ?? file.review?.signedOn),
    basis: norm.source,
  };
}

function service(file: CaseFile, today: Day): Deadline | undefined {
  const decided = file.decision?.draft ? undefined : file.decision?.date;
  if (!decided || decided < NEW_LAW) return undefined;
  const served = file.services?.find((entry) => entry.of === 'decision' && entry.servedOn)?.servedOn;
  return {
    id: 'service',
    name: '决定书送达期限',
    ...working(decided, 7, today, served),
    basis: citationShort({ law: PENALTY_LAW, article: '61', paragraph: 1 }),
  };
}

function calendar(due: Day, today: Day, ended: Day | undefined) {
  return { unit: '日' as const, due, left: daysBetween(today, due), state: stateOf(due, today, ended) };
}

export function working(from: Day, n: number, today: Day, ended: Day | undefined) {
  const count = addWorkingDays(from, n);
  const unit = '工作日' as const;
  if (!count.known) {
    const steps = [`${count.unknownYear} 年放假安排尚未收录，无法计算`];
    return { unit, state: 'unknown' as const, steps };
  }
  const left = workingDaysBetween(today, count.day);
  return {
    unit,
    due: count.day,
    ...(left === undefined ? {} : { left }),
    state: stateOf(count.day, today, ended),
    steps: [
      `自${chineseDay(from)}次日起算 ${n} 个工作日`,
      ...count.steps.map(
        (step) =>
          `${step.day} ${step.count ? `第 ${step.count} 个工作日` : '不计'}${step.name ? `（${step.name}）` : ''}`,
      ),
    ],
  };
}

function stateOf(due: Day, today: Day, ended: Day | undefined): Deadline['state'] {
  if (ended) return ended <= due ? 'kept' : 'missed';
  return today <= due ? 'running' : 'missed';
}
