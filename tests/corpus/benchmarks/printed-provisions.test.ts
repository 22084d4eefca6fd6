import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/corpus/benchmarks/read-table.ts';
import { degreeSequence } from '../../../src/corpus/benchmarks/words/degree-sequence.ts';
import { leastBase } from '../../../src/corpus/benchmarks/words/least-base.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { readSheet } from '../../../src/corpus/sources/sheets/read-sheet.ts';
import { FILE_LIMITS } from '../../../src/files/limits.ts';
import { type TestSheet, workbookOf } from '../../files/support/workbook-of.ts';

const HEAD = ['序号', '违法行为', '处罚依据', '裁量阶次', '适用情形', '具体标准'];
async function readingOf(...rows: TestSheet['rows']) {
  const sheet = { rows: [['示例裁量基准（自2024年1月1日起施行）'], HEAD, ...rows] };
  const { table, rows: items, beside } = await readSheet(workbookOf(sheet), {}, '示例', FILE_LIMITS);
  return readTable(table, items, loadReferenceBook(), {}, beside).readings[0]!;
}

describe('条文按单位计罚', () => {
  it('对单位、对个人各一个每平方米的幅度，以表中所计的数为准', async () => {
    const { item, statute } = await readingOf(
      [
        1,
        '示例占用绿地',
        '《示例省示例条例》第三十条：责令改正，可以对个人处每平方米二十元以下的罚款、对单位处每平方米一百元以下的罚款。',
        '轻',
        '占用绿地不足10平方米的',
        '责令改正，对个人处每平方米8元以下的罚款，对单位处每平方米40元以下的罚款',
      ],
      [
        null,
        null,
        null,
        '重',
        '占用绿地10平方米以上的',
        '责令改正，对个人处每平方米8元以上20元以下的罚款，对单位处每平方米40元以上100元以下的罚款',
      ],
    );
    expect(item.needsRetyping).toBeUndefined();
    expect(item.factors).toHaveLength(1);
    const counted = { each: '平方米', baseFactor: '占用绿地' };
    expect(item.tiers[1]?.fines).toEqual([
      { party: 'person', ...counted, min: 8, max: 20 },
      { party: 'unit', ...counted, min: 40, max: 100 },
    ]);
    expect(statute?.sanction?.fines).toEqual([
      { party: 'person', range: { ...counted, max: 20 } },
      { party: 'unit', range: { ...counted, max: 100 } },
    ]);
  });

  it('“每人…的标准计算，处以罚款”', async () => {
    const { item, statute } = await readingOf(
      [
        1,
        '示例收取押金',
        '《示例条例》第九条：按照每人五百元以上二千元以下的标准计算，处以罚款。',
        '轻',
        '不足３人的',
        '按每人５００元以上９００元以下的标准处以罚款',
      ],
      [null, null, null, '重', '３人以上的', '按每人９００元以上２０００元以下的标准处以罚款'],
    );
    expect(item.tiers[0]?.fine).toMatchObject({ each: '人', min: 500, max: 900 });
    expect(statute?.sanction?.fines[0]?.range).toMatchObject({ each: '人', min: 500, max: 2000 });
  });
});

describe('名称里说了的情节', () => {
  const rows = (violation: string): TestSheet['rows'] => [
    [
      1,
      violation,
      '《示例条例》第八条：责令改正；逾期仍不申报检验的，处一千元以上一万元以下的罚款；情节严重的，处一万元以上三万元以下的罚款。',
      '轻',
      '设备不足3台的',
      '处1000元以上4000元以下的罚款',
    ],
    [null, null, null, '重', '设备3台以上的', '处4000元以上1万元以下的罚款'],
  ];
  it('条文的条件不再问', async () => {
    expect((await readingOf(...rows('示例设备逾期仍不申报检验'))).item.given).toEqual({
      逾期仍不申报检验: true,
    });
    expect((await readingOf(...rows('示例设备未检验，情节严重的'))).item.given).toEqual({ serious: true });
    expect((await readingOf(...rows('示例设备未检验'))).item.given).toBeUndefined();
  });
});

describe('不止一个最低基数', () => {
  const BASIS =
    '违法生产、批发的种子货值金额不足十万元的，按十万元计算，违法零售的种子货值金额不足一万元的，按一万元计算。';
  it('按违法行为的名称取，说不清的重新录入', async () => {
    expect(leastBase(BASIS, 'goods', '零售示例种子')).toBe(10_000);
    expect(leastBase(BASIS, 'goods', '批发示例种子')).toBe(100_000);
    expect(leastBase(BASIS, 'goods', '经营示例种子')).toBe('several');
    const { item } = await readingOf([
      1,
      '经营示例种子',
      `《示例条例》第七条：并处货值金额五倍以上十倍以下的罚款；${BASIS}`,
      '轻',
      '首次的',
      '处货值金额5倍以上7倍以下罚款',
    ]);
    expect(item.needsRetyping).toContain('不止一个');
  });
});

describe('首次与“两年内第二次”', () => {
  const words = { above: true, below: false };
  it('是同一个次数', () => {
    const read = degreeSequence(['首次', '两年内第二次', '两年内第三次以上'], words);
    if (!read || 'overlap' in read) throw new Error('没有读作次数');
    expect([...read.conditions.values()].map((test) => test('次数'))).toEqual([
      { factor: '次数', op: '=', value: 1 },
      { factor: '次数', op: '=', value: 2 },
      { factor: '次数', op: '>=', value: 3 },
    ]);
  });

  it('两个不同的期间不是', () => {
    expect(degreeSequence(['一年内第一次', '两年内第二次以上'], words)).toBeUndefined();
  });
});

describe('a provision with a span for each side, by items', () => {
  it('tells units from persons', async () => {
    const { statute } = await readingOf([
      1,
      '示例倾倒垃圾',
      '《示例条例》第十一条第一款第一项、第二款：责令改正，处以罚款：（一）示例倾倒垃圾的。单位有前款第一项、第七项行为之一，处五万元以上五十万元以下的罚款；个人有前款第一项、第五项行为之一，处一百元以上五百元以下的罚款',
      '一般',
      '倾倒的',
      '处5万元以上50万元以下罚款',
    ]);
    expect(statute?.sanction?.fines).toEqual([
      { party: 'unit', range: { min: 50_000, max: 500_000 } },
      { party: 'person', range: { min: 100, max: 500 } },
    ]);
  });
});
