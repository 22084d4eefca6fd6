import { randomUUID } from 'node:crypto';
import type { Db } from '../db/database.ts';
import { AppError, type FieldFault } from '../errors.ts';
import { isDay } from '../law/dates.ts';
import { hashNewPassword } from './check-password.ts';
import { type Person, personFromRow, ROLES, type Role } from './person.ts';

export interface NewPerson {
  name: string;
  username: string;
  role: Role;
  password: string;
  legalQualificationOn?: string;
  firstReviewOn?: string;
  certificateNumber?: string;
  example?: boolean;
}

/**
 * Creates an account (there is no public sign-up). Refuses with `invalid-input`, naming each faulty field,
 * and with `conflict` when the user name is taken.
 */
export async function createPerson(db: Db, input: NewPerson): Promise<Person> {
  const username = input.username.trim().toLowerCase();
  const faults: FieldFault[] = [];
  // A name stands on signatures: no sign in it may be invisible.
  if (!input.name.trim() || /[\p{C}\u200b-\u200f\u2028-\u202e]/u.test(input.name))
    faults.push({ path: 'name', expected: '姓名，不含看不见的字符' });
  if (!/^[a-z0-9_.]{3,30}$/.test(username)) {
    faults.push({ path: 'username', expected: '3 至 30 位小写字母、数字、下划线或点' });
  }
  if (!(input.role in ROLES))
    faults.push({ path: 'role', expected: `${Object.values(ROLES).join('、')}之一` });
  for (const path of ['legalQualificationOn', 'firstReviewOn'] as const) {
    if (input[path] && !isDay(input[path])) faults.push({ path, expected: '存在的日期，写作 YYYY-MM-DD' });
  }
  if (faults.length > 0) {
    throw new AppError('invalid-input', `人员信息有 ${faults.length} 处不合要求，请改正后重试。`, { faults });
  }
  const hash = await hashNewPassword(input.password);
  const id = randomUUID();
  const row = await db
    .insertInto('people')
    .values({
      id,
      name: input.name.trim(),
      // better-auth demands an address; `.invalid` can never receive mail.
      email: `${username}@mingcai.invalid`,
      image: null,
      username,
      display_username: username,
      role: input.role,
      legal_qualification_on: input.legalQualificationOn || null,
      first_review_on: input.firstReviewOn || null,
      certificate_number: input.certificateNumber || null,
      example: input.example ?? false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new AppError('conflict', `用户名“${username}”已被使用，请换一个。`);
  await db
    .insertInto('accounts')
    .values({ id: randomUUID(), account_id: id, provider_id: 'credential', user_id: id, password: hash })
    .execute();
  return personFromRow(row);
}
