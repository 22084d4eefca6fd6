import { labelsIn } from '../labels-in.ts';
import { type DayAt, daysWhere } from '../match-in.ts';
import { namesIn } from '../names-in.ts';
import { type PlainView, plainView } from '../plain-view.ts';
import { type Reader, stated } from '../reader.ts';

const LABELS = {
  head: [
    '机关负责人意见',
    '机关负责人审批意见',
    '机关负责人批示',
    '负责人意见',
    '负责人审批意见',
    '机关领导意见',
    '领导审批意见',
    '领导意见',
    '局领导意见',
    '局长意见',
    '大队领导意见',
    '支队领导意见',
    '机关意见',
    '执法机关意见',
    '审批意见',
    '行政机关负责人意见',
    '行政机关负责人审批意见',
    '主要负责人意见',
    '机关负责人',
    '行政机关意见',
    '农业行政主管机关意见',
    '主要领导意见',
    '分管领导意见',
    '分管负责人意见',
    '机关审批意见',
    '批准人',
    '负责人',
    '局长',
    '批准',
    '审批',
    '审批人',
    '领导批示',
    '机关领导',
  ],
  others: [
    '法制审核意见',
    '法制机构意见',
    '法制部门意见',
    '承办人意见',
    '承办机构意见',
    '办案机构意见',
    '执法机构意见',
    '处理意见',
    '执法人员意见',
    '办案机构负责人意见',
    '承办机构负责人意见',
    '部门负责人意见',
    '科室意见',
    '审核意见',
    '备注',
    '附件',
  ],
} as const;
type Key = keyof typeof LABELS;
/** Who stands highest signs last. */
const DEPUTY = /分管/;

/** 行政处罚决定审批表: who of the heads approved the decision, and when. */
export const decisionApproval: Reader = (paper) => {
  if (paper.kind !== 'decision-approval') return [];
  const view = plainView(paper.text);
  const heads = labelsIn<Key>(paper.text, LABELS).filter(({ key }) => key === 'head');
  const signed = heads.flatMap((field) => {
    const within = { start: field.start, end: Math.max(field.end, Math.min(field.until, field.start + 160)) };
    const name = namesIn(paper.text, within).at(-1);
    const day = daysWhere(view, {}).findLast(({ start, end }) => start >= field.start && end <= within.end);
    return name || day ? [{ field, name, day: day && sameDay(view, field.start, day) }] : [];
  });
  const last = signed.findLast(({ field }) => !DEPUTY.test(field.label)) ?? signed.at(-1);
  if (!last || /不同意/.test(last.field.value)) return [];
  const { name, day, field } = last;
  const role =
    /机关负责人|主要(?:负责人|领导)|局长/.test(field.label) && !/副/.test(field.value) ? 'head' : undefined;
  return [
    ...(name ? [stated('approval.approver', name.name, name)] : []),
    ...(name && role ? [stated('approval.approverRole', role, name)] : []),
    ...(day ? [stated('approval.approvedOn', day.day, day)] : []),
  ];
};

/** 同日 behind a signature is the day of the signature before it, not one that the opinion speaks of. */
function sameDay(view: PlainView, from: number, day: DayAt): DayAt {
  if (!day.relative || !/^同日|^当日/.test(view.text.slice(day.from))) return day;
  const before = daysWhere(view, { after: /^\s*(?:\n|\t|$)/ }).findLast(
    ({ start, relative }) => start < from && !relative,
  );
  return before ? { ...day, day: before.day } : day;
}
