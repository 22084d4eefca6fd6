import type { Day } from '../../../law/dates.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  type Context,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { recordSignatures, signaturePaths } from '../evidence/record-signatures.ts';
import { actsOfCase, type PlacedAct } from '../officers/acts-of-case.ts';

/** C3-28 抽样取证凭证. */
export const samplingRecord = rule({
  id: 'C3-28',
  criterion: 3,
  question: '抽样取证是否制作凭证，载明物品、批号、数量、时间、地点和封样，并由执法人员和当事人签名？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [
    penaltyLaw(56, '收集证据可以抽样', { states: ['抽样取证'] }),
    formerPenaltyLaw(37, '收集证据可以抽样', { paragraph: 2 }),
  ],
  otherBasis: [{ document: '实务做法（以当地为准）', gist: '抽样取证制作凭证，由当事人确认' }],
  reading: '法律只规定可以抽样，凭证的内容是实务做法；没有批号的物品，批号一栏写明没有即可。',
  lawOf: firstSamplingDay,
  about: ({ file }) => {
    const acts = actsOfCase(file, ['sampling']);
    if (isAnswer(acts) || acts.length > 0) return acts;
    return notApplicable('本案没有抽样取证。', ['acts']);
  },
  decide: (acts, { file }) =>
    judgeEach(
      acts,
      (placed) =>
        [contents(placed), recordSignatures(placed.act, placed.path, placed.name, file) ?? []].flat(),
      notApplicable('本案没有抽样取证。', ['acts']),
    ),
});

function firstSamplingDay({ file }: Context): Day | undefined {
  const acts = actsOfCase(file, ['sampling']);
  if (isAnswer(acts)) return undefined;
  return acts
    .flatMap(({ day }) => day ?? [])
    .sort()
    .at(0);
}

function contents({ act, path, name, dayPath }: PlacedAct): Answer {
  const { item, batch, quantity, sealed } = act.sampling ?? {};
  const facts = [
    { name: '样品名称', value: item, path: `${path}.sampling.item` },
    { name: '批号', value: batch, path: `${path}.sampling.batch` },
    { name: '数量', value: quantity, path: `${path}.sampling.quantity` },
    { name: '时间', value: dayPath, path: dayPath ?? path },
    { name: '地点', value: act.place, path: `${path}.place` },
    { name: '封样情况', value: sealed, path: `${path}.sampling.sealed` },
  ];
  if (sealed === false) return notMet(`${name}的样品没有封样。`, [`${path}.sampling.sealed`]);
  const missing = facts.filter(({ value }) => value === undefined).map((fact) => fact.name);
  return missing.length > 0
    ? unclear(
        `${name}凭证的${missing.join('、')}没有载明。`,
        missing.map((fact) => `${name}的${fact}`),
        [path],
      )
    : met(`${name}凭证载明了物品、批号、数量、时间、地点和封样，签名齐全。`, [
        ...facts.map((fact) => fact.path),
        ...signaturePaths(act, path),
      ]);
}
