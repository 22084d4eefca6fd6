import { describe, expect, it } from 'vitest';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { caseOfFacts } from '../../src/discretion/case-of-facts.ts';
import { findTier } from '../../src/discretion/find-tier.ts';

const book = loadReferenceBook();

type Facts = Record<string, number | string | boolean>;
/** What a bundled item gives for the facts of an act of 2025, or of the day named among them. */
function reckon(item: string, { on = '2025-05-01', party = 'organisation', ...factors }: Facts) {
  const file = caseOfFacts(item, { on, party, factors: { gains: 0, ...factors } }, book);
  return findTier({ file, book, decidedOn: '2026-11-01' });
}
const types = (list: { type?: string; text: string }[] = []) => list.map(({ type, text }) => type ?? text);

describe('随附裁量基准的处罚', () => {
  it.each([
    [false, false, undefined, 1_000_000],
    [true, false, 1_000_000, 3_000_000],
    [false, true, 3_000_000, 5_000_000],
    [true, true, 5_000_000, 5_000_000],
  ])('环评登记表：逾期 %s、敏感区 %s', (overdue, sensitive, min, max) => {
    const result = reckon('env-registration-form', {
      'overdue-uncorrected': overdue,
      'sensitive-area': sensitive,
    });
    expect([result.range?.min, result.range?.max]).toEqual([min, max]);
  });

  it('安全生产法第九十七条：逾期的应当停产停业整顿，责任人员另有幅度；未逾期的都没有', () => {
    const facts = { staff: 2, repeat: false, harm: false };
    const overdue = reckon('safety-no-training', { ...facts, 'overdue-uncorrected': true });
    expect(types(overdue.penalties?.required)).toContain('suspend');
    expect(overdue.responsible?.range).toMatchObject({ min: 2_000_000, max: 5_000_000 });
    const first = reckon('safety-no-training', { ...facts, 'overdue-uncorrected': false });
    const { required, optional, open } = first.penalties!;
    expect(types([...required, ...optional, ...open])).toEqual(['fine']);
    expect(first.responsible).toBeUndefined();
  });

  it.each([
    [true, ['fine', 'confiscate-goods']],
    [false, ['fine']],
  ])('使用农药：禁用 %s 的，应当 %o', (banned, due) => {
    const facts = { mu: 2, harm: false, repeat: false, 'banned-pesticide': banned };
    const { penalties } = reckon('agri-banned-pesticide', facts);
    expect(types(penalties?.required)).toEqual(due);
    expect([...penalties!.optional, ...penalties!.open]).toEqual([]);
  });

  it.each([
    [9_999, true],
    [10_000, true],
    [10_000, false],
  ])('生产假农药：货值 %s 元、持有许可证 %s', (goods, held) => {
    const { penalties } = reckon('agri-pesticide-production', { goods, 'pesticide-licence-held': held });
    expect(types(penalties?.required).includes('revoke')).toBe(held);
  });

  it('贮存食品拒不改正的，应当警告、停产停业并罚款', () => {
    const facts = { 'refused-correction': true, serious: false, months: 1, harm: false, repeat: false };
    const { penalties } = reckon('market-food-storage', facts);
    expect(types(penalties?.required)).toEqual(expect.arrayContaining(['warning', 'suspend', 'fine']));
  });

  it('台账改正了的不予处罚，只责令改正并教育', () => {
    const facts = { 'refused-correction': false, serious: false, 'goods-kinds': 9, repeat: true };
    const { penalties } = reckon('agri-no-ledger', facts);
    expect(penalties).toMatchObject({ required: [], optional: [], open: [] });
    expect(penalties?.measures.map(({ text }) => text)).toEqual(['责令改正或者限期改正', '对当事人进行教育']);
  });

  it.each([
    ['拒绝、拖延提供资料', false, '不予处罚'],
    ['拒绝、拖延提供资料', true, '通报批评'],
    ['拒绝、阻碍检查', false, '通报批评'],
    ['拒绝、阻碍检查', true, '警告'],
  ])('旧审计法：%s、影响 %s 为%s', (refusal, effect, tier) => {
    const facts = { on: '2015-05-01', 'refused-correction': false, refusal, effect };
    expect(reckon('audit-refused-data-2010', facts).tier?.name).toBe(tier);
  });

  it('有奖销售信息不明确的，不问最高奖的金额', () => {
    const facts = { 'prize-kind': '信息不明确', harm: false, repeat: false };
    expect(reckon('competition-2018-prize', facts).tier?.name).toBe('从轻');
  });

  it.each([
    ['agri-fake-pesticide', true, ['《农药管理条例》第五十五条第二款']],
    ['agri-fake-pesticide', false, []],
    ['agri-pesticide-no-licence', true, []],
  ])('第五十五条：%s，情节严重 %s，吊销的依据 %o', (item, serious, bases) => {
    const facts = { goods: 500, months: 1, sold: true, serious, 'crop-loss': false, repeat: false };
    const { required, optional, open } = reckon(item, facts).penalties!;
    const revoke = [...required, ...optional, ...open].filter(({ type }) => type === 'revoke');
    expect(revoke.map(({ basis }) => basis)).toEqual(bases);
  });

  it.each([
    ['market-tableware', { serious: true, 'refused-correction': false }, '责令停产停业，直至吊销许可证'],
    ['safety-staff-duties', { 'accident-caused': true, income: 100_000 }, '暂停或者吊销与安全生产有关的资格'],
    ['env-water-source', {}, '报经有批准权的人民政府批准，责令拆除或者关闭'],
    ['eco-no-acceptance', { on: '2026-09-01', 'grave-pollution': true }, '责令停止生产、使用，或者报经'],
    ['eco-evading', { on: '2026-09-01', serious: false }, '责令限制生产、停产整治'],
    ['env-evading', { serious: true }, '报经有批准权的人民政府批准，责令停业、关闭'],
  ])('%s 必居其一：%o', (item, facts, words) => {
    const party = item === 'safety-staff-duties' ? 'person' : 'organisation';
    const { penalties } = reckon(item, { party, ...facts });
    expect(penalties?.required.find(({ oneOf }) => oneOf)?.text).toContain(words);
    // What is told as a choice is not told again by itself.
    const chosen = penalties?.required.flatMap(({ oneOf }) => oneOf ?? []) ?? [];
    for (const { type } of penalties?.optional ?? []) expect(chosen).not.toContain(type);
  });

  it('情节不严重的，没有停业、关闭的选择', () => {
    const { required, open } = reckon('env-evading', { serious: false }).penalties!;
    expect([...required, ...open].filter(({ oneOf }) => oneOf)).toEqual([]);
  });

  it.each([
    [false, 'required'],
    [true, 'optional'],
  ] as const)('一级保护区内的活动：个人游泳、垂钓 %s 的，罚款为 %s', (personal, list) => {
    const party = personal ? 'person' : 'organisation';
    const { penalties } = reckon('env-source-fishing', { party, 'personal-activity': personal });
    const found = penalties![list].find(({ type }) => type === 'fine');
    expect(found?.basis).toContain('第九十一条第二款');
  });

  it('审计：有违法所得的，应当并处罚款，依据是条文；责任人员可以另处', () => {
    const { penalties, responsible } = reckon('audit-revenue', { gains: 10_000 });
    const fine = penalties?.required.find(({ type }) => type === 'fine');
    expect(fine?.basis).toBe('《中华人民共和国审计法实施条例》第四十九条第一款');
    expect(responsible?.text).toContain('可以另处罚款');
  });

  it.each([
    ['urban-no-construction-permit', '第七十三条', '单位罚款数额的 5%以上 10%以下'],
    ['env-water-accident', '第九十四条第一款', '上一年收入的 50%以下'],
  ])('%s 的责任人员：%s，%s', (item, place, share) => {
    const { responsible } = reckon(item, { contract: 1_000_000, loss: 1_000_000 });
    expect(responsible?.basis).toContain(place);
    expect(responsible?.text).toContain(share);
  });

  it('登记表的限批区不是清单所说的生态环境敏感区：后者另问', () => {
    const facts = { 'overdue-uncorrected': false, 'sensitive-area': true, 'first-violation': true };
    const more = { 'corrected-in-time': true, 'slight-harm': true };
    const result = reckon('env-registration-form', { ...facts, ...more });
    expect(result.grounds.noPenalty).toBeUndefined();
    expect(result.missing.map(({ factor }) => factor)).toContain('eco-sensitive-area');
    const outside = reckon('env-registration-form', { ...facts, ...more, 'eco-sensitive-area': false });
    expect(outside.grounds.noPenalty).toBe('must');
  });

  it('同名的裁量因素只有一个问题：一个答案不用于两件事', () => {
    const faults = book.benchmarks().flatMap(({ id, items, noPenalty }) => {
      const listed = noPenalty.flatMap(({ factors }) => factors);
      return [...items, ...noPenalty].flatMap((one) =>
        one.factors.flatMap(({ name, question }) =>
          listed
            .filter((other) => other.name === name && other.question !== question)
            .map((other) => `${id} ${one.id} ${name}：${question} ≠ ${other.question}`),
        ),
      );
    });
    expect(faults).toEqual([]);
  });

  it.each([
    ['safety-no-training', { 'overdue-uncorrected': true, staff: 3, harm: false, repeat: false }],
    ['safety-blocked-exit', { 'overdue-uncorrected': false }],
  ])('%s：个体工商户属于生产经营单位，不问按单位还是个人', (item, facts) => {
    const result = reckon(item, { party: 'individual-business', ...facts });
    expect(result.statutory).toBeDefined();
    expect(result.missing.map(({ factor }) => factor)).not.toContain('individual-business-as-unit');
  });

  it.each([
    ['agri-banned-pesticide', { 'banned-pesticide': true }, '第六十条第一款；《农药管理条例》第六十条第二款'],
    [
      'env-solid-dump',
      { 'disposal-cost': 1 },
      '第一百零二条第一款第七项；《中华人民共和国固体废物污染环境防治法》第一百零二条第二款',
    ],
  ])('%s：处罚种类一步写明各自的款', (item, facts, bases) => {
    const { steps } = reckon(item, facts);
    expect(steps.find(({ step }) => step === '处罚种类')?.basis).toContain(bases);
  });

  it('几种必居其一的，放在最后，用条文的话', () => {
    const { steps } = reckon('market-price-fraud', { serious: true });
    const { value } = steps.find(({ step }) => step === '处罚种类')!;
    expect(value).toBe('应当：罚款、“责令停业整顿，或者由登记机关吊销营业执照”');
  });
});
