import { describe, expect, it } from 'vitest';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { caseFor } from './case-for.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

const answer = (texts: Record<string, string>) =>
  screenCase(caseFor({ texts }), { profile: TEST_PROFILE, book: TEST_BOOK, today: '2025-07-01' }).find(
    ({ rule }) => rule === 'C2-01',
  )?.answer;

/** The inspection of 3 March 2025, from 9:30 to 11:00, by 示例甲 and 示例乙. */
describe('材料自己写明执法人员不在场或者事后签名的', () => {
  it.each([
    '检查人：示例甲一人。',
    '检查人员：示例甲（示例乙在所里值班，次日补签）。',
    '示例乙因病请假，检查由示例甲完成。',
    '示例乙去省里培训，笔录上的签名是回来以后补签的。',
    '当天只有示例甲一个人到场。',
    '当日仅有一名执法人员到场检查，另一名执法人员在单位请假。',
    '示例乙10时40分才赶到现场。',
    '示例乙10时05分先行离开，由示例甲继续检查。',
    '检查人员签名：示例甲 2025年3月3日　示例乙 2025年3月6日',
  ])('不符合：%s', (text) => {
    expect(answer({ p3: `现场检查笔录\n${text}` })).toBe('not-met');
  });

  it('后来的材料这样写的，也不符合', () => {
    expect(answer({ p6: '调查终结报告\n现场检查时只有示例甲一人到场，示例乙没有参加。' })).toBe('not-met');
  });

  it.each([
    '检查人员：示例甲、示例乙。现场负责人示例丁当日外出，由店员一人在场。',
    '检查人员示例甲、示例乙在门卫值班室出示证件后检查。',
    '示例乙9时30分到达现场，11时离开。',
    '检查人员签名：示例甲、示例乙 2025年3月3日。归档：示例乙 2025年6月1日',
    '检查人员签名：示例甲 2025年3月3日　示例乙 2025年3月3日',
    '记录人：示例乙一人记录。问：是否只有示例甲一人检查？答：不是。',
  ])('符合：%s', (text) => {
    expect(answer({ p3: `现场检查笔录\n${text}` })).toBe('met');
  });

  it('说的是别的事的，不影响', () => {
    expect(answer({ p6: '调查终结报告\n送达时只有示例甲一人到场。' })).toBe('met');
  });
});
