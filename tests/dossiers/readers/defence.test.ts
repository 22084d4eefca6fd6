import { describe, expect, it } from 'vitest';
import { defence } from '../../../src/dossiers/readers/defence.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const read = (text: string, title = '') => factsOf(defence, paperOf('defence-record', text, 'p1', title));

describe('陈述申辩', () => {
  it('当事人的申辩书', () => {
    expect(
      read('陈述申辩书\n示例局：\n贵局5月12日送来的告知书收到。请求减轻处罚。\n申辩人：张示\n2025年5月14日'),
    ).toMatchObject({ 'defence.submitted': true, 'defence.submittedOn': '2025-05-14' });
  });

  it('陈述申辩笔录连同复核意见', () => {
    expect(
      read(
        '陈述申辩笔录\n时间：2024年6月14日10时　地点：示例大队\n陈述申辩人：张示\n陈述申辩内容：对事实没有意见，请求少罚一点。\n以上属实。张示　2024年6月14日\n复核意见：经核实，情况属实，申辩理由不予采纳。\n苏示　倪示　2024年6月18日',
      ),
    ).toMatchObject({
      'defence.submittedOn': '2024-06-14',
      'defence.checkedOn': '2024-06-18',
      'defence.points[1].text': '对事实没有意见，请求少罚一点。',
      'defence.points[1].adopted': false,
    });
  });

  it('放弃声明', () => {
    expect(
      read(
        '放弃陈述申辩权声明书\n我单位自愿放弃陈述、申辩。\n示例公司（章）\n二〇二四年十月二十五日',
        '放弃陈述申辩权声明书',
      ),
    ).toEqual({ 'defence.submitted': false, 'defence.waivedOn': '2024-10-25' });
  });

  it.each([
    '至2025年8月13日期满，当事人未单独提交陈述申辩意见；2025年8月11日当事人书面要求听证，其意见在听证中提出。',
    '当事人没有在规定期限内提出陈述、申辩。',
    '当事人签收后未以任何形式向本局表达陈述申辩意见。',
    '告知书送达后，当事人未书面或者口头行使陈述、申辩权。',
  ])('机关记录没有陈述申辩，标题不是陈述申辩：%s', (words) => {
    expect(read(`陈述申辩情况记录\n${words}\n记录人：苏示、倪示\n2025年8月14日`, '陈述申辩情况记录')).toEqual(
      {
        'defence.submitted': false,
      },
    );
  });

  it('要求听证的日期是句中写的日期，不是记录的日期', () => {
    expect(
      read('陈述申辩笔录\n陈述申辩内容：处罚过重。\n2025年8月11日当事人书面要求听证。\n2025年8月14日'),
    ).toMatchObject({ 'hearing.requestedOn': '2025-08-11' });
  });

  it('逾期视为放弃是权利告知，不是放弃', () => {
    expect(
      read('陈述申辩书\n贵局告知逾期不陈述申辩视为放弃，现申辩如下：没有造成后果。\n李示\n2025-01-03'),
    ).toMatchObject({ 'defence.submitted': true, 'defence.submittedOn': '2025-01-03' });
  });

  it.each([
    '申辩复核记录\n2025年6月4日，苏示、倪示对申辩复核：整改情况告知时已考虑，不采纳。',
    '陈述申辩复核\n2025年6月4日，苏示、倪示到现场核查：所称属实，予以采纳。\n苏示　倪示',
    '对当事人陈述申辩意见的复核\n理由不成立，不采纳。\n苏示　倪示　2025年6月4日',
  ])('复核的日期写在句首或者签名处：%s', (text) => {
    expect(read(text, text.split('\n')[0])).toMatchObject({ 'defence.checkedOn': '2025-06-04' });
  });

  it('复核意见上的提出日期不是复核日期', () => {
    expect(
      read(
        '陈述申辩复核意见\n提出日期：2024年3月29日\n第一点：不知情不足以免责，不予采纳。\n复核人：苏示　倪示　2024年4月2日\n同意。张示　2024年4月3日',
        '陈述申辩复核意见',
      )['defence.checkedOn'],
    ).toBe('2024-04-02');
  });
});
