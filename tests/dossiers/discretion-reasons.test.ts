import { describe, expect, it } from 'vitest';
import { decision } from '../../src/dossiers/readers/decision.ts';
import { factsOf, paperOf } from './paper-of.ts';

const read = (words: string) =>
  factsOf(
    decision,
    paperOf(
      'decision',
      `行政处罚决定书\n当事人：示例公司\n经查，当事人销售过期食品12袋，货值金额96元。\n${words}\n示例市某局\n2025年3月4日`,
    ),
  );

describe('决定书写明的裁量理由', () => {
  it.each([
    '鉴于你单位主动召回三台，依据《某法》第四十条，决定处罚款5000元。',
    '因货架紧邻学校，参照《示例市某某裁量基准（2023年）》第2项，决定处罚款5000元。',
    '考虑到所涉人数较少、已退还押金，依照《某条例》第九条，处罚款5000元。',
    '货值不足一万元，首次被查处，对照《示例市某某裁量基准》第2项（三千元以上），决定罚款5000元。',
  ])('%s', (words) => {
    expect(read(words)['decision.discretionReasons']).toBe(words.replace(/。$/, ''));
  });

  it.each([
    '依据《某法》第四十条，参照《示例市某某裁量基准（2023年）》第2项（二千元以上），决定处罚款5000元。',
    '当事人因家中困难，请求按照最低限处罚，决定不予采纳。',
    '因当事人的行为违反《某法》第三条，依据《某法》第四十条，决定处罚款5000元。',
    '综合考虑违法事实、性质、情节，依据《某法》第四十条，决定处罚款5000元。',
  ])('不是理由：%s', (words) => {
    expect(read(words)['decision.discretionReasons']).toBeUndefined();
  });

  it('基准名称之后写明的等次', () => {
    expect(
      read('参照《示例市某某裁量规则（2023年）》第7项一般档次（三千元以上八千元以下），处罚款5000元。')[
        'decision.grade'
      ],
    ).toBe('ordinary');
    expect(read('当事人及时下架，予以从轻，处罚款5000元。')['decision.grade']).toBe('lighter');
    expect(read('当事人请求予以从轻，不予采纳，处罚款5000元。')['decision.grade']).toBeUndefined();
  });
});

describe('决定书载明的证据', () => {
  it.each([
    '证据：一、现场检查记录，证明现场状况；二、照片。',
    '主要证据有：询问笔录、照片3张。',
    '二、证据\n现场勘验笔录及照片、测量报告',
    '以上事实有现场笔录及照片、询问笔录2份、进货票据、营业执照复印件在案证实。',
  ])('%s', (words) => {
    expect(read(words)['decision.evidenceListed']).toBe(true);
  });

  it('没有列明证据', () => {
    expect(read('以上事实清楚，证据确凿，依据《某法》第四十条，处罚款5000元。')).not.toHaveProperty([
      'decision.evidenceListed',
    ]);
  });
});
