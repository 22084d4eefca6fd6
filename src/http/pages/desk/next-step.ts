import type { StoredCase } from '../../../cases/stored-case.ts';
import type { Person } from '../../../staff/person.ts';

export interface NextStep {
  text: string;
  action?: { post: string; label: string };
  link?: { href: string; label: string };
  /** What is in the way. */
  obstacle?: string;
}

export interface StepInput {
  stored: StoredCase;
  person: Person;
  /** Whether the present revision has a kept screening. */
  screened: boolean;
  blocking: number;
  /** Questions of the reviewer that no handler has answered yet. */
  asked: number;
  document?: { id: string; state: 'draft' | 'in-review' | 'returned' | 'passed' | 'signed'; gaps: number };
}

/** The one thing this person can do now in this case, and what is in the way. */
export function nextStep(input: StepInput): NextStep {
  const { stored, person, document } = input;
  if (stored.file.action !== 'penalty') return actStep(input);
  if (stored.handlers.includes(person.id)) return handlerStep(input);
  const open = document && { href: `/documents/${document.id}`, label: '打开决定书' };
  if (person.role === 'reviewer' && document?.state === 'in-review') {
    return { text: '逐项回应审查发现，出具审核意见', link: { ...open!, label: '出具审核意见' } };
  }
  if (person.role === 'head' && document?.state === 'passed') {
    return { text: '审阅并签署决定书', link: { ...open!, label: '签署' } };
  }
  return { text: waitingFor(document?.state), ...(open ? { link: open } : {}) };
}

function handlerStep({ stored, screened, blocking, asked, document }: StepInput): NextStep {
  const base = `/cases/${encodeURIComponent(stored.id)}`;
  const decision = stored.file.action === 'penalty' ? stored.file.decision : undefined;
  const decided = decision?.date !== undefined && !decision.draft;
  const obstacle = blocking > 0 ? { obstacle: `有 ${blocking} 项须先解决的问题，见右栏` } : {};
  if (!document) {
    return {
      text: decided ? '案卷载明已作出决定，可据以制作决定书' : '起草处罚决定书',
      action: { post: `${base}/documents`, label: '起草决定书' },
      ...obstacle,
    };
  }
  const open = { href: `/documents/${document.id}`, label: '打开决定书' };
  if (document.state === 'signed')
    return { text: '送达当事人并归档', link: { href: `${open.href}/package`, label: '下载签署文件' } };
  if (document.state === 'in-review' && asked > 0) {
    return { text: `答复审核人员的询问（${asked} 项，见右栏）`, link: open };
  }
  if (document.state === 'in-review') return { text: '等待法制审核意见', link: open };
  if (document.state === 'passed') return { text: '等待机关负责人签署', link: open };
  if (!screened) {
    return {
      text: '案件内容有更新，保存预审结果后提交审核',
      action: { post: `${base}/screenings`, label: '保存预审结果' },
      ...obstacle,
    };
  }
  if (document.gaps > 0) {
    return {
      text: `补全决定书（还差 ${document.gaps} 处）`,
      link: { href: `${open.href}/edit`, label: '编辑决定书' },
      ...obstacle,
    };
  }
  const text = document.state === 'returned' ? '按审核意见修改后再次提交法制审核' : '提交法制审核';
  return { text, link: { ...open, label: '提交法制审核' }, ...obstacle };
}

/** The other kinds of act are pre-screened here; their documents are made elsewhere. */
function actStep({ stored, person, screened, blocking }: StepInput): NextStep {
  const obstacle = blocking > 0 ? { obstacle: `有 ${blocking} 项须先解决的问题，见右栏` } : {};
  if (!stored.handlers.includes(person.id)) return { text: '查看材料、事实和预审结果', ...obstacle };
  if (screened) return { text: '按预审结果补正案卷；文书在本系统之外制作', ...obstacle };
  const base = `/cases/${encodeURIComponent(stored.id)}`;
  return {
    text: '补充事实，保存预审结果',
    action: { post: `${base}/screenings`, label: '保存预审结果' },
    ...obstacle,
  };
}

function waitingFor(state: NonNullable<StepInput['document']>['state'] | undefined): string {
  if (state === undefined) return '承办人起草决定书';
  const words = {
    draft: '承办人完善决定书并提交法制审核',
    'in-review': '审核人员出具审核意见',
    returned: '承办人按审核意见修改',
    passed: '机关负责人签署',
    signed: '承办人送达并归档',
  };
  return words[state];
}
