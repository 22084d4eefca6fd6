import { daysIn } from '../../law/days-in.ts';
import type { Paper, Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { type ApprovalIn, approvalsIn } from '../words/approvals-in.ts';
import { isAuthorisedDeputy } from '../words/authorised-deputy.ts';
import { fieldsOf } from '../words/fields-of.ts';
import { isHeadByForm, isNamedHead } from '../words/head-of-agency.ts';
import type { NameIn } from '../words/names-in.ts';

const REGISTERED =
  /^(?:登记|受理|接报|接收|举报|投诉|来源|受案|收案|接待|来电|来访|交办|转办|移送|推送)(?:时间|日期)$/;
/** Said in any form of the day when the agency learnt of it. */
const LEARNT =
  /^(?:线索|案件|案源|违法行为|违法|问题)?(?:发现|受理|收到|接到|获取|登记|接报|接案|接访|报案)(?:线索|案件)?(?:\((?:发现|受理|收到|登记)\))?(?:时间|日期?)$|^(?:接报|接案|接访)$|^线索(?:(?:接收|来源|登记|移送)?(?:时间|日期))?$/;
const ORIGIN = /^(?:案件|线索|问题|违法线索)?来源(?:及(?:时间|日期))?$|^案源$|^案件来源及编号$/;
/** 举报电话记录: its time is that of the call; 登记人：王示　2024年5月21日: who took it down signs on the day. */
const CALLED = /举报|投诉|来电|电话|来访|来信|接报|接警|反映|线索/;
const TIME = /^(?:时间|日期|(?:来电|通话|反映|接听|接线)(?:时间|日期))$/;
const TAKER = /^(?:登记|受理|接报|接听|接待|接收|值班|记录)(?:人员?)?$/;
/** The agency found it out itself. */
const OWN_CHECK = /检查|巡查|抽查|双随机|巡护|巡检|检测|监测|监控|稽查|排查|执法|VTS/;
/** A clue that came in from outside: a report, a complaint, a transfer, the result of a test. */
const CLUE =
  /^[\s　]*[，,]?(?:本局|我局|本机关|本单位|我大队|执法人员|市局|县局)?[^，,。；;\n]{0,8}?(?:接到?|收到)[^，,。；;\n]{0,24}?(?:举报|投诉|来电|线索|移送|检验报告|检测报告|交办|信件|反映|12315|12345|热线)/;
/** 当事人于9月15日收到检验报告: it was not the agency that received it. */
const ANOTHER =
  '(?:当事人|其|你(?:单位|公司|店)?|(?:该|本|我)(?:公司|店|厂|单位|企业|院|站|中心|超市)|公司|经营者|负责人|店主|消费者|投诉人|举报人|公安(?:机关|局)|[检鉴][验测定]机构)';
const BEFORE_DAY = new RegExp(`${ANOTHER}[已曾并也]{0,2}[于在至到]?$`);
const AFTER_DAY = new RegExp(`^[，,]?${ANOTHER}[^，,。；;\\n]{0,4}[接收]`);
const CLAUSE = 20;
/** 现场检查发现, 检查该店时，发现. */
const FOUND =
  /^[\s　]*[，,]?(?:\d{1,2}[时:：][^，,。；;\n]{0,6})?[^，,。；;\n]{0,16}?(?:检查|巡查|抽查|巡护|检测|监测|稽查|排查|执法)[^。；;\n]{0,24}?发现/;
const TOLD_IN = ['filing-approval', 'closing-report', 'decision', 'no-penalty-decision'];

/** 案件来源 and 立案: when the first written clue came, when and by whom the case was filed. */
export const filing: Reader = (paper, dossier) => [
  ...clueOf(paper),
  ...approvalOf(paper, dossier),
  ...filedOn(paper),
];

function clueOf(paper: Paper): StatedFact[] {
  const days = daysIn(paper.text);
  const clue = (day: { day: string } & Span) => [
    stated('filing.clueOn', day.day, day),
    stated('violation.discoveredOn', day.day, day),
  ];
  const fields = fieldsOf(paper);
  const within = (field: Span | undefined) =>
    field && days.find(({ start }) => start >= field.start && start < field.end);
  // A task given out tells that something is to be looked at, not what was found.
  if (paper.kind === 'source' && !/任务/.test(paper.title)) {
    const day =
      within(fields.find(({ label }) => REGISTERED.test(label))) ??
      within(fields.find(({ label }) => LEARNT.test(label))) ??
      within(fields.find(({ label }) => ORIGIN.test(label))) ??
      (CALLED.test(paper.title) ? within(fields.find(({ label }) => TIME.test(label))) : undefined) ??
      within(fields.find(({ label }) => TAKER.test(label)));
    if (day) return clue(day);
  }
  if (paper.kind === 'filing-approval') {
    const origins = fields.filter(({ label }) => ORIGIN.test(label));
    const day =
      within(fields.find(({ label }) => LEARNT.test(label) && !/^登记/.test(label))) ??
      origins.map(within).find((one) => one !== undefined);
    if (day) return clue(day);
  }
  if (paper.kind !== 'source' && !TOLD_IN.includes(paper.kind)) return [];
  const told = days.find(
    ({ start, end }) =>
      CLUE.test(paper.text.slice(end, end + 50)) &&
      !BEFORE_DAY.test(paper.text.slice(Math.max(0, start - CLAUSE), start)) &&
      !AFTER_DAY.test(paper.text.slice(end, end + CLAUSE)),
  );
  if (told) return clue(told);
  const own =
    paper.kind === 'filing-approval' &&
    fields.some(({ label, value }) => ORIGIN.test(label) && OWN_CHECK.test(value)) &&
    days.find(({ end }) => FOUND.test(paper.text.slice(end, end + 60)));
  return own ? clue(own) : [];
}

/** The head's approval on the form. */
function approvalOf(paper: Paper, dossier: readonly Paper[]): StatedFact[] {
  if (paper.kind !== 'filing-approval') return [];
  const approvals = approvalsIn(paper);
  const head = approvals.findLast(({ by, day }) => by === 'head' && day) ?? undefined;
  if (!head?.day) return [];
  const approver = head.names.at(-1);
  const role = approver && roleOf(approver, approvals, head, paper, dossier);
  return [
    stated('filing.approvedOn', head.day.day, head.day),
    ...(approver ? [stated('filing.approver', approver.name, approver)] : []),
    ...(approver && role ? [stated('filing.approverRole', role, approver)] : []),
  ];
}

function roleOf(
  { name, note }: NameIn,
  approvals: readonly ApprovalIn[],
  head: ApprovalIn,
  paper: Paper,
  dossier: readonly Paper[],
): 'head' | 'deputy-authorised' | undefined {
  if (isAuthorisedDeputy(name, [paper])) return 'deputy-authorised';
  if (isHead(head.label, note) || isHeadAmong(approvals, head, paper)) return 'head';
  if (isAuthorisedDeputy(name, dossier)) return 'deputy-authorised';
  const { label, start } = head;
  const words = paper.text.slice(start, head.end);
  return isHeadByForm({ label, name, start, words }, paper, dossier) || isNamedHead(name, dossier)
    ? 'head'
    : undefined;
}

/** 负责人意见, 局领导审批 above the row of a unit of the agency: the agency's head, if nobody writes of a deputy. */
function isHeadAmong(approvals: readonly ApprovalIn[], { label, start, end }: ApprovalIn, { text }: Paper) {
  const ofUnit = approvals.some((one) => one.by === 'unit' && one.start < start);
  const deputy = /副|分管|受[^，。\n]{0,6}委托|代[签批]/.test(label + text.slice(start, end));
  return (
    ofUnit && !deputy && /^(?:本?[局厅委办处队])?(?:负责人|领导)(?:审批|审签|批示)?(?:意见)?$/.test(label)
  );
}

const isHead = (label: string, note = '') =>
  /机关(?:主要)?负责人|^(?:行政|处罚|执法|本)?机关(?:审批)?意见$|主管部门(?:主要)?负责人|主要负责人|^局长/.test(
    label,
  ) || /^(?:局|厅|处|队|支队|大队)长/.test(note);

/** Other papers tell the day: 本局于2025年4月8日立案, 立案日期：…. */
function filedOn(paper: Paper): StatedFact[] {
  if (paper.kind === 'filing-approval') return [];
  const days = daysIn(paper.text);
  const field = fieldsOf(paper).find(({ label }) => /^立案(?:日期|时间)$/.test(label));
  const own = field && days.find(({ start }) => start >= field.start && start < field.end);
  if (own) return [stated('filing.approvedOn', own.day, own)];
  if (
    !['decision', 'no-penalty-decision', 'closing-report', 'prior-notice', 'hearing-report'].includes(
      paper.kind,
    )
  )
    return [];
  const told = days.find(({ end, start }) => {
    const after = paper.text.slice(end, end + 24);
    return (
      /^[\s　]*[，,]?(?:本局|我局|本机关|我大队|经(?:本局|机关|局)?(?:负责人|领导)?|依法|正式|对当事人|决定|报经?[^，。]{0,8})*(?:批准|同意)?[^，,。；;\n]{0,4}立案(?![号编审])/.test(
        after,
      ) &&
      !/[建议拟]/.test(after.slice(0, 8)) &&
      !/立案告知/.test(after) &&
      !/^[^立]{0,10}(?:被|曾|公安|检察|法院)/.test(after) &&
      !/(?:曾经?|前次|上次|公安(?:机关|局)|检察(?:机关|院)|法院)[于在]?$/.test(
        paper.text.slice(Math.max(0, start - CLAUSE), start),
      )
    );
  });
  return told ? [stated('filing.approvedOn', told.day, told)] : [];
}
