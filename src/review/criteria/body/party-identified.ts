import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../penalty-law.ts';
import { type Answer, combine, met, notMet, rule, unclear } from '../../rule.ts';

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
  reading: '校验位在读入案件文件时即已核验，写错的号码不能进入案件；吊销执照而未注销的，主体仍存续。',
  decide: (_part, { file, today }) => {
    const { party } = file;
    const parts: Answer[] = [number(party)];
    if (party.kind !== 'person') parts.push(registry(party, file.decision?.date ?? today));
    return combine(parts, unclear('无法核实当事人身份。', ['当事人身份证明']));
  },
});

function number(party: CaseFile['party']): Answer {
  if (party.kind === 'organisation') {
    return party.creditCode
      ? met('统一社会信用代码校验通过。', ['party.creditCode'])
      : unclear('案卷未载明当事人的统一社会信用代码。', ['统一社会信用代码']);
  }
  if (party.kind === 'individual-business' && party.creditCode) {
    return met('统一社会信用代码校验通过。', [
      'party.creditCode',
      ...(party.idNumber ? ['party.idNumber'] : []),
    ]);
  }
  return party.idNumber
    ? met('公民身份号码校验通过。', ['party.idNumber'])
    : unclear('案卷未载明当事人的公民身份号码。', ['公民身份号码']);
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
