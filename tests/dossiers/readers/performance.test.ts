import { describe, expect, it } from 'vitest';
import { closure } from '../../../src/dossiers/readers/closure.ts';
import { deferral } from '../../../src/dossiers/readers/deferral.ts';
import { lateFine } from '../../../src/dossiers/readers/late-fine.ts';
import { onTheSpot } from '../../../src/dossiers/readers/on-the-spot.ts';
import { receipt } from '../../../src/dossiers/readers/receipt.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const receipts = (...texts: string[]) => {
  const papers = texts.map((text, index) => paperOf('receipt', text, `p${index + 1}`));
  return papers.map((paper) => factsOf(receipt, paper, ...papers.filter((other) => other !== paper)));
};

describe('罚没票据', () => {
  it.each<[string, string, number]>([
    [
      '缴款人：示例店\n项目\t金额\n罚没收入\t2590.00\n金额合计（大写）：贰仟伍佰玖拾元整　（小写）￥2590.00\n缴款日期：2025年6月5日',
      '2025-06-05',
      2590,
    ],
    [
      '罚款 | '
        .replace(' | ', '\t')
        .concat(
          '55000.00\n没收违法所得\t1180.50\n合计\t人民币伍万陆仟壹佰捌拾元伍角整　￥56180.50\n收款日期\t2024-11-18',
        ),
      '2024-11-18',
      56180.5,
    ],
    [
      '罚款收据\n今收到 张示 交来罚款 人民币（大写）伍佰元整 ￥500.00\n收款人：王五\n2025年6月5日',
      '2025-06-05',
      500,
    ],
    [
      '电子回单\n交易日期：20250605\n付款人：示例公司\n金额：￥22,500.00\n大写：贰万贰仟伍佰元整',
      '2025-06-05',
      22500,
    ],
  ])('一张票据 %#', (text, day, paid) => {
    expect(receipts(text)).toEqual([{ 'performance.paidOn': day, 'performance.paid': paid }]);
  });

  it('分期的票据由最后一张说明末次日期和总额', () => {
    const slip = (n: string, day: string) => `罚没收入票据（第${n}期）\n合计\t肆仟元整\n日期\t${day}`;
    expect(receipts(slip('1', '2024年7月30日'), slip('2', '2024年9月29日'))).toEqual([
      {},
      { 'performance.paidOn': '2024-09-29', 'performance.paid': 8000 },
    ]);
  });

  it('同一笔款的银行回单和票据只算一次；大小写不一致的金额不认', () => {
    expect(
      receipts('回单\n交易日期：2025-06-05\n合计：500元', '票据\n合计 500.00元\n日期 2025年6月6日'),
    ).toEqual([{ 'performance.paidOn': '2025-06-05', 'performance.paid': 500 }, {}]);
    expect(receipts('票据\n合计：伍佰元整（￥600.00）\n日期：2025年6月6日')).toEqual([
      { 'performance.paidOn': '2025-06-06' },
    ]);
  });
});

describe('结案', () => {
  const read = (text: string) => factsOf(closure, paperOf('closure-approval', text));

  it.each([
    '执行情况：当事人已于2025年6月5日缴清罚没款2590元\n结案理由：执行完毕。\n承办人：陶示、祝示　2025年6月6日\n机关负责人意见：同意结案。\n　　莫怀远 2025年6月9日',
    '执行情况\t2025年6月5日当事人缴纳罚款2590元，已改正。\n结案意见\t建议结案。厉示 2025年6月6日\n部门意见\t同意。糜示 2025年6月7日\n负责人意见\t同意结案。虞国平 2025年6月9日',
    '执行情况 当事人已于2025年6月5日履行，缴纳罚款人民币2590元\n承办人 王示 2025.6.6\n批准人 孙示 2025.6.9',
  ])('缴清的日期和数额，批准结案的日期 %#', (text) => {
    expect(read(text)).toEqual({
      'performance.closedOn': '2025-06-09',
      'performance.paidOn': '2025-06-05',
      'performance.paid': 2590,
    });
  });

  it.each([
    '承办人：建议结案 王示 2025年6月6日\n领导：同意结案　孙示　二〇二五年六月九日',
    '承办人\t王示　李示　2025年6月6日\n机关负责人\t同意结案　洛桑·多示　2025年6月9日',
    '承办人意见：建议结案。\n承办人：王示　2025年6月6日\n负责人意见：同意结案。\n负责人（签名）：孙示\n2025年6月9日',
    '大队审查\t程序合法，同意备案、结案。大队长 孙示 2025年6月9日',
    '- 经办：王示 2025年6月6日\n- 结案：中队长 孙示 同意结案，2025年6月9日',
    '执法人员：建议结案。王示 2025.6.6\n支队领导意见：准予结案。孙示 2025.6.9',
    '处领导：同意　孙示　2025.6.9',
  ])('批准结案的日期，栏名和签名各处写法不同 %#', (text) => {
    expect(read(text)).toEqual({ 'performance.closedOn': '2025-06-09' });
  });

  it('封面上的结案和归档日期；建议结案不算', () => {
    const cover = (text: string) => factsOf(closure, paperOf('cover', text));
    expect(cover('立案：2025年3月3日　结案：2025年6月9日\n归档：2025年6月20日')).toEqual({
      'performance.closedOn': '2025-06-09',
      'performance.archivedOn': '2025-06-20',
    });
    expect(cover('立案 25.3.3　结案 25.6.9')).toEqual({ 'performance.closedOn': '2025-06-09' });
    expect(cover('结案：建议结案 2025年6月6日')).toEqual({});
  });

  it('承办人建议结案不是结案；逾期未缴不是缴款；不同意不算', () => {
    expect(
      read(
        '执行情况：当事人逾期未缴纳罚款2590元，2025年6月5日催告\n承办人意见：建议结案。王示 2025年6月6日\n负责人意见：不同意结案。孙示 2025年6月9日',
      ),
    ).toEqual({});
  });

  it('公示自成一栏，封面的立卷日期没有冒号', () => {
    expect(read('结案审批表\n罚款履行\t已缴清\n公示情况\t2024年4月22日已公示')).toMatchObject({
      'performance.publishedOn': '2024-04-22',
    });
    expect(read('结案审批表\n公开：2026年10月23日在局网站公开')).toMatchObject({
      'performance.publishedOn': '2026-10-23',
    });
    expect(
      factsOf(
        closure,
        paperOf('cover', '案卷\n当事人：示例店\n立案2024年5月15日　结案2024年6月28日　立卷2024年7月10日'),
      ),
    ).toMatchObject({ 'performance.archivedOn': '2024-07-10' });
  });
});

describe('延期、分期缴纳', () => {
  const read = (text: string) => factsOf(deferral, paperOf('deferral-approval', text));

  it('表格的题名写两种，填写的是分期', () => {
    expect(
      read(
        '延期（分期）缴纳罚款审批表\n申请事由\t经济困难，2024年7月2日申请分期缴纳罚款12000元\n执法人员意见\t建议同意分三期，至2024年11月30日缴清。苏示 2024年7月3日\n执法机关意见\t同意。明宗泽 2024年7月5日',
      ),
    ).toEqual({
      'performance.deferral.kind': 'instalments',
      'performance.deferral.hardship': true,
      'performance.deferral.requestedOn': '2024-07-02',
      'performance.deferral.approvedOn': '2024-07-05',
      'performance.deferral.until': '2024-11-30',
    });
  });

  it('负责人批准的期限优先于承办人建议的期限', () => {
    expect(
      read(
        '延期缴纳罚款审批表\n申请日期：2025年4月1日\n承办人意见：建议同意延期至2025年7月30日。王示 2025年4月2日\n负责人意见：同意延期至2025年6月30日。孙示 2025年4月3日',
      ),
    ).toMatchObject({
      'performance.deferral.kind': 'deferred',
      'performance.deferral.until': '2025-06-30',
    });
  });

  it('批准书以落款日为批准日，以最后一期为期限', () => {
    expect(
      read(
        '罚款延期/分期缴纳批准书\n示例公司：\n你单位2025年4月1日提交的分期缴纳罚款申请收悉。准予分两期缴纳：第一期2025年5月1日前缴纳5000元，第二期2025年6月1日前缴纳5000元。\n示例局\n2025年4月3日',
      ),
    ).toEqual({
      'performance.deferral.kind': 'instalments',
      'performance.deferral.requestedOn': '2025-04-01',
      'performance.deferral.approvedOn': '2025-04-03',
      'performance.deferral.until': '2025-06-01',
    });
  });
});

describe('当场收缴和加处罚款', () => {
  it('备案表写明收缴方式、理由、票据和交至机关的日期', () => {
    expect(
      factsOf(
        onTheSpot,
        paperOf(
          'other',
          '处罚时间\t2025-06-18 15:50\n收缴方式\t当场收缴（一百元以下罚款），已出具财政部门统一制发的专用票据\n罚款交至机关时间\t2025-06-19',
        ),
      ),
    ).toEqual({
      'performance.onTheSpot.collected': true,
      'performance.onTheSpot.ground': 'small-fine',
      'performance.onTheSpot.receipt': true,
      'performance.onTheSpot.collectedOn': '2025-06-18',
      'performance.onTheSpot.handedInOn': '2025-06-19',
    });
  });

  it('收据上写明交队和存入专户的日期；登记表一句话说明当场收缴', () => {
    const decision = paperOf('decision', '当场行政处罚决定书\n罚款履行方式：☑当场缴纳 ☐15日内缴纳', 'p2');
    const slip =
      '示例省代收罚没款收据\n金额：壹佰元整　￥100.00\n收款人：王示　2025年6月16日\n（加盖财政票据监制章）\n交款记录：王示2025年6月17日交大队内勤，大队2025年6月18日存入财政专户。';
    expect(factsOf(onTheSpot, paperOf('receipt', slip), decision)).toEqual({
      'performance.onTheSpot.handedInOn': '2025-06-17',
      'performance.onTheSpot.bankedOn': '2025-06-18',
      'performance.onTheSpot.receipt': true,
    });
    expect(factsOf(onTheSpot, paperOf('receipt', slip))).toEqual({});
    expect(receipts(slip)).toEqual([{ 'performance.paidOn': '2025-06-16', 'performance.paid': 100 }]);
    expect(
      factsOf(
        onTheSpot,
        paperOf('closure-approval', '处罚结果\t罚款100元，2025年6月16日当场收缴\n备案日期\t2025年6月17日'),
      ),
    ).toEqual({
      'performance.onTheSpot.collected': true,
      'performance.onTheSpot.collectedOn': '2025-06-16',
    });
  });

  it('没有打勾的当场缴纳和引用的条文不算', () => {
    const read = (text: string) => factsOf(onTheSpot, paperOf('decision', text));
    expect(read('履行方式：□当场缴纳　☑自收到之日起15日内缴至示例银行')).toEqual({});
    expect(read('有下列情形之一的，执法人员可以当场收缴罚款。')).toEqual({});
  });

  it('事后难以执行的理由不是没有收缴；交款单倒写日期', () => {
    const decision = paperOf(
      'decision',
      '当场行政处罚决定书\n缴纳方式：当事人当晚收摊返乡，不当场收缴事后难以执行，执法人员当场收缴罚款。',
      'p2',
    );
    expect(factsOf(onTheSpot, decision)).toEqual({
      'performance.onTheSpot.collected': true,
      'performance.onTheSpot.ground': 'hard-to-collect',
    });
    const slip =
      '罚款交款登记\n交回2025年3月4日当场收缴的罚款￥200.00\n交款日期：2025年3月6日\n缴入示例银行示例支行专户：2025年3月7日';
    expect(factsOf(onTheSpot, paperOf('other', slip), decision)).toMatchObject({
      'performance.onTheSpot.collectedOn': '2025-03-04',
      'performance.onTheSpot.handedInOn': '2025-03-06',
      'performance.onTheSpot.bankedOn': '2025-03-07',
    });
  });

  it('催告书中的加处罚款，不是罚款本数', () => {
    expect(factsOf(lateFine, paperOf('demand', '请缴纳罚款5000元及加处罚款3000元，合计8000元。'))).toEqual({
      'performance.lateFine.amount': 3000,
    });
  });
});
