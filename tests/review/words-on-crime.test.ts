import { describe, expect, it } from 'vitest';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { caseFor } from './case-for.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

const answer = (texts: Record<string, string>) =>
  screenCase(
    caseFor({
      referral: { suspected: false, considered: true, reason: '情节轻微，不涉嫌犯罪' },
      texts,
    }),
    { profile: TEST_PROFILE, book: TEST_BOOK, today: '2025-07-01' },
  ).find(({ rule }) => rule === 'C8-06')?.answer;

describe('材料写明达到追诉标准、录入写不涉嫌犯罪的', () => {
  it.each<Record<string, string>>([
    { p6: '调查终结报告\n销售金额已超过生产、销售伪劣产品罪的立案追诉标准，鉴于当事人困难，建议只罚款。' },
    { p8: '法制审核意见书\n本案数额达到移送公安机关的标准，可先行处罚。' },
    { p10: '行政处罚决定书\n当事人的行为已构成非法经营罪，考虑其认错，从轻罚款。' },
    { p9: '行政处罚决定审批表\n情节已够刑事立案标准，不再移送。' },
    { p6: '调查终结报告\n未销售的货值十六万元，尚未售出部分已超过该罪（未遂）十五万元的追诉标准。' },
    { p8: '法制审核意见书\n程序合法，应当移送公安机关处理。' },
  ])('以罚代移，不符合：%j', (texts) => expect(answer(texts)).toBe('not-met'));

  it.each<Record<string, string>>([
    { p6: '调查终结报告\n销售金额未达到生产、销售伪劣产品罪的立案追诉标准。' },
    { p6: '调查终结报告\n达到立案追诉标准的，应当依法处理；本案数额较小。' },
    { p8: '法制审核意见书\n是否达到追诉标准，已核对，低于标准。' },
    { p10: '行政处罚决定书\n当事人辩称其行为已构成犯罪的说法不成立。' },
    { p8: '法制审核意见书\n事实清楚，程序合法，无应当移送司法机关的情形。' },
    { p8: '法制审核意见书\n经审核，无须移送公安机关，也毋须移送司法机关。' },
    { p6: '调查终结报告\n另查，某站站长涉嫌收受财物的职务犯罪，应当移送监察机关。' },
    { p6: '调查终结报告\n本案没有依法应当移送公安机关的情形，无任何涉嫌犯罪的线索。' },
  ])('不提示：%j', (texts) => expect(answer(texts)).not.toBe('not-met'));
});
