import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import type { PaperKind } from '../../src/cases/paper-kinds.ts';
import { misstatedGoods } from '../../src/review/words/misstated-goods.ts';

const found = (facts: string, ...papers: [PaperKind, string][]) =>
  misstatedGoods({
    violation: { name: '示例' },
    papers: [...papers, ['decision', facts] as const].map(([kind, text], index) => ({
      id: `p${index + 1}`,
      kind,
      title: kind,
      text,
    })),
  } as unknown as CaseFile).map(({ told, found: other }) => [told, other]);

describe('同一批物品的数量', () => {
  const record: [PaperKind, string] = ['inspection-record', '仓库东侧码放农药草甘膦，当场清点共36箱。'];
  const interview: [PaperKind, string] = ['interview-record', '问：有多少？答：草甘膦一共36箱，没有卖过。'];

  it('两份材料都是36箱，决定写成63箱', () => {
    expect(found('当事人在仓库储存草甘膦63箱。', record, interview)).toEqual([['36箱', '63箱']]);
    expect(found('涉案的63箱草甘膦由当事人销售。', record, interview)).toEqual([['36箱', '63箱']]);
  });

  it('数字不相像而写的是现场存放的', () => {
    expect(found('当事人在仓库存放草甘膦50箱。', record, interview)).toEqual([['36箱', '50箱']]);
  });

  it('数字不相像而写的是购进、销售的，不是同一数量', () => {
    expect(found('当事人购进草甘膦50箱。', record, interview)).toEqual([]);
  });

  it('别的材料有这个数，或者加起来是这个数的，不是笔误', () => {
    expect(
      found('储存草甘膦63箱。', record, interview, ['documentary-evidence', '进货单：草甘膦63箱']),
    ).toEqual([]);
    expect(
      found('储存草甘膦63箱。', record, interview, ['documentary-evidence', '销售台账：售出27箱']),
    ).toEqual([]);
  });

  it('只有一份材料、说的不是同一物品、材料自己不一致、决定也写了原数的，都不说', () => {
    expect(found('储存草甘膦63箱。', record)).toEqual([]);
    expect(found('储存尿素63箱。', record, interview)).toEqual([]);
    expect(found('储存草甘膦63箱。', record, ['interview-record', '草甘膦一共35箱。'])).toEqual([]);
    expect(found('储存草甘膦63箱，其中36箱已退回。', record, interview)).toEqual([]);
  });

  it('分项加起来的总数、共计的写法、汉字数字', () => {
    expect(
      found('当事人储存的草甘膦共计六十三箱。', record, [
        'interview-record',
        '草甘膦36箱，其中大箱16箱、小箱20箱。',
      ]),
    ).toEqual([['36箱', '63箱']]);
    expect(found('储存草甘膦63箱。', record, ['interview-record', '草甘膦36箱，另外5箱。'])).toEqual([]);
  });

  it('每箱装几瓶不是数量', () => {
    expect(
      found(
        '储存草甘膦36箱，每箱21瓶。',
        ['inspection-record', '草甘膦36箱，每箱12瓶。'],
        ['interview-record', '草甘膦36箱，每箱12瓶。'],
      ),
    ).toEqual([]);
  });
});
