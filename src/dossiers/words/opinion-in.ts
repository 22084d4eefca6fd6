import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Span } from '../paper.ts';
import { labelsIn } from './labels-in.ts';
import { type NameIn, namesIn } from './names-in.ts';

/** What somebody wrote into a form of approval: 机关负责人意见：同意结案。 张示 2025年6月9日. */
export interface Opinion extends Span {
  by: 'handler' | 'unit' | 'reviewer' | 'head';
  words: string;
  /** Its label alone says that it approves: 批准人. */
  approves?: true;
  day?: DayIn;
  signer?: NameIn;
}

const HEADS = [
  ...[
    '机关',
    '单位',
    '行政机关',
    '执法机关',
    '行政执法机关',
    '处罚机关',
    '行政处罚机关',
    '本机关',
    '局',
    '队',
  ].flatMap((of) => ['负责人', '领导', '主要负责人', '分管领导', '分管负责人'].map((who) => `${of}${who}`)),
  ...['', '主管', '分管', '主要'].flatMap((how) =>
    ['负责人', '领导', '局长', '副局长', '行政负责人'].map((who) => `${how}${who}`),
  ),
  ...['处', '厅', '委', '所', '站', '大队', '支队', '总队', '分局', '中心', '院'].map((of) => `${of}领导`),
  ...['厅长', '所长', '站长', '大队长', '支队长', '总队长', '队长', '主任', '分局长', '镇长', '主管机关'],
];
const UNITS = [
  ...['承办', '办案', '执法', '调查', '审查'].flatMap((how) =>
    ['机构', '部门', '单位', '科室', '处室', '大队', '中队', '支队'].flatMap((unit) => [
      `${how}${unit}`,
      `${how}${unit}负责人`,
    ]),
  ),
  ...['部门', '机构', '科室', '处室', '大队', '中队', '支队', '科', '股', '业务科室'].flatMap((unit) => [
    unit,
    `${unit}负责人`,
  ]),
  ...['科长', '股长', '中队长'],
];
const OF = {
  handler: [
    '承办人',
    '承办人员',
    '执法人员',
    '办案人员',
    '办案人',
    '经办人',
    '经办',
    '承办',
    '调查人员',
    '调查人',
    '案件承办人',
    '主办人员',
    '主办人',
  ],
  unit: UNITS,
  reviewer: [
    '法制机构',
    '法制部门',
    '法制审核',
    '审核机构',
    '法制',
    '法制机构审核',
    '法规部门',
    '法规科',
    '审核部门',
    '法制科',
    '财务部门',
    '法制机构负责人',
  ],
  head: HEADS,
};
/** Words that make a label that of an opinion; those that only name who is asked may also be a place to sign. */
const ENDS = [
  '意见',
  '审批意见',
  '审核意见',
  '批示',
  '审批',
  '审核',
  '审查',
  '审定',
  '批准',
  '意见及签名',
  '意见及签字',
  '审查意见',
  '批示意见',
  '签批',
  '签署意见',
  '审批意见及签名',
  '结案意见',
];
const LABELS = {
  ...Object.fromEntries(
    Object.entries(OF).map(([key, names]) => [
      key,
      [...new Set(names)].flatMap((name) => ENDS.map((end) => `${name}${end}`)),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(OF).map(([key, names]) => [
      `${key}-bare`,
      [...new Set(names), ...(key === 'head' ? ['机关', '执法机关'] : [])],
    ]),
  ),
  // The last word in a form: whoever gives it approves.
  last: [
    '审批意见',
    '审批结果',
    '批准意见',
    '批准',
    '审批',
    '审定',
    '签发',
    '领导批示',
    '批示',
    '审定意见',
    '领导审批',
    '负责人审批',
  ],
  approver: ['批准人', '审批人', '签批人', '审定人', '核准人'],
  other: [
    '执行情况',
    '案由',
    '当事人',
    '案件名称',
    '备注',
    '结案理由',
    '处理结果',
    '申请事由',
    '结案意见',
    '处罚决定',
    '归档日期',
    '归档时间',
    '归档',
    '立卷',
    '立卷日期',
    '公示日期',
    '结案日期',
  ],
} as Record<string, string[]>;

/** On a line below: a field that no signature or opinion has, 立卷归档：2025年6月9日. */
const FURTHER =
  /\n[ \u3000]*(?![^\n:：\t]{0,14}(?:[签章批准长]|意见|负责人|领导|同意|如下|机关|单位|部门|机构)|(?:审[批核定]|决定|填写)?(?:日期|时间))\p{sc=Han}{2,10}[:：\t]/u;
/** What stands behind 负责人： where somebody only signs: names, a title, a day. */
const SIGNS =
  /^(?:[\s、，,。（()）·•:：\d年月日〇○零一二三四五六七八九十./-]|签名|签字|签章|盖章|印章|公章|\p{sc=Han}{2,4}(?![\p{sc=Han}])|[\p{sc=Han}]{1,6}[·•][\p{sc=Han}]{1,6})*$/u;
const DECIDES = /同意|批准|准予|准许|可以|建议|拟|不予|属实|呈|报|请/;

/**
 * The opinions in a form of approval, in their order. The name and the day may stand on the lines below the words, or
 * behind a label of their own: 负责人意见：同意。　负责人：张示　2025年6月9日.
 */
export function opinionsIn(text: string): Opinion[] {
  const days = daysIn(text);
  const found: Opinion[] = [];
  for (const field of labelsIn(text, LABELS, (one) => !one.key.endsWith('-bare') || isLabel(text, one))) {
    if (field.key === 'other') continue;
    const bare = field.key.endsWith('-bare');
    const by = ['last', 'approver'].includes(field.key) ? 'head' : field.key.replace('-bare', '');
    const whole = text.slice(field.start, Math.min(field.until, field.start + 400));
    const words = whole.slice(0, FURTHER.exec(whole)?.index);
    const span = { start: field.start, end: field.start + words.length };
    const day = days.findLast(({ start }) => start >= span.start && start < span.end);
    const signer = namesIn(text, { start: field.start, end: day?.start ?? span.end }).at(-1);
    const signature = { ...(day ? { day } : {}), ...(signer ? { signer } : {}) };
    const before = found.at(-1);
    if (bare && !DECIDES.test(words) && SIGNS.test(words)) {
      if (before && !before.day && by !== 'handler') Object.assign(before, signature, { end: span.end });
      else if (by === 'handler') found.push({ by, ...span, words, ...signature });
      continue;
    }
    // 批准：张示 2025年6月9日: a label that approves, and a signature.
    const signs = field.key === 'last' && /^(?:批准|审定|签发)$/.test(field.label) && SIGNS.test(field.value);
    const approves = field.key === 'approver' || signs ? { approves: true as const } : {};
    found.push({ by: by as Opinion['by'], ...span, words, ...approves, ...signature });
  }
  return found;
}

/** 局长 in 同意。局长 张示 is no label: one begins a line or a cell, or has a colon. */
const isLabel = (text: string, { at, from }: { at: number; from: number }) =>
  /(?:^|[\n\t])[ \u3000]*(?:[-*·][ \u3000]*)?$/.test(text.slice(Math.max(0, at - 8), at)) ||
  /[:：]$/.test(text.slice(at, from));

/** The opinion of the head that approves: the last of the heads that says so. */
export function headApproval(text: string): (Opinion & { day: DayIn }) | undefined {
  const heads = opinionsIn(text).filter(
    ({ by, words, approves }) => by === 'head' && (approves || /同意|批准|准予|准许|可以/.test(words)),
  );
  const last = heads.findLast(({ words }) => !/不同意|不予批准|不准/.test(words));
  return last?.day ? { ...last, day: last.day } : undefined;
}
