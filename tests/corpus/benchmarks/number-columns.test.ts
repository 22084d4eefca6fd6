import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/corpus/benchmarks/read-table.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { endHead } from '../../../src/corpus/sources/sheets/end-head.ts';
import { readSheet } from '../../../src/corpus/sources/sheets/read-sheet.ts';
import { FILE_LIMITS } from '../../../src/files/limits.ts';
import { type TestSheet, workbookOf } from '../../files/support/workbook-of.ts';

const BASIS = '《示例省示例条例》第三十条';
const book = loadReferenceBook();

async function itemsOf(sheet: TestSheet) {
  const { table, rows, beside } = await readSheet(workbookOf(sheet), {}, '示例裁量基准', FILE_LIMITS);
  return readTable(table, rows, book, {}, beside).readings.map(({ item }) => item);
}

const BLANKS = ['注：裁量情节栏空白的，表示该档不考虑这一情节。'];

describe('两端分成两列的表头', () => {
  it.each([
    ['货值金额自（元，含）', { stem: '货值金额', side: 'low', inclusive: true, unit: '元' }],
    ['货值金额至（元，不含）', { stem: '货值金额', side: 'high', inclusive: false, unit: '元' }],
    ['罚款（万元）最低', { stem: '罚款', side: 'low', unit: '万元' }],
    ['最高罚款额（元）', { stem: '罚款额', side: 'high', unit: '元' }],
    ['超标倍数（下限）', { stem: '超标倍数', side: 'low' }],
    ['数量（吨）≥', { stem: '数量', side: 'low', inclusive: true, unit: '吨' }],
    ['数量（吨）<', { stem: '数量', side: 'high', inclusive: false, unit: '吨' }],
  ])('%s', (heading, expected) => {
    expect(endHead(heading)).toMatchObject(expected);
  });

  it.each(['序号', '违法次数（含本次）', '处罚标准', '自由裁量', '罚款'])('%s 不是', (heading) => {
    expect(endHead(heading)?.stem === heading ? heading : undefined).toBeUndefined();
  });
});

describe('数字填作数字的表', () => {
  const HEAD: TestSheet['rows'] = [
    ['示例裁量基准（自2024年1月1日起施行）'],
    [
      '序号',
      '违法行为',
      '处罚依据',
      '档次',
      '货值自（元，含）',
      '货值至（元，不含）',
      '次数',
      '罚款最低（元）',
      '罚款最高（元）',
      '货值金额倍数最低',
      '货值金额倍数最高',
    ],
  ];

  it('自、至合为一段，元与倍数两组罚款合为一列，数字带上表头的单位', async () => {
    const [item] = await itemsOf({
      rows: [
        ...HEAD,
        [1, '示例违法', BASIS, '一级', null, 3000, 1, 1000, 5000, null, null],
        [null, null, null, '二级', 3000, 10_000, null, 5000, 10_000, null, null],
        [null, null, null, '三级', 10_000, null, null, null, null, 2, 3.5],
        [null, null, null, '四级', null, null, '3次以上', null, null, 3.5, 5],
        BLANKS,
      ],
    });
    expect(item?.needsRetyping).toBeUndefined();
    expect(item?.tiers.map(({ conditions, fine }) => [conditions, fine])).toEqual([
      ['不足3000元；1次', { min: 1000, max: 5000 }],
      ['达到3000元，不足10000元', { min: 5000, max: 10_000 }],
      ['达到10000元', { base: 'goods', min: 2, max: 3.5 }],
      ['3次以上', { base: 'goods', min: 3.5, max: 5 }],
    ]);
    expect(item?.tiers[1]?.when).toEqual({
      all: [
        { factor: 'goods', op: '>=', value: 3000 },
        { factor: 'goods', op: '<', value: 10_000 },
      ],
    });
  });

  it('没有说明空白是什么意思的，两端都空的一格不猜', async () => {
    const [item] = await itemsOf({
      rows: [
        ...HEAD,
        [1, '示例违法', BASIS, '一级', null, 3000, 1, 1000, 5000, null, null],
        [null, null, null, '二级', null, null, 2, 5000, 10_000, null, null],
      ],
    });
    expect(item?.needsRetyping).toContain('空格');
  });

  it('最低为 0 的没有下限；只写最低的不算', async () => {
    const [item, other] = await itemsOf({
      rows: [
        ...HEAD,
        [1, '示例违法', BASIS, '一级', null, 3000, '/', 0, 5000, null, null],
        [null, null, null, '二级', 3000, null, '/', 5000, 10_000, null, null],
        [2, '另一示例违法', BASIS, '一级', null, 3000, '/', 5000, null, null, null],
        [null, null, null, '二级', 3000, null, '/', 5000, 10_000, null, null],
      ],
    });
    expect(item?.tiers[0]?.fine).toEqual({ max: 5000 });
    expect(other?.needsRetyping).toContain('没有写最高');
  });

  it('“自”“至”没有写含不含的，按表中“以上”“以下”的含义', async () => {
    const rows: TestSheet['rows'] = [
      ['示例裁量基准（自2024年1月1日起施行）'],
      ['说明：“以上”不包括本数，“以下”包括本数。'],
      [
        '序号',
        '违法行为',
        '处罚依据',
        '档次',
        '数量自（吨）',
        '数量至（吨）',
        '罚款最低（万元）',
        '罚款最高（万元）',
      ],
      [1, '示例违法', BASIS, '一级', 0, 5, 1, 2],
      [null, null, null, '二级', 5, 20, 2, 5],
    ];
    const [item] = await itemsOf({ rows });
    expect(item?.tiers.map(({ when }) => when)).toEqual([
      { factor: '数量', op: '<=', value: 5 },
      {
        all: [
          { factor: '数量', op: '>', value: 5 },
          { factor: '数量', op: '<=', value: 20 },
        ],
      },
    ]);
    expect(item?.tiers.map(({ fine }) => fine)).toEqual([
      { min: 10_000, max: 20_000 },
      { min: 20_000, max: 50_000 },
    ]);
  });
});

describe('说明写明两端含不含本数', () => {
  const rows = (note: string): TestSheet['rows'] => [
    ['示例裁量基准（自2024年1月1日起施行）'],
    [note],
    [
      '序号',
      '违法行为',
      '处罚依据',
      '档次',
      '货值金额下限（元）',
      '货值金额上限（元）',
      '罚款最低（元）',
      '罚款最高（元）',
    ],
    [1, '示例违法', BASIS, '轻', null, 1000, 1000, 4000],
    [null, null, null, '重', 1000, null, 4000, 10_000],
  ];
  it.each([
    ['注：货值金额下限不含本数，上限含本数。', ['<=', '>']],
    ['注：货值金额的下限含本数、上限不含本数。', ['<', '>=']],
    ['注：罚款最低不含本数。', ['<', '>=']],
  ])('%s', async (note, ops) => {
    const [item] = await itemsOf({ rows: rows(note) });
    expect(item?.tiers.map(({ when }) => ('op' in when ? when.op : ''))).toEqual(ops);
  });
});

describe('只写一种情形的列', () => {
  it('货值无法查明的一档：按货值分的各档就不适用；是与否都可以答', async () => {
    const [item] = await itemsOf({
      rows: [
        ['示例裁量基准（自2024年1月1日起施行）'],
        ['序号', '违法行为', '处罚依据', '档次', '货值金额', '其他情节', '处罚标准'],
        [1, '示例违法', BASIS, '一级', '不足1万元', '/', '处货值金额2倍以上3倍以下罚款'],
        [null, null, null, '二级', '1万元以上', '/', '处货值金额3倍以上5倍以下罚款'],
        [null, null, null, '三级', '/', '货值金额无法核实的', '处10万元以上20万元以下罚款'],
      ],
    });
    const unknown = { factor: '货值金额无法核实', op: '=' };
    expect(item?.tiers.map(({ when }) => when)).toEqual([
      {
        all: [
          { factor: 'goods', op: '<', value: 10_000 },
          { ...unknown, value: false },
        ],
      },
      {
        all: [
          { factor: 'goods', op: '>=', value: 10_000 },
          { ...unknown, value: false },
        ],
      },
      { ...unknown, value: true },
    ]);
    expect(item?.factors.find(({ name }) => name === unknown.factor)?.type).toBe('yes-no');
  });
});

describe('条款另定无法查明时的幅度', () => {
  it('货值无法查明的幅度不当作另一种行为而丢掉', async () => {
    const sheet: TestSheet = {
      rows: [
        ['示例裁量基准（自2024年1月1日起施行）'],
        ['序号', '违法行为', '处罚依据', '档次', '货值金额', '处罚标准'],
        [
          1,
          '无证经营示例产品',
          `${BASIS}：处货值金额二倍以上五倍以下罚款，货值金额无法查证核实的，处十万元以上二十万元以下罚款。`,
          '一级',
          '不足1万元',
          '处货值金额2倍以上3倍以下罚款',
        ],
        [null, null, null, '二级', '1万元以上', '处货值金额3倍以上5倍以下罚款'],
      ],
    };
    const { table, rows, beside } = await readSheet(workbookOf(sheet), {}, '示例', FILE_LIMITS);
    const [reading] = readTable(table, rows, book, {}, beside).readings;
    expect(reading?.statute?.sanction?.fines.map(({ range }) => range)).toEqual([
      { base: 'goods', min: 2, max: 5 },
      { min: 100_000, max: 200_000 },
    ]);
  });
});
