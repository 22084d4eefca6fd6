import type { PersonRow } from '../db/tables.ts';
import type { Day } from '../law/dates.ts';

/** 角色. Everyone has exactly one, so that nobody handles, reviews and signs the same case. */
export const ROLES = {
  handler: '承办人',
  reviewer: '法制审核人员',
  head: '机关负责人',
  trainer: '评测人员',
  auditor: '审计人员',
  administrator: '系统管理员',
} as const;

export type Role = keyof typeof ROLES;

/** A person with an account. Accounts belong to one natural person each; there are no shared ones. */
export interface Person {
  id: string;
  name: string;
  role: Role;
  username: string;
  /** 取得国家统一法律职业资格之日. */
  legalQualificationOn?: Day;
  /** 初次从事法制审核之日. */
  firstReviewOn?: Day;
  /** 执法证件号. */
  certificateNumber?: string;
  example: boolean;
  disabled: boolean;
}

/** The person in a row of `people`. */
export function personFromRow(row: PersonRow | PersonSelection): Person {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    username: row.username,
    ...(row.legal_qualification_on ? { legalQualificationOn: row.legal_qualification_on } : {}),
    ...(row.first_review_on ? { firstReviewOn: row.first_review_on } : {}),
    ...(row.certificate_number ? { certificateNumber: row.certificate_number } : {}),
    example: Boolean(row.example),
    disabled: row.disabled_at !== null,
  };
}

type PersonSelection = Pick<
  PersonRow,
  'id' | 'name' | 'role' | 'username' | 'legal_qualification_on' | 'first_review_on' | 'certificate_number'
> & { example: boolean; disabled_at: unknown };
