import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/corpus/benchmarks/read-table.ts';
import { factorConditions } from '../../../src/corpus/benchmarks/words/factor-conditions.ts';
import { partiesContrasted } from '../../../src/corpus/benchmarks/words/parties-contrasted.ts';
import { resultIn } from '../../../src/corpus/benchmarks/words/result-in.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { readSheet } from '../../../src/corpus/sources/sheets/read-sheet.ts';
import { FILE_LIMITS } from '../../../src/files/limits.ts';
import { xlsxOf } from '../../files/support/xlsx-of.ts';

const WORDS = { above: true, below: false };
const BASIS =
  '《示例条例》第九条：给予警告，可以并处20000元以下的罚款；情节严重的，责令停业整顿，直至吊销许可证。';

async function itemOf(rows: (string | null)[][]) {
  const bytes = xlsxOf([
    ['示例市裁量基准（自2024年1月1日起施行）'],
    ['序号', '违法行为', '处罚依据', '裁量阶次', '违法情节', '对单位罚款', '对个人罚款'],
    ...rows,
  ]);
  const { table, rows: read, beside } = await readSheet(bytes, {}, '示例表', FILE_LIMITS);
  return readTable(table, read, loadReferenceBook(), {}, beside).readings[0]!;
}

describe('一项只罚一方的表', () => {
  it('另一方的一栏各行都空，读作不罚这一方', async () => {
    const { item, remarks } = await itemOf([
      ['1', '示例行为', BASIS, '较轻', '不足3件的', '警告，可以并处法定最高罚款数额30%以下的罚款', null],
      [null, null, null, '较重', '3件以上的', '警告，并处法定最高罚款数额30%以上100%以下的罚款', null],
    ]);
    expect(item.needsRetyping).toBeUndefined();
    expect(item.tiers.map(({ fine }) => [fine?.party, fine?.min, fine?.max])).toEqual([
      ['unit', undefined, 6000],
      ['unit', 6000, 20000],
    ]);
    expect(item.tiers[0]!.extra).toEqual(['警告']);
    expect(remarks.join()).toContain('不对其罚款');
  });

  it('只空了一行的，不猜', async () => {
    const { item } = await itemOf([
      ['1', '示例行为', BASIS, '较轻', '不足3件的', '处5000元以下罚款', '处500元以下罚款'],
      [null, null, null, '较重', '3件以上的', '处5000元以上罚款20000元以下罚款', null],
    ]);
    expect(item.needsRetyping).toContain('空的');
  });
});

describe('处罚持续多久不是罚款', () => {
  it('责令停业整顿1个月至3个月', () => {
    expect(resultIn('处2万元以上5万元以下罚款，责令停业整顿1个月至3个月', undefined)).toMatchObject({
      fine: { min: 20000, max: 50000 },
      extra: ['责令停产停业'],
    });
  });

  it('停业期间每日罚款不算', () => {
    expect(resultIn('责令停业1个月每日罚款500元', undefined)).toBeUndefined();
  });
});

describe('条款按单位和人员分别罚款', () => {
  it('对某类单位、对某类人员，读作对单位、对个人', () => {
    expect(
      partiesContrasted('……责令改正，对旅行社处2万元以上罚款；对导游人员、领队人员，……处4000元以上罚款。'),
    ).toBe('责令改正，对单位处2万元以上罚款；对个人处4000元以上罚款。');
  });

  it.each([
    [
      '对机构处5万元罚款，对直接负责的主管人员处1万元罚款',
      '对单位处5万元罚款，对直接负责的主管人员处1万元罚款',
    ],
    ['对有关责任单位处2万元罚款', '对单位处2万元罚款'],
    ['对举办者处2万元罚款，对直接责任人员处1万元罚款', '处2万元罚款，对直接责任人员处1万元罚款'],
    ['对生产企业处2万元罚款；对使用单位处1万元罚款', '对生产企业处2万元罚款；对使用单位处1万元罚款'],
  ])('%s 读作 %s', (words, read) => {
    expect(partiesContrasted(words)).toBe(read);
  });

  it.each(['对单位处十万元以下的罚款。', '对单位处五万元以下罚款；对直接负责的主管人员处一万元以下罚款。'])(
    '%s 照原样',
    (words) => {
      expect(partiesContrasted(words)).toBe(words);
    },
  );
});

describe('且、或者连接的情节', () => {
  it('两个所得幅度下各有人数，人数可以重叠', () => {
    const read = factorConditions(
      '违法情节',
      [
        '没有违法所得或者违法所得不足1万元，接纳1人的',
        '没有违法所得或者违法所得不足1万元，接纳2人以上的',
        '违法所得1万元以上，接纳5人以下的',
        '违法所得1万元以上，接纳5人以上的',
      ],
      WORDS,
    );
    expect(read.factors).toMatchObject([{ name: '接纳', type: 'number', unit: '人' }]);
    expect(JSON.stringify(read.conditions.get('违法所得1万元以上，接纳5人以下的'))).toContain(
      '{"factor":"接纳","op":"<","value":5}',
    );
  });

  it('重叠的人数单独成一档的，由人选择', () => {
    const read = factorConditions('违法情节', ['2人以上5人以下的', '4人以上的'], WORDS);
    expect(read.factors).toMatchObject([{ type: 'choice' }]);
  });

  it('且按期改正与或者逾期不改正是一件事', () => {
    const read = factorConditions(
      '违法情节',
      ['涉及10人以下，且按期改正的', '涉及10人以上30人以下，且按期改正的', '涉及30人以上，或者逾期不改正的'],
      WORDS,
    );
    expect(read.factors.map(({ type }) => type).sort()).toEqual(['number', 'yes-no']);
  });

  it('一次接纳几人，且一年内首次被查处', () => {
    const read = factorConditions(
      '违法情节',
      ['一次接纳1人，且一年内首次被查处的', '一次接纳2人以上，或者一年内第二次以上被查处的'],
      WORDS,
    );
    expect(read.factors.map(({ name }) => name)).toEqual(['一次接纳', '一年内被查处']);
  });
});
