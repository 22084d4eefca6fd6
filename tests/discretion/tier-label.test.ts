import { describe, expect, it } from 'vitest';
import { quotedTierLabel, tierLabel } from '../../src/discretion/tier-label.ts';

describe('the name of a tier', () => {
  it('says what it is where the table has a bare number', () => {
    expect(tierLabel('2')).toBe('第 2 阶次');
    expect(tierLabel('一般')).toBe('一般');
    expect(quotedTierLabel('2')).toBe('“第 2 阶次”');
    expect(quotedTierLabel('一般')).toBe('“一般”阶次');
  });
});
