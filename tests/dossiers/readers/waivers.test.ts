import { describe, expect, it } from 'vitest';
import { defence } from '../../../src/dossiers/readers/defence.ts';
import { priorNotice } from '../../../src/dossiers/readers/prior-notice.ts';
import { toldInDecision } from '../../../src/dossiers/readers/told-in-decision.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const BOTH = {
  'defence.submitted': false,
  'defence.waivedOn': '2025-03-02',
  'hearing.requested': false,
  'hearing.waivedOn': '2025-03-02',
};
const notice = (foot: string) =>
  factsOf(
    priorNotice,
    paperOf(
      'prior-notice',
      `行政处罚事先告知书\n示例公司：\n拟罚款1000元。你单位有权陈述、申辩，逾期视为放弃。\n示例市示例局（印章）\n2025年3月1日\n${foot}`,
    ),
  );
const waived = (facts: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(facts).filter(([path]) => /^(?:defence|hearing)/.test(path)));

describe('放弃陈述申辩、听证', () => {
  it.each([
    '当事人意见：无异议，放弃陈述、申辩和听证权利。\n签名：张示　2025年3月2日',
    '□要求陈述申辩　☑放弃陈述申辩　□要求听证　☑放弃听证\n签字：张示 日期：2025年3月2日',
    '回执：本单位不提出陈述申辩，也不要求听证。 张示（代收） 2025年3月2日',
  ])('写在告知书的回执上：%s', (foot) => {
    expect(notice(foot)).toMatchObject(BOTH);
  });

  it('没有勾选、逾期视为放弃，都不是放弃', () => {
    expect(waived(notice('□要求陈述申辩　□放弃陈述申辩\n签字：张示 2025年3月2日'))).toEqual({});
    expect(waived(notice('注：逾期不陈述申辩的，视为放弃。\n签收：张示 2025年3月2日'))).toEqual({});
  });

  it.each([
    '放弃陈述、申辩及听证权利声明书\n我公司收到示罚告〔2025〕1号，现自愿放弃上述权利。\n示例公司\n2025年3月2日',
    '声明\n我公司2025年3月1日收到告知书。经研究，放弃陈述、申辩和听证的权利。\n示例公司\n2025年3月2日',
    '情况说明\n本人不需要陈述申辩，也不要求听证，愿意接受处罚。\n张示\n2025.3.2',
  ])('另写的声明：%s', (text) => {
    expect(factsOf(defence, paperOf('defence-record', text))).toEqual({ ...BOTH, 'hearing.held': false });
  });

  it.each([
    '2025年3月1日送达告知书，告知陈述申辩及听证权利，当事人于同年3月2日书面放弃。',
    '当事人意见\t2025-03-02书面放弃陈述申辩和听证',
    '3月1日送达。2025年3月2日书面表示不陈述申辩，2025年3月2日声明放弃听证。',
  ])('决定书、审批表里说到的：%s', (text) => {
    expect(factsOf(toldInDecision, paperOf('decision', `行政处罚决定书\n${text}`))).toMatchObject(BOTH);
  });

  it('提出了申辩、没有要求听证：那一天是申辩的日子', () => {
    expect(
      factsOf(toldInDecision, paperOf('decision', '决定书\n你单位于2025年3月3日提出陈述申辩，未要求听证。')),
    ).toEqual({
      'defence.submitted': true,
      'defence.submittedOn': '2025-03-03',
      'hearing.requested': false,
    });
  });

  it('申辩之后的复核，由谁复核算谁的日子', () => {
    expect(
      factsOf(
        defence,
        paperOf(
          'defence-record',
          '陈述申辩意见书\n请贵局核实情况后从轻。\n代理人：明示\n2025年9月8日\n复核\t减轻后果属实\n结论\t采纳\n复核人\t柏示　路示　2025年9月11日\n负责人\t同意 葛示 2025年9月12日',
        ),
      ),
    ).toMatchObject({ 'defence.submittedOn': '2025-09-08', 'defence.checkedOn': '2025-09-11' });
  });

  it('送达回证备注里的放弃', () => {
    expect(
      factsOf(
        defence,
        paperOf(
          'proof-of-service',
          '送达回证\n送达文书\t行政处罚告知书\n收件人\t张示 2025年3月2日\n备注\t当事人表示放弃陈述、申辩。',
        ),
      ),
    ).toEqual({ 'defence.submitted': false, 'defence.waivedOn': '2025-03-02' });
  });

  it('提出申辩时顺带说不要求听证，不算放弃听证', () => {
    const facts = waived(
      factsOf(
        defence,
        paperOf(
          'defence-record',
          '陈述申辩书\n罚款过高，请求减轻。我店不要求听证。\n示例店 张示\n2025年3月2日',
        ),
      ),
    );
    expect(facts).toMatchObject({ 'hearing.requested': false, 'defence.submittedOn': '2025-03-02' });
    expect(facts).not.toHaveProperty('hearing.waivedOn');
  });
});
