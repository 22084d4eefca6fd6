import { describe, expect, it } from 'vitest';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { caseFor } from './case-for.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

const answer = (texts: Record<string, string>, rule = 'C6-01') => {
  const given = {
    agency: { region: '示例省示例市云溪县' },
    violation: { region: '示例省示例市云溪县' },
    texts,
  };
  return screenCase(caseFor(given), { profile: TEST_PROFILE, book: TEST_BOOK, today: '2025-07-01' }).find(
    (finding) => finding.rule === rule,
  )?.answer;
};

describe('材料写明行为发生在外地、录入写在本地的', () => {
  it.each<Record<string, string>>([
    { p3: '现场检查笔录\n检查地点：示例市松坪县河口镇沙场。' },
    { p3: '现场检查笔录\n时间：2025年3月3日。地点：示例省示例市松坪县河口镇沙场（距县界一公里）。' },
    { p6: '调查终结报告\n经查，违法行为发生在松坪县河口镇。' },
    { p8: '法制审核意见书\n涉案地块位于松坪县行政区域内，建议核对管辖。' },
    { p10: '行政处罚决定书\n违法行为发生地为示例市松坪县河口镇沙场。' },
  ])('不符合：%j', (texts) => expect(answer(texts)).toBe('not-met'));

  it('在外地检查的，看有无协助的文书', () => {
    expect(answer({ p3: '现场检查笔录\n检查地点：示例市松坪县河口镇沙场。' }, 'C6-07')).toBe('not-met');
  });

  it.each<Record<string, string>>([
    { p3: '现场检查笔录\n检查地点：云溪县河口镇沙场。' },
    { p3: '现场检查笔录\n检查地点：示例市云溪县仓储园仓库二区3号。' },
    { p3: '现场检查笔录\n检查地点：仓库二区3号货架旁。' },
    { p3: '现场检查笔录\n检查地点：河口镇农贸市场。' },
    { p6: '调查终结报告\n货物购自松坪县，违法行为发生在云溪县河口镇。' },
    { p4: '询问笔录\n询问地点：松坪县公安局询问室。' },
  ])('符合：%j', (texts) => expect(answer(texts)).toBe('met'));
});
