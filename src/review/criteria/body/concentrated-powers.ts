import type { CaseFile } from '../../../cases/case-file.ts';
import type { Profile } from '../../../corpus/profile.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { listedAgency, profileCovers } from '../../steps/agency-names.ts';
import { judgedDay } from '../../steps/decision-day.ts';

type ListedDecision = Profile['agencies'][number]['concentratedPowers'][number];
type FiledDecision = NonNullable<CaseFile['agency']['concentratedPowers']>[number];

interface Transferred {
  code: string;
  /** 原属部门, where the profile names it. */
  owner: string;
  listed: ListedDecision[];
  filed: FiledDecision[] | undefined;
}

/** C1-06 相对集中处罚权决定. */
export const concentratedPowers = rule({
  id: 'C1-06',
  criterion: 1,
  question: '事项本属其他部门的，国务院或者省级政府是否已决定由本机关行使该项处罚权？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(18, '国务院或者省级政府可决定一个机关行使有关机关的处罚权', { paragraph: 2 }),
    formerPenaltyLaw(16, '国务院或者经其授权的省级政府可决定一个机关行使有关机关的处罚权'),
  ],
  reading:
    '事项是否本属其他部门，以地区方案的事项清单和案卷载明的决定为准；决定没有载明终止日的，视为仍然有效；其他机关作出的决定不能集中处罚权；乡镇、街道的赋权另见 C1-05。',
  about: ({ file, profile }): Transferred | Answer => {
    const { agency, violation } = file;
    if (agency.level === 'town') return notApplicable('乡镇、街道的赋权另行核对。', ['agency.level']);
    const code = violation.itemCode;
    if (!code) return unclear('案件未载明执法事项编码，无法核对事项是否本属其他部门。', ['执法事项编码']);
    const entry = profileCovers(profile, file) === false ? undefined : listedAgency(profile, agency.name);
    const items = entry?.items.filter((item) => item.code === code) ?? [];
    const owner = items.find(({ transferredFrom }) => transferredFrom)?.transferredFrom;
    const filed = agency.concentratedPowers;
    if (owner || filed?.some((decision) => decision.items?.includes(code))) {
      const listed = entry?.concentratedPowers ?? [];
      return { code, owner: owner ?? '其他部门', listed, filed };
    }
    const paths = ['agency.name', 'violation.itemCode'];
    return items.length > 0
      ? notApplicable(`事项 ${code} 不是从其他部门划入的。`, paths)
      : unclear(`所用执法事项清单没有事项 ${code}，是否本属其他部门不明。`, ['该事项原属部门'], paths);
  },
  decide: ({ code, owner, listed, filed }, { file, today }) => {
    const on = judgedDay(file, today);
    if (isAnswer(on)) return on;
    const what = `${owner}的事项 ${code} 由本机关行使`;
    const found = listed.find((decision) => decision.items.includes(code) && inForce(decision, on));
    if (found) {
      return met(`${found.document}决定${what}，${chineseDay(on)}有效。`, [
        'agency.name',
        'violation.itemCode',
      ]);
    }
    return byFiled(what, code, on, filed ?? []) ?? withoutDecision(what, on, listed.length > 0, filed);
  },
});

/** A decision in the file that carries the item, else one of which a fact is missing; nothing where none may. */
function byFiled(what: string, code: string, on: Day, filed: FiledDecision[]): Answer | undefined {
  const placed = filed
    .map((decision, index) => ({ decision, path: `agency.concentratedPowers.${index}` }))
    .filter(({ decision }) => decision.by !== 'other')
    .filter(({ decision }) => !decision.items || decision.items.includes(code))
    .filter(({ decision }) => inForce(decision, on));
  const known = placed.find(({ decision }) => decision.items && decision.from);
  if (known) {
    return met(`${known.decision.document}决定${what}，${chineseDay(on)}有效。`, [
      `${known.path}.items`,
      `${known.path}.from`,
      'violation.itemCode',
    ]);
  }
  const open = placed[0];
  if (!open) return undefined;
  const missing = [
    ...(open.decision.items ? [] : ['划转的事项']),
    ...(open.decision.from ? [] : ['施行日期']),
  ].map((fact) => `${open.decision.document}${fact}`);
  return unclear(`${what}，${missing.join('、')}没有载明。`, missing, [open.path]);
}

const inForce = ({ from, to }: { from?: Day; to?: Day | undefined }, on: Day) =>
  (!from || from <= on) && (!to || on <= to);

function withoutDecision(what: string, on: Day, loaded: boolean, filed?: FiledDecision[]): Answer {
  const paths = ['agency.name', 'violation.itemCode', 'agency.concentratedPowers'];
  return loaded || filed
    ? notMet(`${what}，须有国务院或者省级政府的决定，没有${chineseDay(on)}有效的决定。`, paths)
    : unclear(`${what}，没有载入相对集中处罚权的决定，无法核对。`, ['相对集中处罚权决定'], paths);
}
