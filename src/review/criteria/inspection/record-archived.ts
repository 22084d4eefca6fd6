import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type ActView, type Answer, actRule, combine, met, notMet, unclear } from '../../rules/rule.ts';
import { inspectionDay, inspectionVisits } from '../../steps/inspection-visits.ts';
import type { PlacedAct } from '../officers/acts-of-case.ts';

/** JC-07 检查记录签字归档. */
export const recordArchived = actRule({
  id: 'JC-07',
  actions: ['inspection'],
  criterion: 4,
  question: '检查是否制作书面记录，由检查人员签字并归档？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    penaltyLaw(55, '询问、检查要制作笔录', { paragraph: 2, states: ['应当制作笔录'] }),
    {
      law: '中华人民共和国行政许可法',
      article: '61',
      paragraph: 2,
      gist: '监督检查的情况和处理结果要记录，由检查人员签字后归档，公众可以查阅',
      from: '2021-07-15',
      states: ['签字后归档'],
    },
  ],
  reading: '每名到场的执法人员都应签字；不是许可事项的检查，比照许可法的要求。',
  lawOf: ({ file }) => inspectionDay(file)?.day,
  about: ({ file }) => inspectionVisits(file),
  decide: (visits, { file }) =>
    combine(
      [...visits.flatMap((visit) => [written(visit), signed(visit, file)]), archived(file)],
      met('检查记录已签字归档。', ['inspection.archivedOn']),
    ),
});

function written({ act, path, name }: PlacedAct): Answer {
  return act.paper
    ? met(`${name}有书面记录。`, [`${path}.paper`])
    : unclear(`案卷没有${name}的书面记录。`, [`${name}的检查记录`], [path]);
}

function signed({ act, path, name }: PlacedAct, file: ActView): Answer {
  const paths = [`${path}.officersSigned`, `${path}.officers`];
  if (!act.officers?.length) return unclear(`${name}未载明执法人员。`, [`${name}的执法人员`], paths);
  if (!act.officersSigned) return unclear(`${name}的记录是否签字没有载明。`, [`${name}记录的签字`], paths);
  const names = new Map((file.officers ?? []).map((officer) => [officer.id, officer]));
  const unsigned = act.officers.filter(
    (id) => !act.officersSigned?.includes(id) && names.get(id)?.auxiliary !== true,
  );
  if (unsigned.length === 0) return met(`${name}的记录由检查人员签字。`, paths);
  const who = unsigned.map((id) => names.get(id)?.name ?? id).join('、');
  return notMet(`${name}的记录应由检查人员签字，${who}没有签字。`, paths);
}

function archived({ inspection }: ActView): Answer {
  const path = 'inspection.archivedOn';
  return inspection?.archivedOn
    ? met('检查记录已归档。', [path])
    : unclear('检查记录是否归档没有载明。', ['检查记录归档日'], [path]);
}
