import type { CaseFile } from '../../cases/case-file.ts';
import { type Answer, type Context, notApplicable, unclear } from '../rules/rule.ts';
import { beforeDecision } from '../steps/decision-day.ts';
import { papersSilent } from '../steps/papers-silent.ts';
import { hearingDue } from './hearing-due.ts';

/**
 * Ends a rule that is only about a hearing that took place: nothing when one did, otherwise not applicable,
 * or unclear when the file does not say whether there was one.
 */
export function hearingHeld({ file, profile, today }: Context): Answer | undefined {
  const { hearing, decision } = file;
  if (hearing?.held === true) return undefined;
  if (hearing?.held === false) {
    return notApplicable('案件没有举行听证。', ['hearing.held']);
  }
  if (hearing?.heldOn) return undefined;
  if (hearing?.requested === false)
    return notApplicable('当事人没有要求听证，未举行听证。', ['hearing.requested']);
  if (hearing?.waivedOn) return notApplicable('当事人书面放弃听证，未举行听证。', ['hearing.waivedOn']);
  if (!hearing && beforeDecision(file) && !file.priorNotices?.length) {
    return notApplicable('尚未事先告知，没有听证。');
  }
  const { due, paths } = hearingDue(file, profile, decision?.date ?? today);
  if (due === false && !hearing) return notApplicable('拟处罚未达到听证标准，案卷中没有听证。', paths);
  if (onlyTold(hearing) && papersSilent(file, SILENT)) {
    return notApplicable('成卷的各份材料没有要求、举行听证的记载。', ['papers']);
  }
  return unclear('案卷未载明是否举行了听证。', ['是否举行听证']);
}

/** A hearing leaves a request, a notice and a record; the notice of the right to one is none of them. */
const SILENT = {
  kinds: ['hearing-request', 'hearing-notice', 'hearing-announcement', 'hearing-record', 'hearing-report'],
  words: /听证(?!告知|权利?)/,
  but: ['prior-notice', 'hearing-right-notice'],
} satisfies Parameters<typeof papersSilent>[1];

const onlyTold = (hearing: CaseFile['hearing']) =>
  Object.keys(hearing ?? {}).every((key) => key === 'toldOn' || key === 'paper');
