import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ItemReading } from '../../../src/corpus/benchmarks/item-reading.ts';
import { previewFile } from '../../../src/corpus/benchmarks/preview-file.ts';
import { readTables } from '../../../src/corpus/benchmarks/read-tables.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import type { SheetMap } from '../../../src/corpus/sources/sheets/sheet-map.ts';
import { type TestSheet, workbookOf } from '../../files/support/workbook-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-workbook-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TITLE = ['示例省示例裁量基准（自2024年1月1日起施行）'];
const BASIS = '《示例省示例条例》第三十条 处一千元以上三万元以下罚款。';
const HEAD = ['序号', '违法行为', '处罚依据', '裁量阶次', '适用条件', '处罚标准'];

function saved(name: string, content: Buffer | string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function read(map: SheetMap, ...sheets: TestSheet[]) {
  return readTables(saved('table.xlsx', workbookOf(...sheets)), loadReferenceBook(), map);
}

async function readings(sheet: TestSheet): Promise<ItemReading[]> {
  return (await read({}, sheet)).tables.flatMap(({ readings: own }) => own);
}

const tiersOf = (item: ItemReading | undefined) =>
  item?.item.tiers.map(({ conditions, fine, fines }) => [conditions, fine ?? fines]);

describe('两行的表头', () => {
  const SECOND = [null, null, null, null, null, '单位', '个人'];
  const rows = (top: TestSheet['rows'][number], second: TestSheet['rows'][number]): TestSheet['rows'] => [
    TITLE,
    top,
    second,
    [1, '示例违法', BASIS, '轻微', '占用不足5平方米', '5000元以上1万元以下', '500元以上1000元以下'],
    [null, null, null, '严重', '占用5平方米以上', '1万元以上3万元以下', '1000元以上3000元以下'],
  ];
  const FINES = [
    [
      '占用不足5平方米',
      [
        { min: 5000, max: 10_000, party: 'unit' },
        { min: 500, max: 1000, party: 'person' },
      ],
    ],
    [
      '占用5平方米以上',
      [
        { min: 10_000, max: 30_000, party: 'unit' },
        { min: 1000, max: 3000, party: 'person' },
      ],
    ],
  ];
  const DOWN = ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'A4:A5', 'B4:B5', 'C4:C5'];

  it('合并的“处罚标准”之下分单位和个人', async () => {
    const merged = { rows: rows([...HEAD, null], SECOND), merges: [...DOWN, 'F2:G2'] };
    expect(tiersOf((await readings(merged))[0])).toEqual(FINES);
  });

  it('没有合并的，第二行填在空格之下的也读', async () => {
    expect(tiersOf((await readings({ rows: rows([...HEAD, null], SECOND) }))[0])).toEqual(FINES);
  });

  it('单位写在括号里的一行和编号的一行不当作事项', async () => {
    const units = [null, null, null, null, null, '（元）', null];
    const [item, more] = await readings({
      rows: [
        TITLE,
        HEAD,
        units,
        [1, 2, 3, 4, 5, 6],
        [1, '示例违法', BASIS, '轻微', '不足5件', '1000以上5000以下'],
        [null, null, null, '严重', '5件以上', '5000以上30000以下'],
      ],
    });
    expect(more).toBeUndefined();
    expect(item!.item.tiers.map(({ fine }) => fine)).toEqual([
      { min: 1000, max: 5000 },
      { min: 5000, max: 30_000 },
    ]);
  });

  it('有字而没有表头的列不略去，事项不计算', async () => {
    const [item] = await readings({ rows: rows([...HEAD, null], []).filter((row) => row.length > 0) });
    expect(item!.item.needsRetyping).toContain('G3 有字，而这一列没有表头');
    expect(item!.item.tiers).toEqual([]);
  });

  it('“违法情节”合并为两列的，两列都是条件', async () => {
    const [item] = await readings({
      rows: [
        TITLE,
        ['序号', '违法行为', '处罚依据', '违法情节', null, '处罚标准'],
        [1, '示例违法', BASIS, '不足5件', '首次', '1000元以上5000元以下'],
        [null, null, null, null, '再次', '5000元以上1万元以下'],
        [null, null, null, '5件以上', '首次', '1万元以上2万元以下'],
        [null, null, null, null, '再次', '2万元以上3万元以下'],
      ],
      merges: ['D2:E2', 'A3:A6', 'B3:B6', 'C3:C6', 'D3:D4', 'D5:D6'],
    });
    expect(item!.faults).toEqual([]);
    expect(item!.item.tiers.map(({ conditions }) => conditions)).toEqual([
      '不足5件；首次',
      '不足5件；再次',
      '5件以上；首次',
      '5件以上；再次',
    ]);
    expect(item!.remarks.join()).not.toContain('空格');
  });
});

describe('空着的格', () => {
  const WEIGHTS = (middle: string | null): TestSheet => ({
    rows: [
      TITLE,
      ['序号', '违法行为', '处罚依据', '裁量要素', '违法程度', '裁量权重', '备注'],
      [1, '示例违法', BASIS, '裁量起点', null, '20%', '罚款金额=裁量权重总和×3万'],
      [null, null, null, '数量', '1个', '0%', null],
      [null, null, null, null, '2个', middle, null],
      [null, null, null, null, '3个以上', '80%', null],
    ],
    merges: ['A3:A6', 'B3:B6', 'C3:C6', 'D4:D6', 'G3:G6'],
  });

  it('空着的权重不取上一行的', async () => {
    expect((await readings(WEIGHTS('40%')))[0]!.faults).toEqual([]);
    expect((await readings(WEIGHTS(null)))[0]!.item.needsRetyping).toContain('没有权重');
  });

  it('空着的罚款不取上一行的；合并的才是同一个', async () => {
    const sheet = (merges: string[]): TestSheet => ({
      rows: [
        TITLE,
        HEAD,
        [1, '示例违法', BASIS, '轻微', '不足5件', '1000元以上5000元以下'],
        [null, null, null, '严重', '5件以上', null],
      ],
      merges: ['A3:A4', 'B3:B4', 'C3:C4', ...merges],
    });
    expect((await readings(sheet([])))[0]!.item.needsRetyping).toContain('是空的');
    expect((await readings(sheet(['F3:F4'])))[0]!.item.tiers.map(({ fine }) => fine)).toEqual([
      { min: 1000, max: 5000 },
      { min: 1000, max: 5000 },
    ]);
  });

  const TWO = (first: string | null, second: string | null, merges: string[]): TestSheet => ({
    rows: [
      TITLE,
      ['序号', '违法行为', '处罚依据', '数量', '次数', '处罚标准'],
      [1, '示例违法', BASIS, '5件以下', '首次', '1000元'],
      [null, null, null, first, second, '2000元'],
      [null, null, null, '10件以上', '首次', '3000元'],
    ],
    merges,
  });

  it('条件空着而左边另起一格的，不知是不限还是漏写，不计算；写“/”的是不限', async () => {
    expect((await readings(TWO('5件以上10件以下', null, [])))[0]!.item.needsRetyping).toContain(
      '第 2 行：“次数”是空格',
    );
    const [item] = await readings(TWO('5件以上10件以下', '/', []));
    expect(item!.item.tiers[1]!.conditions).toBe('5件以上10件以下');
  });

  it('没有合并的表，行首空着的接着上一行，并且写明', async () => {
    const [item] = await readings(TWO(null, '再次', []));
    expect(item!.item.tiers[1]!.conditions).toBe('5件以下；再次');
    expect(item!.remarks.join()).toContain('第 2 行“数量”是空格，按接着上一行读作“5件以下”');
  });

  it('横着合并的格是代替各条件的一个情形；跨条件和罚款的不知属于哪一列', async () => {
    const across = (to: string, words: string): TestSheet => ({
      rows: [
        TITLE,
        ['序号', '违法行为', '处罚依据', '数量', '次数', '处罚标准'],
        [1, '示例违法', BASIS, '5件以下', '首次', '1000元'],
        [null, null, null, '5件以上', '首次', '2000元'],
        [null, null, null, words, null, to === 'F' ? null : '3万元'],
      ],
      merges: [`D5:${to}5`],
    });
    const [item] = await readings(across('E', '造成重大影响的'));
    expect(item!.faults).toEqual([]);
    expect(item!.item.tiers.at(-1)!.when).toEqual({ factor: '造成重大影响', op: '=', value: true });
    const [odd] = await readings(across('F', '移送处理'));
    expect(odd!.item.needsRetyping).toContain('D5 的“移送处理”跨了');
  });
});

describe('不是事项的行', () => {
  const sheet = (...between: TestSheet['rows']): TestSheet => ({
    rows: [
      TITLE,
      HEAD,
      [1, '示例违法甲', BASIS, '轻微', '不足5件', '1000元以上5000元以下'],
      [null, null, null, '严重', '5件以上', '5000元以上1万元以下'],
      ...between,
      [2, '示例违法乙', BASIS, '轻微', '不足5件', '1000元以上5000元以下'],
      [null, null, null, '严重', '5件以上', '5000元以上1万元以下'],
      ['注：本表自印发之日起执行，由示例机关解释。'],
    ],
  });

  it('章的标题、脚注、页码、另一页重复的表头都不重复上一行', async () => {
    const items = await readings(sheet(['二、食品安全'], ['第 2 页'], HEAD));
    expect(items.map(({ item, faults }) => [item.violation, item.field, faults.length])).toEqual([
      ['示例违法甲', '未分类', 0],
      ['示例违法乙', '食品安全', 0],
    ]);
  });

  it('有编号没有名称的行和不知属于哪一项的行写明，不并入上一项', async () => {
    const { tables, unread } = await read(
      {},
      sheet([7, null, BASIS, '轻微', '不足9件', '1000元'], [null, null, null, '严重', '9件以上', '2000元']),
    );
    expect(tables[0]!.readings.map(({ item }) => item.tiers.length)).toEqual([2, 2]);
    expect(unread).toEqual([
      { place: '第 5 行', reason: '有编号，没有违法行为的名称' },
      { place: '第 6 行', reason: '上面没有违法行为的名称，不知道属于哪一项' },
    ]);
  });

  it('合并的一个违法行为之下，编号给阶次的是一项，另有处罚依据的是另一项', async () => {
    const numbered = (basis: string | null): TestSheet => ({
      rows: [
        TITLE,
        HEAD,
        [1, '示例违法', BASIS, '轻微', '不足5件', '1000元以上5000元以下'],
        [2, null, basis, '严重', '5件以上', '5000元以上1万元以下'],
      ],
      merges: ['B3:B4'],
    });
    expect((await readings(numbered(null))).map(({ item }) => item.tiers.length)).toEqual([2]);
    const other = '《示例省示例条例》第三十一条 处一千元以上三万元以下罚款。';
    expect((await readings(numbered(other))).map(({ statute }) => statute?.provision.article)).toEqual([
      '30',
      '31',
    ]);
  });
});

describe('带格式的数', () => {
  const weights = (start: TestSheet['rows'][number][number], head = '裁量权重'): TestSheet => ({
    rows: [
      TITLE,
      ['序号', '违法行为', '处罚依据', '裁量要素', '违法程度', head, '备注'],
      [1, '示例违法', BASIS, '裁量起点', null, start, '罚款金额=裁量权重总和×3万'],
      [null, null, null, '数量', '1个', 0, null],
      [null, null, null, null, '2个以上', Array.isArray(start) ? [0.07, '0.0%'] : 80, null],
    ],
    merges: ['D4:D5'],
  });
  const percents = (item: ItemReading | undefined) =>
    item?.item.weights && [
      item.item.weights.starts[0]!.percent,
      ...item.item.weights.factors.flatMap(({ degrees }) => degrees.map(({ percent }) => percent)),
    ];

  it('显示为百分数的 0.2 是 20%', async () => {
    expect(percents((await readings(weights([0.2, '0%'])))[0])).toEqual([20, 0, 7]);
  });

  it('表头写明（%）的 20 是 20%；不足 1 的不知是哪一种；没有写明的不是百分数', async () => {
    expect(percents((await readings(weights(20, '裁量百分值（%）')))[0])).toEqual([20, 0, 80]);
    const small = (await readings(weights(0.2, '裁量百分值（%）')))[0]!;
    expect(small.item.needsRetyping).toContain('不知道是 0.2% 还是 20%');
    expect((await readings(weights(20)))[0]!.item.weights).toBeUndefined();
    expect((await readings(weights(20)))[0]!.item.needsRetyping).toBeDefined();
  });

  const fine = (value: TestSheet['rows'][number][number]): TestSheet => ({
    rows: [
      TITLE,
      HEAD,
      [1, '示例违法', BASIS, '轻微', '不足5件', value],
      [null, null, null, '严重', '5件以上', '处2万元罚款'],
    ],
  });

  it('格式里的“万元”、“元”和 ¥ 读出来，缩放的格式和日期不算', async () => {
    const first = async (value: TestSheet['rows'][number][number]) =>
      (await readings(fine(value)))[0]!.item.tiers[0]?.fine;
    expect(await first([1, '0"万元"'])).toEqual({ min: 10_000, max: 10_000 });
    expect(await first([5000, '#,##0元'])).toEqual({ min: 5000, max: 5000 });
    expect(await first([5000, '"¥"#,##0.00'])).toEqual({ min: 5000, max: 5000 });
    const [scaled] = await readings(fine([50_000, '0!.0,"万元"']));
    expect(scaled!.item.needsRetyping).toContain('F3 数字格式');
    const [dated] = await readings({
      rows: fine(1000).rows.map((row, at) => (at === 2 ? row.with(4, [45_422, 'yyyy-mm-dd']) : row)),
    });
    expect(dated!.item.needsRetyping).toContain('E3 是日期');
  });
});

describe('不止一张工作表，不止一种行', () => {
  const sheet = (name: string, violation: string, title = TITLE): TestSheet => ({
    name,
    rows: [
      title,
      HEAD,
      [1, violation, BASIS, '轻微', '不足5件', '1000元'],
      [null, null, null, '严重', '5件以上', '2000元'],
    ],
  });

  it('每一张是表格的工作表都读，不是的写明，隐藏的不读', async () => {
    const { tables, unread } = await read(
      {},
      { name: '目录', rows: [['一、食品'], ['二、药品']] },
      sheet('食品', '示例违法甲'),
      sheet('药品', '示例违法乙'),
      { ...sheet('旧表', '示例违法丙'), hidden: true },
      { name: 'Sheet5', rows: [] },
    );
    expect(tables).toHaveLength(1);
    expect(
      tables[0]!.readings.map(({ item }) => [item.violation, item.field, item.id.split('#')[1]]),
    ).toEqual([
      ['示例违法甲', '食品', '1'],
      ['示例违法乙', '药品', '1-2'],
    ]);
    expect(unread.map(({ place, reason }) => `${place} ${reason}`)).toEqual([
      expect.stringMatching(/工作表“目录” 前 15 行里找不到/),
      '工作表“旧表” 是隐藏的工作表',
    ]);
  });

  it('编制说明写的名称、施行日、有效期和“以上”“以下”用于各张表', async () => {
    const cover: TestSheet = {
      name: '编制说明',
      rows: [
        ['示例市示例局行政处罚裁量基准（2024年版）'],
        ['一、本基准自2024年5月1日起施行，有效期5年。'],
        ['二、本基准所称“以上”包括本数，“以下”不包括本数。'],
      ],
    };
    const { tables } = await read(
      {},
      cover,
      sheet('食品', '示例违法甲', ['一、食品类']),
      sheet('药品', '示例违法乙', ['二、药品类']),
    );
    expect(tables.map(({ benchmark }) => benchmark)).toMatchObject([
      {
        name: '示例市示例局行政处罚裁量基准（2024年版）',
        region: '示例市',
        inForce: { from: '2024-05-01', to: '2029-04-30' },
        boundWords: { above: 'includes', below: 'excludes' },
        items: [{ violation: '示例违法甲' }, { violation: '示例违法乙' }],
      },
    ]);
  });

  it('名称不同的是几部基准；写明哪一张的只读那一张', async () => {
    const other = ['示例市另一裁量基准（自2025年1月1日起施行）'];
    const both = [sheet('甲', '示例违法甲'), sheet('乙', '示例违法乙', other)];
    expect((await read({}, ...both)).tables.map(({ benchmark }) => benchmark.name)).toEqual([
      TITLE[0],
      other[0],
    ]);
    expect((await read({ sheet: '乙' }, ...both)).tables.map(({ benchmark }) => benchmark.name)).toEqual(
      other,
    );
  });

  it('读不出的 JSON 行写明行号，预览里也有', async () => {
    const good = {
      benchmark: '示例省裁量表（2024-01-01施行）',
      violation: '示例违法',
      columns: ['情形', '处罚标准'],
    };
    const lines = [
      JSON.stringify({
        ...good,
        grid: [
          ['轻', '1000元'],
          ['重', '2000元'],
        ],
      }),
      '{"benchmark": "示例省裁量表',
      JSON.stringify({ benchmark: good.benchmark }),
      '',
      '7',
    ];
    const file = saved('table.jsonl', lines.join('\n'));
    const { unread } = await readTables(file, loadReferenceBook());
    expect(unread).toEqual([
      { place: '第 2 行', reason: '不是完整的 JSON' },
      { place: '第 3 行', reason: expect.stringContaining('violation') },
      { place: '第 5 行', reason: '应为一个 JSON 对象' },
    ]);
    const [preview] = await previewFile(file, loadReferenceBook());
    expect(preview!.remarks[0]).toBe('第 2 行没有读：不是完整的 JSON');
  });

  it('没有写明地区和施行日的要告诉人', async () => {
    const { tables } = await read({}, sheet('裁量表', '示例违法', ['行政处罚裁量基准']));
    expect(tables[0]!.notes.join()).toMatch(/施行日.*施行的地区/);
    expect(tables[0]!.benchmark.region).toBe('');
    const known = await read(
      { region: '示例市', from: '2024-01-01' },
      sheet('裁量表', '示例违法', ['裁量基准']),
    );
    expect(known.tables[0]!.notes).toEqual([]);
  });
});

describe('印在行间的话和一项里的几处依据', () => {
  const ROWS: TestSheet['rows'] = [
    [1, '示例违法甲', BASIS, '轻微', '不足5件', '1000元以上5000元以下'],
    [null, null, null, '严重', '5件以上', '5000元以上1万元以下'],
  ];

  it('“说明”和制表人的行不是事项，其中“以上”“以下”的含义算数', async () => {
    const { tables, unread } = await read(
      {},
      {
        rows: [
          TITLE,
          HEAD,
          ...ROWS,
          ['说明', '本表所称“以上”包括本数，“以下”不包括本数。'],
          ['制表：示例科', null, '审核：示例处'],
        ],
      },
    );
    expect(unread).toEqual([]);
    expect(tables[0]!.readings).toHaveLength(1);
    expect(tables[0]!.benchmark.boundWords).toMatchObject({ above: 'includes', below: 'excludes' });
  });

  it('没有编号也没有依据的名称可能是上一项的后半，两项都不计算；编号合并的是另一项', async () => {
    const half = [null, '或者其后半', null, '严重', '5件以上', '5000元以上1万元以下'];
    const items = await readings({ rows: [TITLE, HEAD, ROWS[0]!, half] });
    expect(items.map(({ item }) => item.needsRetyping)).toEqual([
      expect.stringContaining('B4 的名称没有编号'),
      expect.stringContaining('B4 的名称没有编号'),
    ]);
    const merged = await readings({ rows: [TITLE, HEAD, ROWS[0]!, half], merges: ['A3:A4', 'C3:C4'] });
    expect(merged.map(({ faults, statute }) => [faults.length, statute?.provision.article])).toEqual([
      [0, '30'],
      [0, '30'],
    ]);
  });

  it('一项里另有处罚依据的要说明', async () => {
    const other = '《示例省示例条例》第三十一条 处二千元以上三万元以下罚款。';
    const [item] = await readings({ rows: [TITLE, HEAD, ROWS[0]!, ROWS[1]!.with(2, other)] });
    expect(item!.remarks.join()).toContain('工作表第 4 行的处罚依据另有');
  });

  it('“处罚种类”一栏的“罚款”不另说什么，别的种类另应给予', async () => {
    const basis = '《示例省示例条例》第三十条 没收违法所得，并处一千元以上三万元以下罚款。';
    const [item] = await readings({
      rows: [
        TITLE,
        ['序号', '违法行为', '处罚依据', '适用条件', '处罚种类', '罚款幅度'],
        [1, '示例违法', basis, '不足5件', '罚款', '1000元以上5000元以下'],
        [null, null, null, '5件以上', '没收违法所得、罚款', '5000元以上3万元以下'],
      ],
    });
    expect(item!.faults).toEqual([]);
    expect(item!.item.tiers.map(({ fine, extra }) => [fine?.max, extra])).toEqual([
      [5000, []],
      [30_000, ['没收违法所得']],
    ]);
  });
});
