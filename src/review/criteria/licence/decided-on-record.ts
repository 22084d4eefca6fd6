import { licenceLaw } from '../../licence-law.ts';
import { licenceRule } from '../../licence-rule.ts';
import { met, notApplicable, notMet, unclear } from '../../rule.ts';

/** XK-07 根据听证笔录决定. */
export const decidedOnRecord = licenceRule({
  id: 'XK-07',
  criterion: 3,
  question: '举行听证的，许可决定是否根据听证笔录作出？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [licenceLaw(48, '许可决定根据听证笔录作出', { paragraph: 2, states: ['根据听证笔录'] })],
  judge: ({ licenceHearing: hearing, licenceDecision: decision, hearingByNorm, thirdPartiesTouched }) => {
    const place = 'licence.licenceHearing';
    const paths = [`${place}.held`, `${place}.heldOn`];
    if (hearing?.held === false) return notApplicable('没有举行听证。', paths);
    if (!hearing?.held && !hearing?.heldOn) {
      const triggers = [...paths, 'licence.hearingByNorm', 'licence.thirdPartiesTouched'];
      if (hearing?.requested === false && hearingByNorm === false) {
        return notApplicable('没有人要求听证。', [...triggers, `${place}.requested`]);
      }
      return hearingByNorm === false && thirdPartiesTouched === false
        ? notApplicable('本项许可不需要听证。', triggers)
        : unclear('是否举行听证没有载明。', ['是否举行听证'], triggers);
    }
    if (!decision?.date) return notApplicable('尚未作出许可决定。', ['licence.licenceDecision.date']);
    const seen = [...paths, `${place}.recordMade`, 'licence.licenceDecision.restsOnRecord'];
    if (hearing.recordMade === false) return notMet('听证没有制作笔录，决定不能根据笔录作出。', seen);
    if (decision.restsOnRecord === undefined || hearing.recordMade === undefined) {
      return unclear('决定是否根据听证笔录作出没有载明。', ['决定是否根据听证笔录作出'], seen);
    }
    return decision.restsOnRecord
      ? met('许可决定根据听证笔录作出。', seen)
      : notMet('许可决定没有根据听证笔录作出。', seen);
  },
});
