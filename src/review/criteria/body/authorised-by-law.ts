import { NORM_LEVELS } from '../../../law/penalties.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

const ENOUGH = ['law', 'administrative-regulation', 'local-regulation'];

/** C1-04 授权组织须有法律、法规授权. */
export const authorisedByLaw = rule({
  id: 'C1-04',
  criterion: 1,
  question: '授权组织实施处罚的，授权是否来自法律、法规（而不是规章或者规范性文件）？',
  severity: 'block',
  consequence: 'void',
  certainty: 'statute',
  basis: [
    penaltyLaw(19, '法律、法规授权的管理公共事务的组织可在授权范围内处罚'),
    penaltyLaw(38, '没有依据或者主体没有资格的处罚无效', { paragraph: 1 }),
    formerPenaltyLaw(17, '法律、法规授权的管理公共事务的组织可在授权范围内处罚'),
  ],
  about: ({ file: { agency } }) => {
    if (agency.kind === undefined) {
      return unclear('案卷未载明处罚主体是行政机关还是授权组织。', ['执法主体类型']);
    }
    return agency.kind === 'authorised'
      ? agency
      : notApplicable('处罚主体不是法律、法规授权的组织。', ['agency.kind']);
  },
  decide: ({ authorisingNorm: norm }) => {
    if (!norm) return unclear('案卷未载明授权所依据的规范及其层级。', ['授权规范'], ['agency.kind']);
    const paths = ['agency.kind', 'agency.authorisingNorm.title', 'agency.authorisingNorm.level'];
    const found = `授权依据《${norm.title}》为${NORM_LEVELS[norm.level]}`;
    return ENOUGH.includes(norm.level)
      ? met(`${found}，可以授权。`, paths)
      : notMet(`${found}，授权应由法律、法规作出。`, paths);
  },
});
