import { describe, expect, it } from 'vitest';
import { readCaseFile } from '../../src/cases/read-case-file.ts';
import { UNSAID } from '../../src/cases/unsaid.ts';
import { RULES } from '../../src/review/criteria.ts';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { BASE_CASE } from './base-case.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

describe('材料没有载明的名称', () => {
  it.each(['agency', 'party'] as const)('不与任何名称比较，也不算符合：%s', (part) => {
    const file = readCaseFile({ ...BASE_CASE, [part]: { ...BASE_CASE[part], name: UNSAID } });
    const findings = screenCase(file, {
      profile: TEST_PROFILE,
      book: TEST_BOOK,
      today: '2025-07-01',
      rules: RULES,
    });
    const resting = findings.filter(({ facts }) => facts.some(({ path }) => path === `${part}.name`));
    expect(resting.length).toBeGreaterThan(0);
    for (const { rule, answer } of resting) expect(['unclear', 'not-applicable'], rule).toContain(answer);
    const open = resting.filter(({ answer }) => answer === 'unclear');
    expect(open.flatMap(({ missing }) => missing).join()).toMatch(/名称/);
  });
});
