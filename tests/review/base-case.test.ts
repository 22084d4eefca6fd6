import { describe, expect, it } from 'vitest';
import { readAnyCaseFile } from '../../src/cases/read-case-file.ts';
import { RULES } from '../../src/review/criteria.ts';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { BASE_CASES } from './base-acts.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

describe.each(Object.entries(BASE_CASES))('the clean base case of %s', (_action, base) => {
  it('is a valid case file', () => {
    expect(readAnyCaseFile(base)).toEqual(base);
  });

  it('passes every rule: nothing is not met, and unclear is only what is left to a person’s judgement', () => {
    const findings = screenCase(base, { profile: TEST_PROFILE, book: TEST_BOOK, today: '2025-07-01' });
    const judged = RULES.filter(({ asks }) => asks).map(({ id }) => id);
    const faults = findings.filter(
      ({ rule, answer }) => answer === 'not-met' || (answer === 'unclear' && !judged.includes(rule)),
    );
    expect(faults.map(({ rule, answer, reason }) => `${rule} ${answer}：${reason}`)).toEqual([]);
  });
});
