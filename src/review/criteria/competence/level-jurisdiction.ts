import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notMet, rule, unclear } from '../../rules/rule.ts';

const LEVELS = {
  national: '国家',
  province: '省级',
  city: '市级',
  county: '县级',
  town: '乡镇、街道',
} as const;

export const levelJurisdiction = rule({
  id: 'C6-02',
  criterion: 6,
  question: '本机关是否为县级以上的行政机关，或者依法承接处罚权？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('23', '由县级以上地方政府有处罚权的机关管辖，法律、行政法规另有规定的除外。', {
      states: ['县级以上'],
    }),
    penaltyLaw('24', '省级可以决定把县级部门的处罚权交给能够承接的乡镇、街道，决定要公布。', {
      paragraph: 1,
    }),
    formerPenaltyLaw('20', '由县级以上地方政府有处罚权的机关管辖，法律、行政法规另有规定的除外。', {
      states: ['县级以上'],
    }),
  ],
  about: ({ file }) =>
    file.agency.level ?? unclear('需要知道本机关的层级，案卷没有载明。', ['本机关的层级'], ['agency.level']),
  decide: (level, { file, answerOf }) => {
    const paths = ['agency.level'];
    if (level !== 'town') return met(`本机关为${LEVELS[level]}机关。`, paths);
    const norm = file.agency.authorisingNorm;
    if (norm && (norm.level === 'law' || norm.level === 'administrative-regulation')) {
      return met(`乡镇、街道机关有《${norm.title}》的授权。`, [...paths, 'agency.authorisingNorm.level']);
    }
    // The delegation itself is checked by C1-05: published, in force, and naming the item.
    const delegated = answerOf('C1-05');
    const where = [...paths, 'agency.name', 'violation.itemCode'];
    if (delegated === 'met') return met('乡镇、街道机关的处罚权有省级赋权决定。', where);
    return delegated === 'not-met'
      ? notMet('处罚由县级以上机关管辖，乡镇、街道机关没有有效的赋权。', where)
      : unclear('乡镇、街道机关有无赋权尚不能确定。', ['乡镇、街道的赋权决定'], where);
  },
});
