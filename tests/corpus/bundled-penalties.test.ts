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
});
