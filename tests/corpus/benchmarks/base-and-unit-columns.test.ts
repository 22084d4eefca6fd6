import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/corpus/benchmarks/read-table.ts';
import { spansInBasis } from '../../../src/corpus/benchmarks/words/spans-in-basis.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { readSheet } from '../../../src/corpus/sources/sheets/read-sheet.ts';
import { FILE_LIMITS } from '../../../src/files/limits.ts';
import { xlsxOf } from '../../files/support/xlsx-of.ts';

type Rows = (string | number | null)[][];

async function itemOf(rows: Rows) {
  const { table, rows: read, beside } = await readSheet(xlsxOf(rows), {}, '示例表', FILE_LIMITS);
  return readTable(table, read, loadReferenceBook(), {}, beside).readings[0]!.item;
}

const TITLE = ['示例县裁量基准（自2024年1月1日起施行）'];

describe('计罚基数单列一栏', () => {
  const HEAD = ['序号', '违法行为', '处罚依据', '裁量等次', '占用面积', '计罚基数', '罚款下限', '罚款上限'];
  const BASIS = '《示例条例》第五十二条：责令限期拆除，按占用面积处土地复垦费5倍以上10倍以下的罚款。';

  it('倍数按基数计', async () => {
    const item = await itemOf([
      TITLE,
      HEAD,
      [1, '示例行为', BASIS, '较轻', '不足200平方米', '土地复垦费', '5倍', '6倍'],
      [null, null, null, '较重', '200平方米以上', '土地复垦费', '6倍', '10倍'],
    ]);
    expect(item.needsRetyping).toBeUndefined();
    expect(item.tiers.map(({ fine }) => [fine?.baseFactor, fine?.min, fine?.max])).toEqual([
      ['土地复垦费', 5, 6],
      ['土地复垦费', 6, 10],
    ]);
  });

  it('写“—”的，两端就是罚款数额', async () => {
    const item = await itemOf([
      TITLE,
      HEAD,
      [1, '示例行为', BASIS, '较轻', '不足200平方米', '—', '50000元', '95000元'],
      [null, null, null, '较重', '200平方米以上', '—', '95000元', '200000元'],
    ]);
    expect(item.tiers.map(({ fine }) => [fine?.baseFactor, fine?.min, fine?.max])).toEqual([
      [undefined, 50000, 95000],
      [undefined, 95000, 200000],
    ]);
  });

  it('写了基数而没有倍数的，不读', async () => {
    const item = await itemOf([
      TITLE,
      HEAD,
      [1, '示例行为', BASIS, '较轻', '不足200平方米', '土地复垦费', '50000元', '95000元'],
      [null, null, null, '较重', '200平方米以上', '土地复垦费', '6倍', '10倍'],
    ]);
    expect(item.needsRetyping).toBeDefined();
  });
});

describe('表上写明“单位：元/平方米”', () => {
  const HEAD = ['序号', '违法行为', '处罚依据', '裁量等次', '占用面积（平方米）', '罚款标准'];
  const BASIS = '《示例条例》第五十七条：罚款额为非法占用土地每平方米100元以上1000元以下。';

  it('光写的数是每平方米的罚款，按面积计', async () => {
    const item = await itemOf([
      TITLE,
      ['单位：元/平方米'],
      HEAD,
      [1, '示例行为', BASIS, '较轻', '不足500', '100—400'],
      [null, null, null, '较重', '500以上', 1000],
    ]);
    expect(item.needsRetyping).toBeUndefined();
    expect(item.tiers.map(({ fine }) => [fine?.each, fine?.min, fine?.max])).toEqual([
      ['平方米', 100, 400],
      ['平方米', 1000, 1000],
    ]);
  });

  it('没有写单位的，光写的数不读', async () => {
    const item = await itemOf([
      TITLE,
      HEAD,
      [1, '示例行为', BASIS, '较轻', '不足500', '100—400'],
      [null, null, null, '较重', '500以上', 1000],
    ]);
    expect(item.needsRetyping).toBeDefined();
  });

  it.each([
    [
      '第五十七条：罚款额为非法占用土地每平方米100元以上1000元以下。',
      { each: '平方米', min: 100, max: 1000 },
    ],
    ['第五十五条：罚款额为耕地开垦费的5倍以上10倍以下。', { baseFactor: '耕地开垦费', min: 5, max: 10 }],
    ['第五十二条：按占用面积处土地复垦费5倍以上10倍以下的罚款。', { baseFactor: '土地复垦费' }],
  ])('条款：%s', (basis, range) => {
    expect(spansInBasis([basis])).toMatchObject([{ range }]);
  });
});
