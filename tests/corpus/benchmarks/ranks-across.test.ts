import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ranksAcross } from '../../../src/corpus/benchmarks/ranks-across.ts';
import { readTables } from '../../../src/corpus/benchmarks/read-tables.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { type TestSheet, workbookOf } from '../../files/support/workbook-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-ranks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TITLE = ['示例省示例裁量基准（自2024年1月1日起施行）'];
const BASIS = '《示例省示例条例》第三十条 处一千元以上三万元以下罚款。';
const HEAD = ['序号', '违法行为', '处罚依据'];

async function itemOf(rows: TestSheet['rows'], merges: string[] = []) {
  const file = join(folder, 'ranks.xlsx');
  writeFileSync(file, workbookOf({ rows: [TITLE, ...rows], merges }));
  const { tables } = await readTables(file, loadReferenceBook());
  return tables[0]!.readings[0]!.item;
}

const CONDITIONS = ['占用不足5平方米', '占用5平方米以上10平方米以下', '占用10平方米以上'];
const FINES = ['处1000元以上5000元以下罚款', '处5000元以上1万元以下罚款', '处1万元以上3万元以下罚款'];
const EXPECTED = [
  ['轻微', '占用不足5平方米', { min: 1000, max: 5000 }],
  ['一般', '占用5平方米以上10平方米以下', { min: 5000, max: 10_000 }],
  ['严重', '占用10平方米以上', { min: 10_000, max: 30_000 }],
];

describe('阶次横排在表头', () => {
  const tiersOf = (item: Awaited<ReturnType<typeof itemOf>>) => {
    expect(item.needsRetyping).toBeUndefined();
    return item.tiers.map(({ name, conditions, fine }) => [name, conditions, fine]);
  };
  const row = (cells: (string | null)[]) => [1, '示例违法', BASIS, ...cells];

  it.each([
    ['，', '的，'],
    ['换行', '\n'],
    ['冒号', '：'],
  ])('条件和罚款写在一格，以%s隔开', async (_name, sign) => {
    const cells = CONDITIONS.map((words, at) => `${words}${sign}${FINES[at]}`);
    expect(tiersOf(await itemOf([[...HEAD, '轻微', '一般', '严重'], row(cells)]))).toEqual(EXPECTED);
  });

  it('“裁量阶次”合并在各阶次之上', async () => {
    const cells = CONDITIONS.map((words, at) => `${words}的，${FINES[at]}`);
    const item = await itemOf(
      [[...HEAD, '裁量阶次', null, null], [null, null, null, '轻微', '一般', '严重'], row(cells)],
      ['A2:A3', 'B2:B3', 'C2:C3', 'D2:F2'],
    );
    expect(tiersOf(item)).toEqual(EXPECTED);
  });

  it('每个阶次之下分条件和标准两列', async () => {
    const item = await itemOf(
      [
        [...HEAD, '轻微', null, '一般', null, '严重', null],
        [null, null, null, '适用条件', '处罚标准', '适用条件', '处罚标准', '适用条件', '处罚标准'],
        row(CONDITIONS.flatMap((words, at) => [words, FINES[at]!])),
      ],
      ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2', 'H2:I2'],
    );
    expect(tiersOf(item)).toEqual(EXPECTED);
  });

  it('条件一行，标准一行', async () => {
    const item = await itemOf(
      [
        [...HEAD, '内容', '轻微', '一般', '严重'],
        row(['适用条件', ...CONDITIONS]),
        [null, null, null, '处罚标准', ...FINES],
      ],
      ['A3:A4', 'B3:B4', 'C3:C4'],
    );
    expect(tiersOf(item)).toEqual(EXPECTED);
  });

  it('阶次写在各项自己的一行里，旁边另有备注', async () => {
    const item = await itemOf(
      [
        [...HEAD, '裁量标准', null, null, null, '备注'],
        row(['阶次', '轻微', '一般', '严重', '责令改正']),
        [null, null, null, '情节', ...CONDITIONS, null],
        [null, null, null, '罚款', ...FINES, null],
      ],
      ['D2:G2', 'A3:A5', 'B3:B5', 'C3:C5', 'H3:H5'],
    );
    expect(tiersOf(item)).toEqual(EXPECTED);
  });

  it('一格跨两个阶次的是一个阶次；条件相同而罚款不同的不计算', async () => {
    const across = (...merges: string[]) =>
      itemOf(
        [
          [...HEAD, '项目', '轻微', '一般', '严重'],
          row(
            ['情节', CONDITIONS[0]!, null, CONDITIONS[2]!].with(2, merges.length > 0 ? null : CONDITIONS[0]!),
          ),
          [null, null, null, '罚款', FINES[0]!, merges.length > 1 ? null : FINES[1]!, FINES[2]!],
        ],
        ['A3:A4', 'B3:B4', 'C3:C4', ...merges],
      );
    const both = await across('E3:F3', 'E4:F4');
    expect(both.tiers.map(({ name }) => name)).toEqual(['轻微、一般', '严重']);
    expect((await across('E3:F3')).needsRetyping).toContain('条件相同而各有结果');
    expect((await across()).needsRetyping).toContain('条件相同而各有结果');
  });

  it('只有罚款的，由人选择阶次', async () => {
    const item = await itemOf([[...HEAD, '轻微', '一般', '严重'], row(FINES)]);
    expect(item.factors).toMatchObject([{ type: 'choice', choices: ['轻微', '一般', '严重'] }]);
    expect(item.tiers.map(({ fine }) => fine?.max)).toEqual([5000, 10_000, 30_000]);
  });

  it.each<[string, TestSheet['rows'], string[]]>([
    [
      '分不出条件和罚款的',
      [
        [...HEAD, '轻微', '严重'],
        [1, '示例违法', BASIS, '占用不足5平方米，按规定处理', FINES[2]!],
      ],
      [],
    ],
    [
      '另有一列条件的',
      [
        [...HEAD, '数量', '轻微', '严重'],
        [1, '示例违法', BASIS, '不足5件', FINES[0]!, FINES[1]!],
        [null, null, null, '5件以上', FINES[1]!, FINES[2]!],
      ],
      [],
    ],
  ])('%s不计算，写明原因', async (_name, rows, merges) => {
    const item = await itemOf(rows, merges);
    expect(item.tiers).toEqual([]);
    expect(item.needsRetyping).toContain('阶次横排的表请改为每个阶次一行');
  });
});

describe('“以上”“以下”在各栏含义不同', () => {
  it('不取其中一种：条件的上端不含本数，罚款两端都含', async () => {
    const file = join(folder, 'bounds.xlsx');
    const rows = [
      TITLE,
      ['说明：情节栏所称“以上”包括本数，“以下”不包括本数；罚款栏所称“以上”“以下”均包括本数。'],
      [...HEAD, '情节', '罚款'],
      [1, '示例违法', BASIS, '不足5件', '1000元以上5000元以下'],
      [null, null, null, '5件以上10件以下', '5000元以上1万元以下'],
      [null, null, null, '10件以上', '1万元以上3万元以下'],
    ];
    writeFileSync(file, workbookOf({ rows }));
    const [table] = (await readTables(file, loadReferenceBook())).tables;
    expect(table!.benchmark.boundWords).toBeUndefined();
    expect(table!.readings[0]!.item.tiers[1]!).toMatchObject({
      when: {
        all: [
          { op: '>=', value: 5 },
          { op: '<', value: 10 },
        ],
      },
      fine: { min: 5000, max: 10_000 },
    });
  });
});

describe('阶次横排，两列一阶次，一个事项几行', () => {
  it.each([
    [
      [
        '裁量阶次从轻情形',
        '裁量阶次从轻罚款单位',
        '裁量阶次从轻罚款个人',
        '裁量阶次从重情形',
        '裁量阶次从重罚款单位',
        '裁量阶次从重罚款个人',
      ],
      ['裁量阶次', '适用条件', '罚款单位', '罚款个人'],
    ],
    [
      ['轻微情形', '轻微罚款', '轻微其他处罚', '严重情形', '严重罚款', '严重其他处罚'],
      ['裁量阶次', '适用条件', '罚款', '其他处罚'],
    ],
    [
      [
        '从轻处罚情形',
        '从轻处罚幅度',
        '从轻处罚其他措施',
        '从重处罚情形',
        '从重处罚幅度',
        '从重处罚其他措施',
      ],
      ['裁量阶次', '适用条件', '处罚标准', '其他措施'],
    ],
  ])('%j：每个阶次下面的栏目相同的，各成一列', (labels, read) => {
    const turned = ranksAcross(
      labels,
      [['不足5吨的', '1万元', '100元', '5吨以上的', '2万元', '200元']],
      undefined,
    );
    expect(turned).toEqual({
      labels: read,
      grid: [
        [labels[0]!.includes('轻微') ? '轻微' : '从轻', '不足5吨的', '1万元', '100元'],
        [labels[0]!.includes('轻微') ? '严重' : '从重', '5吨以上的', '2万元', '200元'],
      ],
    });
  });

  it('每行一种处罚对象，“—”表示没有这一阶次', () => {
    const turned = ranksAcross(
      ['处罚对象', '从轻适用情形', '从轻裁量幅度', '从重适用情形', '从重裁量幅度'],
      [
        ['广告主', '不足5条的', '处1万元以下罚款', '5条以上的', '处1万元以上罚款'],
        ['广告发布者', '不足5条的', '处5000元以下罚款', '—', '—'],
      ],
      undefined,
    );
    expect(turned).toEqual({
      labels: ['处罚对象', '裁量阶次', '适用条件', '处罚标准'],
      grid: [
        ['广告主', '从轻', '不足5条的', '处1万元以下罚款'],
        ['广告主', '从重', '5条以上的', '处1万元以上罚款'],
        ['广告发布者', '从轻', '不足5条的', '处5000元以下罚款'],
      ],
    });
  });

  it.each([[['Ⅰ档', 'Ⅱ档']], [['A档（轻）', 'B档（重）']]])(
    '%j 也是阶次；一格里以“情形：”“处罚：”分开',
    ([one, two]) => {
      const cells = ['情形：堆放不足5吨\n处罚：处1万元罚款', '堆放5吨以上的，处2万元罚款'];
      expect(ranksAcross([one!, two!], [cells], undefined)).toEqual({
        labels: ['裁量阶次', '适用条件', '处罚标准'],
        grid: [
          [one!.slice(0, 2), '堆放不足5吨', '处1万元罚款'],
          [two!.slice(0, 2), '堆放5吨以上', '处2万元罚款'],
        ],
      });
    },
  );
});
