import { judgeEach } from '../../rules/judge-each.ts';
import { type ActView, type Answer, actRule, isAnswer, met, notMet, unclear } from '../../rules/rule.ts';
import {
  enterpriseInspection,
  INSPECTION_OPINION,
  OPINION_READING,
} from '../../steps/enterprise-inspection.ts';
import { inspectionVisits } from '../../steps/inspection-visits.ts';

type Actor = NonNullable<NonNullable<ActView['inspection']>['actors']>[number];
const ROLES = { auxiliary: '辅助人员', 'third-party': '第三方人员', expert: '专家' } as const;

/** JC-08 第三方、辅助人员不得实施检查. */
export const officersOnly = actRule({
  id: 'JC-08',
  actions: ['inspection'],
  criterion: 2,
  question: '检查是否只由执法人员实施，没有由第三方或者辅助人员实施？',
  severity: 'block',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [],
  otherBasis: [{ document: INSPECTION_OPINION, gist: '不得由第三方、辅助人员实施检查' }],
  reading: `${OPINION_READING}只提供技术支持、辅助而不实施检查的，不算实施。`,
  about: ({ file }) => {
    const held = enterpriseInspection(file);
    if (isAnswer(held)) return held;
    const actors = file.inspection?.actors;
    return actors?.length
      ? { actors, day: held.path }
      : unclear('到场实施或者协助检查的是什么人员没有载明。', ['到场人员及其身份'], ['inspection.actors']);
  },
  decide: ({ actors, day }, { file }) => {
    const visits = inspectionVisits(file);
    if (isAnswer(visits)) return visits;
    const unnamed = visits.find(({ act }) => !act.officers);
    if (unnamed) {
      return unclear(`${unnamed.name}未载明执法人员。`, [`${unnamed.name}的执法人员`], [unnamed.path]);
    }
    const helpers = new Set(actors.filter((actor) => actor.assistsOnly).map((actor) => actor.name));
    const auxiliaries = (file.officers ?? []).flatMap((officer, index) =>
      officer.auxiliary &&
      !helpers.has(officer.name) &&
      visits.some(({ act }) => act.officers?.includes(officer.id))
        ? [
            notMet(`辅助人员${officer.name}被列为检查人员，检查只能由执法人员实施。`, [
              `officers.${index}.auxiliary`,
            ]),
          ]
        : [],
    );
    return judgeEach(
      [...actors.map(judgeActor), ...auxiliaries],
      (answer) => answer,
      met('检查只由执法人员实施。', [day, ...actors.map((_, index) => `inspection.actors.${index}.role`)]),
    );
  },
});

function judgeActor({ name, role, assistsOnly }: Actor, index: number): Answer | undefined {
  const paths = [`inspection.actors.${index}.role`, `inspection.actors.${index}.assistsOnly`];
  if (!role) return unclear(`${name}的身份没有载明。`, [`${name}的身份`], paths);
  if (role === 'officer' || assistsOnly) return undefined;
  const who = `${ROLES[role]}${name}`;
  return assistsOnly === false
    ? notMet(`检查只能由执法人员实施，${who}实施了检查。`, paths)
    : unclear(`${who}是否只提供协助没有载明。`, [`${who}是否实施检查`], paths);
}
