import type { PaperKind } from '../cases/paper-kinds.ts';
import type { Paper } from './paper.ts';

/** One fact that a model may be asked to find in a paper. */
export interface AskableField {
  path: string;
  name: string;
  /** How its value is written, and checked against the quoted words. */
  as: 'day' | 'money' | 'words';
}

const PARTY: AskableField[] = [
  { path: 'party.name', name: '当事人名称或者姓名', as: 'words' },
  { path: 'party.creditCode', name: '当事人的统一社会信用代码', as: 'words' },
  { path: 'party.idNumber', name: '当事人（自然人）的公民身份号码', as: 'words' },
  { path: 'party.address', name: '当事人的住所或者住址', as: 'words' },
  { path: 'party.legalRepresentative', name: '当事人的法定代表人', as: 'words' },
];

const OF_KIND: Partial<Record<PaperKind, (id: string) => AskableField[]>> = {
  'filing-approval': () => [
    { path: 'number', name: '案号', as: 'words' },
    { path: 'cause', name: '案由', as: 'words' },
    { path: 'filing.approvedOn', name: '机关负责人批准立案的日期', as: 'day' },
    { path: 'filing.approver', name: '批准立案的负责人姓名', as: 'words' },
    ...PARTY,
  ],
  'inspection-record': (id) => [{ path: `acts[${id}].place`, name: '检查的地点', as: 'words' }],
  'interview-record': (id) => [{ path: `acts[${id}].interviewee`, name: '被询问人姓名', as: 'words' }],
  'closing-report': () => [
    { path: 'closingReport.date', name: '报告的日期', as: 'day' },
    { path: 'violation.amounts.goods.yuan', name: '认定的货值金额', as: 'money' },
    { path: 'violation.amounts.gains.yuan', name: '认定的违法所得', as: 'money' },
  ],
  'prior-notice': (id) => [
    { path: `priorNotices[${id}].date`, name: '告知书的落款日期', as: 'day' },
    { path: `priorNotices[${id}].number`, name: '告知书的文号', as: 'words' },
    { path: `priorNotices[${id}].penalties[fine].amount`, name: '拟罚款的金额', as: 'money' },
  ],
  'hearing-record': () => [
    { path: 'hearing.heldOn', name: '听证举行的日期', as: 'day' },
    { path: 'hearing.presiding.name', name: '听证主持人姓名', as: 'words' },
  ],
  'review-opinion': () => [
    { path: 'review.reviewer.name', name: '审核人员姓名', as: 'words' },
    { path: 'review.signedOn', name: '出具审核意见的日期', as: 'day' },
  ],
  'discussion-minutes': () => [{ path: 'discussion.heldOn', name: '集体讨论的日期', as: 'day' }],
  'decision-approval': () => [{ path: 'approval.approvedOn', name: '机关负责人批准的日期', as: 'day' }],
  decision: () => [
    { path: 'decision.date', name: '决定书的落款日期', as: 'day' },
    { path: 'decision.number', name: '决定书的文号', as: 'words' },
    { path: 'decision.organName', name: '作出决定的机关', as: 'words' },
    { path: 'decision.penalties[fine].amount', name: '罚款的金额', as: 'money' },
    { path: 'violation.startedOn', name: '违法行为开始的日期', as: 'day' },
    { path: 'violation.endedOn', name: '违法行为终了的日期', as: 'day' },
    ...PARTY,
  ],
  'proof-of-service': (id) => [
    { path: `services[${id}].servedOn`, name: '签收或者送达的日期', as: 'day' },
    { path: `services[${id}].signer`, name: '签收人姓名', as: 'words' },
  ],
  receipt: () => [
    { path: 'performance.paidOn', name: '缴款日期', as: 'day' },
    { path: 'performance.paid', name: '缴款金额', as: 'money' },
  ],
  'closure-approval': () => [{ path: 'performance.closedOn', name: '批准结案的日期', as: 'day' }],
};

/** What a model is asked of a paper of this kind; nothing for papers that only rules read. */
export function askableFields({ kind, id }: Pick<Paper, 'kind' | 'id'>): AskableField[] {
  return OF_KIND[kind]?.(id) ?? [];
}
