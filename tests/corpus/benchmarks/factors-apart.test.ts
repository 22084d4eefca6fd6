import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTables } from '../../../src/corpus/benchmarks/read-tables.ts';
import { leastBase } from '../../../src/corpus/benchmarks/words/least-base.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { workbookOf } from '../../files/support/workbook-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-factors-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BASIS =
  '《示例省示例条例》第十二条 没收违法所得，并处违法所得二倍以上十倍以下的罚款，违法所得不足二万元的，按二万元计算。';

async function itemOf(note: string, other = '其他处理') {
  const file = join(folder, 'factors.xlsx');
  const rows = [
    ['示例省示例裁量基准（自2024年1月1日起施行）'],
    [note],
    ['序号', '违法行为', '处罚依据', '裁量因素', null, '裁量等级', '裁量标准', null],
    [null, null, null, '违法所得（万元）', '涉及人数（人）', null, '罚款', other],
    [1, '示例违法', BASIS, '不足2', '不足5', '较轻', '违法所得2倍以上4倍以下', '没收违法所得'],
    [null, null, null, '2以上，不足5', '5以上', '较重', '违法所得4倍以上10倍以下', '没收违法所得'],
  ];
  const merges = ['A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:F4', 'G3:H3', 'A5:A6', 'B5:B6', 'C5:C6'];
  writeFileSync(file, workbookOf({ rows, merges }));
  const { tables } = await readTables(file, loadReferenceBook());
  return tables[0]!.readings[0]!.item;
}

const gains = { factor: 'gains', op: '<', value: 20_000 };

describe('各项因素分别对应等级', () => {
  it.each([
    '各项因素对应不同等级的，按照其中最重的等级裁量。',
    '两项以上裁量因素分属不同阶次的，从重适用较重阶次。',
    '多个因素等级不一致的，就高确定等级。',
  ])('%s 一项即可，取最重', async (note) => {
    const item = await itemOf(note);
    expect(item.needsRetyping).toBeUndefined();
    expect(item.severalTiers).toBe('heaviest');
    const [first] = item.tiers;
    expect(first!.when).toEqual({ any: [gains, expect.objectContaining({ op: '<', value: 5 })] });
  });

  it('只说符合几个阶次的取重：各项因素仍须同时具备', async () => {
    const item = await itemOf('同时符合两个以上阶次的，适用较重阶次。');
    expect(item.severalTiers).toBe('heaviest');
    expect(item.tiers[0]!.when).toHaveProperty('all');
  });

  it('没有说明的，同时符合几个阶次由人判断', async () => {
    const item = await itemOf('“以上”“以下”均包括本数。');
    expect(item.severalTiers).toBe('unclear');
    expect(item.tiers[0]!.when).toHaveProperty('all');
  });
});

describe('基数不足的按一个数计算', () => {
  it('法条写了的，表中的倍数也照此计算', async () => {
    const item = await itemOf('');
    expect(item.tiers.map(({ fine }) => fine)).toEqual([
      { base: 'gains', min: 2, max: 4, baseLeast: 20_000 },
      { base: 'gains', min: 4, max: 10, baseLeast: 20_000 },
    ]);
  });

  it.each([
    ['违法所得不足一万元的，按一万元计算', 'gains', 10_000],
    ['货值金额不满5000元的，以五千元计', 'goods', 5000],
    ['所需处置费用不足二十万元的，按二十万元计算', 'disposal-cost', 200_000],
    ['违法所得不足一万元的，并处五万元以下的罚款', 'gains', undefined],
    ['违法所得不足一万元的，按五万元计算', 'gains', undefined],
    ['货值金额不足一万元的，按一万元计算', 'gains', undefined],
  ] as const)('%s（%s）', (words, base, least) => {
    expect(leastBase(words, base)).toBe(least);
  });
});
