import { describe, expect, it } from 'vitest';
import { filing } from '../../../src/dossiers/readers/filing.ts';
import { factsOf, paperOf } from '../paper-of.ts';

describe('案件来源和立案', () => {
  it.each<[string, string, Record<string, unknown>]>([
    [
      '表格，负责人在最后一栏',
      '立案审批表\n案情摘要\t2024.9.4接群众举报，反映使用过期奶油。\n承办人意见\t建议立案。　敖示群　计示婷　2024.9.6\n承办机构意见\t同意。　薄示安　2024.9.6\n领导审批意见\t同意立案，由敖示群、计示婷办理。　　盛示明　2024.9.9',
      {
        'filing.clueOn': '2024-09-04',
        'violation.discoveredOn': '2024-09-04',
        'filing.approvedOn': '2024-09-09',
        'filing.approver': '盛示明',
        'filing.approverRole': 'head',
      },
    ],
    [
      '负责人意见一栏由副局长签署的，不写身份',
      '立案审批表\n承办人意见\t建议立案。湛示鸣　2024年3月25日\n承办机构意见\t拟同意立案。厉示简　2024年3月25日\n负责人意见\t同意立案。副局长　冷示松　2024年3月27日',
      { 'filing.approvedOn': '2024-03-27', 'filing.approver': '冷示松' },
    ],
    [
      '没有承办机构一栏的，负责人可能是机构的负责人',
      '立案审批表\n承办人意见\t建议立案。湛示鸣　2024年3月25日\n负责人意见\t同意立案。冷示松　2024年3月27日',
      { 'filing.approvedOn': '2024-03-27', 'filing.approver': '冷示松' },
    ],
    [
      '签名另起一行，机关负责人写明',
      '立案审批表\n承办人：陶示明、祝示满　2025年4月7日\n承办机构负责人意见：拟同意立案，由陶示明、祝示满承办。\n　　左示敏 2025年4月7日\n机关负责人意见：同意立案。\n　　莫示远 2025年4月8日',
      {
        'filing.approvedOn': '2025-04-08',
        'filing.approver': '莫示远',
        'filing.approverRole': 'head',
      },
    ],
    [
      '空格隔开的栏目，分管领导一栏划去',
      '立案审批表\n经办人　安示俊（YJ-052）、苗示凡　2024-01-10\n部门负责人　同意立案。屠示辉　2024-01-10\n分管领导　/\n主要负责人　同意。鲁示平　2024-01-11',
      {
        'filing.approvedOn': '2024-01-11',
        'filing.approver': '鲁示平',
        'filing.approverRole': 'head',
      },
    ],
    [
      '每栏意见之下另有签名一行',
      '立案审批表\n承办人意见：拟立案调查。\n承办人（签名）：颜示 仲示  2023年2月9日\n科室负责人意见\t拟同意。 负责人（签名）：宗示雨 2023年2月9日\n审批意见：同意立案。\n审批人（签名）：端木示  2023年2月10日',
      { 'filing.approvedOn': '2023-02-10', 'filing.approver': '端木示' },
    ],
    [
      '黑括号的栏目，来源里写了日期',
      '立案审批表\n【来源】检验机构报告（2025年10月10日收到《信息告知单》）\n【承办人意见】建议立案。王示　2025.10.14\n【负责人意见】同意立案。严示明　2025.10.16',
      {
        'filing.clueOn': '2025-10-10',
        'violation.discoveredOn': '2025-10-10',
        'filing.approvedOn': '2025-10-16',
        'filing.approver': '严示明',
      },
    ],
    [
      '签名在日期后面；少见的姓名',
      '立案审批表\n线索日期：二〇二五年三月三日\n中队意见\t同意。 2025年3月7日 鹿示\n局领导审批\t准予立案。 2025年3月10日 洛示多杰',
      {
        'filing.clueOn': '2025-03-03',
        'violation.discoveredOn': '2025-03-03',
        'filing.approvedOn': '2025-03-10',
        'filing.approver': '洛示多杰',
        'filing.approverRole': 'head',
      },
    ],
    [
      '自己检查发现的，检查之日',
      '立案审批表\n案件来源\t双随机执法检查\n案情简介\t2024年4月9日现场检查发现该单位台账与库存不符。\n负责人意见\t同意立案 乐示鸿 2024.4.12',
      {
        'filing.clueOn': '2024-04-09',
        'violation.discoveredOn': '2024-04-09',
        'filing.approvedOn': '2024-04-12',
        'filing.approver': '乐示鸿',
      },
    ],
    [
      '别人举报的，检查之日不是线索之日',
      '立案审批表\n案件来源\t投诉举报\n案情简介\t2024年4月9日现场检查发现该单位台账与库存不符。',
      {},
    ],
    ['还没有批', '立案审批表\n承办人意见\t建议立案。敖示群　2024.9.6\n领导审批意见\t', {}],
  ])('%s', (_, text, expected) => {
    expect(factsOf(filing, paperOf('filing-approval', text))).toEqual(expected);
  });

  it('案件来源登记表的登记日', () => {
    const paper = paperOf(
      'source',
      '案件来源登记表\n登记日期：2025年4月3日\n线索内容：2025年3月11日抽样，2025年4月3日本局收到检验报告。',
    );
    expect(factsOf(filing, paper)).toEqual({
      'filing.clueOn': '2025-04-03',
      'violation.discoveredOn': '2025-04-03',
    });
  });

  it('决定书也说何时立案；建议立案不是立案', () => {
    expect(
      factsOf(filing, paperOf('decision', '决定书\n本局于2025年4月8日立案调查，5月6日调查终结。')),
    ).toEqual({ 'filing.approvedOn': '2025-04-08' });
    expect(factsOf(filing, paperOf('closing-report', '报告\n4月7日建议立案。'))).toEqual({});
  });
});

describe('一栏意见写成两行的', () => {
  const form = (last: string) =>
    paperOf(
      'filing-approval',
      `立案审批表\n案由\t涉嫌无证经营\n承办人意见\t建议立案。\n\t王示　李示\t2024年4月9日\n承办机构意见\t同意。\n\t赵示\t2024年4月10日\n${last}\n\t陆景山\t2024年4月12日`,
    );

  it.each([
    '负责人意见\t同意立案，交王示、李示办理。',
    '机关负责人意见\t同意立案。',
    '农业农村主管部门负责人意见\t同意立案。',
  ])('%s', (last) => {
    expect(factsOf(filing, form(last))).toMatchObject({
      'filing.approvedOn': '2024-04-12',
      'filing.approver': '陆景山',
    });
  });

  it.each([
    ['报告写2025年3月4日本局接到群众举报', '2025-03-04'],
    ['2025年3月4日收到12315热线转办的投诉', '2025-03-04'],
    ['当事人2025年3月4日收到检验报告', undefined],
    ['样品经检验不合格，该公司于2025年3月4日收到检测报告', undefined],
    ['2025年3月3日检验不合格，2025年3月4日当事人收到检验报告', undefined],
    ['2025年3月3日检验不合格，当事人于同日收到检验报告', undefined],
    ['店主在2025年3月4日接到消费者投诉', undefined],
  ])('报告里收到线索的是本机关，不是别人：%s', (words, day) => {
    const text = `案件调查终结报告\n经查：${words}，后经核实。\n`;
    expect(factsOf(filing, paperOf('closing-report', text))['filing.clueOn']).toBe(day);
  });

  it.each([
    ['本局于2025年3月6日立案调查', '2025-03-06'],
    ['2025年3月6日，经本局负责人批准立案', '2025-03-06'],
    ['当事人曾于2024年3月6日被本局立案查处', undefined],
    ['当事人2024年3月6日曾被我局立案查处', undefined],
    ['公安机关于2025年3月6日立案侦查', undefined],
    ['2025年3月6日公安局立案侦查', undefined],
  ])('别的案件的立案不是本案的立案：%s', (words, day) => {
    const text = `案件调查终结报告\n${words}。\n`;
    expect(factsOf(filing, paperOf('closing-report', text))['filing.approvedOn']).toBe(day);
  });
});
