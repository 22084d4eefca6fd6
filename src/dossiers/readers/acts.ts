import type { PaperKind } from '../../cases/paper-kinds.ts';
import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Paper, Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { absentFromAct } from '../words/absent-from-act.ts';
import { auxiliariesIn } from '../words/auxiliaries-in.ts';
import type { Field } from '../words/fields-in.ts';
import { fieldsOf } from '../words/fields-of.ts';
import { intervieweesIn } from '../words/interviewees-in.ts';
import { knownOfficers } from '../words/known-officers.ts';
import { namesIn } from '../words/names-in.ts';
import { officerSignaturesIn } from '../words/officer-signatures-in.ts';
import { certificatesIn, officersIn, officersTold } from '../words/officers-in.ts';
import { ACTING, placeOfAct, plainLabel } from '../words/place-of-act.ts';
import { samplingIn } from '../words/sampling-in.ts';
import { told } from '../words/told-in-act.ts';

const KINDS: Partial<Record<PaperKind, string>> = {
  'inspection-record': 'inspection',
  'interview-record': 'interview',
  'sampling-record': 'sampling',
};
const TIME = new RegExp(`^(?:现场|本次)?${ACTING}(?:起止)?(?:时间|日期)$`);
const START = new RegExp(`^(?:现场|本次)?${ACTING}(?:开始|起始)(?:时间)?$`);
const END = new RegExp(`^(?:现场|本次)?${ACTING}(?:结束|终止)(?:时间)?$`);
const INTERVIEWEE =
  /^(?:被询问人|被调查人|被调查询问人|被询问\(调查\)人|被询问对象|受询问人|被问话人|被谈话人|被约谈人|谈话对象|询问对象)(?:姓名|基本情况|情况)?$/;

/** 现场笔录, 询问笔录, 抽样记录: when, where, by whom, and how the record was made. */
export const acts: Reader = (paper, dossier) => {
  const kind = KINDS[paper.kind];
  if (!kind) return [];
  const fields = fieldsOf(paper);
  const at = (name: string) => `acts[${paper.id}].${name}`;
  const times = timesOf(paper, fields, at);
  const heading = titleOf(paper.text);
  const facts = [
    stated(at('id'), paper.id, heading),
    stated(at('kind'), kind, heading),
    ...times,
    ...placeOfAct(paper, kind, fields).map(([place, span]) => stated(at('place'), place, span)),
    ...peopleOf(paper, dossier, at),
    ...(kind === 'interview' ? intervieweeOf(paper, fields, at) : []),
    ...(kind === 'interview' ? intervieweesIn(paper) : []).map(({ name, start, end }) =>
      stated(at(`interviewees[${name}]`), name, { start, end }),
    ),
    ...(kind === 'sampling'
      ? samplingIn(fields, paper.text).map(([name, value, span]) =>
          stated(at(`sampling.${name}`), value, span),
        )
      : []),
    ...told(paper, knownOfficers(dossier)).map(({ name, value, span }) => stated(at(name), value, span)),
  ];
  return facts.filter(({ path }, index) => facts.findIndex((one) => one.path === path) === index);
};

/** The first line with words: the paper is what its title says. */
function titleOf(text: string): Span {
  const match = /[^\s　][^\n]*/.exec(text);
  return match ? { start: match.index, end: match.index + match[0].trimEnd().length } : { start: 0, end: 1 };
}

type At = (name: string) => string;

function timesOf(paper: Paper, fields: readonly Field[], at: At): StatedFact[] {
  const { text } = paper;
  const days = daysIn(text);
  const within = ({ start, end }: Span) =>
    days.filter((day) => day.start >= start && day.end <= end + 30 && day.start < end);
  const field = fields.find(
    ({ label, value }) => TIME.test(plainLabel(label)) && /\d|[一二三四五六七八九〇]/.test(value),
  );
  const from = fields.find(({ label }) => START.test(plainLabel(label)));
  const until = fields.find(({ label }) => END.test(plainLabel(label)));
  const first = from ? within(from)[0] : undefined;
  if (first)
    return [...started(first, at), ...(until && within(until)[0] ? ended(within(until)[0]!, at) : [])];
  const line = field ? lineOf(text, field) : undefined;
  const own = line ? within(line) : [];
  const [start] = own;
  const clock = start && !start.time ? clockAfter(text, start, fields) : undefined;
  if (start && clock)
    return [
      stated(at('startedAt'), `${start.day}T${clock.from}`, { start: start.start, end: clock.end }),
      ...(clock.to ? endedAt(start.day, clock.to, clock, at) : []),
    ];
  if (start) {
    const last = own.find(
      (day) => day !== start && day.time && (day.day > start.day || (day.time ?? '') >= (start.time ?? '')),
    );
    return [
      ...started(start, at),
      ...(start.until
        ? endedAt(start.untilDay ?? start.day, start.until, start, at)
        : last && start.time
          ? ended(last, at)
          : []),
    ];
  }
  return undated(paper, days, at);
}

const CLOCK = '(\\d{1,2})(?:[:：时点](\\d{1,2})?)分?';
const CLOCKS = new RegExp(
  `(?:自|从)?[ \\u3000]*${CLOCK}[ \\u3000]*起?[ \\u3000]*(?:至|到|[-—－–~～]+)[ \\u3000]*${CLOCK}`,
);

/** 检查日期：2025年5月12日　自9时起至9时35分止; 抽样日期：2025年5月12日　抽样时间：10:00—10:40. */
function clockAfter(text: string, day: Span, fields: readonly Field[]) {
  const line = lineOf(text, day);
  const field = fields.find(
    ({ label, start }) => TIME.test(plainLabel(label)) && /时间$/.test(label) && start > day.end,
  );
  for (const span of [{ start: day.end, end: line.end }, ...(field ? [field] : [])]) {
    const match = CLOCKS.exec(text.slice(span.start, span.end));
    // Another day in between would be that of the end.
    if (!match || /\d[年月/]/.test(text.slice(span.start, span.start + match.index))) continue;
    const time = (hour = '', minute = '') => `${hour.padStart(2, '0')}:${(minute || '0').padStart(2, '0')}`;
    const [, h1, m1, h2, m2] = match;
    if (Number(h1) > 23 || Number(h2) > 23 || Number(m1 ?? 0) > 59 || Number(m2 ?? 0) > 59) continue;
    const start = span.start + match.index;
    return { from: time(h1, m1), to: time(h2, m2), start, end: start + match[0].length };
  }
  return undefined;
}

/** A record without a field for its time: the day on which those present signed it. */
function undated(paper: Paper, days: readonly DayIn[], at: At): StatedFact[] {
  const opening = days.find(
    ({ start, time }) => time && start < 300 && !/[问答][ 　]*[:：]/.test(paper.text.slice(0, start)),
  );
  if (opening)
    return [
      ...started(opening, at),
      ...(opening.until ? endedAt(opening.untilDay ?? opening.day, opening.until, opening, at) : []),
    ];
  const last = days.filter(({ relative }) => !relative).at(-1);
  return last && last.start > paper.text.length - 160 ? [stated(at('date'), last.day, last)] : [];
}

const started = (day: DayIn, at: At) => [
  day.time ? stated(at('startedAt'), `${day.day}T${day.time}`, day) : stated(at('date'), day.day, day),
];
const ended = (day: DayIn, at: At) =>
  day.time ? endedAt(day.untilDay ?? day.day, day.until ?? day.time, day, at) : [];
const endedAt = (day: string, time: string, span: Span, at: At) => [
  stated(at('endedAt'), `${day}T${time}`, span),
];

/** A time may run on: 2025年3月18日9时0分至3月18日11时30分 第1次询问. */
function lineOf(text: string, { start }: Span): Span {
  const end = text.slice(start).search(/[\n\t]/);
  return { start, end: end < 0 ? text.length : start + end };
}

function peopleOf(paper: Paper, dossier: readonly Paper[], at: At): StatedFact[] {
  const known = knownOfficers(dossier);
  const named = officersIn(paper);
  const acting = named.filter(({ name }) => known.has(name));
  const held = certificatesIn(paper.text)
    .map(({ of }) => of)
    .filter(({ name }) => known.has(name));
  const spoken = officersTold(paper.text, known).filter(({ name }) => known.has(name));
  const heads = acting.filter(({ signed }) => !signed);
  const present = [...heads, ...held, ...spoken];
  const told = present.length > 0 ? present : acting;
  const names = [...new Set(told.map(({ name }) => name))];
  const helpers = auxiliariesIn(paper.text, names).map(({ name }) => name);
  const absent = absentFromAct(paper.text, names, helpers);
  const all = told.filter(({ name }) => !absent.has(name));
  return [
    ...all.map((one) => stated(at(`officers[${one.name}]`), one.name, one)),
    ...[...officerSignaturesIn(paper, known), ...acting.filter(({ signed }) => signed)].map((one) =>
      stated(at(`officersSigned[${one.name}]`), one.name, one),
    ),
    ...certificatesIn(paper.text)
      .filter(({ of }) => known.has(of.name) && !absent.has(of.name))
      .map((one) => stated(at(`certificateNumbers[${one.number}]`), one.number, one)),
  ];
}

function intervieweeOf(paper: Paper, fields: readonly Field[], at: At): StatedFact[] {
  for (const { label, start, end } of fields) {
    if (!INTERVIEWEE.test(label.replaceAll(/\((?:签名|签字|单位|自然人)\)/g, ''))) continue;
    const [name] = namesIn(paper.text, { start, end: nameEnd(paper.text, start, end) });
    if (name && name.start <= start + 6 && !/隐去|化名|匿名/.test(paper.text.slice(name.end, name.end + 16)))
      return [stated(at('interviewee'), name.name, name)];
  }
  // 被询问人张示，女，…: the label without a colon.
  const bare =
    /(?<=^|[\n。；;　 ])[ 　]*被(?:调查)?询问(?:调查)?人(?![:：\t（(])[ 　]*(?=\p{sc=Han}{2,4}[，,　 （(])/u.exec(
      paper.text,
    );
  if (bare) {
    const from = bare.index + bare[0].length;
    const [name] = namesIn(paper.text, { start: from, end: from + 5 });
    if (name?.start === from) return [stated(at('interviewee'), name.name, name)];
  }
  const about =
    /被(?:询问|调查)[（(]?(?:询问|调查)?[)）]?人[^\n]{0,12}[\n\t 　:：]+姓[ 　]*名[ 　\t:：]+/.exec(
      paper.text,
    );
  if (!about) return [];
  const start = about.index + about[0].length;
  const [name] = namesIn(paper.text, { start, end: nameEnd(paper.text, start, start + 12) });
  return name?.start === start ? [stated(at('interviewee'), name.name, name)] : [];
}

/** 被询问人 姓名 张示 性别 男: the name ends where the next particular begins. */
function nameEnd(text: string, start: number, end: number): number {
  const stop = /[\n\t]|[ 　](?=性[ 　]*别|男|女|年龄|身份|出生|职|电话|联系|单位|工作)/.exec(
    text.slice(start, Math.min(text.length, end + 1)),
  );
  return stop && stop.index > 0 ? start + stop.index : Math.min(end, text.length);
}
