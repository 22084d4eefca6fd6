import { addDays, chineseDay, type Day, dayOf } from '../../../law/dates.ts';
import { kindOfDay } from '../../../law/working-days.ts';
import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule, EXECUTIONS } from '../../rules/compulsion-rule.ts';
import { type Answer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';

/** 夜间 where the profile is silent: the article names no hour. */
const NIGHT = { from: '22:00', until: '06:00' };

type Night = { from: string; until: string };

/** QZ-13 夜间和法定节假日不得执行. */
export const executionTime = compulsionRule({
  id: 'QZ-13',
  criterion: 3,
  question: '强制执行是否避开夜间和法定节假日，且没有对居民停水、停电、停热、停气？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(43, '不得在夜间或者法定节假日执行，情况紧急的除外', {
      paragraph: 1,
      states: ['夜间', '法定节假日', '情况紧急'],
    }),
    compulsionLaw(43, '不得对居民生活停止供水、供电、供热、供燃气', {
      paragraph: 2,
      states: ['供水、供电、供热、供燃气'],
    }),
  ],
  otherBasis: [{ document: '实务', gist: '地区方案没有载明的，夜间为二十二时至次日六时' }],
  reading:
    '夜间的首时整起、末时整前为夜间；国务院放假安排中的放假日均按法定节假日对待，调休上班日不是；普通周末是否属于法定节假日有不同看法，由人判断；情况紧急不能成为停水、停电的理由。',
  kinds: [...EXECUTIONS, 'substitute'],
  none: '案卷没有由机关自行强制执行。',
  judge: (entry, path, { profile }) => {
    const cut = utilities(entry, path);
    const time = when(entry, path, profile.night ?? NIGHT);
    return time.answer === 'not-applicable' && cut.answer !== 'not-met' ? time : [time, cut];
  },
});

function utilities({ execution }: Compulsion, path: string): Answer {
  const paths = [`${path}.execution.utilitiesCut`];
  if (execution?.utilitiesCut === undefined) {
    return unclear('是否对居民停水、停电、停热、停气没有载明。', ['是否对居民停水、停电、停热、停气'], paths);
  }
  return execution.utilitiesCut
    ? notMet('对居民生活停水、停电、停热、停气迫使履行。', paths)
    : met('没有对居民停水、停电、停热、停气。', paths);
}

function when(entry: Compulsion, path: string, night: Night): Answer {
  const { startedAt, endedAt } = entry;
  const paths = [`${path}.startedAt`, `${path}.endedAt`];
  if (!startedAt) {
    const done = entry.startedOn ?? entry.demolition?.doneOn ?? entry.substitute?.doneOn;
    return done
      ? unclear('强制执行的起止时刻没有载明。', ['强制执行的起止时刻'], [path])
      : notApplicable('尚未实施强制执行。', paths);
  }
  if (endedAt && endedAt < startedAt) {
    return unclear('强制执行的结束早于开始。', ['强制执行起止时刻的先后'], paths);
  }
  const faults = [...badHours(entry, paths, path, night), ...badDays(entry, paths)];
  if (faults.length > 0 && faults.some(({ answer }) => answer === 'not-met')) {
    return excused(entry, path, faults.find(({ answer }) => answer === 'not-met')!);
  }
  const open = faults[0];
  if (open) return excusedOpen(entry, path, open);
  return met(`强制执行于${written(startedAt)}开始，不在夜间和法定节假日。`, paths);
}

function badHours(
  { startedAt = '', endedAt, execution }: Compulsion,
  paths: string[],
  path: string,
  night: Night,
): Answer[] {
  const from = startedAt.slice(11);
  if (from >= night.from || from < night.until)
    return [notMet(`强制执行于${written(startedAt)}开始，属于夜间。`, paths)];
  if (!endedAt) return [unclear('强制执行的结束时刻没有载明。', ['强制执行的结束时刻'], paths)];
  const until = endedAt.slice(11);
  if (until.padEnd(8, ':00') > night.from.padEnd(8, ':00') || until < night.until) {
    return [notMet(`强制执行至${written(endedAt)}结束，延续到夜间。`, paths)];
  }
  if (dayOf(startedAt) === dayOf(endedAt)) return [];
  const seen = [...paths, `${path}.execution.pausedAtNight`];
  if (execution?.pausedAtNight === undefined) {
    return [unclear('强制执行跨日，夜间是否停止没有载明。', ['夜间是否停止实施'], seen)];
  }
  return execution.pausedAtNight ? [] : [notMet('强制执行跨日，夜间没有停止。', seen)];
}

function badDays({ startedAt = '', endedAt }: Compulsion, paths: string[]): Answer[] {
  const last = endedAt ? dayOf(endedAt) : dayOf(startedAt);
  const answers: Answer[] = [];
  for (let day: Day = dayOf(startedAt); day <= last; day = addDays(day, 1)) {
    const kind = kindOfDay(day);
    if (kind === 'holiday') {
      // Work that was begun before and ended after may have stopped in between.
      const between = day !== dayOf(startedAt) && day !== last;
      const said = `${chineseDay(day)}是法定节假日`;
      if (!between) return [notMet(`${said}。`, paths)];
      answers.push(unclear(`${said}，当日是否停止实施没有载明。`, ['节假日是否停止实施'], paths));
    }
    if (kind === 'weekend') {
      answers.push(
        unclear(`${chineseDay(day)}是周末，是否按法定节假日对待由人判断。`, ['周末执行是否允许'], paths),
      );
    }
    if (kind === undefined) {
      const year = day.slice(0, 4);
      answers.push(unclear(`${year}年的放假安排尚未载入。`, [`${year}年放假调休安排`], paths));
    }
  }
  return answers;
}

function excused({ execution }: Compulsion, path: string, fault: Answer): Answer {
  const paths = [...fault.paths, `${path}.execution.urgent`];
  const said = fault.reason.replace(/。$/, '');
  if (execution?.urgent === undefined) {
    return unclear(`${said}，是否情况紧急没有载明。`, ['是否情况紧急'], paths);
  }
  return execution.urgent ? met(`${said}，但情况紧急。`, paths) : { ...fault, paths };
}

function excusedOpen({ execution }: Compulsion, path: string, open: Answer): Answer {
  if (!execution?.urgent) return open;
  return met('情况紧急，可不避开夜间和法定节假日。', [...open.paths, `${path}.execution.urgent`]);
}

function written(moment: string): string {
  return `${chineseDay(dayOf(moment))} ${moment.slice(11)}`;
}
