import { describe, expect, it } from 'vitest';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { caseFor } from './case-for.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

/** The base case fines 60,000 yuan where 示例部门规章 10 allows less. */
const found = (change: Record<string, unknown>) =>
  screenCase(
    caseFor({
      violation: { startedOn: null, endedOn: null, discoveredOn: '2025-03-03' },
      provisions: { punishing: [{ law: '示例部门规章', article: '34' }] },
      ...change,
    }),
    { profile: TEST_PROFILE, book: TEST_BOOK, today: '2025-07-01' },
  ).find(({ rule }) => rule === 'C5-08');
const goods = { goods: { yuan: 10_000 } };
const fined = (amount: number) => ({
  violation: { startedOn: null, endedOn: null, discoveredOn: '2025-03-03', amounts: goods },
  circumstances: { factors: { goods: 10_000 } },
  decision: { penalties: [{ type: 'fine', amount }] },
});

describe('违法行为的日期没有载明的', () => {
  it('按发现之日的法律有问题的，不符合，并写明依据的是哪一天', () => {
    const fault = found(fined(49_000));
    expect(fault?.answer).toBe('not-met');
    expect(fault?.reason).toContain('违法行为的日期没有载明，按发现违法行为的2025年3月3日核对');
    expect(fault?.facts).toContainEqual({ path: 'violation.discoveredOn', value: '2025-03-03' });
    expect(fault?.facts.some(({ path }) => path === 'violation.endedOn')).toBe(false);
  });

  it('按发现之日的法律没有问题的，仍不清楚', () => {
    expect(found(fined(50_000))).toMatchObject({ answer: 'unclear' });
  });

  it('发现之日也没有载明的，不清楚', () => {
    const silent = {
      ...fined(49_000),
      violation: { startedOn: null, endedOn: null, discoveredOn: null, amounts: goods },
      filing: null,
      acts: [],
    };
    expect(found(silent)).toMatchObject({ answer: 'unclear' });
  });
});
