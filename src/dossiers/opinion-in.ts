import { type DayIn, daysIn } from '../law/days-in.ts';
import { labelsIn } from './labels-in.ts';
import { type NameIn, namesIn } from './names-in.ts';
import type { Span } from './paper.ts';

/** What somebody wrote into a form of approval: 机关负责人意见：同意结案。 张示 2025年6月9日. */
export interface Opinion extends Span {
  by: 'handler' | 'unit' | 'reviewer' | 'head';
  words: string;
  /** Its label alone says that it approves: 批准人. */
  approves?: true;
  day?: DayIn;
  signer?: NameIn;
}

const OF = {
  handler: ['承办人', '承办人员', '执法人员', '办案人员', '经办人', '调查人员', '案件承办人', '主办人员'],
  unit: [
    '承办机构',
    '承办部门',
    '办案机构',
    '办案部门',
    '承办单位',
    '办案单位',
    '部门',
    '机构',
    '部门负责人',
    '科室',
    '承办机构负责人',
    '承办部门负责人',
    '办案机构负责人',
    '科室负责人',
    '大队',
    '支队',
    '执法机构',
    '执法大队',
    '执法支队',
  ],
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
  ],
  head: [
    '机关负责人',
    '机关领导',
    '负责人',
    '主管领导',
    '分管领导',
    '分管负责人',
    '单位负责人',
    '行政机关负责人',
    '行政负责人',
    '局领导',
    '主要负责人',
    '领导',
    '执法机关',
    '局长',
    '本机关负责人',
    '行政执法机关负责人',
    '机关',
    '主管负责人',
    '处罚机关负责人',
  ],
};
const ENDS = [
  '意见',
  '审批意见',
  '审核意见',
  '批示',
  '审批',
  '意见及签名',
  '审查意见',
  '签批',
  '审批意见及签名',
  '结案意见',
];
const LABELS = {
  ...Object.fromEntries(
    Object.entries(OF).map(([key, names]) => [
      key,
      names.flatMap((name) => ENDS.map((end) => `${name}${end}`)),
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
  approver: ['批准人', '审批人', '签批人', '审定人'],
  handed: ['承办人', '执法人员', '承办人员', '经办人', '办案人员'],
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
    '公示日期',
    '结案日期',
  ],
} as Record<string, string[]>;

/** The opinions in a form of approval, in their order. The name and the day may stand on the lines below the words. */
export function opinionsIn(text: string): Opinion[] {
  const days = daysIn(text);
  return labelsIn(text, LABELS).flatMap((field): Opinion[] => {
    const by =
      field.key === 'last' || field.key === 'approver'
        ? 'head'
        : field.key === 'handed'
          ? 'handler'
          : field.key;
    if (by === 'other') return [];
    const span = { start: field.start, end: Math.min(field.until, field.start + 400) };
    const day = days.findLast(({ start }) => start >= span.start && start < span.end);
    const signer = namesIn(text, { start: field.start, end: day?.start ?? span.end }).at(-1);
    return [
      {
        by: by as Opinion['by'],
        ...span,
        words: text.slice(span.start, span.end),
        ...(field.key === 'approver' ? { approves: true as const } : {}),
        ...(day ? { day } : {}),
        ...(signer ? { signer } : {}),
      },
    ];
  });
}

/** The opinion of the head that approves: the last of the heads that says so. */
export function headApproval(text: string): (Opinion & { day: DayIn }) | undefined {
  const heads = opinionsIn(text).filter(
    ({ by, words, approves }) => by === 'head' && (approves || /同意|批准|准予|准许|可以/.test(words)),
  );
  const last = heads.findLast(({ words }) => !/不同意|不予批准|不准/.test(words));
  return last?.day ? { ...last, day: last.day } : undefined;
}
