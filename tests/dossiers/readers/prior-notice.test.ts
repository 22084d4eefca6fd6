import { describe, expect, it } from 'vitest';
import { priorNotice } from '../../../src/dossiers/readers/prior-notice.ts';
import { factsOf, paperOf } from '../paper-of.ts';

describe('行政处罚事先告知书', () => {
  it.each([
    ['你单位违反《示例管理条例》第二条。因涉及学生较多，依据第九条，拟罚款20000元。', true, true],
    [
      '你单位违反《示例管理条例》第二条，属生产区，但当日即清除，拟依据第九条第一款处罚款20000元。',
      true,
      true,
    ],
    ['依据《示例管理条例》第九条，综合排放浓度和持续时间，拟罚款20000元。', true, undefined],
    ['你单位违反《示例管理条例》第二条，拟罚款20000元。', undefined, undefined],
    ['因你单位的行为违反规定，本局现予告知。拟罚款20000元。', undefined, undefined],
  ])('写明的理由和依据：%s', (words, reasons, basis) => {
    const facts = factsOf(
      priorNotice,
      paperOf(
        'prior-notice',
        `行政处罚告知书\n示例公司：\n经查，你单位销售过期饼干12袋。\n${words}\n2025年4月2日`,
      ),
    );
    expect(facts['priorNotices[p1].states.reasons']).toBe(reasons);
    if (basis) expect(facts['priorNotices[p1].states.basis']).toBe(basis);
  });

  it('市场监管的写法：理由、依据和拟处罚写成一段', () => {
    const facts = factsOf(
      priorNotice,
      paperOf(
        'prior-notice',
        [
          '示例市示例区市场监督管理局',
          '行政处罚告知书',
          '示市监罚告〔2025〕12号',
          '示例商行：',
          '由本局立案调查的你单位涉嫌销售过期食品一案，已调查终结。经查，你单位于2025年3月1日至3月8日销售超过保质期的饼干12袋，货值金额120元。',
          '上述行为违反了《中华人民共和国食品安全法》第三十四条第（十）项的规定，依据《中华人民共和国食品安全法》第一百二十四条第一款第（五）项的规定，鉴于你单位系初次违法，本局拟对你单位作出如下行政处罚：一、没收违法所得36元；二、罚款人民币5000元。',
          '根据《中华人民共和国行政处罚法》第四十四条、第四十五条的规定，你单位有权进行陈述和申辩。自收到本告知书之日起五个工作日内未行使陈述、申辩权的，视为放弃此权利。',
          '联系人：王示　联系电话：000-0000',
          '示例市示例区市场监督管理局',
          '（印章）',
          '二〇二五年四月二日',
        ].join('\n'),
      ),
    );
    expect(facts).toMatchObject({
      'priorNotices[p1].date': '2025-04-02',
      'priorNotices[p1].number': '示市监罚告〔2025〕12号',
      'priorNotices[p1].organName': '示例市示例区市场监督管理局',
      'priorNotices[p1].penalties[confiscate-gains].amount': 36,
      'priorNotices[p1].penalties[fine].amount': 5000,
      'priorNotices[p1].breached[食品安全法34.-.10].law': '中华人民共和国食品安全法',
      'priorNotices[p1].punishing[食品安全法124.1.5].item': 5,
      'priorNotices[p1].rights[statement]': 'statement',
      'priorNotices[p1].rights[defence]': 'defence',
      // Without a decision in the dossier the notice says what the case rests on.
      'provisions.breached[食品安全法34.-.10].article': '34',
    });
    expect(facts['priorNotices[p1].rights[hearing]']).toBeUndefined();
    expect(facts['priorNotices[p1].facts']).toMatch(/^你单位于2025年3月1日至3月8日销售超过保质期的饼干12袋/);
  });

  it('栏目表格，明确的期限，勾选听证', () => {
    const facts = factsOf(
      priorNotice,
      paperOf(
        'prior-notice',
        [
          '行政处罚事先（听证）告知书',
          '文号：示应急先告〔2024〕7号',
          '当事人\t示例化工有限公司',
          '违法事实\t未对危险物品的包装物进行检测',
          '拟处罚内容\t责令停产停业；罚款150,000.00元',
          '权利告知\t☑陈述、申辩：请于2024年6月11日前提出　☑你单位有权要求听证　□放弃',
          '示例县应急管理局 2024.6.3',
        ].join('\n'),
      ),
    );
    expect(facts).toMatchObject({
      'priorNotices[p1].date': '2024-06-03',
      'priorNotices[p1].organName': '示例县应急管理局',
      'priorNotices[p1].number': '示应急先告〔2024〕7号',
      'priorNotices[p1].penalties[fine].amount': 150000,
      'priorNotices[p1].penalties[suspend].type': 'suspend',
      'priorNotices[p1].rights[hearing]': 'hearing',
      'priorNotices[p1].defenceUntil': '2024-06-11',
    });
  });

  it('条文里的幅度、条文里的停产和不适用的听证都不算', () => {
    const facts = factsOf(
      priorNotice,
      paperOf(
        'prior-notice',
        [
          '行政处罚事先告知书',
          '示环罚告字[2024]1号',
          '示例厂：',
          '你厂未按规定使用治理设施，违反了《大气污染防治法》第四十五条。依据该法第一百零八条第一项“处二万元以上二十万元以下的罚款；拒不改正的，责令停产整治”的规定，我局拟对你厂处罚款贰万元整（￥20000.00）。',
          '根据《中华人民共和国行政处罚法》第四十四条的规定，你厂可自收到本告知书之日起7日内向我局陈述、申辩。本案不适用听证程序。',
          '示例市生态环境局',
          '2024年8月9日',
        ].join('\n'),
      ),
    );
    expect(facts['priorNotices[p1].penalties[fine].amount']).toBe(20000);
    expect(Object.keys(facts).filter((path) => /suspend|fine-2|rights\[hearing\]/.test(path))).toEqual([]);
    expect(facts['priorNotices[p1].punishing[大气污染防治法108.-.1].law']).toBe(
      '中华人民共和国大气污染防治法',
    );
  });

  it('单独的听证告知书只给先前的告知书添上听证权利', () => {
    const own = paperOf(
      'hearing-right-notice',
      '行政处罚听证告知书\n你单位有要求听证的权利。\n示例局\n2025年4月25日',
      'p9',
    );
    const notice = paperOf('prior-notice', '行政处罚告知书', 'p8');
    expect(factsOf(priorNotice, own, notice)).toEqual({ 'priorNotices[p8].rights[hearing]': 'hearing' });
  });
});
