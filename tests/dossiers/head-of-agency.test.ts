import { describe, expect, it } from 'vitest';
import { decisionApproval } from '../../src/dossiers/readers/decision-approval.ts';
import { filing } from '../../src/dossiers/readers/filing.ts';
import { factsOf, paperOf } from './paper-of.ts';

const roleOf = (rows: string, others: string[] = []) =>
  factsOf(
    decisionApproval,
    paperOf('decision-approval', `行政处罚决定审批表\n${rows}`),
    ...others.map((text, index) => ({ ...paperOf('other', text), id: `p${index + 7}` })),
  )['approval.approverRole'];

describe('批准人是不是机关负责人', () => {
  it.each([
    ['河口所\t同意。张示 2025年3月4日\n局领导\t同意。钱示 2025年3月5日'],
    ['股室：拟同意 张示 2025年3月4日\n局负责人：同意 钱示 2025年3月5日'],
    ['承办机构\t拟同意。张示 2025年3月4日\n负责人\t同意。钱示 2025年3月5日'],
  ])('承办机构之后的负责人：%s', (rows) => {
    expect(roleOf(rows)).toBe('head');
  });

  it.each([
    ['集体讨论记录\n主持人：钱示（局长）'],
    ['立案审批表\n负责人意见\t同意立案。局长　钱示　2025年1月4日'],
  ])('别的文书写明是局长：%s', (other) => {
    expect(roleOf('领导\t同意。钱示 2025年3月5日', [other])).toBe('head');
  });

  it.each([
    ['集体讨论记录\n主持人：周示（局长）　参加人：钱示（副局长）'],
    ['立案审批表\n分管局长\t同意立案　钱示　2025年1月4日'],
  ])('别的文书写明是副职的，不算：%s', (other) => {
    expect(
      roleOf('承办机构\t拟同意。张示 2025年3月4日\n局领导\t同意。钱示 2025年3月5日', [other]),
    ).toBeUndefined();
  });

  it('没有承办机构一栏，也没有人写明职务，不知道', () => {
    expect(roleOf('领导\t同意。钱示 2025年3月5日')).toBeUndefined();
  });

  it('机关意见由机关负责人签', () => {
    const text =
      '立案审批表\n承办意见\t建议立案。张示 2025年1月3日\n机构意见\t同意。李示 2025年1月3日\n机关意见\t同意立案。钱示 2025年1月4日';
    expect(factsOf(filing, paperOf('filing-approval', text))['filing.approverRole']).toBe('head');
  });
});
