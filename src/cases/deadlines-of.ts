import type { Profile } from '../corpus/profile.ts';
import { citationShort } from '../law/citation.ts';
import { chineseDay, type Day, daysBetween } from '../law/dates.ts';
import type { AnyCaseFile, CaseFile } from './case-file.ts';
import { deadlinesOfAct } from './deadlines-of-act.ts';
import { handlingLimit } from './handling-limit.ts';
import { type ReviewDays, reviewDeadlines } from './review-deadlines.ts';
import { stateOf, type Timed, timed } from './timed.ts';

/** 期限 of a case. */
export interface Deadline extends Timed {
  id:
    | 'handling'
    | 'defence'
    | 'hearing-request'
    | 'review'
    | 'review-answer'
    | 'service'
    | 'publication'
    | 'measure'
    | 'licence';
  name: string;
  basis: string;
}

const PENALTY_LAW = '中华人民共和国行政处罚法';
/** 90 days and the working-day reading of short periods come with the 2021 text. */
const NEW_LAW = '2021-07-15';

/** The time limits that run or ran in a case, as of `today`; one that has not begun is left out. */
export function deadlinesOf(
  file: AnyCaseFile,
  profile: Profile,
  today: Day,
  days: ReviewDays = {},
): Deadline[] {
  if (file.action !== 'penalty') {
    return [...deadlinesOfAct(file, today), ...reviewDeadlines(file, profile, today, days)];
  }
  return [
    handling(file, profile, today),
    defence(file, today),
    hearingRequest(file, today),
    ...reviewDeadlines(file, profile, today, days),
    service(file, today),
  ].filter((deadline) => deadline !== undefined);
}

function handling(file: CaseFile, profile: Profile, today: Day): Deadline | undefined {
  const from = file.filing?.approvedOn;
  if (!from || from < NEW_LAW || file.procedure === 'summary') return undefined;
  const { end } = handlingLimit(file, from, profile.handling);
  const due = end.known ? end.last : end.nearest;
  const decided = file.decision?.draft ? undefined : file.decision?.date;
  return {
    id: 'handling',
    name: '办案期限',
    ...calendar(due, today, decided),
    basis: citationShort({ law: PENALTY_LAW, article: '60' }),
    steps: [...end.steps, `至${chineseDay(due)}届满`],
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

export function calendar(due: Day, today: Day, ended: Day | undefined) {
  return { unit: '日' as const, due, left: daysBetween(today, due), state: stateOf(due, today, ended) };
}

export function working(from: Day, n: number, today: Day, ended: Day | undefined): Timed {
  return timed({ from, length: n, unit: 'working-day' }, today, ended);
}
