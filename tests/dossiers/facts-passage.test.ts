import { describe, expect, it } from 'vitest';
import { factsPassage } from '../../src/dossiers/facts-passage.ts';
import { plainView } from '../../src/dossiers/words/plain-view.ts';

const passage = (text: string) => factsPassage(plainView(text))?.text;

describe('factsPassage', () => {
  it.each([
    [
      '示例店：\n你店2025年9月20日至2025年10月14日，购进卷烟132条，违反《中华人民共和国烟草专卖法实施条例》第二十三条第二款。',
      '你店2025年9月20日至2025年10月14日,购进卷烟132条',
    ],
    [
      '告知如下：\n认定事实：到期后销售、使用精华液3盒，货值金额1666元。\n处罚理由和依据：上述行为违反《化妆品监督管理条例》第三十九条',
      '到期后销售、使用精华液3盒,货值金额1666元',
    ],
    [
      '示例公司：\n现查明，你单位存在下列违法行为：2025年3月3日至3月18日，安排无证人员2人从事焊接作业。\n以上事实违反了《中华人民共和国安全生产法》第三十条',
      '2025年3月3日至3月18日,安排无证人员2人从事焊接作业。',
    ],
    [
      '经调查，本机关认为你于2024年9月20日在火车站广场从事网络预约出租汽车经营活动的行为，违反了《网络预约出租汽车经营服务管理暂行办法》第十四条',
      '你于2024年9月20日在火车站广场从事网络预约出租汽车经营活动',
    ],
    [
      '经查明，当事人销售超过有效期的药品32盒，货值金额1416元，有现场检查笔录、询问笔录等证据证实。',
      '当事人销售超过有效期的药品32盒,货值金额1416元',
    ],
  ])('finds what was done in %s', (text, expected) => {
    expect(passage(text)).toBe(expected);
  });

  it.each([
    '你单位涉嫌销售不合格插座一案，本局已调查终结。依据《中华人民共和国行政处罚法》第四十四条告知如下',
    '你单位可在收到本告知书之日起五日内提出陈述、申辩，逾期视为放弃。以上事实清楚',
    '执法人员经查，并听取了陈述和申辩。你单位不陈述、不申辩，□放弃听证权利',
  ])('does not take how the case went for it: %s', (text) => {
    expect(passage(text)).toBeUndefined();
  });
});
