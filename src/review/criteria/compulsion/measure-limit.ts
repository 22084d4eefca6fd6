import { addDays, chineseDay, type Day, daysBetween } from '../../../law/dates.ts';
import type { NormLevel } from '../../../law/penalties.ts';
import { type Compulsion, startOf } from '../../rules/compulsion-rule.ts';
import {
  type ActContext,
  type Answer,
  isAnswer,
  met,
  notApplicable,
  notMet,
  unclear,
} from '../../rules/rule.ts';
import { onlyByRolling } from '../../steps/only-by-rolling.ts';

const DAYS = 30;
const EXTENSION = 30;

export interface MeasureLimit {
  start: Day;
  /** The last day on which the measure may still stand. */
  last: Day;
  steps: string[];
  paths: string[];
  /** What would have to be settled before an overrun can be said. */
  open: string[];
}

/**
 * The end of 查封、扣押 or 冻结: 30 calendar days, the start day not counted, and at most 30 more where the head
 * extended them in time and told so in writing with reasons; for seizure also the time of tests that the party was
 * told of in writing (行政强制法 25, 32). What is known of these is counted; what is not stands in `open`.
 */
export function measureLimit(
  entry: Compulsion,
  path: string,
  { book, file }: ActContext,
): MeasureLimit | Answer {
  const start = startOf(entry, path);
  if (!start) return unclear('强制措施的起始日期没有载明。', ['强制措施的起始日期'], [path]);
  const freezing = entry.kind === 'freezing';
  const limit: MeasureLimit = { start: start.day, last: start.day, steps: [], paths: [start.path], open: [] };
  const other = otherDays(entry, path, limit, book.levelOf.bind(book), freezing);
  limit.last = addDays(start.day, other ?? DAYS);
  limit.steps.unshift(`${chineseDay(start.day)}起（当日不计入），至${chineseDay(limit.last)}届满`);
  if (!entry.extensions && !neverExtended(entry, path, limit, file)) limit.open.push('期限是否延长');
  if (!freezing && !entry.testing && !saysNothing(entry, limit, file, TESTING))
    limit.open.push('检测、检验、鉴定的期间');
  const events = [
    ...(freezing ? [] : (entry.testing ?? [])).map((test, index) => ({
      on: test.from,
      apply: () => addTesting(test, `${path}.testing.${index}`, limit, counted),
    })),
    ...(entry.extensions ?? []).map((extension, index) => ({
      on: extension.decidedOn ?? start.day,
      apply: () => addExtension(extension, `${path}.extensions.${index}`, limit, counted),
    })),
  ].sort((a, b) => a.on.localeCompare(b.on));
  const counted = { until: start.day, extended: false };
  for (const { apply } of events) apply();
  return limit;
}

/** Of a period for tests: 检测期间不计入扣押期限. A day of a report is none. */
const TESTING = /(?:检测|检验|检疫|鉴定)[^。\n]{0,10}(?:期间|期限|所需)/;
const EXTENDING = /延长|延期|顺延/;

/** Papers say that it was not extended, or none of a whole file says that it was. */
function neverExtended(
  entry: Compulsion,
  path: string,
  limit: MeasureLimit,
  file: ActContext['file'],
): boolean {
  if (entry.extended !== false) return saysNothing(entry, limit, file, EXTENDING);
  limit.paths.push(`${path}.extended`);
  limit.steps.push('案卷写明没有办理延长');
  return true;
}

/**
 * What lengthens the period must be told in writing, so a file that holds the paper ending the measure and says nothing
 * of it has none of it. A file without that paper, or without the texts of its papers, leaves it open.
 */
function saysNothing(
  { ending }: Compulsion,
  limit: MeasureLimit,
  { papers = [] }: ActContext['file'],
  words: RegExp,
): boolean {
  if (!papers.some(({ id }) => id === ending?.paper) || !papers.every(({ text }) => text)) return false;
  limit.paths.push('papers');
  return !papers.some(({ text = '' }) => words.test(text.replaceAll(/\s/g, '')));
}

interface Counted {
  /** The last day of testing already left out: overlapping tests count once. */
  until: Day;
  /** The law allows one extension. */
  extended: boolean;
}

function otherDays(
  { otherPeriod }: Compulsion,
  path: string,
  limit: MeasureLimit,
  levelOf: (law: string) => NormLevel | undefined,
  lawOnly: boolean,
): number | undefined {
  if (!otherPeriod) return undefined;
  const { norm, days } = otherPeriod;
  const level = levelOf(norm.law) ?? norm.level;
  limit.paths.push(`${path}.otherPeriod`);
  if (!level) {
    // Until its rank is known only what is in time under both periods is in time.
    limit.open.push(`《${norm.law}》的规范层级`);
    return Math.min(days, DAYS);
  }
  const enough = level === 'law' || (level === 'administrative-regulation' && !lawOnly);
  if (!enough) return undefined;
  limit.steps.push(`《${norm.law}》另行规定期限为${days}日`);
  return days;
}

function addTesting(
  { from, to, toldInWriting }: NonNullable<Compulsion['testing']>[number],
  path: string,
  limit: MeasureLimit,
  counted: Counted,
): void {
  limit.paths.push(path);
  if (toldInWriting === undefined) limit.open.push('检测、鉴定期间是否书面告知');
  const first = from <= counted.until ? addDays(counted.until, 1) : from;
  const span = `${chineseDay(first)}至${chineseDay(to)}检测、鉴定`;
  if (!toldInWriting) {
    limit.steps.push(`${span}，没有书面告知的，计入期限`);
  } else if (first > limit.last || to < first) {
    limit.steps.push(`${span}，不影响期限`);
  } else {
    const days = daysBetween(first, to) + 1;
    counted.until = to;
    limit.last = addDays(limit.last, days);
    limit.steps.push(`${span}，不计入，顺延${days}日，至${chineseDay(limit.last)}`);
  }
}

function addExtension(
  extension: NonNullable<Compulsion['extensions']>[number],
  path: string,
  limit: MeasureLimit,
  counted: Counted,
): void {
  const { decidedOn, days, approverRole, toldInWriting, reasonsTold } = extension;
  limit.paths.push(path);
  const fault =
    (counted.extended && '只能延长一次') ||
    (decidedOn && decidedOn > limit.last && '在期限届满后才延长') ||
    ((approverRole === 'unit-head' || approverRole === 'other') && '未经机关负责人批准') ||
    (toldInWriting === false && '没有书面告知当事人') ||
    (reasonsTold === false && '没有说明延长的理由');
  if (fault) {
    limit.steps.push(`延长：${fault}，不计`);
    return;
  }
  const missing = [
    ...(decidedOn ? [] : ['延长的决定日期']),
    ...(days ? [] : ['延长的天数']),
    ...(approverRole && approverRole !== 'delegate' ? [] : ['延长是否经机关负责人批准']),
    ...(toldInWriting ? [] : ['延长是否书面告知']),
    ...(reasonsTold ? [] : ['延长是否说明理由']),
  ];
  limit.open.push(...missing);
  if (missing.length > 0 || !days) return;
  counted.extended = true;
  const allowed = Math.min(days, EXTENSION);
  limit.last = addDays(limit.last, allowed);
  limit.steps.push(`经批准延长${allowed}日，至${chineseDay(limit.last)}`);
}

/** Whether the measure was lifted or things were disposed of by its last day. */
export function endedInTime(entry: Compulsion, path: string, context: ActContext): Answer {
  const limit = measureLimit(entry, path, context);
  if (isAnswer(limit)) return limit;
  const { start, last, steps, open } = limit;
  const need = `${chineseDay(start)}采取，最迟应于${chineseDay(last)}解除或者作出处理`;
  const endedOn = entry.ending?.decidedOn;
  if (!endedOn) {
    return context.today <= last
      ? notApplicable(`${need}，期限未满。`, limit.paths)
      : {
          ...unclear(`${need}，何时解除或者处理没有载明。`, ['解除或者处理的日期', ...open], limit.paths),
          steps,
        };
  }
  const paths = [...limit.paths, `${path}.ending.decidedOn`];
  const found = `${need}，实际于${chineseDay(endedOn)}`;
  if (endedOn < start) return unclear(`${found}，早于采取措施之日。`, ['采取和解除日期的先后'], paths);
  if (endedOn <= last) return { ...met(`${found}，在期限内。`, paths), steps };
  if (onlyByRolling(last, endedOn)) {
    const rolled = `${found}；末日为休息日，只有顺延才在期限内，而机关的期限没有顺延的规定。`;
    return { ...unclear(rolled, ['末日逢休息日能否顺延'], paths), steps };
  }
  return open.length > 0
    ? { ...unclear(`${found}；${open.join('、')}没有查清。`, open, paths), steps }
    : notMet(`${found}，超过${daysBetween(last, endedOn)}日。`, paths, { steps });
}
