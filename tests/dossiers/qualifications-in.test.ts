import { describe, expect, it } from 'vitest';
import { namesIn } from '../../src/dossiers/words/names-in.ts';
import { qualificationsIn } from '../../src/dossiers/words/qualifications-in.ts';

const read = (text: string) =>
  qualificationsIn(
    text,
    namesIn(text).filter(({ name }) => name !== '有效'),
  ).map(({ of, bound, day }) => [of, bound, day]);

describe('鉴定机构和鉴定人的资质', () => {
  it.each<[string, string[][]]>([
    [
      '机构资质认定证书号：990011，有效期：2019年3月1日至2025年2月28日',
      [
        ['body', 'From', '2019-03-01'],
        ['body', 'To', '2025-02-28'],
      ],
    ],
    [
      '承检单位：示例检测站（CMA证书有效期2022-05-06至2028-05-05）',
      [
        ['body', 'From', '2022-05-06'],
        ['body', 'To', '2028-05-05'],
      ],
    ],
    ['检测机构资质证书有效期至2026年6月30日', [['body', 'To', '2026-06-30']]],
    [
      '鉴定机构：示例司法鉴定所（示例），资质证号SL-11，有效期2021年1月1日至2024年12月31日',
      [
        ['body', 'From', '2021-01-01'],
        ['body', 'To', '2024-12-31'],
      ],
    ],
    [
      '鉴定人：王示（证号99-1，有效期至2027年5月31日）　李示（证号99-2，有效期至2026年12月31日）',
      [
        ['王示', 'To', '2027-05-31'],
        ['李示', 'To', '2026-12-31'],
      ],
    ],
    [
      '检验员：王示　复核：李示（检验员资格证有效期均至2027年1月31日）',
      [
        ['王示', 'To', '2027-01-31'],
        ['李示', 'To', '2027-01-31'],
      ],
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    '样品保质期有效期至2025年1月1日',
    '检测仪器检定证书有效期至2026年3月1日',
    '被抽样单位营业执照有效期至2030年1月1日',
    '本报告有效期至2026年1月1日',
  ])('不是资质：%s', (text) => expect(read(text)).toEqual([]));
});
