import type { LikeCase } from '../../src/discretion/like-cases.ts';

/** Invented decided cases of the base case's item, with fines at these places (0 to 1) of 50,000 to 100,000 yuan. */
export function likeCasesAt(shares: readonly number[]): LikeCase[] {
  return shares.map((share, index) => ({
    id: `example-like-${index + 1}`,
    title: `示例类案${index + 1}`,
    example: true,
    agency: '示例区市场监督管理局',
    decidedOn: '2024-05-06',
    violation: '经营超过保质期的食品',
    sameItem: true,
    score: 0.9,
    why: [
      { aspect: 'item', share: 1, weight: 0.3, text: '同一违法事项：经营超过保质期的食品' },
      { aspect: 'facts', share: 0.6, weight: 0.25, text: '事实文字相近 60%' },
    ],
    facts: '示例事实。',
    penalties: [{ type: 'fine', amount: 50000 + share * 50000 }],
    fine: 50000 + share * 50000,
    share,
    reasons: '示例理由。',
  }));
}
