import { describe, expect, it } from 'vitest';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { BASE_CASES } from './base-acts.ts';
import { caseFor } from './case-for.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

const papers = [
  ...(BASE_CASES.penalty.papers ?? []),
  { id: 'p30', kind: 'defence-record', title: '书面意见', date: '2025-04-18', marks: [] },
];
const answer = (text: string, hearing: Record<string, unknown> = {}) =>
  screenCase(
    caseFor({
      hearing: { toldOn: '2025-04-16', requested: false, waivedOn: '2025-04-18', ...hearing },
      defence: null,
      papers,
      texts: { p30: text },
    }),
    { profile: TEST_PROFILE, book: TEST_BOOK, today: '2025-07-01' },
  ).find(({ rule }) => rule === 'C3-11')?.answer;

describe('当事人的书面材料要求听证、录入写放弃的', () => {
  it.each([
    '我店对拟罚款没有意见，但不放弃听证权利，请求贵局依法举行听证。\n2025年4月18日',
    '示例区市场监督管理局：现提出听证申请，请予安排。\n2025年4月18日',
    '对告知书认定的数量不服，希望局里开一次听证会。\n2025年4月18日',
  ])('没有听证就决定，不符合：%s', (text) => expect(answer(text)).toBe('not-met'));

  it.each([
    '我店放弃陈述、申辩，也不要求听证。\n2025年4月18日',
    '已知有权要求听证，本店放弃听证权利。\n2025年4月18日',
    '如需听证，另行申请听证的，以书面为准。本次自愿放弃。\n2025年4月18日',
    '撤回听证申请。\n2025年4月18日',
  ])('不适用：%s', (text) => expect(answer(text)).toBe('not-applicable'));

  it('要求在先、放弃在后的，不提示', () => {
    expect(answer('现申请举行听证。\n2025年4月17日')).not.toBe('not-met');
  });
});
