import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTables } from '../../../src/corpus/benchmarks/read-tables.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { caseOfFacts } from '../../../src/discretion/case-of-facts.ts';
import { checkBenchmark } from '../../../src/discretion/check/check-benchmark.ts';
import { findTier } from '../../../src/discretion/find-tier.ts';
import { type TestSheet, workbookOf } from '../../files/support/workbook-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-parties-'));
afterAll(() => rmSync(folder, { recursive: true }));

const base = loadReferenceBook();
const TITLE = ['示例省示例裁量基准（自2024年1月1日起施行）'];
const NOTE = ['注：1.“以上”包括本数，“以下”不包括本数。2.同时符合两个以上阶次的，按较重的阶次处罚。'];

async function tableOf(rows: TestSheet['rows'], merges: string[] = []) {
  const file = join(folder, 'parties.xlsx');
  writeFileSync(file, workbookOf({ rows: [TITLE, ...rows, NOTE], merges }));
  const { benchmark, readings, sanctions } = (await readTables(file, base)).tables[0]!;
  const { item, remarks } = readings[0]!;
  const book: typeof base = {
    ...base,
    benchmarks: () => [benchmark],
    sanction: (id) => sanctions.find((one) => one.id === id) ?? base.sanction(id),
    benchmarkItem: (id) => {
      const found = benchmark.items.find((one) => one.id === id);
      return found && { benchmark, item: found };
    },
  };
  const reckon = (party: 'person' | 'organisation', facts: Record<string, unknown>) =>
    findTier({
      file: caseOfFacts(item.id, { on: '2025-06-01', party, noGrounds: true, ...facts }, book),
      book,
    });
  const spanOf = (party: 'person' | 'organisation', facts: Record<string, unknown>) => {
    const { range } = reckon(party, facts);
    return range && [(range.min ?? 0) / 100, (range.max ?? 0) / 100];
  };
  const faults = () => checkBenchmark(benchmark, book);
  return { item, remarks, reckon, spanOf, faults };
}

const LAW = '《示例省示例条例》第三十条';
const APART = `${LAW} 责令改正；单位处一万元以上十万元以下罚款；个人处一百元以上一千元以下罚款。`;

describe.each([
  ['处罚对象', '单位', '个人'],
  ['适用主体', '企事业单位', '公民'],
  ['当事人类型', '法人或者其他组织', '自然人'],
  ['类别', '单位', '个人'],
])('“%s”一栏分行写“%s”和“%s”', (head, unit, person) => {
  const HEAD = ['序号', '违法行为', '处罚依据', head, '违法程度', '违法情节', '裁量标准'];
  const rows = [
    HEAD,
    [1, '示例违法', APART, unit, '一般', '倾倒不足1立方米的', '处1万元以上5万元以下罚款'],
    [null, null, null, null, '严重', '倾倒1立方米以上的', '处5万元以上10万元以下罚款'],
    [null, null, null, person, '一般', '倾倒不足0.1立方米的', '处100元以上500元以下罚款'],
    [null, null, null, null, '严重', '倾倒0.1立方米以上的', '处500元以上1000元以下罚款'],
  ];
  const MERGES = ['A3:A6', 'B3:B6', 'C3:C6', 'D3:D4', 'D5:D6'];

  it('各按各的数分档，界限两边都对', async () => {
    const { spanOf } = await tableOf(rows, MERGES);
    expect(spanOf('organisation', { factors: { 倾倒: 0.99 } })).toEqual([10_000, 50_000]);
    expect(spanOf('organisation', { factors: { 倾倒: 1 } })).toEqual([50_000, 100_000]);
    expect(spanOf('person', { factors: { 倾倒: 0.09 } })).toEqual([100, 500]);
    expect(spanOf('person', { factors: { 倾倒: 0.1 } })).toEqual([500, 1000]);
  });

  it('核对基准时，单位的行不必有个人的幅度', async () => {
    const { faults } = await tableOf(rows, MERGES);
    expect(faults().map(({ kind }) => kind)).not.toContain('party-missing');
  });

  it('换一个当事人不是“改变情节”', async () => {
    const { reckon } = await tableOf(rows, MERGES);
    const { whatWouldChange } = reckon('person', { factors: { 倾倒: 0.05 } });
    expect(whatWouldChange.map(({ factor }) => factor)).toEqual(['倾倒']);
  });

  it('只有单位的，不用于个人', async () => {
    const { item, reckon } = await tableOf(rows.slice(0, 3), ['A3:A4', 'B3:B4', 'C3:C4', 'D3:D4']);
    expect(item.appliesTo).toBe('unit');
    const { range, conflicts } = reckon('person', { factors: { 倾倒: 2 } });
    expect(range).toBeUndefined();
    expect(conflicts.map(({ kind }) => kind)).toContain('other-party');
  });
});

it('写“驾驶人”的一栏读不出是单位还是个人，由人选择', async () => {
  const { item } = await tableOf([
    ['序号', '违法行为', '处罚依据', '处罚对象', '违法情节', '裁量标准'],
    [1, '示例违法', APART, '驾驶人', '首次违法', '处100元以上500元以下罚款'],
    [null, null, null, '所有人', '首次违法', '处500元以上1000元以下罚款'],
  ]);
  expect(item.appliesTo).toBe('any');
  expect(item.factors.find(({ name }) => name === '处罚对象')?.choices).toEqual(['驾驶人', '所有人']);
});

describe('罚款各栏以数额、改正与否分开', () => {
  const BASIS = `${LAW} 货值金额不足一万元的，处五万元以上十万元以下罚款；货值金额一万元以上的，处货值金额十倍以上二十倍以下罚款。`;
  const head = (one: string, two: string) => [
    ['序号', '违法行为', '处罚依据', '裁量阶次', '适用情形', '罚款标准', null, '其他处罚'],
    [null, null, null, null, null, one, two, null],
  ];
  const MERGES = ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:G2', 'H2:H3', 'A4:A5', 'B4:B5', 'C4:C5'];

  it.each([
    ['货值金额不足1万元的', '货值金额1万元以上的'],
    ['货值不足1万元', '货值1万元以上（含1万元）'],
  ])('%s | %s', async (one, two) => {
    const { item, spanOf, reckon } = await tableOf(
      [
        ...head(one, two),
        [
          1,
          '示例违法',
          BASIS,
          '从轻',
          '持续不足3个月的',
          '5万元以上7万元以下',
          '货值金额10倍以上15倍以下',
          null,
        ],
        [
          null,
          null,
          null,
          '从重',
          '持续3个月以上，或者两年内受过处罚的',
          '7万元以上10万元以下',
          '货值金额15倍以上20倍以下',
          '没收违法所得',
        ],
      ],
      MERGES,
    );
    expect(item.severalTiers).toBe('heaviest');
    const facts = { 持续: 1, 两年内受过处罚: false };
    expect(spanOf('organisation', { factors: facts, amounts: { goods: 9999.99 } })).toEqual([50_000, 70_000]);
    expect(spanOf('organisation', { factors: facts, amounts: { goods: 10_000 } })).toEqual([
      100_000, 150_000,
    ]);
    const again = { factors: { ...facts, 两年内受过处罚: true }, amounts: { goods: 1 } };
    expect(spanOf('organisation', again)).toEqual([70_000, 100_000]);
    expect(reckon('organisation', { factors: facts }).range).toBeUndefined();
    expect(item.tiers.map(({ extra }) => extra)).toEqual([[], ['没收违法所得']]);
  });

  it('两栏写同一数额的，不问属于哪一栏', async () => {
    const plain = `${LAW} 处一千元以上三万元以下罚款。`;
    const { item } = await tableOf(
      [
        ...head('货值金额不足1万元的', '货值金额1万元以上的'),
        [1, '示例违法', plain, '从轻', '逾期不足5日的', '1000元以上1万元以下', null, null],
        [null, null, null, '从重', '逾期5日以上的', '1万元以上3万元以下', null, null],
      ],
      [...MERGES, 'F4:G4', 'F5:G5'],
    );
    expect(item.tiers.map(({ fine }) => fine)).toEqual([
      { min: 1000, max: 10_000, maxInclusive: false },
      { min: 10_000, max: 30_000, maxInclusive: false },
    ]);
  });

  it('“其他处罚”一栏写着罚款的，不丢也不猜', async () => {
    const { item } = await tableOf(
      [
        ...head('货值金额不足1万元的', '货值金额1万元以上的'),
        [
          1,
          '示例违法',
          BASIS,
          '从轻',
          '持续不足3个月的',
          '5万元以上7万元以下',
          '货值金额10倍以上15倍以下',
          '对责任人处5000元罚款',
        ],
      ],
      MERGES.slice(0, 7),
    );
    expect(item.needsRetyping).toContain('其他处罚');
  });
});

it('“单位：…；个人：…”写在一格的，分开读', async () => {
  const { spanOf } = await tableOf([
    ['序号', '违法行为', '处罚依据', '违法情节', '裁量标准'],
    [1, '示例违法', APART, '不足5件', '单位：1万元以上5万元以下罚款；个人：100元以上500元以下罚款'],
    [null, null, null, '5件以上', '对单位处5万元以上10万元以下罚款，对个人处500元以上1000元以下罚款'],
  ]);
  expect(spanOf('organisation', { factors: { 违法情节: 4 } })).toEqual([10_000, 50_000]);
  expect(spanOf('person', { factors: { 违法情节: 5 } })).toEqual([500, 1000]);
});

it('列举的情形之外，“且”连着的分开问，其余情形归中间一档', async () => {
  const { spanOf } = await tableOf([
    ['序号', '违法行为', '处罚依据', '裁量阶次', '裁量情形', '罚款'],
    [
      1,
      '示例违法',
      `${LAW} 处一千元以上三万元以下罚款。`,
      '从重',
      '具有下列情形之一的：1.数量5吨以上；2.拒绝检查',
      '1万元以上3万元以下',
    ],
    [null, null, null, '一般', '除从轻、从重情形外的其他情形', '5000元以上1万元以下'],
    [null, null, null, '从轻', '数量不足1吨，且主动改正的', '1000元以上5000元以下'],
  ]);
  const facts = { 数量: 0.5, 拒绝检查: false, 主动改正: true };
  expect(spanOf('organisation', { factors: facts })).toEqual([1000, 5000]);
  expect(spanOf('organisation', { factors: { ...facts, 主动改正: false } })).toEqual([5000, 10_000]);
  // 同时符合从轻和从重的，按较重的；该表从重写在前面。
  expect(spanOf('organisation', { factors: { ...facts, 拒绝检查: true } })).toEqual([10_000, 30_000]);
});

describe('责任人员一栏', () => {
  const HEAD = ['序号', '违法行为', '处罚依据', '情形', '违法情节', '单位', '有关责任人员'];
  const row = (basis: string, cells: (string | null)[][]) => [
    HEAD,
    ...cells.map((own, at) => [...(at === 0 ? [1, '示例违法', basis] : [null, null, null]), ...own]),
  ];
  const AS = '作为单位的责任人员受处罚';
  const LATE = '逾期不改正或者拒不改正';

  it('对个人只作为责任人员处罚的，先问是不是', async () => {
    const basis = `${LAW} 责令限期改正，处十万元以下罚款；逾期未改正的，处十万元以上二十万元以下罚款，对其直接负责的主管人员和其他直接责任人员处二万元以上五万元以下罚款。`;
    const { reckon, spanOf } = await tableOf(
      row(basis, [
        ['责令限期改正', '3人以下', '处3万元以下罚款', '/'],
        ['责令限期改正', '3人以上', '处3万元以上10万元以下罚款', '/'],
        ['逾期未改正', '3人以下', '处10万元以上13万元以下罚款', '处2万元以上3万元以下罚款'],
        ['逾期未改正', '3人以上', '处13万元以上20万元以下罚款', '处3万元以上5万元以下罚款'],
      ]),
    );
    const facts = { 违法情节: 2, [LATE]: true };
    expect(spanOf('organisation', { factors: facts })).toEqual([100_000, 130_000]);
    expect(spanOf('person', { factors: { ...facts, [AS]: true } })).toEqual([20_000, 30_000]);
    const asked = reckon('person', { factors: facts });
    expect(asked.range).toBeUndefined();
    expect(asked.missing.map(({ factor }) => factor)).toContain(AS);
    expect(spanOf('person', { factors: { 违法情节: 2, [LATE]: false, [AS]: true } })).toBeUndefined();
  });
});

describe('违法行为的名称已经写明的事实', () => {
  const basis = `${LAW} 责令限期改正；逾期不改正的，处一千元以上三万元以下罚款。`;
  const rows = (violation: string) => [
    ['序号', '违法行为', '处罚依据', '违法情节', '裁量标准'],
    [1, violation, basis, '逾期不足5日的', '1000元以上1万元以下'],
    [null, null, null, '逾期5日以上的', '1万元以上3万元以下'],
  ];

  it('“，逾期不改正”不再询问', async () => {
    const { spanOf } = await tableOf(rows('未按规定设置标志，逾期不改正'));
    expect(spanOf('organisation', { factors: { 逾期: 5 } })).toEqual([10_000, 30_000]);
  });

  it('名称没有写的，照问', async () => {
    const { reckon } = await tableOf(rows('未按规定设置标志'));
    const { range, missing } = reckon('organisation', { factors: { 逾期: 5 } });
    expect(range).toBeUndefined();
    expect(missing.map(({ factor }) => factor)).toContain('逾期不改正或者拒不改正');
  });
});

describe('法定幅度的份额', () => {
  it('全角数字、法定幅度一栏和分行的当事人', async () => {
    const basis = `${LAW}：单位责令改正，处五千元以上五万元以下罚款；个人处警告或者五百元以下罚款`;
    const { spanOf } = await tableOf([
      ['序号', '违法行为', '处罚依据', '处罚对象', '法定罚款幅度', '违法程度', '违法情形', '裁量标准'],
      [
        1,
        '示例违法',
        basis,
        '单位',
        '５０００元以上５万元以下',
        '较轻',
        '１处的',
        '法定罚款幅度的３０％以下',
      ],
      [
        1,
        '示例违法',
        basis,
        '单位',
        '５０００元以上５万元以下',
        '较重',
        '２处以上的',
        '法定罚款幅度的３０％至１００％',
      ],
      [1, '示例违法', basis, '个人', '警告或者５００元以下', '较轻', '当场改正的', '警告'],
      [
        1,
        '示例违法',
        basis,
        '个人',
        '警告或者５００元以下',
        '较重',
        '未当场改正的',
        '法定罚款幅度的７０％至１００％',
      ],
    ]);
    expect(spanOf('organisation', { factors: { 违法情形: 1 } })).toEqual([5000, 18_500]);
    expect(spanOf('organisation', { factors: { 违法情形: 2 } })).toEqual([18_500, 50_000]);
    expect(spanOf('person', { factors: { 当场改正: false } })).toEqual([350, 500]);
    expect(spanOf('person', { factors: { 当场改正: true } })).toBeUndefined();
  });
});

it('建设工程造价的百分数', async () => {
  const basis = `${LAW} 处建设工程造价百分之五以上百分之十以下的罚款。`;
  const { spanOf, reckon } = await tableOf([
    ['序号', '违法行为', '处罚依据', '违法情节', '裁量标准'],
    [1, '示例违法', basis, '面积不足100平方米的', '处建设工程造价5%以上7%以下罚款'],
    [null, null, null, '面积100平方米以上的', '处工程造价7%以上10%以下罚款'],
  ]);
  const facts = { factors: { 面积: 100 } };
  expect(spanOf('organisation', { ...facts, amounts: { 'project-cost': 1_000_000 } })).toEqual([
    70_000, 100_000,
  ]);
  expect(reckon('organisation', facts).missing.map(({ factor }) => factor)).toContain('project-cost');
});
