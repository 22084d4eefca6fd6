import type { Profile } from '../corpus/profile.ts';
import { validOn } from '../corpus/valid-on.ts';
import { chineseDay, type Day } from '../law/dates.ts';
import { type Extension, endOfPeriod } from '../law/period.ts';
import type { AnyCaseFile } from './case-file.ts';
import type { Deadline } from './deadlines-of.ts';
import { timed } from './timed.ts';

/** What the product's own rounds of review know better than the papers. */
export interface ReviewDays {
  reviewSubmittedOn?: Day;
  reviewEndedOn?: Day;
  /** The last opinion that did not pass, and whether it only sent the materials back. */
  returned?: { on: Day; forMaterials: boolean };
  resubmittedOn?: Day;
}

/** 法制审核: the reviewer's time from submission, and the handler's after an opinion that did not pass. */
export function reviewDeadlines(
  file: AnyCaseFile,
  profile: Profile,
  today: Day,
  days: ReviewDays,
): Deadline[] {
  return [reviewing(file, profile, today, days), answering(file, profile, today, days)].filter(
    (deadline) => deadline !== undefined,
  );
}

function reviewing(file: AnyCaseFile, profile: Profile, today: Day, days: ReviewDays): Deadline | undefined {
  const from = days.reviewSubmittedOn ?? file.review?.completeOn ?? file.review?.submittedOn;
  if (!from) return undefined;
  const ended = days.reviewEndedOn ?? (days.reviewSubmittedOn ? undefined : file.review?.signedOn);
  const base = { id: 'review' as const, name: '法制审核期限' };
  const norm = profile.review && validOn(profile.review, from) ? profile.review : undefined;
  if (!norm?.workingDays) {
    if (ended) return undefined;
    const steps = [`${chineseDay(from)}送审；地区方案没有规定法制审核的期限`];
    const basis = norm?.source ?? profile.name;
    return { ...base, unit: '工作日', state: 'unknown', basis, steps };
  }
  const materials = !days.reviewSubmittedOn && file.review?.completeOn;
  const period = {
    from,
    length: norm.workingDays,
    unit: 'working-day' as const,
    event: materials ? '材料齐全' : '送审',
  };
  const extension = extensionOf(file, norm.extensionWorkingDays ?? 0);
  const found = timed({ ...period, ...(extension ? { extensions: [extension] } : {}) }, today, ended);
  const longest = norm.extensionWorkingDays && !extension ? norm.extensionWorkingDays : 0;
  return {
    ...base,
    ...found,
    basis: norm.source,
    steps: longest ? [...found.steps, possibleLine(period, longest)] : found.steps,
  };
}

/** An approved extension, cut at what the profile allows. */
function extensionOf({ review }: AnyCaseFile, allowed: number): Extension | undefined {
  const extension = review?.extension;
  if (!extension?.approvedOn || allowed === 0) return undefined;
  return { length: Math.min(extension.days, allowed), on: extension.approvedOn, why: '经批准' };
}

function possibleLine(period: Parameters<typeof endOfPeriod>[0], more: number): string {
  const end = endOfPeriod({ ...period, length: period.length + more });
  const until = end.known ? `，最迟至${chineseDay(end.last)}` : '';
  return `经批准可以延长${more}个工作日${until}`;
}

function answering(file: AnyCaseFile, profile: Profile, today: Day, days: ReviewDays): Deadline | undefined {
  const returned = days.returned ?? returnedInFile(file);
  if (!returned) return undefined;
  const norm = profile.review && validOn(profile.review, returned.on) ? profile.review : undefined;
  const length = returned.forMaterials ? norm?.supplementWorkingDays : norm?.answerWorkingDays;
  if (!norm || !length) return undefined;
  return {
    id: 'review-answer',
    name: returned.forMaterials ? '补正送审材料期限' : '处理审核意见期限',
    ...timed(
      { from: returned.on, length, unit: 'working-day', event: '出具意见' },
      today,
      days.resubmittedOn,
    ),
    basis: norm.source,
  };
}

/** The papers' own round; a decision made afterwards shows that the matter went on. */
function returnedInFile(file: AnyCaseFile): ReviewDays['returned'] {
  const { review } = file;
  const decision = 'decision' in file ? file.decision : undefined;
  const passed = review?.conclusion === 'agree' || review?.conclusion === 'agree-with-advice';
  if (!review?.signedOn || !review.conclusion || passed || (decision?.date && !decision.draft))
    return undefined;
  return { on: review.signedOn, forMaterials: review.conclusion === 'return' };
}
