import { describe, expect, it } from 'vitest';
import { readCaseFile } from '../../src/cases/read-case-file.ts';
import { RULES } from '../../src/review/criteria.ts';
import { screenCase } from '../../src/review/screen-case.ts';
import { BASE_CASE } from './base-case.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

describe('the clean base case', () => {
  it('is a valid case file', () => {
    expect(readCaseFile(BASE_CASE)).toEqual(BASE_CASE);
  });

  it('passes every rule: nothing is not met, and unclear is only what is left to a person’s judgement', () => {
    const findings = screenCase(BASE_CASE, { profile: TEST_PROFILE, book: TEST_BOOK, today: '2025-07-01' });
    const judged = RULES.filter(({ asks }) => asks).map(({ id }) => id);
    const faults = findings.filter(
      ({ rule, answer }) => answer === 'not-met' || (answer === 'unclear' && !judged.includes(rule)),
    );
    expect(faults.map(({ rule, answer, reason }) => `${rule} ${answer}：${reason}`)).toEqual([]);
  });
});
