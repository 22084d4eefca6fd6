import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import type { PaperKind } from '../../src/cases/paper-kinds.ts';
import { figuresInContext } from '../../src/review/words/figures-in-context.ts';
import { BASE_CASE } from './base-case.ts';

const found = (kind: PaperKind, text: string, decision: string) => {
  const papers = [
    { id: 'one', kind, title: '材料', text },
    { id: 'two', kind: 'decision', title: '行政处罚决定书', text: decision },
  ] satisfies CaseFile['papers'];
  return figuresInContext({ ...BASE_CASE, papers, decision: { ...BASE_CASE.decision, paper: 'two' } });
};

describe('总数和各部分不是两种说法', () => {
  it.each<[PaperKind, string, string]>([
    [
      'closing-report',
      '购进三种规格的坚果礼盒210件。',
      '购进甲、乙、丙三种规格的坚果礼盒90件、70件、50件，共210件。',
    ],
    ['closing-report', '购进三种规格的坚果礼盒210件。', '购进甲、乙、丙三种规格的坚果礼盒90件、70件、50件。'],
    ['prior-notice', '购进三种规格的坚果礼盒90件、70件、50件。', '购进三种规格的坚果礼盒210件。'],
    ['interview-record', '答：沟槽长8米、沟槽宽2米半。', '沟槽长8.0米、沟槽宽2.5米。'],
  ])('%s：%s／%s', (kind, text, decision) => {
    expect(found(kind, text, decision)).toEqual([]);
  });

  it('加起来也不是这个数的，列出', () => {
    expect(
      found('closing-report', '购进三种规格的坚果礼盒260件。', '购进三种规格的坚果礼盒90件、70件、50件。'),
    ).toHaveLength(1);
    expect(found('interview-record', '答：沟槽宽2米。', '沟槽宽2.5米。')).toHaveLength(1);
  });
});
