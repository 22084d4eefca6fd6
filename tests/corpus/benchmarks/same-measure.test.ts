import { describe, expect, it } from 'vitest';
import { factorConditions } from '../../../src/corpus/benchmarks/words/factor-conditions.ts';
import { sameMeasure } from '../../../src/corpus/benchmarks/words/same-measure.ts';

const BOTH = { above: true, below: true };

describe('或者 within the name of what is counted', () => {
  it('leaves the numbers numbers', () => {
    const { factors, conditions } = factorConditions(
      '情形',
      ['封堵出口或者通道1处', '封堵出口或者通道2处以上'],
      BOTH,
    );
    expect(factors).toMatchObject([{ name: '封堵出口或者通道', type: 'number', unit: '处' }]);
    expect([...conditions.values()]).toEqual([
      { factor: '封堵出口或者通道', op: '=', value: 1 },
      { factor: '封堵出口或者通道', op: '>=', value: 2 },
    ]);
  });

  it.each([
    [['封堵出口或者通道1处', '封堵出口2处以上']],
    [['封堵出口1处或者通道1处', '封堵出口2处或者通道2处']],
    [['封堵出口1处', '封堵出口2处']],
    [['封堵出口或者通道1处']],
  ])('%j is no such name', (cells) => {
    expect(sameMeasure(cells)).toBeUndefined();
  });
});
