import type { CaseFile } from '../../../cases/case-file.ts';
import type { PaperKind } from '../../../cases/paper-kinds.ts';
import { chineseDay } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { beforeDecision, decisionDay } from '../../steps/decision-day.ts';
import { dossierLacks } from '../../steps/dossier-lacks.ts';
import { headsPlaceEmpty } from '../../steps/heads-place-empty.ts';

/** C3-21 负责人审批. */
export const approvedByHead = rule({
  id: 'C3-21',
  criterion: 3,
  question: '机关负责人是否在决定日之前（含当日）审批？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(57, '调查终结后由机关负责人审查并决定', { paragraph: 1 }),
    formerPenaltyLaw(38, '调查终结后由机关负责人审查并决定', { paragraph: 1 }),
  ],
  reading: '负责人或者经授权的副职审批的为有权；只写“受委托人”的，需查明是否为机关负责人。',
  about: ({ file, profile }) => {
    if (file.procedure === 'summary') return notApplicable('简易程序由执法人员当场决定。', ['procedure']);
    const made = decisionDay(file);
    if (isAnswer(made)) return made;
    const unnamed = file.approval && !file.approval.approverRole ? emptyForm(file) : undefined;
    if (file.approval && !unnamed) return { approval: file.approval, made };
    if (beforeDecision(file)) {
      return notApplicable('决定书尚为草稿，作出决定前应当由机关负责人审批。', ['decision.draft']);
    }
    const empty = emptyForm(file);
    if (empty) {
      return notMet('决定应由机关负责人审批，审批表中负责人的意见是空的。', ['decision.date', empty]);
    }
    const elsewhere = /(?:处罚|决定).{0,4}(?:审批|批准)|负责人.{0,8}(?:审批|批准|签批|同意)|集体讨论/;
    return dossierLacks(
      file,
      profile,
      ['decision-approval', 'discussion-minutes'],
      elsewhere,
      OTHER_APPROVALS,
    )
      ? notMet('决定应由机关负责人审批，案卷已经成卷并作出决定，没有审批的材料。', [
          'decision.date',
          'decision.draft',
          'papers',
        ])
      : unclear('案卷没有负责人审批的记载。', ['负责人审批'], ['decision.date']);
  },
  decide: ({ approval, made }) => {
    const { approvedOn, approverRole, approver } = approval;
    const who = approver ?? '审批人';
    if (approverRole === 'unit-head' || approverRole === 'other') {
      return notMet(`决定应由机关负责人审批，${who}不是机关负责人。`, ['approval.approverRole']);
    }
    const paths = ['approval.approvedOn', 'approval.approverRole', 'decision.date'];
    if (approvedOn && approvedOn > made) {
      return notMet(`审批应在${chineseDay(made)}决定之前，实际于${chineseDay(approvedOn)}审批。`, paths);
    }
    const missing = [
      ...(approvedOn ? [] : ['审批日期']),
      ...(approverRole && approverRole !== 'delegate' ? [] : ['审批人是否为机关负责人']),
    ];
    if (!approvedOn || missing.length > 0) {
      return unclear(`审批的${missing.join('、')}没有载明。`, missing, ['decision.date']);
    }
    return met(`${who}于${chineseDay(approvedOn)}审批，决定于${chineseDay(made)}作出。`, paths);
  },
});

/** Forms on which the head approves something else. */
const OTHER_APPROVALS: PaperKind[] = [
  'source',
  'filing-approval',
  'preservation-notice',
  'deferral-approval',
  'closure-approval',
];

/** The path of a form of approval in which the place of the head was left empty. */
function emptyForm({ papers = [] }: CaseFile): string | undefined {
  const forms = papers.flatMap(({ kind, text }, index) =>
    kind === 'decision-approval' ? [{ text, path: `papers.${index}.text` }] : [],
  );
  const [form] = forms;
  return forms.length === 1 && form?.text && headsPlaceEmpty(form.text) ? form.path : undefined;
}
