import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/corpus/benchmarks/read-table.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { readSheets } from '../../../src/corpus/sources/sheets/read-sheet.ts';
import { FILE_LIMITS } from '../../../src/files/limits.ts';
import { type TestSheet, workbookOf } from '../../files/support/workbook-of.ts';

async function itemsOf(sheet: TestSheet) {
  const { tables } = await readSheets(workbookOf(sheet), {}, '示例', FILE_LIMITS);
  expect(tables).toHaveLength(1);
  const { table, rows, beside } = tables[0]!;
  return { rows, table: readTable(table, rows, loadReferenceBook(), {}, beside) };
}

const HEAD = ['档次', '违法情形', '处罚标准'];
const TITLE = ['示例省示例领域裁量基准（自2024年1月1日起施行）'];
const NOTE = ['注：本基准所称“以上”“以下”均包括本数，“不足”不包括本数。'];

describe('一个违法行为一张表，各有表头', () => {
  it('名称、依据写在表头上面的一行里；各张的列可以不同', async () => {
    const { table, rows } = await itemsOf({
      rows: [
        TITLE,
        ['一、违法行为：未按照规定设置示例标志'],
        ['处罚依据：《示例省示例条例》第三十条（1000元以上1万元以下）'],
        HEAD,
        ['轻微', '不足5处', '处1000元以上5000元以下罚款'],
        ['严重', '5处以上', '处5000元以上1万元以下罚款'],
        [null],
        ['二、违法行为：未按照规定备案'],
        ['处罚依据：《示例省示例条例》第三十一条'],
        ['档次', '违法情形', '对单位的罚款', '对个人的罚款'],
        ['一般', '逾期不足30日的', '1万元以上2万元以下', '1000元以上2000元以下'],
        ['较重', '逾期30日以上的', '2万元以上5万元以下', '2000元以上5000元以下'],
        NOTE,
      ],
    });
    expect(rows.map(({ violation, basis }) => [violation, basis[0]?.slice(0, 16)])).toEqual([
      ['未按照规定设置示例标志', '《示例省示例条例》第三十条（10'],
      ['未按照规定备案', '《示例省示例条例》第三十一条'],
    ]);
    const [first, second] = table.readings.map(({ item }) => item);
    expect(first?.tiers.map(({ name, fine }) => [name, fine?.max])).toEqual([
      ['轻微', 5000],
      ['严重', 10_000],
    ]);
    expect(second?.tiers[1]?.fines).toEqual([
      { party: 'unit', min: 20_000, max: 50_000 },
      { party: 'person', min: 2000, max: 5000 },
    ]);
    expect(table.benchmark.boundWords).toMatchObject({ above: 'includes', below: 'includes' });
    expect(table.benchmark.inForce.from).toBe('2024-01-01');
  });

  it('标签和内容分在两格的；没有标签而紧接依据的一行是名称；章的名称是领域', async () => {
    const { rows } = await itemsOf({
      rows: [
        TITLE,
        ['序号', 1, '违法行为', '甲示例行为'],
        ['处罚依据', '《示例省示例条例》第三十条'],
        HEAD,
        ['轻微', '不足5处', '处1000元罚款'],
        ['第二章 安全'],
        ['1.乙示例行为'],
        ['【法律依据】《示例省示例条例》第三十二条'],
        HEAD,
        ['轻微', '不足5处', '处1000元罚款'],
        ['严重', '5处以上', '处5000元罚款'],
      ],
    });
    expect(rows.map(({ violation, basis, cells }) => [violation, basis, cells.length])).toEqual([
      ['甲示例行为', ['《示例省示例条例》第三十条'], 1],
      ['乙示例行为', ['《示例省示例条例》第三十二条'], 2],
    ]);
  });

  it('表头和各行都合并到右边的一列只算一列', async () => {
    const { table } = await itemsOf({
      rows: [
        TITLE,
        ['违法行为：甲示例行为'],
        ['处罚依据：《示例省示例条例》第三十条'],
        [...HEAD, null, null],
        ['轻微', '不足5处', '处1000元以上5000元以下罚款', null, null],
        ['严重', '5处以上', '处5000元以上1万元以下罚款', null, null],
      ],
      merges: ['C4:E4', 'C5:E5', 'C6:E6'],
    });
    expect(table.readings[0]?.item.tiers.map(({ fine }) => fine?.min)).toEqual([1000, 5000]);
  });

  it('普通的表不当作这样的表', async () => {
    const { rows } = await itemsOf({
      rows: [
        TITLE,
        ['说明：适用情形：同时符合的，从重。'],
        ['序号', '违法行为', '处罚依据', ...HEAD],
        [1, '甲示例行为', '《示例省示例条例》第三十条', '轻微', '不足5处', '处1000元罚款'],
        [null, null, null, '严重', '5处以上', '处5000元罚款'],
      ],
    });
    expect(rows.map(({ violation, cells }) => [violation, cells.length])).toEqual([['甲示例行为', 2]]);
  });
});
