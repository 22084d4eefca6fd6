import { describe, expect, it } from 'vitest';
import { approvedByHead } from '../../src/review/criteria/procedure/approved-by-head.ts';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { caseFor } from './case-for.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

const answer = (words: string, approverRole: string | null = null) =>
  screenCase(
    caseFor({
      approval: { approver: '宋示文', approverRole },
      texts: { p9: `行政处罚决定审批表\n承办人意见：建议罚款60000元。示例甲、示例乙\n${words}` },
    }),
    { profile: TEST_PROFILE, book: TEST_BOOK, today: '2025-07-01', rules: [approvedByHead] },
  )[0]?.answer;

describe('审批表自己写明没有由机关负责人审批', () => {
  it.each([
    '审批意见：同意。宋示文（稽查科科长）2025年5月12日。机关负责人意见：（未送机关负责人审批）',
    '审批意见：同意按拟处罚内容作出决定。宋示文（执法大队副大队长） 2025年5月12日',
    '审批意见：同意。法规股股长宋示文 2025年5月12日',
    '审批意见：同意。宋示文 2025年5月12日\n因局领导外出，本件没有报局长签批。',
    '审批意见：同意。宋示文代局长签批 2025年5月12日',
    '审批意见：同意。宋示文（承办机构负责人） 2025年5月12日',
    '审批意见：局长出差，由执法二中队中队长示例甲代签。2025年5月12日',
    '审批意见：同意。宋示文 2025年5月12日（未经授权代为签批）',
  ])('不符合：%s', (words) => {
    expect(answer(words)).toBe('not-met');
    expect(answer(words, 'head')).toBe('not-met');
  });

  it.each([
    '承办机构负责人意见：同意。施示为\n机关负责人意见：同意。宋示文（局长） 2025年5月12日',
    '机关负责人意见：同意。宋示文（副局长，分管执法大队） 2025年5月12日',
    '机关负责人意见：同意。宋示文 2025年5月12日\n应当报机关负责人审批，不得由科室负责人代签。',
    '执法大队意见：同意。宋示文 2025年5月12日',
  ])('没有不符合：%s', (words) => expect(answer(words, 'head')).toBe('met'));
});
