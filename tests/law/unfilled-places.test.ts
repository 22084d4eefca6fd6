import { describe, expect, it } from 'vitest';
import { unfilledPlaces } from '../../src/law/unfilled-places.ts';

describe('places of a paper that were not filled in', () => {
  it.each([
    ['罚款____元', '____'],
    ['罚款XX元', 'XX元'],
    ['××年××月××日', '××年'],
    ['依据第××条', '××条'],
    ['示市监罚〔〕12号', '〔〕'],
    ['示市监罚〔　〕12号', '〔　〕'],
    ['示市监罚〔2025〕XX号', '〔2025〕XX号'],
    ['示市监罚〔20××〕12号', '〔20××〕'],
    ['2025年 月 日', '2025年 月 日'],
    ['签名：    年  月  日', '年  月  日'],
    ['2025年5月 日', '2025年5月 日'],
    ['可以向××人民法院起诉', '××人民'],
    ['事实：【待补：违法事实】', '【待补：违法事实】'],
    ['尊敬的{{party}}', '{{party}}'],
  ])('finds %s', (text, quote) => {
    expect(unfilledPlaces(text)).toContain(quote);
  });

  it.each([
    '举报人张××称，李XX在场。',
    '当事人张某某，某某公司，身份证号110***********1234。',
    '住××路×号×室，××××年×月×日出生。',
    '货值12盒×40元=480元。',
    '型号 XXL-200，规格 3×5，MAXX牌。',
    '出 生 年 月 日：1982年6月13日',
    '2025 年 5 月 13 日',
    '第六十三条第一款第（一）项，示市监罚〔2025〕12号，【案由】经营超过保质期的食品',
    '\n________________\n（印章）',
  ])('lets %s pass', (text) => {
    expect(unfilledPlaces(text)).toEqual([]);
  });
});
