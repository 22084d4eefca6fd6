import { describe, expect, it } from 'vitest';
import { decision } from '../../../src/dossiers/readers/decision.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const ON_THE_SPOT = `示例市示例区示例局
当场行政处罚决定书
示当罚〔2025〕第018号
当事人：示例超市有限公司
你单位的行为违反了《中华人民共和国计量法》第九条第一款的规定。依据《中华人民共和国计量法》第二十五条的规定，责令你单位停止使用该计价秤，并处以下行政处罚：罚款人民币500元（伍佰元整）。
罚款缴纳方式：☑自收到本决定书之日起十五日内缴至示例银行　□当场收缴
执法人员（签名）：王示　李示
示例市示例区示例局（印章）
2025年6月11日10时50分
当事人签收：张示（店长）　2025年6月11日
注：对公民处二百元以下、对法人或者其他组织处三千元以下罚款或者警告的，可以适用简易程序。`;

describe('当场作出的决定', () => {
  it('落款有时刻；印在下面的说明不是处罚', () => {
    const facts = factsOf(decision, paperOf('decision', ON_THE_SPOT, 'p2', '当场行政处罚决定书'));
    expect(facts).toMatchObject({
      'decision.date': '2025-06-11',
      'decision.organName': '示例市示例区示例局',
      'decision.penalties[fine].amount': 500,
    });
    expect(facts).not.toHaveProperty(['decision.penalties[warning].type']);
  });

  it('没有机关在上面的日期和时刻不是落款', () => {
    const text = '行政处罚决定书\n本局决定：罚款500元。\n2025年6月11日10时50分\n示例市示例局\n2025年6月12日';
    expect(factsOf(decision, paperOf('decision', text))['decision.date']).toBe('2025-06-12');
  });
});
