import type { Paper } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { approverIn } from '../words/approver-in.ts';
import { isAuthorisedDeputy } from '../words/authorised-deputy.ts';
import { isHeadByForm, isNamedHead } from '../words/head-of-agency.ts';
import { type DayAt, daysWhere } from '../words/match-in.ts';
import { type PlainView, plainView } from '../words/plain-view.ts';
import { signatureIn } from '../words/signature-in.ts';

/** 行政处罚决定审批表: who of the heads approved the decision, and when. */
export const decisionApproval: Reader = (paper, dossier) => {
  if (paper.kind !== 'decision-approval') return [];
  const view = plainView(paper.text);
  const last = approverIn(paper.text, view);
  if (!last || /不同意|不予批准|退回/.test(last.words.replaceAll(/[□☐○][^□☐○☑√■☒✓✔\n]*/g, ''))) return [];
  const { name, label, words } = last;
  const day = last.day && sameDay(view, last.start, last.day);
  const deputy = name && isAuthorisedDeputy(name.name, [paper]);
  const role = deputy
    ? 'deputy-authorised'
    : (roleOf(label, words, dossier) ??
      (name && isAuthorisedDeputy(name.name, dossier)
        ? 'deputy-authorised'
        : name &&
            (isHeadByForm({ ...last, name: name.name }, paper, dossier) || isNamedHead(name.name, dossier))
          ? 'head'
          : undefined));
  return [
    ...(name ? [stated('approval.approver', name.name, name)] : []),
    ...(name && role ? [stated('approval.approverRole', role, name)] : []),
    ...(day ? [stated('approval.approvedOn', day.day, day)] : []),
  ];
};

function roleOf(label: string, words: string, dossier: readonly Paper[]): 'head' | 'unit-head' | undefined {
  return /机关负责人|主要(?:负责人|领导)|局长/.test(label) && !/副/.test(label + words)
    ? 'head'
    : (UNIT_HEAD.test(words) || isOfUnit(label, dossier)) && !/局长|厅长|主任|机关/.test(label + words)
      ? 'unit-head'
      : undefined;
}

/** 特种设备科科长 王示: the head of a department signs with his office. */
const UNIT_HEAD = /(?:科|股|室|处|(?:大|中|支)队)(?:科|股|室|处|队)?(?:长|负责人)(?=[\s\u3000:：])/;

/** 站长, 科长, 大队长: the head of a part of the agency, where the agency that decides is no station or brigade itself. */
function isOfUnit(label: string, dossier: readonly Paper[]): boolean {
  const unit = /(?:分管|主管)?副?(?<unit>[科股室站所队]|[大中支]队)长/.exec(label)?.groups?.unit;
  const decision = dossier.find(({ kind, sameAs }) => kind === 'decision' && !sameAs);
  const organ = decision && signatureIn(plainView(decision.text)).organ?.name;
  return unit !== undefined && organ !== undefined && /(?:局|厅|委|委员会|政府|办事处)$/.test(organ);
}

/** 同日 behind a signature is the day of the signature before it, not one that the opinion speaks of. */
function sameDay(view: PlainView, from: number, day: DayAt): DayAt {
  if (!day.relative || !/^同日|^当日/.test(view.text.slice(day.from))) return day;
  const before = daysWhere(view, { after: /^\s*(?:\n|\t|$)/ }).findLast(
    ({ start, relative }) => start < from && !relative,
  );
  return before ? { ...day, day: before.day } : day;
}
