import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTables } from '../../../src/corpus/benchmarks/read-tables.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { provisionInName } from '../../../src/corpus/sources/sheets/provision-in-name.ts';
import { type TestSheet, workbookOf } from '../../files/support/workbook-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-business-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BASIS = '《示例省示例条例》第三十条：可以并处五万元以下的罚款';
const TITLE = ['示例省示例裁量基准（自2024年1月1日起施行）'];

async function readingOf(rows: TestSheet['rows'], merges: string[] = []) {
  const file = join(folder, 'business.xlsx');
  writeFileSync(file, workbookOf({ rows, merges }));
  return (await readTables(file, loadReferenceBook())).tables[0]!.readings[0]!;
}

describe('单位与个体工商户各有一栏，数字的单位写在表上', () => {
  const rows = [
    TITLE,
    [null, null, null, null, null, null, null, '单位：万元'],
    ['编号', '违法行为及处罚依据', '等级', '违法程度', '罚款', null, null, null, '其他处罚'],
    [null, null, null, null, '事业单位或者其他组织', null, '个体工商户', null, null],
    [null, null, null, null, '下限', '上限', '下限', '上限', null],
    [1, `迟报示例资料\n（${BASIS}）`, '轻微', '迟报不足3日', '不并处罚款', null, null, null, '警告'],
    [null, null, '一般', '迟报3日以上', 0.5, 5, 0.05, 0.1, '警告'],
    ['注：1.“以上”含本数，“以下”不含本数。2.罚款含下限、不含上限。'],
  ];
  const merges = [
    'A3:A5',
    'B3:B5',
    'C3:C5',
    'D3:D5',
    'E3:H3',
    'E4:F4',
    'G4:H4',
    'I3:I5',
    'A6:A7',
    'B6:B7',
    'E6:H6',
  ];

  it('名称与依据分开，各栏按各栏的当事人', async () => {
    const { item, statute } = await readingOf(rows, merges);
    expect(item.needsRetyping).toBeUndefined();
    expect(item.violation).toBe('迟报示例资料');
    expect(statute?.provision.article).toBe('30');
    const [mild, plain] = item.tiers;
    expect([mild!.fine, mild!.fines, mild!.extra]).toEqual([undefined, undefined, ['警告']]);
    expect(plain!.fines).toEqual([
      expect.objectContaining({ party: 'unit', min: 5000, max: 50_000, maxInclusive: false }),
      expect.objectContaining({
        party: 'person',
        min: 500,
        max: 1000,
        when: { factor: '个体工商户', op: '=', value: true },
      }),
    ]);
  });

  it('另有个人一栏的，不知道个体工商户在哪一边', async () => {
    const { item } = await readingOf([
      TITLE,
      ['序号', '违法行为', '处罚依据', '违法情节', '对单位罚款', '对个人罚款', '对个体工商户罚款'],
      [1, '示例违法', BASIS, '不足3日', '1万元以下', '1000元以下', '2000元以下'],
      [null, null, null, '3日以上', '1万元以上5万元以下', '1000元以上2000元以下', '2000元以上5000元以下'],
    ]);
    expect(item.needsRetyping).toContain('不知道个体工商户按单位还是按个人处罚');
  });
});

describe('条款对单位、个体工商户分别规定的', () => {
  it('个体工商户一边不是单位的幅度', async () => {
    const basis = `《示例省示例条例》第三十条：单位可以并处五万元以下的罚款；个体工商户可以并处一千元以下的罚款`;
    const { statute } = await readingOf([
      TITLE,
      ['序号', '违法行为', '处罚依据', '违法情节', '罚款单位', '罚款个体工商户'],
      [1, '示例违法', basis, '不足3日', '1万元以下', '500元以下'],
      [null, null, null, '3日以上', '1万元以上5万元以下', '500元以上1000元以下'],
    ]);
    expect(statute?.sanction?.fines.map(({ party, range }) => [party, range.max])).toEqual([
      ['unit', 50_000],
      ['person', 1000],
    ]);
  });
});

describe('名称里的处罚依据', () => {
  it.each([
    [`迟报资料（${BASIS}）`, { violation: '迟报资料', basis: BASIS }],
    [`迟报资料\n处罚依据：${BASIS}`, { violation: '迟报资料', basis: BASIS }],
    ['未按照《示例条例》规定报送资料', undefined],
    ['迟报资料（不含统计台账）', undefined],
  ])('%s', (cell, parts) => {
    expect(provisionInName(cell)).toEqual(parts);
  });
});
