import { describe, expect, it } from 'vitest';
import { expandQuery } from '../../src/corpus/search/expand-query.ts';

describe('the words of the law behind a lay query', () => {
  it('are those of our own list, with the words that led to them', () => {
    const found = expandQuery('黑作坊能罚多少');
    expect(found).toContainEqual(expect.objectContaining({ word: '许可', from: '黑作坊' }));
    expect(found).toContainEqual(expect.objectContaining({ word: '罚款', from: '罚多少' }));
  });

  it('are those of the learned table too', () => {
    expect(expandQuery('业主不交钱')).toContainEqual({ word: '物业', from: '业主', weight: 0.76 });
  });

  it('come each once, the heaviest first', () => {
    const found = expandQuery('没办证，没执照，没资质，黑诊所无证行医，罚多少钱，怎么罚');
    expect(new Set(found.map(({ word }) => word)).size).toBe(found.length);
    expect(found.map(({ weight }) => weight)).toEqual(
      found.map(({ weight }) => weight).toSorted((a, b) => b - a),
    );
  });

  it('are none where no lay word stands', () => {
    expect(expandQuery('zzqqxx')).toEqual([]);
    expect(expandQuery('\ud800')).toEqual([]);
  });
});
