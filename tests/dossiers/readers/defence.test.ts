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

  it('逾期视为放弃是权利告知，不是放弃', () => {
    expect(
      read('陈述申辩书\n贵局告知逾期不陈述申辩视为放弃，现申辩如下：没有造成后果。\n李示\n2025-01-03'),
    ).toMatchObject({ 'defence.submitted': true, 'defence.submittedOn': '2025-01-03' });
  });
});
