import type { StoredCase } from '../../cases/stored-case.ts';
import { tookPart } from '../../cases/took-part.ts';
import { AppError } from '../../errors.ts';
import type { Person } from '../../staff/person.ts';

export type Reviewer = Pick<
  Person,
  'id' | 'name' | 'role' | 'legalQualificationOn' | 'firstReviewOn' | 'certificateNumber'
>;

/** From this day first-time reviewers need the legal qualification (行政处罚法 2017 38(3), now 58(2)). */
const QUALIFICATION_FROM = '2018-01-01';

/** Refuses with `not-allowed` unless the person is a qualified reviewer who had no hand in the case. */
export function requireReviewer(stored: StoredCase, by: Reviewer): void {
  if (by.role !== 'reviewer') {
    throw new AppError('not-allowed', '只有法制审核人员可以办理法制审核，请由法制审核人员登录后操作。');
  }
  const part = tookPart(stored, by);
  if (part) {
    throw new AppError('not-allowed', `${part}，承办人不得审核自己办理的案件，请由其他法制审核人员审核。`);
  }
  const beganBefore = by.firstReviewOn !== undefined && by.firstReviewOn < QUALIFICATION_FROM;
  if (!by.legalQualificationOn && !beganBefore) {
    throw new AppError(
      'not-allowed',
      `${by.name}未登记法律职业资格，初次从事法制审核的人员应当具备该资格；请由系统管理员补充登记后再审核。`,
    );
  }
}
