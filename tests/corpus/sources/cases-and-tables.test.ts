import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { exampleCase } from '../../../src/corpus/examples.ts';
import { type ReadSourceOptions, readSource } from '../../../src/corpus/read-source.ts';
import type { EntryDraft, SourceDraft } from '../../../src/corpus/source-draft.ts';
import { ReadingPool } from '../../../src/files/reading-pool.ts';
import { xlsxOf } from '../../files/support/xlsx-of.ts';
import { zipOf } from '../../files/support/zip-of.ts';
import { folderWith } from '../library.ts';

let pool: ReadingPool;
beforeAll(() => {
  pool = new ReadingPool();
});
afterAll(() => pool.close());

async function read(file: string, content: Uint8Array | string, options: ReadSourceOptions = {}) {
  const path = join(folderWith({}), file);
  writeFileSync(path, content);
  const sources: { source: SourceDraft; entries: EntryDraft[] }[] = [];
  const faults: string[] = [];
  for await (const reading of readSource(path, { pool, ...options })) {
    if ('fault' in reading) faults.push(reading.fault);
    else {
      const entries: EntryDraft[] = [];
      for await (const entry of reading.entries) entries.push(entry);
      sources.push({ source: reading.source, entries });
    }
  }
  return { sources, faults, entries: sources.flatMap(({ entries }) => entries) };
}

const TABLE: (string | number | null)[][] = [
  ['示例市城市管理行政处罚裁量基准（示城管〔2023〕5号，2023-06-01施行）'],
  ['序号', '违法行为', '处罚依据', '违法程度', '处罚标准'],
  [1, '占用道路堆放物料', '《示例市市容条例》第十条', '较轻', '处五百元以上一千元以下罚款'],
  [null, null, null, '一般', '处一千元以上三千元以下罚款'],
  [2, '违法搭建', '《示例市市容条例》第十二条', '较轻', '处二千元以下罚款'],
];

describe('裁量基准表格', () => {
  it('按常见表头认出各列，合并的格归入同一违法行为', async () => {
    const { sources, entries } = await read('t.xlsx', xlsxOf(TABLE));
    expect(sources[0]!.source).toMatchObject({
      kind: 'benchmark',
      title: TABLE[0]![0],
      number: '示城管〔2023〕5号',
      statedFrom: '2023-06-01',
      region: '示例市',
    });
    expect(entries.map(({ title }) => title)).toEqual(['占用道路堆放物料', '违法搭建']);
    expect(entries[0]!.id).toBe(`benchmark:${TABLE[0]![0]}#1`);
    expect(entries[0]!.text.split('\n').slice(2)).toEqual([
      '违法程度：较轻；处罚标准：处五百元以上一千元以下罚款',
      '违法程度：一般；处罚标准：处一千元以上三千元以下罚款',
    ]);
  });

  it('表头不常见时按写明的对应关系读，写错的列、行、表有话说', async () => {
    const odd = [
      ['甲', '乙', '丙'],
      ['扬尘', '罚款一万元', '较轻'],
    ];
    const { faults } = await read('t.xlsx', xlsxOf(odd));
    expect(faults[0]).toContain('--map');
    const map = { name: '示例基准', headerRow: 1, columns: { violation: '甲', cells: ['丙', 2] } };
    const { entries } = await read('t.xlsx', xlsxOf(odd), { map });
    expect(entries[0]!.text).toContain('丙：较轻；乙：罚款一万元');
    const wrong = async (change: object) =>
      (await read('t.xlsx', xlsxOf(odd), { map: { ...map, ...change } })).faults[0];
    expect(await wrong({ columns: { violation: '丁' } })).toContain('有的是“甲”、“乙”、“丙”');
    expect(await wrong({ headerRow: 9 })).toContain('没有第 9 行');
    expect(await wrong({ sheet: '别的' })).toContain('有的是“裁量表”');
  });

  it('不是表格的 .xlsx 和没有违法行为的表说明原因', async () => {
    expect((await read('t.xlsx', 'x')).faults[0]).toContain('已损坏');
    expect((await read('t.xlsx', zipOf({ 'word/document.xml': '<a/>' }))).faults[0]).toContain('不是 .xlsx');
    expect((await read('t.xlsx', xlsxOf([TABLE[1]!]))).faults[0]).toContain('没有写明违法行为的行');
  });
});

const DECISION = `示例市市场监督管理局
行政处罚决定书
示市监罚〔2024〕12号
当事人：示例市样本餐饮店
经营者：张示例，身份证号码：110105198203052338，联系电话：13900000000
案由：未取得食品经营许可从事食品经营活动案
经查，张示例自2024年1月起经营。
2024年3月5日
`;

describe('案例', () => {
  it('决定书的正文认作案例，案号、机关、日期读出，个人信息隐去', async () => {
    const { sources, entries } = await read('张示例案.txt', DECISION);
    expect(entries[0]).toMatchObject({
      id: 'case:示市监罚〔2024〕12号',
      payload: { agency: '示例市市场监督管理局', decidedOn: '2024-03-05', number: '示市监罚〔2024〕12号' },
    });
    expect(JSON.stringify([entries, sources])).not.toMatch(/张示例|110105198203052338|13900000000/);
    expect(entries[0]!.text).toContain('张某自2024年1月起经营');
  });

  it('只有导入的人要求，才保留原文', async () => {
    const { entries } = await read('a.txt', DECISION, { keepNames: true });
    expect(entries[0]!.text).toContain('张示例');
  });

  it('我们的案件文件和 JSON 行都读，编号不变', async () => {
    const file = exampleCase('food-no-health-certificate') as { id: string };
    const whole = await read('a.json', JSON.stringify(file));
    expect(whole.entries[0]!.id).toBe(`case:${file.id}`);
    const lines = await read(
      'a.jsonl',
      [
        JSON.stringify({ id: 'x-1', title: '甲案', text: '被告人李示例，因盗窃被诉。' }),
        JSON.stringify(file),
        JSON.stringify({
          doc_no: '示罚〔2020〕1号',
          facts: '无证经营。',
          penalty: '罚款600元',
          date: '2020-01-02',
        }),
      ].join('\n'),
      { kind: 'case' },
    );
    expect(lines.faults).toEqual([]);
    expect(lines.entries.map(({ id }) => id).sort()).toEqual(
      [`case:${file.id}`, 'case:示罚〔2020〕1号', 'x-1'].sort(),
    );
    expect(lines.entries.find(({ id }) => id === 'x-1')!.text).toBe('被告人李某，因盗窃被诉。');
  });

  it('自然人当事人的姓名在我们的案例格式里也隐去', async () => {
    const one = {
      id: 'k1',
      title: '王示例无证导游案',
      agency: '示例局',
      region: '示例市',
      field: '文化旅游',
      violation: '无证导游',
      party: { kind: 'person', name: '王示例' },
      decidedOn: '2024-01-01',
      facts: '王示例带团。',
      penalties: [],
      reasons: '',
    };
    const { entries, faults } = await read('a.yaml', stringify({ cases: [one] }));
    expect(faults).toEqual([]);
    expect(entries[0]).toMatchObject({ id: 'case:k1', title: '王某无证导游案', text: '王某带团。' });
  });
});

const TABLES = join(
  import.meta.dirname,
  '../../../../shared/data/discretion/guangdong_env_discretion_2022.jsonl',
);
const hasTables = existsSync(TABLES);
describe.skipIf(!hasTables)(`真实的裁量表${hasTables ? '' : '（跳过：没有这些文件）'}`, () => {
  it('每一行写明违法行为的都成为条目，编号不重复', async () => {
    const ids: string[] = [];
    const told: string[] = [];
    for await (const reading of readSource(TABLES)) {
      if ('fault' in reading) {
        told.push(reading.fault);
        continue;
      }
      expect(reading.source).toMatchObject({
        statedFrom: '2022-01-01',
        region: '广东省',
        number: '粤环发〔2021〕7号',
      });
      for await (const { id } of reading.entries) ids.push(id);
    }
    expect(told).toEqual([expect.stringContaining('第 §7.5 项没有写明违法行为，没有读')]);
    expect(ids).toHaveLength(281);
    expect(new Set(ids).size).toBe(281);
  });
});
