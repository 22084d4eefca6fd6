import type { CaseFile } from '../../../cases/case-file.ts';
import type { Profile } from '../../../corpus/profile.ts';
import { validOn } from '../../../corpus/valid-on.ts';
import type { Day } from '../../../law/dates.ts';
import { fen, yuan } from '../../../law/money.ts';
import { fineSum } from '../../benchmark/fine-span.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { foreignProfile } from '../../screening/foreign-profile.ts';
import { beforeDecision } from '../../steps/decision-day.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';

type Role = NonNullable<NonNullable<CaseFile['approval']>['approverRole']>;

const ROLES: Record<Role, string> = {
  head: '机关负责人',
  'deputy-authorised': '经授权的分管负责人',
  delegate: '受委托人',
  'unit-head': '机构负责人',
  other: '其他人员',
};

export const withinApprovalLimit = rule({
  id: 'C6-06',
  criterion: 6,
  question: '罚款金额是否在批准人的内部审批权限内？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [],
  otherBasis: [{ document: '地区方案', gist: '各级批准人可以批准的罚款金额。' }],
  reading:
    '限额由地区方案规定，是否含本数依方案；方案没有为机关负责人设限的，机关负责人不受限额。同一批准人有几行的，先看本领域的一行。',
  about: (context) => {
    const { file, profile } = context;
    if (!file.approval && beforeDecision(file)) return notApplicable('案件尚未报批。', ['approval']);
    const judged = judgedPenalties(file);
    if (isAnswer(judged)) return judged;
    const fine = fineSum(judged);
    if (fine === undefined) return notApplicable(`${judged.name}没有罚款。`, [judged.path]);
    const rows = limitsOn(profile, file.approval?.approvedOn ?? file.decision?.date ?? context.today);
    if (rows.length === 0) return notApplicable('地区方案没有规定内部审批权限。');
    return foreignProfile(context) ?? (isAnswer(fine) ? fine : { fine, rows, path: judged.path });
  },
  decide: ({ fine, rows, path }, { file }) => {
    const role = file.approval?.approverRole;
    const paths = ['approval.approverRole', path];
    if (!role) return unclear('需要知道批准人的职务，案卷没有载明。', ['批准人职务'], paths);
    const own = rows.filter(({ approver }) => approver === role);
    const row = own.find(({ field }) => field === file.field) ?? own.find(({ field }) => field === '*');
    if (!row) {
      return role === 'head'
        ? met(`罚款${yuan(fine)}由机关负责人批准，方案没有为其设限。`, paths)
        : unclear(`方案没有${ROLES[role]}的审批权限。`, [`${ROLES[role]}的审批权限`], paths);
    }
    const limit = fen(row.upTo.yuan);
    const within = row.upTo.inclusive ? fine <= limit : fine < limit;
    const found = `${ROLES[role]}可以批准${yuan(limit)}${row.upTo.inclusive ? '以下（含本数）' : '以下（不含本数）'}的罚款，本案罚款${yuan(fine)}`;
    return within ? met(`${found}，在权限内。`, paths) : notMet(`${found}，超出权限。`, paths);
  },
});

function limitsOn(profile: Profile, on: Day): Profile['approvalLimits'] {
  return (profile.approvalLimits ?? []).filter((row) => validOn(row, on));
}
