import type { CaseFile } from '../../cases/case-file.ts';
import { type Answer, notApplicable, unclear } from '../rules/rule.ts';
import { beforeProposal } from './decision-day.ts';

type Offer = NonNullable<NonNullable<CaseFile['defence']>['noFaultEvidence']>;
const OFFERED = 'defence.noFaultEvidence.offered';
/** How a defence speaks of fault, or of the care that excludes it. */
const FAULT =
  /过错|过失|故意|疏忽|不知|不明知|无意|误认|误以为|误信|善意|查验|审查义务|注意义务|尽到|尽了|合法来源|正规渠道|不可抗力|意外|第三方|供货(?:商|者)?(?:提供|欺骗|隐瞒)/;

/**
 * The party's evidence that it was not at fault; not applicable where it offered none. The burden is the party's: a
 * defence that says nothing of fault offered nothing. Unclear where the defence or a hearing is not told.
 */
export function noFaultOffered(file: CaseFile): Offer | Answer {
  const { defence, hearing } = file;
  const offer = defence?.noFaultEvidence;
  if (offer?.offered) return offer;
  if (offer) return notApplicable('当事人没有提出没有主观过错的证据。', [OFFERED]);
  if (!defence && beforeProposal(file)) {
    return notApplicable('尚未告知当事人，当事人尚未陈述申辩。', ['defence']);
  }
  const said = [...(defence?.points ?? []), ...(hearing?.record?.points ?? [])].map(({ text }) => text);
  const heard = hearing?.held === true;
  const silent = defence?.submitted === false || defence?.waivedOn !== undefined;
  if (!heard && silent && said.length === 0) {
    return notApplicable('当事人没有陈述申辩，也没有听证，没有提出没有主观过错的证据。', [
      'defence.submitted',
      'defence.waivedOn',
      'hearing.held',
    ]);
  }
  const told = (defence?.points?.length || silent) && (!heard || hearing.record?.points?.length);
  if (told && !said.some((text) => FAULT.test(text))) {
    return notApplicable('记录的陈述申辩要点没有提到主观过错，案卷也没有当事人举证的记载。', [
      'defence.points',
      ...(heard ? ['hearing.record.points'] : []),
    ]);
  }
  return unclear(
    '当事人是否提出没有主观过错的证据没有载明。',
    ['当事人是否提出没有主观过错的证据'],
    ['defence'],
  );
}
