import { describe, expect, it } from 'vitest';
import type { Speech } from '../../src/dossiers/words/operative-in.ts';
import { penaltiesIn } from '../../src/dossiers/words/penalties-in.ts';

const told = (text: string, speech: Speech) =>
  penaltiesIn(text, speech).map(({ key, amount }) => (amount ? `${key} ${amount.yuan}` : key));

describe('材料写明的处罚', () => {
  it.each<[string, Speech, string, string[]]>([
    [
      '分项写，大小写并列算一笔',
      'decided',
      '依据《食品安全法》第一百二十四条，决定给予当事人以下行政处罚：\n（一）没收违法所得人民币1180.50元（壹仟壹佰捌拾元伍角整）；\n（二）没收超过保质期的“雪岭”牌稀奶油14盒；\n（三）罚款人民币55000.00元（伍万伍仟元整）。\n以上罚没款合计56180.50元。',
      ['confiscate-gains 1180.5', 'confiscate-goods', 'fine 55000'],
    ],
    [
      '一句话写完',
      'decided',
      '经集体讨论，决定对你公司处罚款人民币壹拾万元整（¥100,000.00）。\n限你公司自收到之日起15日内将罚款缴至专户，逾期每日按罚款数额的3%加处罚款。',
      ['fine 100000'],
    ],
    [
      '合计不另算，缴款不算',
      'decided',
      '责令当事人停止销售上述产品，并决定处罚如下：\n一、没收插座26只；\n二、没收违法所得340元；\n三、处以罚款2250元，罚没款合计2590元。\n当事人应当自收到本决定书之日起十五日内缴纳。',
      ['confiscate-goods', 'confiscate-gains 340', 'fine 2250'],
    ],
    [
      '金额写在罚款之前',
      'decided',
      '现决定：1、责令停产停业；2、吊销《食品经营许可证》；3、处5万元罚款。',
      ['suspend', 'revoke', 'fine 50000'],
    ],
    [
      '处罚款之后括号里写大写的',
      'intended',
      '现拟对你公司处罚款8500元（大写：捌仟伍佰元整），并处没收违法所得300元（大写：叁佰元整）。',
      ['fine 8500', 'confiscate-gains 300'],
    ],
    [
      '决定处罚款，括号里写大写的',
      'decided',
      '本局决定对该店处罚款900元（人民币大写：玖佰元整）。',
      ['fine 900'],
    ],
    ['中文金额在前', 'decided', '本机关决定对你处以人民币叁仟元的罚款。', ['fine 3000']],
    ['货值金额不是罚款', 'decided', '决定处货值金额1500元1.5倍的罚款，计2250元。', ['fine 2250']],
    [
      '以前受过的罚款不算',
      'decided',
      '当事人2021年曾因同类行为被本局决定罚款2000元。\n现决定给予如下处罚：罚款8000元，并给予警告。',
      ['fine 8000', 'warning'],
    ],
    [
      '条文里的幅度和处罚种类不算',
      'intended',
      '依据第一百零八条“责令改正，处二万元以上二十万元以下的罚款；拒不改正的，责令停产整治”的规定，我局拟对你公司作出如下行政处罚：\n罚款人民币壹拾贰万元整（120000元）。\n根据第四十四条的规定，你公司有权陈述、申辩。',
      ['fine 120000'],
    ],
    [
      '几笔罚款，合并执行',
      'decided',
      '决定作出如下行政处罚：1.对未建立台账的行为，罚款人民币壹万元整（10,000元）；2.对未开展培训的行为，处20000元罚款；合计罚款30000元。',
      ['fine 10000', 'fine-2 20000'],
    ],
    [
      '所得和物品一并没收',
      'decided',
      '决定没收违法所得340元和违法经营的食品3盒，并处罚款5000元。',
      ['confiscate-gains 340', 'confiscate-goods', 'fine 5000'],
    ],
    [
      '物品在前',
      'decided',
      '决定没收违法经营的食品3盒、违法所得340元；罚款5000元。',
      ['confiscate-gains 340', 'confiscate-goods', 'fine 5000'],
    ],
    [
      '当场处罚',
      'decided',
      '依据《道路交通安全法》第九十条，给予警告，并处罚款50元的行政处罚。',
      ['warning', 'fine 50'],
    ],
    [
      '建议',
      'proposed',
      '当事人初次违法，建议从轻处罚：没收违法销售的插座26只，没收违法所得340元，罚款2250元（货值金额1.5倍）。',
      ['confiscate-goods', 'confiscate-gains 340', 'fine 2250'],
    ],
    ['不予处罚', 'decided', '本局决定对当事人不予行政处罚。', []],
    [
      '断行和全角',
      'decided',
      '　　本局研究后认为当事人的行为应予处罚，经集体讨论，决定对你（单位）\n作出如下行政处罚：处以罚款人民币（大写）伍仟元整（￥５０００．０\n０元），并没收违法所得人民币叁佰元整。以上款项应当在规定的期限内足\n额交至指定银行。',
      ['fine 5000', 'confiscate-gains 300'],
    ],
    ['责令限期改正不是处罚', 'decided', '决定责令你单位于2024年5月1日前改正，并处警告。', ['warning']],
    [
      '降低资质和限制从业',
      'decided',
      '决定作出以下处罚：（1）降低资质等级；（2）五年内不得从事食品生产经营管理工作；（3）处行政拘留五日。',
      ['downgrade', 'bar-occupation', 'detention'],
    ],
    [
      '改正以前不得做什么，是命令不是限制从业',
      'decided',
      '决定给予警告，责令三日内改正，整改完成前张示不得从事餐具清洗工作。',
      ['warning'],
    ],
    [
      '取得许可前不得再经营，也不是',
      'decided',
      '决定罚款3000元；在取得许可证之前，不得再从事冷食制售。',
      ['fine 3000'],
    ],
    [
      '有年限的才是',
      'decided',
      '决定：一、罚款3000元；二、自处罚决定作出之日起五年内，禁止其从事食品检验工作。',
      ['fine 3000', 'bar-occupation'],
    ],
    [
      '暂扣和关闭',
      'intended',
      '拟对你单位处暂扣安全生产许可证三十日、责令关闭、通报批评的行政处罚',
      ['suspend-permit', 'close', 'public-criticism'],
    ],
    [
      '拟处罚内容栏',
      'intended',
      '拟处罚内容\t没收违法所得1,180.50元；没收稀奶油14盒；罚款55,000.00元\n',
      ['confiscate-gains 1180.5', 'confiscate-goods', 'fine 55000'],
    ],
    [
      '两项没收各是一项',
      'decided',
      '决定如下：1.没收渔获物；2.没收刺网4张；3.罚款2000元。',
      ['confiscate-goods', 'confiscate-goods-2', 'fine 2000'],
    ],
    [
      '再说一遍的没收还是一项',
      'decided',
      '决定处罚如下：1.没收精华液14盒；2.罚款2000元。\n本局决定没收的精华液14盒依法处理。',
      ['confiscate-goods', 'fine 2000'],
    ],
    ['万元', 'proposed', '处理意见：建议对该公司处以0.5万元罚款。', ['fine 5000']],
  ])('%s', (_, speech, text, expected) => {
    expect(told(text, speech).toSorted()).toEqual(expected.toSorted());
  });

  it('限期拆除的一项不是缴款的开头，后面的罚款仍是处罚', () => {
    expect(
      penaltiesIn(
        '决定处罚如下：\n一、退还占用的土地；\n二、限收到本决定书之日起十五日内拆除地上建筑物，恢复原状；\n三、处以每平方米20元的罚款，计人民币8000元。\n罚款限收到本决定书之日起十五日内缴至示例银行，逾期处以罚款30元。',
        'decided',
      ).map(({ type, amount }) => [type, amount?.yuan]),
    ).toEqual([['fine', 8000]]);
  });

  it('位置是原文的位置', () => {
    const text = '决定处罚如下：\n1．处 以 罚 款 人民币 5,000.00 元（伍仟元整）。';
    const [fine] = penaltiesIn(text, 'decided');
    expect(text.slice(fine!.start, fine!.end)).toBe('处 以 罚 款 人民币 5,000.00 元（伍仟元整）');
    expect(text.slice(fine!.amount!.start, fine!.amount!.end)).toBe('5,000.00 元（伍仟元整）');
    expect(text.slice(fine!.inWords!.start, fine!.inWords!.end)).toBe('伍仟元整');
  });
});
