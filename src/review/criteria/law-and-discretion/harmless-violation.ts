import type { CaseFile } from '../../../cases/case-file.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { uncorrectedIn } from '../../words/uncorrected-in.ts';

export const harmlessViolation = rule({
  id: 'C5-12',
  criterion: 5,
  question: '轻微、及时改正且没有危害后果的，是否不予处罚？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('33', '轻微并及时改正、没有危害后果的，不予处罚。', { paragraph: 1 }),
    formerPenaltyLaw('27', '轻微并及时纠正、没有危害后果的，不予处罚。', { paragraph: 2 }),
  ],
  reading:
    '决定书依据第三十三条第一款不予处罚，而没有及时改正或者危害后果不轻微的，两种情形都不具备，不符合；另有其他不予处罚事由的，由决定书写明。复查材料说没有改正的，与及时改正的认定矛盾。',
  about: ({ file }) => {
    const { minor, correctedInTime, harm } = file.violation;
    const facts = [
      { value: minor, name: '轻微', path: 'violation.minor' },
      { value: correctedInTime, name: '及时改正', path: 'violation.correctedInTime' },
      { value: harm && !harm.occurred, name: '没有危害后果', path: 'violation.harm.occurred' },
    ];
    const failed = facts.find((fact) => fact.value === false);
    if (failed && file.decision?.noPenaltyGround === 'slight-harmless') {
      return notMet(`决定以轻微并及时改正、没有危害后果为由不予处罚，三个条件缺“${failed.name}”。`, [
        ...facts.map((fact) => fact.path),
        'decision.noPenaltyGround',
      ]);
    }
    if (failed && spared(file)) {
      // Both grounds of 33(1) ask for correction in time, and neither covers harm that is not slight.
      const wanting = [
        ...(correctedInTime === false ? ['没有及时改正'] : []),
        ...(harm?.occurred && harm.slight === false ? ['造成的危害后果不轻微'] : []),
      ];
      if (wanting.length > 0) {
        return notMet(`决定依据处罚法第三十三条第一款不予处罚，而当事人${wanting.join('、')}。`, [
          ...facts.map((fact) => fact.path),
          'decision.result',
        ]);
      }
    }
    if (failed) return notApplicable(`三个条件缺“${failed.name}”，不属于应当不予处罚。`, [failed.path]);
    const unknown = facts.filter((fact) => fact.value === undefined);
    const paths = facts.map((fact) => fact.path);
    return unknown.length > 0
      ? unclear(
          `是否应当不予处罚取决于${unknown.map((fact) => `“${fact.name}”`).join('、')}，案卷没有载明。`,
          unknown.map((fact) => `违法行为是否${fact.name}`),
          paths,
        )
      : paths;
  },
  decide: (paths, { file }) => {
    const { decision, proposal } = file;
    const where = [...paths, decision ? 'decision.result' : 'proposal.result'];
    const uncorrected = uncorrectedIn(file);
    if (uncorrected) {
      const { title, quote, path } = uncorrected;
      return notMet(`认定及时改正，而《${title}》载明“${quote}”。`, [...where, path]);
    }
    const result = decision ? decision.result : proposal?.result;
    if (!decision && !proposal) return notApplicable('三个条件都具备，尚未提出处理意见。', paths);
    if (!result) return unclear('三个条件都具备，决定的结果没有载明。', ['决定的结果'], where);
    return result === 'penalty'
      ? notMet('轻微、及时改正且没有危害后果的应不予处罚，本案给予处罚。', where)
      : met('轻微、及时改正且没有危害后果，没有给予处罚。', where);
  },
});

/** Whether the decision spares the party and rests that on 33(1): in its text or among the provisions entered. */
function spared({ decision, papers, provisions }: CaseFile): boolean {
  if (decision?.result !== 'no-penalty') return false;
  const entered = provisions?.punishing?.some(
    ({ law, article, paragraph }) => /行政处罚法$/.test(law) && article === '33' && paragraph !== 2,
  );
  const ofDecision = papers?.find(({ id, kind }) =>
    decision.paper ? id === decision.paper : kind === 'no-penalty-decision',
  );
  return entered || /第三十三条第一款|第33条第1款/.test(ofDecision?.text ?? '');
}
