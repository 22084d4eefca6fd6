import type { PlacedCase } from '../../../src/discretion/evenness/placed-case.ts';

/** An invented decided case with its place. */
export function placed(change: Partial<PlacedCase> = {}): PlacedCase {
  return {
    id: 'one',
    kept: true,
    example: true,
    title: '示例案',
    violation: '经营超过保质期的食品',
    field: 'market',
    region: '示例省示例市示例区',
    agency: '示例市示例区市场监督管理局',
    party: 'organisation',
    decidedOn: '2024-05-06',
    handlers: [],
    fine: 6_000_000,
    share: 0.2,
    times: 1.2,
    reasoned: false,
    ...change,
  };
}

/** Cases with these shares, one a day. */
export function ofShares(shares: number[], change: Partial<PlacedCase> = {}): PlacedCase[] {
  return shares.map((share, index) =>
    placed({ id: `${change.handlers?.[0] ?? 'x'}-${index}`, share, times: 1 + share, ...change }),
  );
}
