import { describe, expect, it } from 'vitest';
import { regionOfText } from '../../../src/corpus/like-cases/region-of-text.ts';
import { caseOfObject, caseOfText } from '../../../src/corpus/sources/case-entry.ts';

const AGENCY = '示例市市场监督管理局';
const decision = (rest: string) =>
  `${AGENCY}\n行政处罚决定书\n示市监处罚〔2024〕101号\n当事人：示例甲商贸有限公司\n${rest}`;

describe('the region of a decision', () => {
  it('is that of its organ, with the wider ones that the text puts before it', () => {
    expect(regionOfText(AGENCY, '住所：示例省示例市示例区和平路1号')).toBe('示例省示例市');
    expect(regionOfText('示例市示例区应急管理局', '地址在示例省示例市示例区，示例市示例区')).toBe(
      '示例省示例市示例区',
    );
    expect(regionOfText('示例市示例区应急管理局', '地址：示例省示例市示例区')).toBe('示例省示例市示例区');
    expect(regionOfText(AGENCY, '没有地址')).toBe('示例市');
  });

  it('is unknown of an organ without one, and not taken from another place', () => {
    expect(regionOfText('国家市场监督管理总局', '住所：示例省示例市')).toBeUndefined();
    expect(regionOfText(AGENCY, '货物来自他省他市他区')).toBe('示例市');
  });

  it('stands with the imported case', () => {
    expect(caseOfText(decision('住所：示例省示例市示例区'), false).region).toBe('示例省示例市');
    expect(caseOfText('行政处罚决定书\n当事人：示例甲商贸有限公司', false).region).toBeUndefined();
  });
});

describe('an imported case', () => {
  it('is called after what was done where its reasons say it', () => {
    expect(caseOfText(decision('上述行为构成发布虚假广告的违法行为。'), false).title).toBe(
      '发布虚假广告 示市监处罚〔2024〕101号',
    );
    expect(caseOfText(decision('没有写明。'), false).title).toBe('示市监处罚〔2024〕101号');
  });

  it('keeps violation, item and provisions of a case file, and an organisation by name, not a person', () => {
    const file = (kind: string) => ({
      id: 'x',
      agency: { name: AGENCY },
      party: { kind, name: '示例甲商贸有限公司' },
      benchmarkItem: 'market-expired-food',
      violation: { name: '经营超过保质期的食品', facts: '货架上有过期食品。' },
      provisions: { punishing: [{ law: '中华人民共和国食品安全法', article: '124' }] },
    });
    expect(caseOfObject(file('organisation'), false)?.payload).toMatchObject({
      violation: '经营超过保质期的食品',
      benchmarkItem: 'market-expired-food',
      party: '示例甲商贸有限公司',
      punishing: [{ article: '124' }],
    });
    expect(caseOfObject(file('person'), false)?.payload).not.toHaveProperty('party');
  });
});
