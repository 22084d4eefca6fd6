import { describe, expect, it } from 'vitest';
import { closingReport } from '../../../src/dossiers/readers/closing-report.ts';
import { correctionOrder } from '../../../src/dossiers/readers/correction-order.ts';
import { preservation } from '../../../src/dossiers/readers/preservation.ts';
import { factsOf, paperOf } from '../paper-of.ts';

describe('责令改正', () => {
  it('责令之日和改正期限；复议的六十日不是期限', () => {
    const text =
      '责令改正通知书\n示例公司：\n我局于2024年3月12日检查，责令你公司立即停止，于2024年4月20日前完成整改。如不服，可在六十日内申请行政复议。\n　　示例市生态环境局\n　　2024年3月21日\n签收：王示　2024年3月22日';
    expect(factsOf(correctionOrder, paperOf('correction-order', text))).toEqual({
      'correctionOrder.issuedOn': '2024-03-21',
      'correctionOrder.until': '2024-04-20',
    });
  });

  it('监察指令书', () => {
    const text =
      '特种设备安全监察指令书\n示例公司：\n指令你单位立即停止使用，于2025年10月31日前整改完毕。\n　　示例市市场监督管理局\n　　2025年10月13日';
    expect(factsOf(correctionOrder, paperOf('correction-order', text))).toEqual({
      'correctionOrder.issuedOn': '2025-10-13',
      'correctionOrder.until': '2025-10-31',
    });
  });

  it('立即改正，没有期限', () => {
    const text =
      '责令立即改正通知书\n现责令你单位立即改正。\n　　示例市消防救援大队（印）\n　　二〇二五年七月十日';
    expect(factsOf(correctionOrder, paperOf('correction-order', text))).toEqual({
      'correctionOrder.issuedOn': '2025-07-10',
    });
  });

  it('复查：改正了和没有改正', () => {
    const recheck = (words: string) =>
      factsOf(
        correctionOrder,
        paperOf('inspection-record', `复查意见书\n复查意见：${words}\n示例局\n2025年4月18日`),
      );
    expect(recheck('经复查，问题已整改完毕。')).toEqual({ 'correctionOrder.corrected': true });
    expect(recheck('经复查，仍未改正。')).toEqual({ 'correctionOrder.corrected': false });
    expect(recheck('另行处理。')).toEqual({});
  });

  it('决定书写明已改正的，责令改正的案件才算', () => {
    const order = paperOf('correction-order', '责令改正通知书\n限期改正。', 'p2');
    const told = (words: string) =>
      factsOf(correctionOrder, paperOf('decision', `处罚决定书\n${words}`), order)[
        'correctionOrder.corrected'
      ];
    expect(told('违法行为已于检查当日改正。')).toBe(true);
    expect(told('你单位已按期改正，从轻处罚。')).toBe(true);
    expect(told('你单位逾期未改正。')).toBeUndefined();
    expect(told('应当在收到本决定后立即改正。')).toBeUndefined();
    expect(
      factsOf(correctionOrder, paperOf('decision', '处罚决定书\n违法行为已于检查当日改正。'))[
        'correctionOrder.corrected'
      ],
    ).toBeUndefined();
  });
});

describe('先行登记保存和扣押', () => {
  it('先行登记保存：批准和实施写在一行，实施日不是落款日', () => {
    const text =
      '先行登记保存证据通知书\n张示：对货物48件先行登记保存。\n批准：局长莫示远 2025-04-09（平台签批）　执行时间：2025-04-10\n示例局（印）\n2025-04-09';
    expect(factsOf(preservation, paperOf('preservation-notice', text, 'p6'))).toMatchObject({
      'preservation[p6].takenOn': '2025-04-10',
      'preservation[p6].approvedOn': '2025-04-09',
      'preservation[p6].approver': '莫示远',
    });
  });

  it('自某日起，批准人，处理', () => {
    const text =
      '先行登记保存证据通知书\n示例店：\n本局决定自2025年4月9日起对所列物品予以先行登记保存。\n　　示例市市场监督管理局\n　　2025年4月9日\n审批：同意采取先行登记保存措施。莫示远 2025年4月9日\n处理结果：经批准，2025年4月16日本局解除先行登记保存。';
    expect(factsOf(preservation, paperOf('preservation-notice', text, 'p6'))).toEqual({
      'preservation[p6].takenOn': '2025-04-09',
      'preservation[p6].approvedOn': '2025-04-09',
      'preservation[p6].approver': '莫示远',
      'preservation[p6].disposedOn': '2025-04-16',
      'preservation[p6].disposal': '解除先行登记保存',
    });
  });

  it('批准人和时间写在括号里', () => {
    const text =
      '先行登记保存证据通知书\n示例店：\n经本机关负责人同意（莫示远，2025年4月9日16时），对下列物品先行登记保存。\n　　示例市市场监督管理局\n　　2025年4月9日';
    expect(factsOf(preservation, paperOf('preservation-notice', text, 'p6'))).toEqual({
      'preservation[p6].takenOn': '2025-04-09',
      'preservation[p6].approvedOn': '2025-04-09',
      'preservation[p6].approver': '莫示远',
    });
  });

  it('处理通知书写明物品去向', () => {
    const taken = paperOf(
      'preservation-notice',
      '先行登记保存证据通知书\n　　示例局\n　　2025年4月9日',
      'p6',
    );
    const text =
      '先行登记保存物品处理决定书\n示例店：\n你店被保存的饼干40袋，取证已毕，本局决定解除保存，悉数返还你店。\n　　示例市市场监督管理局\n　　2025年4月16日';
    const paper = paperOf('preservation-notice', text, 'p7');
    expect(factsOf(preservation, paper, taken)).toEqual({
      'preservation[p6].disposedOn': '2025-04-16',
      'preservation[p6].disposal': '你店被保存的饼干40袋，取证已毕，本局决定解除保存，悉数返还你店',
    });
  });

  it('审批表和通知书说的是同一次保存', () => {
    const form = paperOf(
      'preservation-notice',
      '先行登记保存证据审批表\n负责人意见\t同意。　汤示川　2023年9月13日',
      'p3',
    );
    const notice = paperOf(
      'preservation-notice',
      '先行登记保存证据通知书\n对刺网4张予以先行登记保存。\n　　示例县农业农村局\n　　2023年9月13日',
      'p4',
    );
    expect(factsOf(preservation, form, notice)).toEqual({
      'preservation[p4].approvedOn': '2023-09-13',
      'preservation[p4].approver': '汤示川',
    });
    expect(factsOf(preservation, notice, form)).toEqual({ 'preservation[p4].takenOn': '2023-09-13' });
  });

  it('另一份处理通知书说的是先前的保存', () => {
    const taken = paperOf('preservation-notice', '先行登记保存通知书\n示例局\n2025年10月14日', 'p4');
    const after = paperOf(
      'preservation-notice',
      '先行登记保存物品处理通知书\n现决定解除先行登记保存。\n示例市烟草专卖局\n2025年10月22日',
      'p7',
    );
    expect(preservation(after, [taken, after]).map(({ path, value }) => [path, value])).toEqual([
      ['preservation[p4].disposedOn', '2025-10-22'],
    ]);
  });

  it.each([
    '先行登记保存审批表\n审批意见：同意登记保存。汤示川　2025年9月1日8时',
    '先行登记保存物品清单\n饮料　12瓶\n2025年9月1日',
    '登记保存证据呈批表\n领导批示：同意。汤示川　2025年9月1日',
    '证据先行登记保存清单\n一、饮料12瓶\n当事人：王示　2025年9月1日',
  ])('夹在通知书和处理决定之间的审批表、清单不是另一次保存', (between) => {
    const notice = paperOf('preservation-notice', '先行登记保存通知书\n示例局\n2025年9月1日', 'p4');
    const beside = paperOf('preservation-notice', between, 'p5');
    const after = paperOf(
      'preservation-notice',
      '先行登记保存物品处理决定书\n现决定将登记保存的饮料作为证据提取。\n示例局\n2025年9月12日',
      'p6',
    );
    const all = [notice, beside, after];
    const facts = all.flatMap((paper) => preservation(paper, all));
    expect(facts.map(({ path }) => path).filter((path) => !path.startsWith('preservation[p4].'))).toEqual([]);
    expect(facts).toContainEqual(
      expect.objectContaining({ path: 'preservation[p4].disposedOn', value: '2025-09-12' }),
    );
  });

  it('两次保存各有处理：前一次的处理不归后一次', () => {
    const one = paperOf('preservation-notice', '先行登记保存通知书\n示例局\n2025年9月1日', 'p4');
    const handled = paperOf(
      'preservation-notice',
      '先行登记保存物品处理通知书\n决定解除保存。\n示例局\n2025年9月5日',
      'p5',
    );
    const two = paperOf('preservation-notice', '先行登记保存通知书\n示例局\n2025年9月20日', 'p6');
    expect(preservation(handled, [one, handled, two]).map(({ path, value }) => [path, value])).toEqual([
      ['preservation[p4].disposedOn', '2025-09-05'],
    ]);
  });

  it('当日经机关负责人批准', () => {
    const text =
      '证据先行登记保存通知书\n本措施于当日经机关负责人明示泽批准。\n　　示例县农业农村局（印章）\n　　2024年5月13日';
    expect(factsOf(preservation, paperOf('preservation-notice', text, 'p3'))).toEqual({
      'preservation[p3].takenOn': '2024-05-13',
      'preservation[p3].approvedOn': '2024-05-13',
      'preservation[p3].approver': '明示泽',
      'preservation[p3].approverRole': 'head',
    });
  });

  it('扣押是一次行为；解除扣押不是', () => {
    const text =
      '扣押决定书\n决定予以扣押，期限三十日，自二〇二四年九月五日起至二〇二四年十月四日止。\n　示例局\n　二〇二四年九月五日';
    expect(factsOf(preservation, paperOf('seizure-decision', text, 'p3'))).toEqual({
      'acts[p3].id': 'p3',
      'acts[p3].kind': 'seizure',
      'acts[p3].date': '2024-09-05',
    });
    expect(
      factsOf(preservation, paperOf('seizure-decision', '解除扣押决定书\n示例局\n2024年9月30日')),
    ).toEqual({});
  });
});

describe('调查终结报告', () => {
  it.each([
    [
      '承办人：陶示明 祝示满\n　　2025年5月6日\n办案机构负责人意见：同意报审。左示敏 2025年5月8日',
      '2025-05-06',
    ],
    ['滑示国 水示华 2025年10月28日', '2025-10-28'],
    ['执法人员签名：冉示航　时示薇　2024.10.10\n经办机构负责人意见 同意。丛示　2024.10.11', '2024-10-10'],
    ['调查人 厉示晓 戈示航\n二〇二四年四月十九日', '2024-04-19'],
  ])('%s', (signature, date) => {
    const text = `调查终结报告\n2024年3月1日立案。\n当事人的行为违反了规定，建议：没收违法所得340元，罚款2250元。\n${signature}`;
    expect(factsOf(closingReport, paperOf('closing-report', text))).toMatchObject({
      'closingReport.date': date,
      'proposal.result': 'penalty',
      'proposal.penalties[fine].amount': 2250,
      'proposal.penalties[confiscate-gains].amount': 340,
    });
  });
});
