import { describe, expect, it } from 'vitest';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { checkViolations } from '../../../src/corpus/violations/check-violations.ts';
import { matchOnDay, matchViolations } from '../../../src/corpus/violations/match-violations.ts';
import { notInForceWords } from '../../../src/corpus/violations/not-in-force.ts';
import { bundledViolations, readViolationFile } from '../../../src/corpus/violations/read-violations.ts';
import type { Catalogue, Violation } from '../../../src/corpus/violations/violation.ts';
import { today } from '../../../src/law/dates.ts';
import { openEmbedder } from '../../../src/models/embed.ts';
import { hasOfficialData } from '../official-data.ts';
import { officialTexts } from './official-book.ts';

const book = loadReferenceBook();
const catalogue = bundledViolations();
const sample = catalogue.items.find(({ id }) => id === 'food-business-no-licence')!;
const faultsOf = (change: Partial<Violation>): string[] => {
  const one: Catalogue = { items: [{ ...sample, neighbours: [], ...change }], questions: [] };
  return checkViolations(one, book, today()).map(({ fault }) => fault);
};

describe('违法行为目录', () => {
  it(`每个事项的条款都存在并且有效，罚款幅度都在条文里${hasOfficialData ? '' : '（没有正式文本，只按随附的数字核对）'}`, () => {
    const cited = [
      ...catalogue.items.flatMap(({ breached, punishing }) => [...breached, ...punishing]),
      ...catalogue.questions.flatMap(({ articles }) => articles),
    ];
    expect(checkViolations(catalogue, book, today(), officialTexts(cited))).toEqual([]);
    expect(catalogue.items.length).toBeGreaterThan(30);
  });

  it('核对查得出：没有的条、失效的条、别的数字、没有规定的处罚、不在目录的相邻事项', () => {
    expect(faultsOf({})).toEqual([]);
    const law = '中华人民共和国食品安全法';
    expect(faultsOf({ breached: [{ law, article: '355' }] })[0]).toContain('no-such-article');
    expect(faultsOf({ inForce: ['2001-01-01'] })[0]).toContain('2001-01-01');
    expect(faultsOf({ fine: [{ range: { min: 50_000, max: 120_000 } }] })).toEqual([
      expect.stringContaining('120000'),
    ]);
    expect(faultsOf({ penalties: ['fine', 'detention'] })).toEqual([expect.stringContaining('detention')]);
    expect(faultsOf({ neighbours: [{ id: 'nothing', tell: '没有这个事项' }] })[0]).toContain('nothing');
    expect(faultsOf({ followedBy: 'nothing' })[0]).toContain('nothing');
    const ended = { inForce: ['2021-05-01', '2023-12-31'] } satisfies Partial<Violation>;
    expect(faultsOf(ended)).toEqual([expect.stringContaining('2023-12-31 以后适用什么没有写明')]);
    expect(faultsOf({ ...ended, afterwards: '新的条款没有收录，请查正式文本。' })).toEqual([]);
  });

  it('罚款要整段在条文里：下限不能漏，等值是一倍', () => {
    const text =
      '处违法生产、销售产品（包括已售出和未售出的产品，下同）货值金额等值以上三倍以下的罚款；情节严重的，处二万以上十万元以下罚款';
    const faults = (range: Violation['fine'][number]['range']) => {
      const one: Catalogue = { items: [{ ...sample, neighbours: [], fine: [{ range }] }], questions: [] };
      return checkViolations(one, book, today(), () => text).map(({ fault }) => fault);
    };
    expect(faults({ base: 'goods', min: 1, max: 3 })).toEqual([]);
    expect(faults({ min: 20_000, max: 100_000 })).toEqual([]);
    expect(faults({ base: 'goods', max: 3 })).toEqual([expect.stringContaining('罚款幅度 -3 ')]);
    expect(faults({ max: 100_000 })).toEqual([expect.stringContaining('-100000')]);
    expect(faults({ min: 3, max: 100_000 })).toEqual([expect.stringContaining('3-100000')]);
  });

  it('库里没有的规范、没有正式文本的罚则，事项写明没有核对才放过；能核对的不许这样写', () => {
    const unverified = '条例的正式文本不在库里';
    const missing = { law: '示例没有的条例', article: '3' };
    expect(faultsOf({ breached: [missing] })[0]).toContain('unknown-law');
    expect(faultsOf({ breached: [missing], unverified })).toEqual([]);
    expect(faultsOf({ breached: [{ ...sample.breached[0]!, article: '355' }], unverified })[0]).toContain(
      'no-such-article',
    );
    const one = (change: Partial<Violation>): string[] =>
      checkViolations(
        { items: [{ ...sample, neighbours: [], ...change }], questions: [] },
        book,
        today(),
        () => undefined,
      ).map(({ fault }) => fault);
    expect(one({})).toEqual([expect.stringContaining('没有正式文本可以核对')]);
    expect(one({ unverified })).toEqual([]);
    const needless: Catalogue = { items: [{ ...sample, neighbours: [], unverified }], questions: [] };
    expect(
      checkViolations(
        needless,
        book,
        today(),
        () => '处五万元以上十万元以下罚款，货值金额十倍以上二十倍以下罚款',
      ),
    ).toEqual([expect.objectContaining({ fault: expect.stringContaining('请去掉') })]);
  });

  it('文件有误时说明文件和字段', () => {
    expect(() => readViolationFile('field: 示例\nitems: [{ id: 甲 }]', 'x.yaml')).toThrow(/x\.yaml/);
  });
});

describe('由所见找事项', () => {
  const ask = (text: string, asOf = '2026-01-01') => matchViolations(catalogue, text, { book, asOf });

  it('通俗的话找到事项和条款，说明凭什么，没有说到的要件列出', async () => {
    const [first] = await ask('没办证开饭馆');
    expect(first).toMatchObject({
      id: 'food-business-no-licence',
      score: 1,
      provisions: [
        { law: '中华人民共和国食品安全法', article: '35', paragraph: 1, role: 'breached' },
        { law: '中华人民共和国食品安全法', article: '122', paragraph: 1, role: 'punishing' },
      ],
    });
    expect(first!.why.words.length + first!.why.expanded.length).toBeGreaterThan(0);
    expect([...first!.why.met, ...first!.missing].sort()).toEqual([...sample.elements].sort());
  });

  it('行为日还没有的条款不提', async () => {
    expect((await ask('没办证开饭馆', '2009-07-01')).map(({ id }) => id)).not.toContain(sample.id);
  });

  it('最像的事项在行为日不施行的，说出它的起止，不拿别的法不声不响地代替', async () => {
    const on = (asOf: string, text: string) => matchOnDay(catalogue, text, { book, asOf });
    const later = await on('2023-05-01', '大型建设工程没有做考古勘探就动工');
    expect(later.notInForce[0]).toMatchObject({ id: 'relic-no-survey', from: '2025-03-01', to: null });
    expect(notInForceWords(later.notInForce[0]!, '2023-05-01')).toMatch(
      /^最像的事项“大型建设工程.*”自2025年3月1日起施行.*没有收录/,
    );
    expect((await on('2024-05-01', '三无船舶在江里捕捞')).items[0]?.id).toBe('fishery-three-no-2013');
    const ended = await on('2023-05-01', '诊疗活动超出登记范围');
    expect(ended.notInForce[0]).toMatchObject({ id: 'health-scope-old', to: '2022-04-30', instead: null });
    expect(notInForceWords(ended.notInForce[0]!, '2023-05-01')).toContain('医疗机构管理条例');
    // The one that held on the day comes first anyway.
    expect((await on('2024-05-01', '使用电鱼方法捕捞')).notInForce).toEqual([]);
    expect((await on('2026-06-01', '三无船舶在江里捕捞')).notInForce).toEqual([]);
  });

  it('毫不相干的话什么也找不到', async () => {
    expect(await ask('qwerty')).toEqual([]);
    const embedder = (await openEmbedder({ embeddingModel: 'models/legal-static' }))!;
    expect(await matchViolations(catalogue, 'qwerty', { book, asOf: '2026-01-01', embedder })).toEqual([]);
  });

  it('有向量模型时每一项都说出最像的一句', async () => {
    const embedder = (await openEmbedder({ embeddingModel: 'models/legal-static' }))!;
    const found = await matchViolations(catalogue, '家里做盒饭卖给附近写字楼', {
      book,
      asOf: '2026-01-01',
      embedder,
    });
    expect(found[0]!.id).toBe('food-business-no-licence');
    for (const { why } of found) expect(why.saying).toBeTruthy();
  });

  it('同样的话总有同样的结果', async () => {
    expect(await ask('后厨没有健康证')).toEqual(await ask('后厨没有健康证'));
  });
});
