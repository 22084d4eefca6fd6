import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { isFullName } from '../../steps/agency-names.ts';
import { penaltyDecision } from '../../steps/penalty-decision.ts';

export const agencySeal = rule({
  id: 'C7-07',
  criterion: 7,
  question: '决定书是否盖有作出决定的机关的印章？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('59', '决定书必须盖有作出决定的机关的印章。', { paragraph: 2 }),
    formerPenaltyLaw('39', '决定书必须盖有作出决定的机关的印章。', { paragraph: 2 }),
  ],
  reading:
    '印章名称要与作出决定的机关全称一致；内设机构、受委托组织的印章不算。当场决定书由执法人员签名，不适用。',
  about: ({ file }) => {
    if (file.procedure === 'summary')
      return notApplicable('当场决定书由执法人员签名或者盖章。', ['procedure']);
    if (file.decision?.draft && !file.decision.sealName) {
      return notApplicable('决定书尚为草稿，未用印。', ['decision.draft']);
    }
    return penaltyDecision(file);
  },
  decide: ({ sealName }, { file, profile }) => {
    const due = file.entrustment?.principal ?? file.agency.name;
    const paths = ['decision.sealName', file.entrustment ? 'entrustment.principal' : 'agency.name'];
    if (!sealName) return unclear('决定书有无印章没有载明。', ['决定书的印章'], paths);
    return isFullName(profile, sealName, due)
      ? met(`决定书盖有${sealName}印章。`, paths)
      : notMet(`应盖${due}的印章，决定书盖的是“${sealName}”。`, paths);
  },
});
