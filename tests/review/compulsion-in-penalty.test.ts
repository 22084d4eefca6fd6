import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { compulsionRules } from '../../src/review/criteria/compulsion-rules.ts';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { COMPULSION_CASE } from './base-acts/compulsion.ts';
import { BASE_CASE } from './base-case.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

function answers(file: CaseFile): Record<string, string> {
  const options = { profile: TEST_PROFILE, book: TEST_BOOK, today: '2025-07-01', rules: compulsionRules };
  return Object.fromEntries(screenCase(file, options).map(({ rule, answer }) => [rule, answer]));
}

describe('行政强制 in a penalty file', () => {
  it('is not asked about where the file records none', () => {
    expect(new Set(Object.values(answers(BASE_CASE)))).toEqual(new Set(['not-applicable']));
    expect(new Set(Object.values(answers({ ...BASE_CASE, compulsions: [] })))).toEqual(
      new Set(['not-applicable']),
    );
  });

  it('is asked for once, by the first rule, where an act or a paper shows a seizure that nobody entered', () => {
    const { acts = [], papers = [] } = BASE_CASE;
    const seized: CaseFile = { ...BASE_CASE, acts: [...acts, { id: 'seized', kind: 'seizure' }] };
    const decided: CaseFile = {
      ...BASE_CASE,
      papers: [...papers, { id: 'seized', kind: 'seizure-decision', title: '扣押决定书' }],
    };
    for (const file of [seized, decided, { ...seized, compulsions: [] }]) {
      const { 'QZ-01': first, ...others } = answers(file);
      expect(first).toBe('unclear');
      expect(new Set(Object.values(others))).toEqual(new Set(['not-applicable']));
    }
  });

  it('is judged as in a file of its own', () => {
    const { compulsions } = COMPULSION_CASE;
    const found = answers({ ...BASE_CASE, ...(compulsions ? { compulsions } : {}) });
    expect(found).toMatchObject({ 'QZ-01': 'met', 'QZ-07': 'met', 'QZ-15': 'met', 'QZ-17': 'met' });
    const late = (compulsions ?? []).map((entry) => ({ ...entry, startedOn: '2025-01-02' }));
    expect(answers({ ...BASE_CASE, compulsions: late })).toMatchObject({ 'QZ-07': 'not-met' });
  });
});
