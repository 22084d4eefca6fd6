import type { Officer } from '../../../cases/case-file.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type ActView, type Answer, actRule, met, notMet, unclear } from '../../rules/rule.ts';
import { inspectionDay, inspectionVisits } from '../../steps/inspection-visits.ts';
import type { PlacedAct } from '../officers/acts-of-case.ts';

/** JC-02 两名以上持证执法人员并出示证件. */
export const twoCertifiedInspectors = actRule({
  id: 'JC-02',
  actions: ['inspection'],
  criterion: 2,
  question: '检查是否由两名以上持有效证件的执法人员实施，并主动出示证件？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(42, '由具有执法资格的人员实施，不少于两人，法律另有规定的除外', {
      paragraph: 1,
      states: ['两人'],
    }),
    penaltyLaw(55, '检查时主动出示证件，不出示的可以拒绝', { paragraph: 1 }),
  ],
  reading: '辅助人员不计入；证件须在检查当日有效，首日和末日均为有效。',
  lawOf: ({ file }) => inspectionDay(file)?.day,
  about: ({ file }) => inspectionVisits(file),
  decide: (visits, { file }) =>
    judgeEach(
      visits,
      (visit) => [staffed(visit, file), shown(visit)].filter((answer) => answer !== undefined),
      met(
        '检查由两名以上持有效证件的执法人员实施，并出示了证件。',
        visits.flatMap(({ path }) => [`${path}.officers`, `${path}.certificatesShown`]),
      ),
    ),
});

function staffed({ act, path, name, day, dayPath }: PlacedAct, file: ActView): Answer | undefined {
  const paths = [`${path}.officers`, ...(dayPath ? [dayPath] : [])];
  if (!act.officers) return unclear(`${name}未载明执法人员。`, [`${name}的执法人员`], [path]);
  const present = (file.officers ?? [])
    .map((officer, index) => ({ officer, at: `officers.${index}.certificate` }))
    .filter(({ officer }) => act.officers?.includes(officer.id) && !officer.auxiliary);
  const states = present.map(({ officer }) => certified(officer, day));
  const certain = states.filter((state) => state === true).length;
  const open = present.filter((_, index) => states[index] === undefined);
  const where = [...paths, ...present.map(({ at }) => at)];
  if (certain >= 2) return undefined;
  if (certain + open.length >= 2) {
    const names = open.map(({ officer }) => officer.name).join('、');
    return unclear(`${names}在${name}当日的证件是否有效没有载明。`, [`${names}的执法证件及有效期`], where);
  }
  if (act.officers.length > 0 && !file.officers) {
    return unclear(`${name}的执法人员没有名单可以核对。`, ['执法人员名单'], where);
  }
  return notMet(`${name}应有两名以上持有效证件的执法人员，实际${certain + open.length}名。`, where);
}

/** Whether the certificate held on the day; `undefined` while its dates, or the day, are not known. */
function certified({ certificate }: Officer, day: string | undefined): boolean | undefined {
  if (!certificate || !day) return undefined;
  const { validFrom, validTo } = certificate;
  if ((validFrom && day < validFrom) || (validTo && day > validTo)) return false;
  return validFrom && validTo ? true : undefined;
}

function shown({ act, path, name }: PlacedAct): Answer | undefined {
  if (act.certificatesShown === undefined) {
    return unclear(`${name}是否出示证件没有载明。`, [`${name}出示证件的记载`], [path]);
  }
  return act.certificatesShown
    ? undefined
    : notMet(`${name}应主动出示执法证件，没有出示。`, [`${path}.certificatesShown`]);
}
