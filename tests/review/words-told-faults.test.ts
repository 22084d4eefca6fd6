import { describe, expect, it } from 'vitest';
import { copiesVerified } from '../../src/review/criteria/evidence/copies-verified.ts';
import { noSecondFine } from '../../src/review/criteria/law-and-discretion/no-second-fine.ts';
import { noInterest } from '../../src/review/criteria/officers/no-interest.ts';
import { deferralApproved } from '../../src/review/criteria/procedure/deferral-approved.ts';
import { onTheSpotDecision } from '../../src/review/criteria/procedure/on-the-spot-decision.ts';
import { publicNoticeThirtyDays } from '../../src/review/criteria/procedure/public-notice-thirty-days.ts';
import { officialClue } from '../../src/review/criteria/referral/official-clue.ts';
import type { Rule } from '../../src/review/rules/rule.ts';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { addedFacts } from '../../src/review/words/added-facts.ts';
import { wordsDenyingNotes } from '../../src/review/words/words-denying-notes.ts';
import { BASE_CASES } from './base-acts.ts';
import { caseFor } from './case-for.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

const answer = (rule: Rule<never>, given: Record<string, unknown>) =>
  screenCase(caseFor(given), {
    profile: TEST_PROFILE,
    book: TEST_BOOK,
    today: '2025-12-01',
    rules: [rule],
  })[0]?.answer;
const withPaper = (kind: string, text: string) => ({
  papers: [...(BASE_CASES.penalty.papers ?? []), { id: 'p30', kind, title: '材料', text, marks: [] }],
});

describe('复制件没有与原件核对', () => {
  const given = (text: string, copyVerified: boolean | null) => ({
    evidence: [
      ...(BASE_CASES.penalty.evidence ?? []),
      {
        id: 'e9',
        name: '承包合同',
        kind: 'documentary',
        copy: true,
        ...(copyVerified === null ? {} : { copyVerified }),
        paper: 'p30',
      },
    ],
    ...withPaper('documentary-evidence', `承包合同（复印件）\n${text}`),
  });
  it.each([
    '本件为手机拍照打印件，未见原件，未与原件核对。',
    '复印件，原件没有提供，无法核实。',
    '本件系复制，无原件可供核对。',
    '复印件未经核对，也没有注明出处。',
  ])('不符合：%s', (text) => {
    expect(answer(copiesVerified, given(text, null))).toBe('not-met');
    expect(answer(copiesVerified, given(text, true))).toBe('not-met');
  });
  it.each(['本件经与原件核对一致，原件由当事人保存。', '复印件与原件核对无误。提供人未另行留存原件。'])(
    '没有不符合：%s',
    (text) => expect(answer(copiesVerified, given(text, true))).toBe('met'),
  );
});

describe('分期、延期缴纳没有人申请', () => {
  const given = (text: string) => ({
    performance: {
      deferral: {
        kind: 'instalments',
        requestedOn: '2025-05-20',
        hardship: true,
        approvedOn: '2025-05-21',
      },
    },
    ...withPaper('deferral-approval', text),
  });
  it.each([
    '当事人没有提出分期缴纳的书面申请，也没有反映经济困难。承办人意见：由承办人提出分期。',
    '本局依职权准予分期缴纳。负责人：同意。',
    '申请日期：2025年5月20日。申请理由：公司经营状况良好，希望晚些缴。同意延期。',
    '未经当事人申请，为便于结案，同意分三期缴纳。',
  ])('不符合：%s', (text) => expect(answer(deferralApproved, given(text))).toBe('not-met'));
  it.each([
    '申请人：示例丙　申请日期：2025年5月20日\n申请理由：因病住院，确有经济困难，申请分两期缴纳。\n承办人意见：情况属实，建议同意分期。\n机关负责人意见：同意。',
    '当事人于2025年5月20日书面申请延期，此前没有申请过延期。由承办人核实后建议同意延期。',
  ])('没有不符合：%s', (text) => expect(answer(deferralApproved, given(text))).not.toBe('not-met'));
});

describe('职务犯罪线索没有移送', () => {
  const given = (text: string) => ({
    violation: { publicOfficialClue: false },
    ...withPaper('closing-report', text),
  });
  it.each([
    '询问中当事人反映水利站站长收受现金，并提供转账截图，经研究不向监察机关移送，另行掌握。',
    '当事人称曾送给所长红包。该线索未移交纪委监委，仅作内部参考。',
    '发现公职人员受贿线索，暂不移送检察机关。',
  ])('不符合：%s', (text) => expect(answer(officialClue, given(text))).toBe('not-met'));
  it.each([
    '未发现公职人员职务犯罪线索，不需要移送监察机关。',
    '没有发现收受现金等情形，无需向监察机关移送线索。',
    '当事人反映站长收受现金，线索已于2025年4月20日移送监察机关。',
    '如发现公职人员受贿线索，不得不移送监察机关。',
  ])('没有不符合：%s', (text) => expect(answer(officialClue, given(text))).not.toBe('not-met'));
});

describe('执法人员与当事人一方的关系', () => {
  const text = (words: string) => ({
    texts: { p3: `现场检查笔录\n检查时间：2025年3月3日9时30分至11时0分\n${words}` },
  });
  it.each([
    '示例丙陈述：执法人员示例甲是我妹夫。示例甲承认该关系，经核对户籍资料属实，未回避，继续检查。',
    '经核实，示例甲系当事人法定代表人的表弟，没有申请回避。',
    '示例丙称与示例甲为连襟，示例甲予以确认，仍继续参与检查。',
    '经核实，示例甲的妻子系当事人股东，示例甲没有回避。',
    '经查，示例甲之父在该公司任会计，示例甲仍参与检查。',
    '示例乙与当事人法定代表人系郎舅关系，户籍资料证实，未更换执法人员。',
  ])('不符合：%s', (words) => expect(answer(noInterest, text(words))).toBe('not-met'));
  it.each([
    '示例丙陈述：执法人员示例甲是我妹夫。经核实，双方没有亲属关系。',
    '示例甲与当事人没有亲属关系，不申请回避。',
    '示例丙陈述：示例甲是我妹夫。经核对属实，示例甲当场回避，改由示例乙检查。',
    '问：示例甲是不是你的亲戚？答：不是。',
    '示例丙称示例甲是我妹夫，经调查不属实。',
  ])('没有不符合：%s', (words) => expect(answer(noInterest, text(words))).not.toBe('not-met'));
});

describe('当场处罚决定书没有执法人员签名', () => {
  const given = (words: string) => ({
    procedure: 'summary',
    decision: { officersSigned: ['o1', 'o2'] },
    texts: { p10: `当场行政处罚决定书\n${words}\n当事人（签名）：示例丙` },
  });
  it.each([
    '执法人员（签名）：（未签名，仅加盖机关印章）',
    '执法人员（签名或者盖章）：空白',
    '执法人员均未在决定书上签名。',
    '执法人员（签名）：示例甲',
    '执法人员（签字）：________',
  ])('不符合：%s', (words) => expect(answer(onTheSpotDecision, given(words))).toBe('not-met'));
  it.each(['执法人员（签名）：示例甲、示例乙', '执法人员（签名）：示例甲\n执法人员（签名）：示例乙'])(
    '没有不符合：%s',
    (words) => expect(answer(onTheSpotDecision, given(words))).not.toBe('not-met'),
  );
});

describe('同一行为已经罚过', () => {
  const facts = '2025年3月1日至2025年3月3日，当事人在示例路1号货架销售超过保质期的糕点。';
  const given = (kind: string, text: string) => ({
    earlierDecisions: null,
    violation: { startedOn: '2025-03-01', endedOn: '2025-03-03', facts },
    ...withPaper(kind, text),
  });
  it.each([
    ['interview-record', '答：就是这次卖糕点的事，示例镇综合执法队2025年3月4日已经罚了我们5000元。'],
    ['hearing-record', '当事人：同一批糕点，镇里早就处罚过，罚了3000元，票据在这里。'],
    [
      'documentary-evidence',
      '示例镇人民政府行政处罚决定书 示镇罚〔2025〕3号\n当事人：示例食品商行有限公司\n经查，当事人2025年3月1日至3月3日在示例路1号货架销售超过保质期的糕点，决定罚款5000元。\n2025年3月5日',
    ],
  ])('不符合：%s %s', (kind, text) => expect(answer(noSecondFine, given(kind, text))).toBe('not-met'));
  it.each([
    ['interview-record', '答：以前因为同一种行为被罚过2000元，这次又犯了。'],
    ['interview-record', '答：这次你们已经说要罚5000元，太重了。'],
    ['interview-record', '答：2023年因为这件事的同类行为已经罚了2000元。'],
    [
      'documentary-evidence',
      '示例镇人民政府行政处罚决定书 示镇罚〔2024〕3号\n当事人：示例食品商行有限公司\n经查，当事人2024年3月1日在示例路1号货架销售超过保质期的糕点，决定罚款5000元。\n2024年3月5日',
    ],
    [
      'documentary-evidence',
      '示例镇人民政府行政处罚决定书 示镇罚〔2025〕3号\n当事人：示例批发部\n经查，当事人2025年3月1日在示例路9号货架销售超过保质期的糕点，决定罚款5000元。\n2025年3月5日',
    ],
  ])('没有不符合：%s %s', (kind, text) =>
    expect(answer(noSecondFine, given(kind, text))).not.toBe('not-met'),
  );
});

describe('公告送达的公告日期只写在送达回证里', () => {
  const given = (words: string) => ({
    services: [
      {
        of: 'prior-notice',
        method: 'public-notice',
        servedOn: '2025-04-16',
        priorAttempts: '上门、邮寄均退回',
        paper: 'p11',
      },
    ],
    texts: { p11: `送达回证\n送达方式：公告送达\n${words}` },
  });
  it.each([
    '2025年4月1日在县政府网站刊登公告，自公告之日起满十五日即视为送达。公告期满日：2025年4月16日。',
    '3月上门两次无人。2025年4月1日张贴公告，2025年4月16日期满。',
  ])('不符合：%s', (words) => expect(answer(publicNoticeThirtyDays, given(words))).toBe('not-met'));
  it.each([
    '在县政府网站公告，公告载明自公告之日起满十五日即视为送达。',
    '登报公告，公告期为20日，期满视为送达。',
    '自发布之日起经过7日视为送达。',
  ])('没有写日期而写了不足三十日的期限的，不符合：%s', (words) =>
    expect(answer(publicNoticeThirtyDays, given(words))).toBe('not-met'),
  );
  it('写明三十日的，不因此不符合', () => {
    expect(
      answer(
        publicNoticeThirtyDays,
        given('自公告之日起满三十日即视为送达，并告知自期满之日起五个工作日内可以申辩。'),
      ),
    ).not.toBe('not-met');
  });
  it('满三十日的，不因此不符合', () => {
    expect(
      answer(publicNoticeThirtyDays, given('2025年3月14日在县政府网站刊登公告。公告期满日：2025年4月16日。')),
    ).not.toBe('not-met');
  });
});

describe('笔录说的总额多于认定的数额', () => {
  const given = (answer: string, closing = '违法经营总额29400元。') => ({
    violation: { amounts: { turnover: { yuan: 29400 } } },
    texts: { p4: `询问笔录\n${answer}`, p6: `案件调查终结报告\n${closing}` },
  });
  const told = (...args: Parameters<typeof given>) =>
    wordsDenyingNotes(caseFor(given(...args))).filter(
      ({ path }) => path === 'violation.amounts.turnover.yuan',
    );
  it.each([
    '答：账上只是一部分，另外还卖给工地一批，收款38600元，加上账上的29400元，一共68000元。',
    '答：我们没有入账的销售有38600元，账上是29400元，总共卖了68000元。',
  ])('按笔录说的算：%s', (answer) => {
    expect(told(answer)).toMatchObject([{ noted: 29_400, stated: 68_000 }]);
  });
  it.each([
    ['答：一共卖了29400元，其中2900元是现金。'],
    ['答：如果算上没卖掉的38600元，加上29400元，一共68000元。'],
    ['答：账上只是一部分，另外38600元，加上29400元，一共68000元。', '其中38600元经核实为个人借款，不计入。'],
    ['问：另外还卖了38600元，加上29400元，一共68000元，对吗？'],
  ])('不改：%s', (answer, closing?: string) => expect(told(answer, closing)).toEqual([]));
});

describe('决定写了告知书没有告知的另一行为', () => {
  const notice =
    '行政处罚事先告知书\n经查，你单位2025年3月3日在示例路1号销售超过保质期的糕点60元。拟罚款60000元。';
  const found = (words: string, told = notice) =>
    addedFacts(
      caseFor({
        texts: {
          p7: told,
          p10: `行政处罚决定书\n经查，当事人2025年3月3日销售超过保质期的糕点60元。${words}`,
        },
      }),
    )?.quote;
  it.each([
    '另查，2025年2月28日当事人还曾以同样方式销售4次，收取240元。',
    '还查明当事人曾于2025年1月5日销售同类糕点。',
    '此外，当事人2025年2月10日又于网上销售过期饮料30瓶。',
  ])('有：%s', (words) => expect(found(words)).toBeDefined());
  it.each([
    '另查明，当事人于2025年3月10日主动整改并下架。',
    '另查，2025年3月3日当日销售60元。',
    '另查明，当事人2023年5月6日曾受行政处罚。',
    '同时查明，当事人于2020年6月1日注册成立。',
    '另有相邻店铺的同类行为，本机关已于2025年1月8日另案处理。',
    '此外，供货商2025年2月10日的行为已由示例县有关机关处理。',
  ])('没有：%s', (words) => expect(found(words)).toBeUndefined());
  it('告知过的，没有', () => {
    expect(
      found('另查，2025年2月28日当事人还曾销售240元。', `${notice}另查，2025年2月28日还曾销售240元。`),
    ).toBeUndefined();
  });
});
