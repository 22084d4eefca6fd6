import type { Penalty } from '../../../law/sanction.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  type Context,
  combine,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { actDay } from '../../steps/act-day.ts';
import { listedAgency, profileCovers } from '../../steps/agency-names.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';

/** Bodies to which a law may have given the power. */
const OTHERS = /海警|国家安全|移民管理|边防检查/;

/** Bodies that register businesses, or may hold the power of one that does. */
const MAY_REGISTER =
  /市场监督|市场监管|工商|行政审批|审批服务|政务服务|登记|综合|人民政府|街道|管理委员会|管委会/;
const REVOKES = /吊销[^。；]{0,20}(?:营业执照|执照)/;
const BY_REGISTRAR = /(?:市场监督管理|市场监管|工商行政管理|登记)(?:部门|机关)[^。；]{0,20}吊销/;

export const reservedPowers = rule({
  id: 'C6-05',
  criterion: 6,
  question: '行政拘留、吊销许可证件是否由有权机关作出？',
  severity: 'block',
  consequence: 'void',
  basis: [
    penaltyLaw('18', '限制人身自由的处罚只由公安机关和法律规定的机关行使。', { paragraph: 3 }),
    penaltyLaw('10', '限制人身自由的处罚只能由法律设定。', { paragraph: 2 }),
    formerPenaltyLaw('16', '限制人身自由的处罚只由公安机关行使。'),
    formerPenaltyLaw('9', '限制人身自由的处罚只能由法律设定。', { paragraph: 2 }),
  ],
  otherBasis: [{ document: '实践做法，待各地确认', gist: '吊销许可证件由发证机关作出。' }],
  reading:
    '吊销的不是本机关所发证件的，罚则写明可由本机关吊销才行，由人核对，答不清楚。营业执照由登记机关颁发：不是市场监督管理、工商行政管理、行政审批机关，也没有集中行使处罚权，引用的罚则又没有规定吊销营业执照（或者写明由市场监督管理部门吊销）的，不符合；罚则不在法规库的，答不清楚。',
  about: ({ file }) => judgedPenalties(file),
  decide: (judged, context) =>
    combine(
      judged.penalties.flatMap((penalty, index): Answer[] => {
        const paths = [`${judged.path}.${index}.type`];
        if (penalty.type === 'detention') return [detention(paths, context)];
        if (penalty.type === 'revoke')
          return [revocation(penalty, [...paths, `${judged.path}.${index}.text`], context)];
        return [];
      }),
      notApplicable(`${judged.name}没有行政拘留、吊销许可证件。`, [judged.path]),
    ),
});

function detention(paths: string[], { file }: Context): Answer {
  const where = [...paths, 'agency.system'];
  if (!file.agency.system)
    return unclear('需要知道本机关是否为公安机关，案卷没有载明。', ['机关所属系统'], where);
  if (file.agency.system !== 'police' && OTHERS.test(file.agency.name)) {
    return unclear(
      `行政拘留由公安机关和法律规定的其他机关作出，“${file.agency.name}”有没有法律规定由人核对。`,
      ['授予限制人身自由处罚权的法律'],
      [...where, 'agency.name'],
    );
  }
  return file.agency.system === 'police'
    ? met('行政拘留由公安机关作出。', where)
    : notMet('行政拘留只能由公安机关等法定机关作出，本机关不是公安机关。', where);
}

function revocation(penalty: Penalty, paths: string[], context: Context): Answer {
  const { file, profile } = context;
  const where = [...paths, 'agency.name'];
  const agency = profileCovers(profile, file) === false ? undefined : listedAgency(profile, file.agency.name);
  const permit = agency?.revokes.find((entry) => penalty.text?.includes(entry));
  if (permit) return met(`吊销的${permit}由本机关颁发。`, where);
  const registrars = penalty.text?.includes('营业执照') ? registrarsOnly(context) : undefined;
  return (
    registrars ??
    unclear(
      '吊销的许可证件是否由本机关颁发或者罚则写明由本机关吊销，不能确定。',
      ['许可证件的发证机关'],
      where,
    )
  );
}

/** Not met where the agency registers no businesses and every cited provision is known and gives it no such power. */
function registrarsOnly({ file, book }: Context): Answer | undefined {
  const { agency, provisions } = file;
  if (agency.kind !== 'administrative' || MAY_REGISTER.test(agency.name)) return undefined;
  if (agency.concentratedPowers?.length) return undefined;
  const act = actDay(file);
  const punishing = provisions?.punishing ?? [];
  if (!act || punishing.length === 0) return undefined;
  const grants = punishing.map((citation) => {
    const state = book.cite(citation, act.day);
    const text = state.state === 'in-force' ? state.text : undefined;
    if (text) return REVOKES.test(text) && !BY_REGISTRAR.test(text);
    const sanction = book.readingOf(citation, act.day);
    return sanction === 'none' ? false : sanction?.types.includes('revoke');
  });
  return grants.every((grant) => grant === false)
    ? notMet(
        `营业执照由市场监督管理等登记机关吊销，“${agency.name}”不是登记机关，引用的罚则也没有规定由其吊销营业执照。`,
        ['agency.name', 'agency.kind', 'provisions.punishing', act.path],
      )
    : undefined;
}
