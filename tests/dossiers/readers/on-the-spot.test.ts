import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../../src/cases/paper-kinds.ts';
import type { Paper } from '../../../src/dossiers/paper.ts';
import { onTheSpot } from '../../../src/dossiers/readers/on-the-spot.ts';
import { paperOf } from '../paper-of.ts';

const papers = (...texts: [PaperKind, string][]): Paper[] =>
  texts.map(([kind, text], index) => paperOf(kind, text, `p${index + 1}`));

const told = (...texts: [PaperKind, string][]) => {
  const all = papers(...texts);
  return Object.fromEntries(
    all.flatMap((paper) =>
      onTheSpot(paper, all).map(({ path, value }) => [path.replace('performance.onTheSpot.', ''), value]),
    ),
  );
};

describe('当场收缴罚款', () => {
  it('写明离银行近、有固定场所而没有写法定情形的，没有法定情形', () => {
    expect(
      told([
        'other',
        '当场处罚备案单\n收缴情况：当场收取罚款2000元。该店离示例银行城东网点约200米，系固定经营场所。\n',
      ]),
    ).toMatchObject({ collected: true, ground: 'none' });
  });

  it('别的材料写了法定情形的，不说没有', () => {
    expect(
      told(
        ['other', '当场处罚备案单\n收缴情况：当场收取罚款200元。该店有固定门店。\n'],
        ['inspection-record', '现场检查笔录\n当事人次日返回外省，日后难以执行。\n'],
      ).ground,
    ).toBeUndefined();
  });

  it('没有固定场所不是有固定场所', () => {
    expect(
      told(['other', '备案单\n收缴情况：当场收取罚款200元。当事人没有固定门店。\n']).ground,
    ).toBeUndefined();
  });

  it('法定情形的几种写法', () => {
    const ground = (words: string) => told(['decision', `当场处罚决定书\n履行方式：${words}\n`]).ground;
    expect(ground('因事后无法执行，予以当场收缴。')).toBe('hard-to-collect');
    expect(ground('当事人住在偏远山区，到银行缴纳不便，当场收缴。')).toBe('remote-request');
    expect(ground('一百元以下罚款当场收缴，出具专用票据；不当场缴纳的，十五日内缴至示例银行。')).toBe(
      'small-fine',
    );
  });

  it('当事人请求当场缴纳', () => {
    expect(
      told([
        'decision',
        '当场处罚决定书\n履行方式：地处偏远，当场收缴。\n当事人提出到银行路远，请求就地缴纳罚款。\n',
      ]).partyRequested,
    ).toBe(true);
  });

  it('交款单各种栏名里的日期', () => {
    const slip = (label: string) =>
      told(
        ['decision', '当场处罚决定书\n履行方式：当场收缴罚款50元。\n'],
        ['receipt', `罚款上交单\n${label}2025年3月6日\n`],
      );
    expect(slip('交至局财务日期：').handedInOn).toBe('2025-03-06');
    expect(slip('罚款缴回中队的时间：').handedInOn).toBe('2025-03-06');
    expect(slip('转存示例银行罚没专户日期：').bankedOn).toBe('2025-03-06');
    expect(slip('制表日期：').handedInOn).toBeUndefined();
  });

  it.each([
    ['收款方式：现金，由执法人员在队部当面收取', true],
    ['当事人将现金三千元交给承办人员，次日交财务', true],
    ['罚款以现金缴纳，由办案人员代收后交局财务', true],
    ['现金缴至示例银行城东支行', undefined],
    ['执法人员不得收取现金', undefined],
    ['执法人员收到当事人交来的现金缴款凭证', undefined],
  ])('办案的人收了现金没有：%s', (line, collected) => {
    expect(told(['receipt', `罚没款票据\n缴款人：示例商行\n${line}\n日期：2024年6月18日\n`]).collected).toBe(
      collected,
    );
  });
});
