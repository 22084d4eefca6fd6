import { chineseDay, type Day } from '../../../law/dates.ts';
import { licenceLaw } from '../../rules/licence-law.ts';
import { licenceRule } from '../../rules/licence-rule.ts';
import { type Answer, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';

const HEARING = 'licence.licenceHearing';

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
    const paths = [`${HEARING}.held`, `${HEARING}.heldOn`];
    if (hearing?.held === false) return notApplicable('没有举行听证。', paths);
    if (!hearing?.held && !hearing?.heldOn) {
      const triggers = [...paths, 'licence.hearingByNorm', 'licence.thirdPartiesTouched'];
      if (hearing?.requested === false && hearingByNorm === false) {
        return notApplicable('没有人要求听证。', [...triggers, `${HEARING}.requested`]);
      }
      return hearingByNorm === false && thirdPartiesTouched === false
        ? notApplicable('本项许可不需要听证。', triggers)
        : unclear('是否举行听证没有载明。', ['是否举行听证'], triggers);
    }
    if (!decision) return notApplicable('尚未作出许可决定。', ['licence.licenceDecision']);
    return [
      afterHearing(hearing.heldOn, decision.date),
      onRecord(hearing.recordMade, decision.restsOnRecord),
    ];
  },
});

function afterHearing(heldOn: Day | undefined, decidedOn: Day | undefined): Answer {
  const paths = [`${HEARING}.heldOn`, 'licence.licenceDecision.date'];
  if (!heldOn || !decidedOn) {
    const missing = [...(heldOn ? [] : ['听证的举行日期']), ...(decidedOn ? [] : ['许可决定的日期'])];
    return unclear(`${missing.join('、')}没有载明。`, missing, paths);
  }
  const found = `听证于${chineseDay(heldOn)}举行，决定于${chineseDay(decidedOn)}作出`;
  return decidedOn < heldOn ? notMet(`${found}，早于听证。`, paths) : met(`${found}。`, paths);
}

function onRecord(recordMade: boolean | undefined, restsOnRecord: boolean | undefined): Answer {
  const paths = [`${HEARING}.recordMade`, 'licence.licenceDecision.restsOnRecord'];
  if (recordMade === false) return notMet('听证没有制作笔录，决定不能根据笔录作出。', paths);
  if (restsOnRecord === false) return notMet('许可决定没有根据听证笔录作出。', paths);
  return restsOnRecord && recordMade
    ? met('许可决定根据听证笔录作出。', paths)
    : unclear('决定是否根据听证笔录作出没有载明。', ['决定是否根据听证笔录作出'], paths);
}
