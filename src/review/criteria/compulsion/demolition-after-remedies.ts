import { chineseDay, type Day, dayOf } from '../../../law/dates.ts';
import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule } from '../../rules/compulsion-rule.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';
import { REMEDY_PERIODS, remedyEnd } from './remedy-end.ts';

/** QZ-14 强制拆除. */
export const demolitionAfterRemedies = compulsionRule({
  id: 'QZ-14',
  criterion: 3,
  question: '强制拆除前是否公告限期自行拆除，且复议、诉讼期限已满而当事人没有申请和起诉？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(44, '公告限期自行拆除；不复议、不起诉又不拆除的，可强制拆除', { states: ['公告', '限期'] }),
    ...REMEDY_PERIODS,
  ],
  reading:
    '自行拆除期限、复议和起诉期限的末日当日拆除的均为过早；载明的届满日早于送达后六个月的，须查明法律另有规定；复议、诉讼终结后拆除的，由人判断。',
  kinds: ['demolition'],
  none: '案卷没有强制拆除。',
  judge: (entry, path) => {
    const done = doneOn(entry, path);
    if (!done) return notApplicable('尚未实施强制拆除。', [`${path}.demolition.doneOn`]);
    return [announced(entry, path, done), remediesUnused(entry, path, done)];
  },
});

interface Done {
  day: Day;
  path: string;
}

function doneOn({ demolition, startedOn, startedAt }: Compulsion, path: string): Done | undefined {
  if (startedAt) return { day: dayOf(startedAt), path: `${path}.startedAt` };
  if (startedOn) return { day: startedOn, path: `${path}.startedOn` };
  return demolition?.doneOn ? { day: demolition.doneOn, path: `${path}.demolition.doneOn` } : undefined;
}

function announced({ demolition }: Compulsion, path: string, done: Done): Answer {
  const { publishedOn, until } = demolition ?? {};
  const paths = [`${path}.demolition.publishedOn`, `${path}.demolition.until`, done.path];
  if (publishedOn && publishedOn > done.day) {
    return notMet(`${chineseDay(done.day)}拆除，${chineseDay(publishedOn)}才公告。`, paths);
  }
  if (until && done.day <= until) {
    return notMet(`自行拆除期限至${chineseDay(until)}，${chineseDay(done.day)}已强制拆除。`, paths);
  }
  const missing = [...(publishedOn ? [] : ['限期自行拆除的公告日期']), ...(until ? [] : ['自行拆除的期限'])];
  return missing.length > 0
    ? unclear(`${missing.join('、')}没有载明。`, missing, paths)
    : met(`已公告限期自行拆除，期限届满后于${chineseDay(done.day)}拆除。`, paths);
}

function remediesUnused(entry: Compulsion, path: string, done: Done): Answer {
  const { sought, proceedingsEndedOn: ended } = entry.remedyPeriods ?? {};
  const place = `${path}.remedyPeriods`;
  const paths = [`${place}.sought`, `${place}.proceedingsEndedOn`, done.path];
  if (sought === undefined) {
    return unclear('当事人是否申请复议或者起诉没有载明。', ['是否申请复议或者提起诉讼'], paths);
  }
  if (sought) {
    if (!ended) return unclear('当事人已申请复议或者起诉，何时终结没有载明。', ['复议、诉讼终结日'], paths);
    return done.day <= ended
      ? notMet(`复议、诉讼至${chineseDay(ended)}才终结，${chineseDay(done.day)}已强制拆除。`, paths)
      : unclear('复议、诉讼终结后拆除，执行的依据由人判断。', ['复议、诉讼终结后的执行依据'], paths);
  }
  const end = remedyEnd(entry, path);
  if (isAnswer(end)) return end;
  const seen = [`${place}.sought`, ...end.paths, done.path];
  const found = `复议、诉讼期限至${chineseDay(end.day)}届满，${chineseDay(done.day)}拆除`;
  return done.day > end.day ? met(`${found}。`, seen) : notMet(`${found}，期限尚未届满。`, seen);
}
