import type { CaseFile } from '../../../cases/case-file.ts';
import { addDays, chineseDay, type Day } from '../../../law/dates.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import {
  type Answer,
  type Context,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  unclear,
} from '../../rules/rule.ts';
import { decisionDay } from '../../steps/decision-day.ts';
import { toldNoticePeriod } from '../../steps/told-notice-period.ts';
import { PAPER_NAMES } from './served-lawfully.ts';
import { type PlacedService, servicesBy } from './services-by.ts';

/** The day from which thirty days are enough (民事诉讼法 95 of the 2021 and 2023 texts). */
const SHORTENED_ON: Day = '2022-01-01';

/** The days on which public notices of the case were published, earliest first. */
export function publicationDays({ file }: Context): Day[] {
  return (file.services ?? [])
    .flatMap(({ method, publishedOn }) => (method === 'public-notice' ? (publishedOn ?? []) : []))
    .sort();
}

/** The public notices under the former (`before`) or the present text; one without a day is judged by either. */
export function publicNotices({ file }: Context, before: boolean): PlacedService[] | Answer {
  const all = servicesBy(file, 'public-notice');
  if (isAnswer(all)) return all;
  const own = all.filter(
    ({ service: { publishedOn } }) => !publishedOn || publishedOn < SHORTENED_ON === before,
  );
  return own.length > 0 ? own : notApplicable('公告送达适用另一文本的期限，另行审查。', ['services']);
}

/** Whether each public notice had its reason on file and took effect only after `days` calendar days. */
export function judgePublicNotices(services: PlacedService[], days: number, { file }: Context): Answer {
  return judgeEach(
    services,
    ({ service, path }) => {
      const name = `${PAPER_NAMES[service.of]}的公告送达`;
      const parts: Answer[] = [];
      const attempts = [`${path}.priorAttempts`];
      parts.push(
        service.priorAttempts
          ? met('案卷载明了其他方式无法送达的经过。', attempts)
          : untried(file)
            ? notMet(`${name}前应先用其他方式，案卷没有直接、邮寄等送达不成的记载。`, ['papers', ...attempts])
            : unclear(`${name}前其他方式无法送达的经过，案卷未载明。`, ['其他方式无法送达的经过'], [path]),
      );
      const { publishedOn } = service;
      if (service.of !== 'decision' && file.decision) {
        const made = decisionDay(file);
        if (isAnswer(made) && made.answer === 'unclear') parts.push(made);
      }
      const told = toldNoticePeriod(file, service);
      if (told && told.days < days) {
        parts.push(notMet(`${name}应满${days}日，材料写“${told.quote}”。`, [told.path, `${path}.method`]));
      }
      const relied = reliedOn(service.of, service.servedOn, path, file);
      if (!publishedOn) {
        parts.push(unclear(`${name}的公告日期没有载明。`, ['公告日期'], [path]));
        return combine(parts, parts[0]!);
      }
      const full = addDays(publishedOn, days);
      const steps = [`${chineseDay(publishedOn)}公告（当日不计入），第${days}日为${chineseDay(full)}`];
      for (const { day, what, paths } of relied) {
        const found = `${name}于${chineseDay(publishedOn)}发布，至${chineseDay(full)}满${days}日，${what}为${chineseDay(day)}`;
        const seen = [`${path}.publishedOn`, ...paths];
        parts.push(
          day >= full
            ? met(`${found}，已满期。`, seen, { steps })
            : notMet(`${found}，公告期未满。`, seen, { steps }),
        );
      }
      if (!service.servedOn) {
        parts.push(unclear(`${name}视为送达的日期没有载明。`, ['视为送达的日期'], [path]));
      }
      const answer = combine(parts, parts[0]!);
      return answer.answer === 'met' ? undefined : answer;
    },
    met(
      `公告送达${services.length}次，均满${days}日并载明其他方式无法送达的经过。`,
      services.flatMap(({ path }) =>
        ['publishedOn', 'servedOn', 'priorAttempts'].map((key) => `${path}.${key}`),
      ),
    ),
  );
}

const TRIED =
  /下落不明|(?:无法|未能|不能)[^，。；]{0,10}(?:送达|联系|找到)|(?:直接|邮寄|留置|电话|上门)[^，。；]{0,16}(?:未|无|不|退|拒)|退[回件]|无人|查无|搬离|迁移|停机|空号|失联|拒[收签]|其他方式/;
const NOT_TRIED =
  /(?:未|没有)(?:采取|采用|尝试|使用)[^，。；]{0,8}(?:其他|直接|邮寄)[^，。；]{0,6}(?:方式|送达)/;

/** Papers that say themselves that nothing else was tried, or proofs of service without a word of it. */
function untried({ papers = [] }: CaseFile): boolean {
  const texts = papers.flatMap(({ kind, title, text = '' }) =>
    kind === 'proof-of-service' || /公告|送达/.test(title) || /公告送达/.test(text) ? [text] : [],
  );
  if (texts.length === 0 || papers.some(({ text }) => !text)) return false;
  return texts.some((text) => NOT_TRIED.test(text)) || !texts.some((text) => TRIED.test(text));
}

/** The deemed day of service, and the next step that presupposes that the paper had been served. */
function reliedOn(of: string, servedOn: Day | undefined, path: string, file: Context['file']) {
  const steps: { day: Day; what: string; paths: string[] }[] = [];
  if (servedOn) steps.push({ day: servedOn, what: '视为送达的日期', paths: [`${path}.servedOn`] });
  const { decision, performance } = file;
  if ((of === 'prior-notice' || of === 'hearing-right-notice') && decision?.date) {
    steps.push({ day: decision.date, what: '作出决定的日期', paths: ['decision.date'] });
  }
  if (of === 'decision' && performance?.enforcedOn) {
    steps.push({ day: performance.enforcedOn, what: '强制执行的日期', paths: ['performance.enforcedOn'] });
  }
  return steps;
}
