import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import type { PaperKind } from '../../src/cases/paper-kinds.ts';
import { explainedLater } from '../../src/review/words/explained-later.ts';

const explained = (figure: string, kind: PaperKind, text: string) =>
  explainedLater({ papers: [{ id: 'p1', kind, title: kind, text }] } as unknown as CaseFile, figure);

describe('数字的变化有没有说明', () => {
  it('复核采纳申辩后改的人数，名和人是一样的', () => {
    expect(explained('工人31名', 'defence-record', '3人属外包单位，予以采纳，涉及人数改为31人。')).toBe(true);
  });

  it('决定书、集体讨论、听证笔录自己写明由多少改为多少', () => {
    expect(explained('31名', 'decision', '申辩成立，人数由34人核减为31人。')).toBe(true);
    expect(explained('18箱', 'discussion-minutes', '听证后扣除已退货的2箱，按18箱认定。')).toBe(true);
    expect(explained('18箱', 'hearing-record', '调查人员：重新清点后为18箱。')).toBe(true);
  });

  it('只写了后来的数字不是说明', () => {
    expect(explained('31名', 'decision', '当事人未给31名工人参加工伤保险。')).toBe(false);
    expect(explained('31名', 'decision', '申辩予以采纳，不再处罚。当事人未给31名工人参保。')).toBe(false);
  });

  it('从中减去的数不是变化后的数', () => {
    const sum = '台账90吨减去期初存货35吨为55吨。';
    expect(explained('存货35吨', 'decision', sum)).toBe(false);
    expect(explained('存货35吨', 'review-opinion', '期初存货35吨已扣除。')).toBe(false);
    expect(explained('共55吨', 'decision', sum)).toBe(true);
  });

  it('不予采纳的申辩不改变数字', () => {
    expect(explained('31名', 'defence-record', '不予采纳申辩意见，涉及31人。')).toBe(false);
  });

  it('变化之前的材料不能说明变化', () => {
    expect(explained('31名', 'inspection-record', '名册由34人改为31人。')).toBe(false);
  });
});
