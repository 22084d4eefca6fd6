import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { discretionText } from '../../src/commands/discretion-text.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import { COMPLETE_CASE } from '../documents/complete-case.ts';
import { TEST_BOOK } from '../review/test-book.ts';

/** Of the complete case with another fine, in yuan; its tier ends at 80,000 and its statute at 100,000. */
function said(amount: number, change: Partial<NonNullable<CaseFile['proposal']>> = {}): string {
  const { decision, proposal } = COMPLETE_CASE;
  if (!decision || !proposal) throw new Error('the complete case has both');
  const penalties = [{ type: 'fine' as const, amount }];
  const file: CaseFile = {
    ...COMPLETE_CASE,
    decision: { ...decision, penalties },
    proposal: { ...proposal, penalties, ...change },
  };
  return discretionText(file, findTier({ file, book: TEST_BOOK }), []);
}

describe('the text of the discretion command', () => {
  it('tells where the proposed fine stands', () => {
    const inside = said(70_000);
    expect(inside).toContain('拟处罚款：70,000 元，在法定幅度以内，在“一般”阶次幅度以内。');
    expect(inside).not.toContain('偏离');
    expect(inside).toContain('类案：没有');
  });

  it('asks for the reason where it leaves the tier, and none where one stands', () => {
    expect(said(90_000)).toContain('不在裁量基准的幅度以内，须说明偏离的理由，或者调整数额');
    const reasoned = said(90_000, { deviation: { reason: '特殊困难', fine: 90_000 } });
    expect(reasoned).toContain('已载明偏离的理由');
    expect(reasoned).not.toContain('须说明');
  });

  it('calls a fine above the statute unlawful', () => {
    const above = said(100_000.01);
    expect(above).toMatch(/高于法定幅度（.*），属于违法/);
    expect(above).not.toContain('须说明偏离');
  });
});
