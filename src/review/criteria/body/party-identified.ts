import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { isCreditCode, isIdNumber } from '../../../law/identity-numbers.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notMet, rule, unclear } from '../../rules/rule.ts';

/** C1-08 当事人主体身份核实. */
export const partyIdentified = rule({
  id: 'C1-08',
  criterion: 1,
  question: '当事人的身份号码或者统一社会信用代码是否经核验，主体在决定时是否存续？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'practice',
  basis: [
    penaltyLaw(59, '决定书写明当事人姓名或者名称、地址', { paragraph: 1, item: 1 }),
    penaltyLaw(40, '事实不清、证据不足的不得处罚'),
    formerPenaltyLaw(39, '决定书写明当事人姓名或者名称、地址', { paragraph: 1, item: 1 }),
    formerPenaltyLaw(30, '事实不清的不得处罚'),
  ],
  otherBasis: [{ document: 'GB 11643、GB 32100', gist: '公民身份号码、统一社会信用代码的校验位' }],
  reading: '位数或者校验位不对的号码，照材料录入，由本项指出；吊销执照而未注销的，主体仍存续。',
  decide: (_part, { file, today }) => {
    const { party } = file;
    const parts: Answer[] = [number(party)];
    if (party.kind !== 'person') parts.push(registry(party, file.decision?.date ?? today));
    return combine(parts, unclear('无法核实当事人身份。', ['当事人身份证明']));
  },
});

/** The numbers that the party goes by; one that fails its check is somebody else's or nobody's. */
function number(party: CaseFile['party']): Answer {
  const { kind, creditCode, idNumber, operatorIdNumber } = party;
  const known: [name: string, path: string, value: string | undefined, right: (value: string) => boolean][] =
    [
      ['统一社会信用代码', 'party.creditCode', kind === 'person' ? undefined : creditCode, isCreditCode],
      ['公民身份号码', 'party.idNumber', kind === 'organisation' ? undefined : idNumber, isIdNumber],
      ['经营者的公民身份号码', 'party.operatorIdNumber', operatorIdNumber, isIdNumber],
    ];
  const given = known.filter(([, , value]) => value !== undefined);
  const wrong = given.find(([, , value, right]) => !right(value!));
  if (wrong) {
    const [name, path, value] = wrong;
    return notMet(`${name}“${value}”的位数或者校验位不对，应与证照原件核对。`, [path, 'party.kind']);
  }
  const [first] = given.filter(([, path]) => path !== 'party.operatorIdNumber');
  if (first) {
    return met(`${first[0]}校验通过。`, [...given.map(([, path]) => path), 'party.kind']);
  }
  const asked = kind === 'organisation' ? '统一社会信用代码' : '公民身份号码';
  return unclear(`案卷未载明当事人的${asked}。`, [asked]);
}

function registry({ registry }: CaseFile['party'], on: Day): Answer {
  if (!registry) return unclear('案卷没有登记状态的核查结果。', ['登记状态核查结果']);
  const { status, cancelledOn, checkedOn } = registry;
  const paths = [
    'party.registry.status',
    ...(cancelledOn ? ['party.registry.cancelledOn'] : []),
    ...(checkedOn ? ['party.registry.checkedOn'] : []),
  ];
  if (status === 'revoked') return met('营业执照已吊销但未注销，主体仍存续。', paths);
  if (status === 'active') return met('登记状态为存续。', paths);
  if (!cancelledOn) return unclear('当事人已经注销，但未载明注销日期。', ['注销日期'], paths);
  return cancelledOn <= on
    ? notMet(`当事人已于${chineseDay(cancelledOn)}注销，${chineseDay(on)}时主体不存在。`, paths)
    : met(`当事人于${chineseDay(cancelledOn)}注销，${chineseDay(on)}时仍存续。`, paths);
}
