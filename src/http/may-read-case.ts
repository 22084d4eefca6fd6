import type { StoredCase } from '../cases/stored-case.ts';
import { AppError } from '../errors.ts';
import type { Person } from '../staff/person.ts';

/**
 * Who may look into a case: its own handlers, reviewers, the head and auditors. Trainers and administrators
 * see only invented cases: their work does not need a party's data (个人信息保护法 6, 51).
 */
export function mayReadCase(person: Person, stored: Pick<StoredCase, 'handlers' | 'example'>): boolean {
  if (person.role === 'handler') return stored.handlers.includes(person.id);
  return person.role === 'reviewer' || person.role === 'head' || person.role === 'auditor' || stored.example;
}

/** Refuses with `not-allowed` when this person may not look into the case. */
export function requireReader(person: Person, stored: Pick<StoredCase, 'handlers' | 'example'>): void {
  if (!mayReadCase(person, stored)) {
    throw new AppError(
      'not-allowed',
      '您不是本案承办人，不能查看本案；需要参与办理的，请本案承办人把您加为承办人。',
    );
  }
}
