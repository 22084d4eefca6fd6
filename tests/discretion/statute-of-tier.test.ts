import { describe, expect, it } from 'vitest';
import type { BenchmarkItem } from '../../src/corpus/benchmark.ts';
import { statuteOfTier } from '../../src/discretion/statute-of-tier.ts';
import { fen } from '../../src/law/money.ts';
import type { SanctionFine } from '../../src/law/sanction.ts';

const FINES: SanctionFine[] = [
  { when: { factor: 'serious', op: '=', value: false }, range: { min: 3000, max: 10_000 } },
  { when: { factor: 'serious', op: '=', value: true }, range: { min: 10_000, max: 50_000 } },
];

function item(...spans: [number, number][]): BenchmarkItem {
  return {
    id: 'i',
    violation: '示例违法',
    field: '示例',
    breached: [],
    sanction: 's',
    appliesTo: 'any',
    factors: [{ name: '次数', question: '几次？', type: 'number', unit: '次' }],
    tiers: spans.map(([min, max], at) => ({
      order: at + 1,
      name: `${at + 1}档`,
      grade: 'ordinary',
      when: { factor: '次数', op: '=', value: at + 1 },
      conditions: '',
      fine: { min, max },
      extra: [],
    })),
    unknownFactor: 'unclear',
    severalTiers: 'unclear',
    figures: '示例',
  };
}

const at = (times: number) => ({ values: { 次数: times }, sums: {} });

describe('条款按情节是否严重分幅度，基准以阶次区分', () => {
  it('阶次只在一个幅度之内的，就是那一个', () => {
    const table = item([3000, 10_000], [10_000, 50_000]);
    expect(statuteOfTier(table, FINES, at(1), 'unit')?.range.max).toBe(fen(10_000));
    expect(statuteOfTier(table, FINES, at(2), 'unit')?.range.max).toBe(fen(50_000));
  });

  it('两个幅度都在之内、跨两个幅度、超出幅度的，都要问', () => {
    expect(statuteOfTier(item([3000, 5000], [10_000, 10_000]), FINES, at(2), 'unit')).toBeUndefined();
    expect(statuteOfTier(item([3000, 5000], [9000, 20_000]), FINES, at(2), 'unit')).toBeUndefined();
    expect(statuteOfTier(item([3000, 5000], [20_000, 60_000]), FINES, at(2), 'unit')).toBeUndefined();
  });

  it('阶次没有确定、还缺别的事实的，不由阶次推断', () => {
    const table = item([3000, 10_000], [10_000, 50_000]);
    expect(statuteOfTier(table, FINES, { values: {}, sums: {} }, 'unit')).toBeUndefined();
    const others: SanctionFine[] = [{ ...FINES[0]!, when: { factor: '货值', op: '<', value: 1 } }, FINES[1]!];
    expect(statuteOfTier(table, others, at(1), 'unit')).toBeUndefined();
  });

  it('条款把情节分成几种程度的，也以阶次区分', () => {
    const graver: SanctionFine[] = [
      { when: { factor: 'serious', op: '=', value: true }, range: { max: 50_000 } },
      { when: { factor: '情节特别严重', op: '=', value: true }, range: { min: 50_000, max: 100_000 } },
    ];
    const table = item([10_000, 50_000], [50_000, 100_000]);
    expect(statuteOfTier(table, graver, at(1), 'unit')?.range.max).toBe(fen(50_000));
    expect(statuteOfTier(table, graver, at(2), 'unit')?.range.min).toBe(fen(50_000));
  });
});
