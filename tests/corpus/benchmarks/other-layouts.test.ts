import { describe, expect, it } from 'vitest';
import { benchmarkSchema } from '../../../src/corpus/benchmark.ts';
import type { ItemReading } from '../../../src/corpus/benchmarks/item-reading.ts';
import { previewTable } from '../../../src/corpus/benchmarks/preview-table.ts';
import { readTable } from '../../../src/corpus/benchmarks/read-table.ts';
import { buildReferenceBook } from '../../../src/corpus/build-reference-book.ts';
import { loadReferenceBook, readReferenceParts } from '../../../src/corpus/load-reference-book.ts';
import { benchmarkLine } from '../../../src/corpus/sources/sheets/benchmark-rows.ts';
import { readSheet } from '../../../src/corpus/sources/sheets/read-sheet.ts';
import { caseOfFacts } from '../../../src/discretion/case-of-facts.ts';
import { findTier } from '../../../src/discretion/find-tier.ts';
import { FILE_LIMITS } from '../../../src/files/limits.ts';
import { yuanText } from '../../../src/law/money.ts';
import { xlsxOf } from '../../files/support/xlsx-of.ts';

type Rows = (string | number | null)[][];

async function sheet(rows: Rows, title = '示例表') {
  const { table, rows: read, beside } = await readSheet(xlsxOf(rows), {}, title, FILE_LIMITS);
  return readTable(table, read, loadReferenceBook(), {}, beside);
}

function line(fields: object) {
  const row = benchmarkLine({
    benchmark: '示例省裁量表（2024-01-01施行）',
    violation: '示例违法',
    ...fields,
  })!;
  const reading = readTable(row.table, [row], loadReferenceBook());
  expect(benchmarkSchema.safeParse(reading.benchmark).error).toBeUndefined();
  return reading;
}

/** The span in yuan that the facts of an item lead to. */
function spanOf(
  reading: ReturnType<typeof readTable>,
  item: ItemReading,
  facts: { party?: string; factors?: object; amounts?: object },
): [string?, string?] {
  const parts = readReferenceParts();
  const book = buildReferenceBook({
    ...parts,
    benchmarks: [reading.benchmark, ...parts.benchmarks],
    tableSanctions: reading.sanctions,
  });
  const day = reading.benchmark.inForce.from > '2024-06-01' ? reading.benchmark.inForce.from : '2024-06-01';
  const { range } = findTier({
    file: caseOfFacts(item.item.id, { on: day, party: 'unit', ...facts }, book),
    book,
  });
  const text = (amount: number | undefined) => (amount === undefined ? undefined : yuanText(amount));
  return [text(range?.min), text(range?.max)] as [string?, string?];
}

describe('市场监管：从轻、一般、从重，条件写在一格', () => {
  const FOOD: Rows = [
    ['示例市市场监督管理局行政处罚裁量基准（示市监规〔2024〕3号，自2024年5月1日起施行，有效期五年）'],
    ['本表所称“以上”包括本数，“以下”不包括本数。'],
    ['序号', '违法行为', '法律依据', '裁量阶次', '适用情形', '裁量标准'],
    [
      1,
      '未取得食品生产经营许可从事食品生产经营活动',
      '《中华人民共和国食品安全法》第一百二十二条第一款',
      '减轻',
      '货值金额不足1000元，且主动改正',
      '处1万元以上5万元以下罚款',
    ],
    [null, null, null, '从轻', '货值金额1000元以上5000元以下', '处5万元以上6.5万元以下罚款'],
    [null, null, null, '一般', '货值金额5000元以上1万元以下', '处6.5万元以上8.5万元以下罚款'],
    [null, null, null, '从重', '货值金额1万元以上', '处货值金额10倍以上13倍以下罚款'],
    [
      2,
      '发布虚假广告',
      '《中华人民共和国广告法》第五十五条第一款',
      '较轻',
      '①首次违法；②及时改正的，同时具备',
      '处广告费用3倍以上3.6倍以下罚款',
    ],
    [
      null,
      null,
      null,
      '一般',
      '具有下列情形之一的：①两年内第二次违法；②发布时间3个月以上6个月以下',
      '处广告费用3.6倍以上4.4倍以下罚款',
    ],
    [
      null,
      null,
      null,
      '严重',
      '具有下列情形之一的：①发布时间6个月以上；②造成严重社会影响',
      '处广告费用4.4倍以上5倍以下罚款',
    ],
  ];

  it('读出文号、期限、“以上”“以下”的含义和各列', async () => {
    const { benchmark, remarks, readings } = await sheet(FOOD);
    expect(benchmark).toMatchObject({
      number: '示市监规〔2024〕3号',
      region: '示例市',
      inForce: { from: '2024-05-01', to: '2029-04-30' },
      boundWords: { above: 'includes', below: 'excludes' },
    });
    expect(remarks).toEqual([]);
    expect(readings.map(({ method, faults }) => [method, faults.length])).toEqual([
      ['tiered', 0],
      ['tiered', 0],
    ]);
    expect(readings[0]!.item.tiers.map(({ grade }) => grade)).toEqual([
      'mitigated',
      'lighter',
      'ordinary',
      'heavier',
    ]);
  });

  it('货值金额是数值，“且”后的情形另作一问', async () => {
    const [food] = (await sheet(FOOD)).readings;
    expect(food!.item.tiers[0]!.when).toEqual({
      all: [
        { factor: 'goods', op: '<', value: 1000 },
        { factor: '主动改正', op: '=', value: true },
      ],
    });
    expect(food!.item.tiers[1]!.fine).toEqual({ min: 50_000, max: 65_000, maxInclusive: false });
    expect(food!.item.tiers[3]!.fine).toEqual({ base: 'goods', min: 10, max: 13, maxInclusive: false });
    expect(food!.statute).toMatchObject({ from: 'bundled' });
  });

  it('一格之内的①②按“之一”“同时”分别读', async () => {
    const [, advert] = (await sheet(FOOD)).readings;
    const [mild, plain] = advert!.item.tiers;
    expect(mild!.when).toHaveProperty('all');
    expect(plain!.when).toEqual({
      any: [
        { factor: '两年内第二次违法', op: '=', value: true },
        {
          all: [
            { factor: '发布时间', op: '>=', value: 3 },
            { factor: '发布时间', op: '<', value: 6 },
          ],
        },
      ],
    });
  });

  it('读入的事项按货值计算', async () => {
    const reading = await sheet(FOOD);
    const food = reading.readings[0]!;
    expect(spanOf(reading, food, { amounts: { goods: 5000 } })).toEqual(['65000', '85000']);
    expect(spanOf(reading, food, { amounts: { goods: 10_000 } })).toEqual(['100000', '130000']);
    expect(spanOf(reading, food, {})).toEqual([undefined, undefined]);
  });
});

describe('城市管理：轻微、一般、严重，单位和个人分栏，表头带单位', () => {
  const CITY: Rows = [
    [
      '序号',
      '违法事项名称',
      '违反条款',
      '处罚依据',
      '情节',
      '具体情形',
      '对单位罚款（万元）',
      '对个人罚款（元）',
    ],
    [
      1,
      '占用道路堆放物料',
      '《示例市市容条例》第十条',
      '《示例市市容条例》第三十条 违反本条例第十条规定的，责令改正，对单位处五千元以上三万元以下罚款，对个人处二百元以上一千元以下罚款。',
      '轻微',
      '占用面积不足5平方米',
      '0.5以上1.5以下',
      '200以上500以下',
    ],
    [null, null, null, null, '一般', '占用面积5平方米以上10平方米以下', '1.5以上2以下', '500以上600以下'],
    [null, null, null, null, '严重', '占用面积10平方米以上', '2以上3以下', '600以上1000以下'],
    [
      2,
      '擅自张贴小广告',
      '《示例市市容条例》第十二条',
      '《示例市市容条例》第三十二条',
      '一般',
      '/',
      '每处100元',
      '每处100元',
    ],
  ];

  it('单位和个人各有幅度，法定幅度取自所印的条文', async () => {
    const reading = await sheet(CITY);
    const [road] = reading.readings;
    expect(road!.item.tiers[0]!.fines).toEqual([
      { min: 5000, max: 15_000, party: 'unit' },
      { min: 200, max: 500, party: 'person' },
    ]);
    expect(road!.item.breached).toEqual([{ law: '示例市市容条例', article: '10' }]);
    expect(road!.statute).toMatchObject({ from: 'printed', provision: { article: '30' } });
    expect(road!.statute!.sanction!.fines).toHaveLength(2);
    expect(spanOf(reading, road!, { factors: { 占用面积: 5 } })).toEqual(['15000', '20000']);
    expect(spanOf(reading, road!, { party: 'person', factors: { 占用面积: 4.9 } })).toEqual(['200', '500']);
  });

  it('每处若干元按单位计，法定幅度未知的写明', async () => {
    const [, posters] = (await sheet(CITY)).readings;
    expect(posters).toMatchObject({ method: 'per-unit', statute: { from: 'unknown' } });
    expect(posters!.item.perUnit!.add).toMatchObject([{ factor: '处数', each: 100 }]);
    expect(posters!.remarks.join()).toContain('法定幅度没有读出');
  });
});

describe('园林：数字阶次，结果写成法定幅度的比例', () => {
  it('1 至 4 级和“10%-30%”读作幅度的份额', async () => {
    const reading = await sheet([
      ['编号', '违法行为', '处罚依据', '裁量等级', '违法情节', '罚款幅度'],
      [
        1,
        '擅自占用绿地',
        '《示例市绿化条例》第二十条 处一万元以上十万元以下的罚款。',
        '1',
        '占用10平方米以下',
        '10%以下',
      ],
      [null, null, null, '2', '占用10平方米以上50平方米以下', '10%-30%'],
      [null, null, null, '3', '占用50平方米以上100平方米以下', '30%-60%'],
      [null, null, null, '4', '占用100平方米以上', '60%-100%'],
    ]);
    const [item] = reading.readings;
    expect(item!.item.tiers.map(({ name, grade }) => [name, grade])).toEqual([
      ['1', 'lighter'],
      ['2', 'ordinary'],
      ['3', 'ordinary'],
      ['4', 'heavier'],
    ]);
    expect(spanOf(reading, item!, { factors: { 占用: 50 } })).toEqual(['37000', '64000']);
    expect(reading.remarks.join()).toContain('未载明施行日期');
  });
});

describe('水务：另一种权重表', () => {
  const WATER: Rows = [
    ['示例省水务行政处罚裁量表（示水规〔2023〕1号）自2023-03-01施行'],
    ['项目', '违法行为', '处罚依据', '裁量因素', '情形', '裁量百分值（%）', '说明'],
    [
      1,
      '未经批准取水',
      '《示例省水条例》第四十条 未经批准取水的，责令停止违法行为，处二万元以上十万元以下的罚款。',
      '裁量起点',
      null,
      '15%',
      '罚款金额=裁量百分值之和×10万元；裁量百分值之和不足20%的，按20%计算',
    ],
    [null, null, null, '取水量', '1000立方米以下', '0%', null],
    [null, null, null, null, '1000立方米以上1万立方米以下', '15%', null],
    [null, null, null, null, '1万立方米以上', '45%', null],
    [null, null, null, '违法次数', '首次', '0%', null],
    [null, null, null, null, '2次', '20%', null],
    [null, null, null, null, '3次以上', '40%', null],
  ];

  it('从说明栏读出计算方法和最低比例，计算到分', async () => {
    const reading = await sheet(WATER);
    const [item] = reading.readings;
    expect(item!.item.weights).toMatchObject({
      floor: 20,
      cap: 100,
      starts: [{ percent: 15, of: { max: 100_000 } }],
    });
    expect(spanOf(reading, item!, { factors: { 取水量: 999, 违法次数: 1 } })).toEqual(['20000', '20000']);
    expect(spanOf(reading, item!, { factors: { 取水量: 1000, 违法次数: 2 } })).toEqual(['50000', '50000']);
    expect(spanOf(reading, item!, { factors: { 取水量: 10_000, 违法次数: 3 } })).toEqual([
      '100000',
      '100000',
    ]);
  });

  it('起点加最轻的低于法定最低，而表中没有最低比例的，指出冲突', async () => {
    const rows = WATER.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.replace(/；裁量百分值之和不足.*$/, '') : cell)),
    );
    const [item] = (await sheet(rows)).readings;
    expect(item!.conflicts.join()).toContain('15%，合 15,000 元，低于法定最低的 20,000 元');
  });
});

describe('有误的权重表由检查找出', () => {
  const columns = ['违法行为', '裁量要素', '违法程度', '裁量权重'];
  const notes = ['罚款金额=裁量百分值总和×10万。'];
  const good = [
    ['', '', '20%'],
    ['数量', '1个', '0%'],
    ['数量', '2个以上', '40%'],
    ['后果', '轻', '0%'],
    ['后果', '重', '40%'],
  ];
  const reasonOf = (grid: string[][], given = notes) =>
    line({ columns, grid, notes: given }).readings[0]!.item.needsRetyping;

  it('完好的表没有毛病', () => {
    expect(reasonOf(good)).toBeUndefined();
  });

  it.each<[string, string[][], string[], string]>([
    [
      '说明成了一行',
      [...good, ['罚款金额=裁量百分值总和×10万。', '重', '40%']],
      [],
      '计算方法的说明被当作一行',
    ],
    ['权重重复', [...good.slice(0, 3), ['后果', '轻', '40%'], ['后果', '重', '40%']], notes, '权重都是 40%'],
    [
      '没有权重',
      [good[0]!, ['数量', '1个', ''], ['数量', '2个以上', ''], ...good.slice(3)],
      notes,
      '没有权重',
    ],
    ['没有起点', good.slice(1), notes, '没有裁量起点'],
    ['没有公式', good, [], '没有写明计算方法'],
    ['公式不懂', good, ['罚款金额=裁量百分值总和×当地基准。'], '计算方法读不懂'],
    [
      '要素名称分成两行',
      [good[0]!, ['近二年同类', '1次', '0%'], ['违法情况', '2次以上', '40%'], ...good.slice(3)],
      notes,
      '只有一个程度',
    ],
    [
      '分数',
      [good[0]!, ['数量', '1个', '0%'], ['数量', '2个以上', '1/4'], ...good.slice(3)],
      notes,
      '不是百分数',
    ],
    ['要素分在两处', [...good, ['数量', '5个以上', '60%']], notes, '分在两处'],
    ['没有一行', [], notes, '没有一行裁量内容'],
  ])('%s', (_name, grid, given, reason) => {
    const reading = line({ columns, grid, notes: given });
    expect(reading.readings[0]!.item.needsRetyping).toContain(reason);
    expect(reading.readings[0]!.item).toMatchObject({ tiers: [], factors: [] });
    expect(reading.readings[0]!.item.weights).toBeUndefined();
  });

  it('各栏只在起点不同；合并格重复的起点不算，错了格的找出', () => {
    const two = (...last: string[]) => [
      ['裁量起点', '', '对单位', '对个人'],
      ['裁量起点', '', '20%', '25%'],
      ['数量', '1个', '0%', '25%'],
      ['数量', '2个以上', '40%', '25%'],
      ['后果', '轻', '0%', '25%'],
      ['后果', '重', ...last],
    ];
    const both = [
      '（1）对单位的罚款金额=对单位的裁量百分值总和×10万；（2）对个人的罚款金额=对个人的裁量百分值总和×2万。',
    ];
    const basis = [
      '《示例省示例条例》第五条 对单位处二万元以上十万元以下罚款，对个人处五千元以上二万元以下罚款。',
    ];
    const reading = line({ columns, grid: two('40%', '25%'), notes: both, penalty_basis: basis });
    const [item] = reading.readings;
    expect(item!.item.weights!.starts).toEqual([
      { name: '对单位', party: 'unit', percent: 20, of: { max: 100_000 } },
      { name: '对个人', party: 'person', percent: 25, of: { max: 20_000 } },
    ]);
    expect(spanOf(reading, item!, { party: 'person', factors: { 数量: 2, 后果: '重' } })).toEqual([
      '20000',
      '20000',
    ]);
    expect(spanOf(reading, item!, { party: 'unit', factors: { 数量: 2, 后果: '重' } })).toEqual([
      '100000',
      '100000',
    ]);
    expect(reasonOf(two('0%', '40%'), both)).toContain('可能错了格');
  });
});

describe('有误的阶次表由检查找出', () => {
  const columns = ['违法行为', '违法程度', '罚款'];
  it.each<[string, string[][], string]>([
    [
      '一行分成两行',
      [
        ['限期内完成', '1万元以上3万元'],
        ['改正', '以下'],
        ['逾期', '3万元'],
      ],
      '读不懂',
    ],
    [
      '两端都写以上',
      [
        ['轻', '1万元以上'],
        ['重', '2万元以上3万元以上'],
      ],
      '两端都写“以上”',
    ],
    [
      '没有数额',
      [
        ['轻', '1万元以下'],
        ['重', ''],
      ],
      '是空的',
    ],
    [
      '条件相同',
      [
        ['轻', '1万元以下'],
        ['轻', '2万元'],
      ],
      '条件相同而各有结果',
    ],
    [
      '格数不对',
      [
        ['轻', '1万元以下'],
        ['重', '2万元', '多'],
      ],
      '格，而表头有',
    ],
    [
      '括号不成对',
      [
        ['轻）', '1万元以下'],
        ['重', '2万元'],
      ],
      '括号不成对',
    ],
  ])('%s', (_name, grid, reason) => {
    expect(line({ columns, grid }).readings[0]!.item.needsRetyping).toContain(reason);
  });

  it('警告、没收、不予处罚、倍数和“或者造成”都读', () => {
    const { readings } = line({
      columns: ['违法行为', '数量', '处罚标准'],
      grid: [
        ['1吨以下', '不予处罚'],
        ['1吨以上3吨以下', '给予警告，可以并处2500元以下罚款'],
        ['3吨以上8吨以下', '没收违法所得，并处违法所得1倍以上3倍以下罚款'],
        ['8吨以上或者造成严重后果的', '没收违法所得，并处违法所得5倍罚款'],
      ],
    });
    const { tiers } = readings[0]!.item;
    expect(tiers.map(({ extra }) => extra)).toEqual([[], ['警告'], ['没收违法所得'], ['没收违法所得']]);
    expect(tiers[0]!.grade).toBe('no-penalty');
    expect(tiers[3]!.when).toEqual({
      any: [
        { factor: '数量', op: '>=', value: 8 },
        { factor: '造成严重后果', op: '=', value: true },
      ],
    });
    expect(tiers[2]!.when).toHaveProperty('all.1', { factor: '造成严重后果', op: '=', value: false });
  });

  it('数字重叠的不读作数值，由人选择，并且写明', () => {
    const { readings } = line({
      columns,
      grid: [
        ['5次以下', '1万元以下'],
        ['3次以上8次以下', '2万元'],
        ['8次以上', '3万元'],
      ],
    });
    expect(readings[0]!.item.factors[0]).toMatchObject({ type: 'choice' });
    expect(readings[0]!.remarks.join()).toContain('数字重叠');
  });
});

describe('审计、应急、农药等别的写法', () => {
  it('一格里分写单位和责任人员的罚款', async () => {
    const reading = await sheet([
      ['示例县审计行政处罚裁量权基准'],
      ['序号', '违法行为', '处罚依据', '违法情节', '裁量基准', '实施主体'],
      [
        1,
        '拒绝、拖延提供资料',
        '《中华人民共和国审计法实施条例》第四十七条',
        '情节较轻',
        '对单位可以处1.5万元以下罚款；对直接负责的主管人员和其他直接责任人员，可以处0.5万元以下的罚款',
        '审计局',
      ],
      [
        null,
        null,
        null,
        '情节严重',
        '对单位可以处1.5万元以上5万元以下罚款；对直接负责的主管人员和其他直接责任人员，可以处0.5万元以上2万元以下的罚款',
        null,
      ],
    ]);
    const [item] = reading.readings;
    expect(item!.item.tiers[1]!.fines).toEqual([
      { min: 15_000, max: 50_000, party: 'unit' },
      { min: 5000, max: 20_000, subject: 'responsible-person' },
    ]);
    expect(item!.item.factors).toMatchObject([{ type: 'choice', choices: ['情节较轻', '情节严重'] }]);
    expect(item!.statute!.from).toBe('bundled');
    expect(spanOf(reading, item!, { factors: { 违法情节: '情节严重', 'refused-correction': true } })).toEqual(
      ['15000', '50000'],
    );
  });

  it('责任人员的幅度只与条款对责任人员的幅度比较，预览里也写明是谁的', async () => {
    const reading = await sheet([
      ['违法行为', '处罚依据', '违法情节', '裁量基准'],
      [
        '拒绝、拖延提供资料',
        '《中华人民共和国审计法实施条例》第四十七条',
        '情节严重',
        '对单位可以处1.5万元以上5万元以下罚款；对直接负责的主管人员和其他直接责任人员，可以处2万元以上3万元以下的罚款',
      ],
    ]);
    const [item] = reading.readings;
    expect(item!.conflicts.join()).toContain('20,000 元以上30,000 元以下不在任何一个法定幅度之内');
    expect(item!.conflicts.join()).not.toContain('15,000');
    expect(previewTable(reading).items[0]!.tiers[0]!.fines[1]).toMatch(/^责任人员/);
  });

  it('逾期未改正的另有幅度，以条件区分', async () => {
    const reading = await sheet([
      ['违法行为', '违法依据', '处罚依据', '裁量阶次', '适用条件', '具体标准'],
      [
        '特种作业人员无证上岗',
        '《示例省条例》第三十条',
        '《中华人民共和国安全生产法》第九十七条',
        '一档',
        '1人无证',
        '责令限期改正，处3万元以下罚款；逾期未改正的，责令停产停业整顿，并处10万元以上12万元以下的罚款',
      ],
      [
        null,
        null,
        null,
        '二档',
        '2人以上无证',
        '责令限期改正，处3万元以上10万元以下罚款；逾期未改正的，责令停产停业整顿，并处12万元以上20万元以下的罚款',
      ],
    ]);
    const [item] = reading.readings;
    expect(item!.item.breached).toEqual([{ law: '示例省条例', article: '30' }]);
    expect(item!.item.tiers[0]!.fines!.map(({ max, when }) => [max, when !== undefined])).toEqual([
      [30_000, true],
      [120_000, true],
    ]);
    // The provision of the bundle asks it under this name: it is asked once.
    expect(item!.item.factors.map(({ name }) => name)).toContain('overdue-uncorrected');
  });

  it('数值旁的“或拒不改正”、首次轻微的情形和“（含）”都读', async () => {
    const reading = await sheet([
      ['序号', '违法行为', '处罚依据', '违法程度', '情形', '处罚标准'],
      [
        1,
        '占道经营',
        '《示例市条例》第五条 处五百元以上三千元以下罚款',
        '轻微',
        '初次违法，危害后果轻微并及时改正的',
        '不予处罚',
      ],
      [null, null, null, '较轻', '占道面积5平方米（含）以下', '500元以上1000元以下'],
      [null, null, null, '一般', '占道面积5平方米以上10平方米（含）以下', '1000元以上2000元以下'],
      [
        null,
        null,
        null,
        '较重',
        '占道面积10平方米以上；或拒不改正；或一年内2次以上违法',
        '2000元以上3000元以下',
      ],
    ]);
    const [item] = reading.readings;
    const factors = {
      占道面积: 10,
      '初次违法，危害后果轻微并及时改正': false,
      拒不改正: false,
      一年内2次以上违法: false,
    };
    expect(spanOf(reading, item!, { factors })).toEqual(['1000', '2000']);
    expect(spanOf(reading, item!, { factors: { ...factors, 拒不改正: true } })).toEqual(['2000', '3000']);
    expect(item!.remarks.join()).toContain('按该档');
  });
});
