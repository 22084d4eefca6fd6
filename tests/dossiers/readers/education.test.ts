import { describe, expect, it } from 'vitest';
import { education } from '../../../src/dossiers/readers/education.ts';
import { onTheSpotDecision } from '../../../src/dossiers/readers/on-the-spot-decision.ts';
import { factsOf, paperOf } from '../paper-of.ts';

describe('不予处罚之后的教育', () => {
  it.each([
    '教育谈话记录\n时间：二〇二四年十月十一日　谈话人：粟示\n内容：讲解规定。',
    '批评教育记录\n教育对象\t张示\n教育日期\t2024-10-11\n教育内容\t讲解规定',
    '教育记录\n教育内容：讲解规定。\n示例市示例局\n2024年10月11日',
  ])('教育的记录：%s', (text) => {
    expect(factsOf(education, paperOf('other', text))).toEqual({ 'education.doneOn': '2024-10-11' });
  });

  it('决定书说到的教育', () => {
    expect(
      factsOf(
        education,
        paperOf('no-penalty-decision', '不予行政处罚决定书\n本局已于2024年10月11日对你校进行教育。'),
      ),
    ).toEqual({ 'education.doneOn': '2024-10-11' });
  });

  it('教育局的文书不是教育记录', () => {
    expect(
      factsOf(education, paperOf('correction-order', '示例区教育局\n责令改正通知书\n时间：2024年10月11日')),
    ).toEqual({});
  });
});

describe('当场处罚的备案', () => {
  const onTheSpot = paperOf('decision', '当场行政处罚决定书\n当事人：张示', 'p2');

  it.each([
    '结案登记\n- 备案：2026年3月11日报法规科备案\n- 结案：2026年3月18日',
    '结案表\n备案情况\t2026年3月11日',
    '结案表\n处罚决定已于2026年3月11日向所属机关备案。',
  ])('%s', (text) => {
    const facts = factsOf(onTheSpotDecision, paperOf('closure-approval', text), onTheSpot);
    expect(facts).toEqual({ 'decision.filedWithAgencyOn': '2026-03-11' });
  });

  it('普通程序的案件没有这一项', () => {
    expect(
      factsOf(onTheSpotDecision, paperOf('closure-approval', '结案表\n2026年3月11日报政府备案')),
    ).toEqual({});
  });
});
