import { describe, expect, it } from 'vitest';
import { decisionApproval } from '../../src/dossiers/readers/decision-approval.ts';
import { filing } from '../../src/dossiers/readers/filing.ts';
import { preservation } from '../../src/dossiers/readers/preservation.ts';
import { factsOf, paperOf } from './paper-of.ts';

const filed = (line: string, ...others: string[]) =>
  factsOf(
    filing,
    paperOf('filing-approval', `立案审批表\n承办人\t建议立案。王示　2025年4月1日\n${line}`),
    ...others.map((text, at) => paperOf('decision-approval', text, `p${at + 7}`)),
  )['filing.approverRole'];

describe('经授权的副职', () => {
  it.each([
    '局领导意见\t同意立案。副局长（分管，经局长授权）　汤示川　2025年4月2日',
    '负责人意见\t同意立案。汤示川（局长授权分管副局长）2025年4月2日',
    '机关负责人审批意见：同意立案。分管副局长（受局长委托）　汤示川　2025年4月2日',
    '负责人意见：同意。经本局局长授权，副局长 汤示川 2025年4月2日',
    '审批意见：同意立案。汤示川（副支队长，已获授权）　2025年4月2日',
  ])('立案审批表写明：%s', (line) => {
    expect(filed(line)).toBe('deputy-authorised');
  });

  it.each([
    '负责人意见\t同意立案。分管副局长　汤示川　2025年4月2日',
    '负责人意见\t同意立案。分管副局长（未经授权）　汤示川　2025年4月2日',
    '负责人意见\t同意立案。汤示川（授权签字人）　2025年4月2日',
    '负责人意见\t同意立案。分管副局长 汤示川　2025年4月2日\n附件：授权委托书',
  ])('没有授权、不是这一授权：%s', (line) => {
    expect(filed(line)).toBeUndefined();
  });

  it('局长本人签的仍是负责人', () => {
    expect(filed('局长\t同意立案。汤示川　2025年4月2日')).toBe('head');
  });

  it('别的材料写明同一个人的授权；别人的授权不算', () => {
    const line = '负责人意见\t同意立案。汤示川　2025年4月2日';
    const form = (who: string) => `处罚决定审批表\n局领导\t同意。${who}（副局长，局长授权）2025年5月6日`;
    expect(filed(line, form('汤示川'))).toBe('deputy-authorised');
    expect(filed(line, form('莫示远'))).toBeUndefined();
  });

  it('处罚决定审批表', () => {
    const role = (line: string) =>
      factsOf(decisionApproval, paperOf('decision-approval', `行政处罚决定审批表\n${line}`))[
        'approval.approverRole'
      ];
    expect(role('局领导：同意。汤示川（分管副局长，局长授权）　2025年5月7日')).toBe('deputy-authorised');
    expect(role('机关负责人\t同意。副局长（经授权）汤示川　2025年5月7日')).toBe('deputy-authorised');
    expect(role('局领导：同意。汤示川（分管副局长）　2025年5月7日')).toBeUndefined();
  });

  it('先行登记保存的批准人，授权写在立案审批表上', () => {
    const notice = paperOf(
      'preservation-notice',
      '先行登记保存通知书\n经本机关负责人批准（汤示川，2025年4月1日），登记保存下列物品。\n示例局\n2025年4月1日',
      'p4',
    );
    const form = paperOf(
      'filing-approval',
      '立案审批表\n负责人意见\t同意立案。副局长（经授权）汤示川　2025年4月2日',
    );
    expect(factsOf(preservation, notice, form)['preservation[p4].approverRole']).toBe('deputy-authorised');
    expect(factsOf(preservation, notice)['preservation[p4].approverRole']).toBeUndefined();
  });
});
