import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Paper, Span, StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import { approvalsIn } from './approvals-in.ts';
import { isAuthorisedDeputy } from './authorised-deputy.ts';
import { type NameIn, namesIn } from './names-in.ts';

/** The path of a fact of the measure. */
export type At = (name: string) => string;

/** Who approved the measure, when and as what: see `approvalIn`; a deputy whose authority any paper of the dossier tells. */
export function approvalOf(
  paper: Paper,
  taken: ({ day: string } & Span) | undefined,
  at: At,
  dossier: readonly Paper[] = [paper],
): StatedFact[] {
  const facts = approvalIn(paper, taken, at);
  const approver = facts.find(({ path }) => path === at('approver'));
  const told = facts.some(({ path }) => path === at('approverRole'));
  const deputy =
    approver && !told && typeof approver.value === 'string' && isAuthorisedDeputy(approver.value, dossier);
  return deputy ? [...facts, stated(at('approverRole'), 'deputy-authorised', approver)] : facts;
}

/** 审批：同意。王示 2025年4月9日; 于当日经机关负责人王示批准. */
function approvalIn(paper: Paper, taken: ({ day: string } & Span) | undefined, at: At): StatedFact[] {
  const approvals = approvalsIn(paper);
  const approval = approvals.find(({ by, day }) => by === 'head' && day);
  const line = approval && lineOf(paper.text, approval);
  if (line) {
    const [approver, day] = line;
    return [stated(at('approvedOn'), day.day, day), stated(at('approver'), approver.name, approver)];
  }
  const approver = approval?.names.at(-1);
  if (approval?.day && approver)
    return [
      stated(at('approvedOn'), approval.day.day, approval.day),
      stated(at('approver'), approver.name, approver),
    ];
  const unit = approvals.find(({ by, day, label }) => by === 'unit' && day && /批准|审批/.test(label));
  const unitHead = unit?.names.at(-1);
  if (unit?.day && unitHead && !approvals.some(({ by }) => by === 'head'))
    return [
      stated(at('approvedOn'), unit.day.day, unit.day),
      stated(at('approver'), unitHead.name, unitHead),
      stated(at('approverRole'), 'unit-head', unitHead),
    ];
  const told =
    /(?:(当日|同日)[^。；;\n]{0,6})?经[^。；;\n]{0,8}?(?:机关|行政机关|局)?(?:主要)?(?:负责人|局长|领导)([\p{sc=Han} ]{2,4}?)?(?:[ 　]*于?((?=[\d〇零一二])[^。；;，,\n]{6,14}日)(?:[\d一二三四五六七八九十时点分:：]{0,8}))?(?:批准|同意|审批)/u.exec(
      paper.text,
    );
  if (!told) return [];
  const start = told.index;
  const beside = bracketed(paper.text, start + told[0].length, at);
  if (beside.length > 0) return beside;
  const [name] = told[2] ? namesIn(told[2]) : [];
  const nameAt = name ? start + told[0].indexOf(told[2]!) + name.start : 0;
  const own = daysIn(paper.text).find(
    (day) => day.start >= start && day.end <= start + told[0].length && !day.relative,
  );
  const day = own ?? (told[1] && taken ? { day: taken.day, start, end: start + told[1].length } : undefined);
  return [
    ...(day ? [stated(at('approvedOn'), day.day, day)] : []),
    ...(name
      ? [stated(at('approver'), name.name, { start: nameAt, end: nameAt + name.end - name.start })]
      : []),
    ...(name && /机关(?:主要)?负责人|局长|主要负责人/.test(told[0])
      ? [stated(at('approverRole'), 'head', { start: nameAt, end: nameAt + name.end - name.start })]
      : []),
  ];
}

/**
 * 批准：局长王示 2025年4月9日5时（平台签批）: a name and a day right beside each other; where several people write in one
 * line, the last who agrees: 拟登记保存。李示 4月9日。同意。王示 4月9日.
 */
function lineOf(text: string, { start }: Span): [NameIn, DayIn] | undefined {
  const line = /^[^\n\t]*/.exec(text.slice(start))![0];
  const days = daysIn(text).filter(
    (one) => one.start >= start && one.start < start + line.length && !one.relative,
  );
  const signed = days.flatMap((day, index): [NameIn, DayIn][] => {
    const names = namesIn(text, { start: days[index - 1]?.end ?? start, end: day.start });
    const name = names.at(-1);
    const beside = name && /^[\s　，,（(签名字)）]*$/.test(text.slice(name.end, day.start));
    return beside && (names.length === 1 || AGREED.test(text.slice(start, name.start))) ? [[name, day]] : [];
  });
  const agreed = signed.findLast(([name]) => AGREED.test(text.slice(start, name.start)));
  return agreed ?? (days[0] === signed[0]?.[1] ? signed[0] : undefined);
}

const AGREED =
  /(?<!不)(?:同意|批准|准予|照办)[^。；;，,\n]{0,12}[。；;，,：:]?[\s　]*(?:审批人|批准人|负责人|局长)?[\s　：:]*$/;

/** 经本局负责人批准（王示，2025年4月9日9时）: who agreed and when, in brackets behind. */
function bracketed(text: string, from: number, at: At): StatedFact[] {
  const note = /^[ 　]*[（(]([^（()）\n]{2,40})[)）]/.exec(text.slice(from));
  if (!note) return [];
  const start = from + note[0].indexOf(note[1]!);
  const span = { start, end: start + note[1]!.length };
  const [name] = namesIn(text, span);
  const day = daysIn(text).find((one) => one.start >= span.start && one.end <= span.end);
  if (!name || !day) return [];
  return [stated(at('approvedOn'), day.day, day), stated(at('approver'), name.name, name)];
}
