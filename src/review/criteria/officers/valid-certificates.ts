import type { CaseFile, Officer } from '../../../cases/case-file.ts';
import type { Profile } from '../../../corpus/profile.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { placeInArea } from '../../../law/place-in-area.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { listedAgency } from '../../steps/agency-names.ts';
import { actsOfCase, type PlacedAct } from './acts-of-case.ts';

/** C2-02 执法证件有效且类别、区域相符. */
export const validCertificates = rule({
  id: 'C2-02',
  criterion: 2,
  question: '执法人员的证件在每一次执法行为当日是否有效，类别和区域是否相符？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(42, '由具有执法资格的人员实施处罚', { paragraph: 1 }),
    penaltyLaw(76, '执法人员未取得证件执法的，责任人员受处分', { paragraph: 1, item: 5 }),
    formerPenaltyLaw(37, '调查或者检查时出示证件', { paragraph: 1 }),
  ],
  reading: '有效期首日和末日均为有效；证件区域包含处罚机关管辖区域或者违法行为发生地的为相符。',
  about: ({ file }) => actsOfCase(file),
  decide: (acts, { file, profile }) => {
    const used = new Set<string>();
    return judgeEach(
      acts,
      (placed) => judgeAct(placed, file, profile, used),
      met('各执法行为当日，执法人员的证件均在有效期内，类别、区域相符。', [
        ...acts.flatMap(({ path, dayPath }) => [`${path}.officers`, ...(dayPath ? [dayPath] : [])]),
        ...(file.officers ?? []).flatMap((officer, index) =>
          acts.some(({ act }) => act.officers?.includes(officer.id)) ? [`officers.${index}.certificate`] : [],
        ),
      ]),
    );
  },
});

function judgeAct(
  { act, path, name, day }: PlacedAct,
  file: CaseFile,
  profile: Profile,
  used: Set<string>,
): Answer[] {
  if (!act.officers || act.officers.length === 0) {
    return [unclear(`${name}未载明执法人员。`, [`${name}的执法人员`], [path])];
  }
  if (!day) return [unclear(`${name}未载明日期，无法核对证件。`, [`${name}的日期`], [path])];
  const officers = file.officers ?? [];
  return act.officers.flatMap((id) => {
    const index = officers.findIndex((officer) => officer.id === id);
    const officer = officers[index];
    if (!officer) return [];
    const faults = certificateFaults(officer, `officers.${index}.certificate`, day, name, file, profile);
    // The same defect of one officer is said once, not at every act.
    return faults.filter(({ reason }) => !used.has(reason) && used.add(reason));
  });
}

function certificateFaults(
  { name, auxiliary, certificate }: Officer,
  path: string,
  day: Day,
  actName: string,
  file: CaseFile,
  profile: Profile,
): Answer[] {
  if (!certificate) {
    // An auxiliary is not an officer: whether enough officers were there is another rule's question.
    return auxiliary ? [] : [unclear(`${name}的执法证件没有记载。`, [`${name}的执法证件`])];
  }
  const { validFrom, validTo, category, area } = certificate;
  const faults: Answer[] = [];
  if ((validFrom && day < validFrom) || (validTo && day > validTo)) {
    faults.push(
      notMet(
        `${name}的证件有效期为${validFrom ? chineseDay(validFrom) : '（未载明）'}至${validTo ? chineseDay(validTo) : '（未载明）'}，${actName}不在有效期内。`,
        [path],
      ),
    );
  } else if (!validFrom || !validTo) {
    faults.push(unclear(`${name}的证件有效期记载不全。`, [`${name}的证件有效期`], [path]));
  }
  const categories = listedAgency(profile, file.agency.name)?.certificateCategories ?? [];
  if (!category) faults.push(unclear(`${name}的证件类别没有记载。`, [`${name}的证件类别`], [path]));
  else if (categories.length === 0) {
    faults.push(unclear('地区方案没有载明该机关的证件类别。', ['该机关的证件类别'], [path]));
  } else if (!categories.includes(category)) {
    faults.push(
      notMet(`${name}的证件类别为“${category}”，应为${categories.map((c) => `“${c}”`).join('、')}。`, [path]),
    );
  }
  const areaFault = judgeArea(name, area, path, file);
  return areaFault ? [...faults, areaFault] : faults;
}

function judgeArea(name: string, area: string | undefined, path: string, file: CaseFile): Answer | undefined {
  if (!area) return unclear(`${name}的证件区域没有记载。`, [`${name}的证件区域`], [path]);
  const regions = [file.violation.region, file.agency.region].filter((region) => region !== undefined);
  if (regions.length === 0) return unclear('案卷未载明处罚机关的区域。', ['处罚机关区域'], [path]);
  const lying = regions.map((region) => placeInArea(region, area));
  if (lying.includes('within')) return undefined;
  if (lying.includes('open')) {
    return unclear(`${name}的证件区域“${area}”小于案件区域，需核实。`, ['违法行为发生地的详细区域'], [path]);
  }
  if (!file.agency.region) {
    return unclear(
      `${name}的证件区域“${area}”是否含本机关的管辖区域，案卷未载明。`,
      ['处罚机关区域'],
      [path],
    );
  }
  return notMet(`${name}的证件区域为“${area}”，不含案件所在的“${regions[0]}”。`, [path]);
}
