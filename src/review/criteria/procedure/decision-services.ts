import type { Service } from '../../../cases/case-file.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { type Answer, type Context, isAnswer, notApplicable, unclear } from '../../rules/rule.ts';
import { beforeDecision, decisionDay } from '../../steps/decision-day.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';

export interface DecisionService {
  made: Day;
  service: Service;
  path: string;
  /** The day that is tested: of service, of publication, or of posting where the receipt has no day. */
  day: Day;
  dayPath: string;
}

const METHODS: Record<NonNullable<Service['method']>, string> = {
  'on-the-spot': '当场交付',
  direct: '直接送达',
  retained: '留置送达',
  electronic: '电子送达',
  entrusted: '委托送达',
  post: '邮寄送达',
  'through-unit': '转交送达',
  'public-notice': '公告送达',
};

export const methodName = (method: Service['method']): string => (method ? METHODS[method] : '送达');

/** How a service is called in a sentence; a public notice counts from its publication. */
export const deliveryName = ({ method }: Service): string =>
  method === 'public-notice' ? '发布公告' : methodName(method);

/** Served before it was made: one of the two days is wrong, and nothing can be counted. */
export function servedBeforeMade(made: Day, day: Day, how: string, paths: string[]): Answer {
  return unclear(
    `决定于${chineseDay(made)}作出，${how}却在${chineseDay(day)}，日期有误。`,
    ['决定书送达日期'],
    paths,
  );
}

/** The earliest service of the decision; an Answer while it is not due, or when its day is not known. */
export function decisionService({ file, today }: Context): DecisionService | Answer {
  const made = decisionDay(file);
  if (isAnswer(made)) return made;
  const services = (file.services ?? [])
    .map((service, index) => ({ service, path: `services.${index}` }))
    .filter(({ service }) => service.of === 'decision');
  const dated = services
    .flatMap(({ service, path }) => {
      const key = service.method === 'public-notice' ? 'publishedOn' : 'servedOn';
      const day = service[key];
      return day ? [{ made, service, path, day, dayPath: `${path}.${key}` }] : [];
    })
    .sort((a, b) => a.day.localeCompare(b.day))[0];
  if (dated && !dated.service.method && dated.service.publishedOn) {
    return unclear('决定书发布过公告，送达方式没有载明。', ['决定书的送达方式'], [dated.path]);
  }
  if (dated) return dated;
  if (services.length === 0) {
    if (beforeDecision(file)) {
      return notApplicable('决定书尚为草稿，没有送达。', ['decision.draft']);
    }
    if (file.decision?.result === 'dropped' || file.decision?.result === 'referred') {
      return notApplicable('本案撤销或者移送，没有需要送达当事人的处罚决定书。', ['decision.result']);
    }
    const due = withinWorkingDays(made, 7, today, ['decision.date']);
    if (!isAnswer(due) && due.within) {
      return notApplicable(`决定于${chineseDay(made)}作出，送达期限至${due.last}，尚未届满。`, [
        'decision.date',
      ]);
    }
  }
  const what = services[0]?.service.method === 'public-notice' ? '决定书公告日期' : '决定书送达日期';
  return unclear(`决定于${chineseDay(made)}作出，案卷未载明${what}。`, [what], ['decision.date']);
}
