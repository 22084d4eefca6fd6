import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { sameAgency } from '../../steps/agency-names.ts';
import { entrustmentOf } from './entrustment-of.ts';

/** C1-03 以委托机关名义，不再委托. */
export const inPrincipalsName = rule({
  id: 'C1-03',
  criterion: 1,
  question: '受委托组织是否以委托机关名义作出决定，且没有再委托？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(20, '受委托组织以委托机关名义处罚，不得再委托', { paragraph: 4 }),
    formerPenaltyLaw(18, '受委托组织以委托机关名义处罚，不得再委托', { paragraph: 3 }),
  ],
  about: ({ file }) => entrustmentOf(file),
  decide: ({ principal, subEntrusted }, { file, profile }) => {
    const parts: Answer[] = [
      subEntrusted === undefined
        ? unclear('案卷未载明受委托组织是否再委托。', ['是否再委托'])
        : subEntrusted
          ? notMet('受委托组织又把处罚委托给他人。', ['entrustment.subEntrusted'])
          : met('没有再委托。', ['entrustment.subEntrusted']),
    ];
    const organ = file.decision?.organName;
    const paths = ['decision.organName', 'entrustment.principal'];
    if (organ) {
      parts.push(
        sameAgency(profile, organ, principal)
          ? met(`决定书署名“${organ}”，与委托机关一致。`, paths)
          : notMet(`决定书应以委托机关“${principal}”的名义作出，实际署名“${organ}”。`, paths),
      );
    } else if (file.decision) {
      parts.push(unclear('案卷未载明决定书署名的机关。', ['决定书署名机关'], ['entrustment.principal']));
    } else if (subEntrusted === false) {
      return notApplicable('案件尚未作出决定，署名待作出决定时再审查；没有再委托。', [
        'entrustment.subEntrusted',
      ]);
    }
    return combine(parts, unclear('无法核对署名。', ['决定书署名机关']));
  },
});
