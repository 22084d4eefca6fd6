import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTables } from '../../../src/corpus/benchmarks/read-tables.ts';
import { tableHead } from '../../../src/corpus/benchmarks/table-head.ts';
import { factsInCell } from '../../../src/corpus/benchmarks/words/facts-in-cell.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { labelledParts } from '../../../src/corpus/sources/sheets/labelled-parts.ts';
import { type TestSheet, workbookOf } from '../../files/support/workbook-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-blocks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NAMED = '违法行为：示例违法的。\n处罚依据：《示例省示例条例》第三十条：处3万元以下罚款。';
const TOP: TestSheet['rows'] = [
  ['示例省示例裁量基准（自2024年1月1日起施行）'],
  ['序号', '违法行为及处罚依据', '栏目', '裁量等次', null, null],
  [null, null, null, '轻微', '一般', '严重'],
];

async function itemOf(rows: string[][]) {
  const file = join(folder, 'blocks.xlsx');
  const last = 3 + rows.length;
  const body = rows.map((cells, at) => [at === 0 ? 1 : null, at === 0 ? NAMED : null, ...cells]);
  const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'D2:F2', `A4:A${last}`, `B4:B${last}`];
  writeFileSync(file, workbookOf({ rows: [...TOP, ...body], merges }));
  const { tables } = await readTables(file, loadReferenceBook());
  return tables[0]!.readings[0]!;
}

describe('一个事项一块：栏目在左，等次横排', () => {
  it('违法行为和处罚依据写在一格；对单位、对个人各一行；“—”是没有这一等次', async () => {
    const { item, statute } = await itemOf([
      ['违法情节', '占用不足5平方米的', '占用5平方米以上的', '—'],
      ['对单位', '1万元以下罚款', '1万元以上3万元以下罚款', '—'],
      ['对个人', '2000元以下罚款', '2000元以上5000元以下罚款', '—'],
    ]);
    expect(item.needsRetyping).toBeUndefined();
    expect(item.violation).toBe('示例违法的');
    expect(statute?.provision.article).toBe('30');
    expect(item.tiers.map(({ name, fines }) => [name, fines])).toEqual([
      [
        '轻微',
        [
          { party: 'unit', max: 10_000 },
          { party: 'person', max: 2000 },
        ],
      ],
      [
        '一般',
        [
          { party: 'unit', min: 10_000, max: 30_000 },
          { party: 'person', min: 2000, max: 5000 },
        ],
      ],
    ]);
  });

  it('左边一栏说的不是处罚的，不读', async () => {
    const { item } = await itemOf([
      ['违法情节', '占用不足5平方米的', '占用5平方米以上的', '—'],
      ['某某', '甲', '乙', '—'],
    ]);
    expect(item.needsRetyping).toContain('横排');
  });

  it('按单位计罚的与别的罚款，以所计的数分得开才一起读', async () => {
    const rows = (light: string) => [
      ['违法情节', light, '污染面积10平方米以上50平方米以下的', '污染面积50平方米以上的'],
      ['裁量标准', '500元以下罚款', '每平方米罚款50元', '每平方米罚款60元，最高不超过30000元'],
    ];
    const { item } = await itemOf(rows('污染面积不足10平方米的'));
    expect(item.needsRetyping).toBeUndefined();
    expect(item.tiers.map(({ fine }) => fine)).toEqual([{ max: 500 }]);
    expect(item.perUnit).toMatchObject({ most: 30_000, add: [{ each: 50 }, { each: 60 }] });
    const other = await itemOf(rows('经劝导后立即改正的'));
    expect(other.item.needsRetyping).toBeDefined();
  });
});

describe('一格里的标签', () => {
  it.each([
    ['违法行为：甲。\n处罚依据：乙', { violation: '甲', basis: '乙' }],
    ['案由：甲；违法依据：乙；罚则：丙', { violation: '甲', breached: '乙', basis: '丙' }],
    ['违法行为：甲的', { violation: '甲的' }],
    ['未按规定登记的', undefined],
    ['处罚依据：乙', undefined],
    ['违法行为：甲。处罚依据：乙。处罚依据：丙', undefined],
  ])('%s', (cell, parts) => {
    expect(labelledParts(cell)).toEqual(parts);
  });
});

describe('附注与数的两端', () => {
  it('施行日期：某日', () => {
    expect(tableHead('示例基准', ['施行日期：2024年12月1日。']).from).toBe('2024-12-01');
    expect(tableHead('示例基准', ['制表日期：2024年12月1日。']).from).toBeUndefined();
  });

  it('上限为法定最高的，包括本数', () => {
    const line = (words: string) => tableHead('示例基准', [`“以上”包括本数，“以下”不包括本数；${words}`]);
    expect(line('罚款幅度的上限为法定最高罚款数额的，包括本数').topIncluded).toBe(true);
    expect(line('罚款幅度的上限为法定最高罚款数额的，不包括本数').topIncluded).toBeUndefined();
  });

  it('“，”隔开的是一个数的两端', () => {
    expect(factsInCell('违法所得5000元以上，不足1万元的')).toEqual([['违法所得5000元以上，不足1万元']]);
    expect(factsInCell('违法所得超过1万元，不足5万元的')).toEqual([['违法所得超过1万元，不足5万元']]);
    expect(factsInCell('面积5平方米以上，逾期不足3天')).toEqual([['面积5平方米以上', '逾期不足3天']]);
  });
});
