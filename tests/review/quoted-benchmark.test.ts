import { describe, expect, it } from 'vitest';
import { benchmarkValid } from '../../src/review/criteria/law-and-discretion/benchmark-valid.ts';
import { deviationApproved } from '../../src/review/criteria/law-and-discretion/deviation-approved.ts';
import { fineInTier } from '../../src/review/criteria/law-and-discretion/fine-in-tier.ts';
import { tierMatchesFacts } from '../../src/review/criteria/law-and-discretion/tier-matches-facts.ts';
import type { Rule } from '../../src/review/rules/rule.ts';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { BASE_CASES } from './base-acts.ts';
import { caseFor } from './case-for.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

const NAME = '示例省渔业行政处罚裁量基准';
const HEAD = `《${NAME}》（2023年5月8日公布，自2023年6月1日起施行，有效期至2028年5月31日）。`;
const TABLE = [
  '事项：违反规定收购渔获物。',
  '第一档：收购渔获物不足二百公斤，罚款三千元以上一万元以下（不含一万元）。',
  '第二档：收购渔获物二百公斤以上不足一吨，罚款一万元以上三万元以下（不含三万元）。',
  '第三档：收购渔获物一吨以上或者造成后果，罚款三万元以上八万元以下。',
].join('\n');
const FOUND = '经查，当事人收购渔获物一百八十公斤，未造成后果。';
const APPLIED = `对照《${NAME}》，属于“第一档”阶次。`;

interface Given {
  extract?: string;
  title?: string;
  decision?: string;
  tier?: string;
  fine?: number;
  change?: Record<string, unknown>;
}

function found(rule: Rule<never>, given: Given) {
  const { extract = `${HEAD}\n${TABLE}`, title = `${NAME}摘录`, change = {} } = given;
  const { decision = FOUND + APPLIED, tier = '第一档', fine = 6000 } = given;
  const papers = (BASE_CASES.penalty.papers ?? []).map((paper) =>
    paper.id === 'p10' ? { ...paper, text: decision } : paper,
  );
  const file = caseFor({
    benchmarkItem: null,
    sources: [],
    decision: { benchmark: NAME, tier, penalties: [{ type: 'fine', amount: fine }] },
    papers: [...papers, { id: 'p30', kind: 'documentary-evidence', title, text: extract, marks: [] }],
    ...change,
  });
  const options = { profile: TEST_PROFILE, book: TEST_BOOK, today: '2025-12-01' };
  const rules = [tierMatchesFacts, fineInTier, deviationApproved, benchmarkValid] as Rule<never>[];
  return screenCase(file, { ...options, rules }).find((one) => one.rule === rule.id);
}
const answer = (rule: Rule<never>, given: Given = {}) => found(rule, given)?.answer;

describe('库中没有材料所引的裁量基准', () => {
  it.each([tierMatchesFacts, fineInTier, deviationApproved, benchmarkValid] as Rule<never>[])(
    '不用库中的基准核对，不清楚：$id',
    (rule) => expect(answer(rule)).toBe('unclear'),
  );
  it('说明材料引用的是哪一基准', () => {
    expect(found(tierMatchesFacts, {})?.reason).toContain(NAME);
  });
  it.each([
    ['只在决定书正文中引用', { change: { decision: { benchmark: undefined, tier: '从轻' } }, extract: '无' }],
    [
      '没有书名号',
      {
        decision: `${FOUND}对照示例省渔业行政处罚裁量基准，属于从轻阶次。`,
        tier: '从轻',
        change: { decision: { tier: '从轻' } },
      },
    ],
    ['选定了事项而引用的是另一基准', { change: { benchmarkItem: 'test-expired-food' }, tier: '从重' }],
  ])('%s，也不清楚', (_, given) => expect(answer(tierMatchesFacts, given as Given)).toBe('unclear'));
  it('没有写出名称的，仍按库中的基准核对', () => {
    const change = { decision: { benchmark: '本省裁量基准', tier: '一般' } };
    const decision = '经查，当事人经营超过保质期的食品。';
    expect(answer(tierMatchesFacts, { extract: '无', title: '照片', decision, change })).toBe('met');
  });
  it('名称相同而引述的阶次不同的，不清楚', () => {
    const name = '示例市场监管行政处罚裁量基准';
    const change = { decision: { benchmark: name, tier: '第一档' } };
    expect(answer(tierMatchesFacts, { extract: TABLE, title: `${name}摘录`, decision: FOUND, change })).toBe(
      'unclear',
    );
  });
});

describe('材料引述的阶次', () => {
  const beyond = (told: string) => ({ decision: `经查，${told}，未造成后果。${APPLIED}` });
  it.each([
    '当事人收购渔获物四百二十公斤',
    '当事人收购渔获物共420公斤',
    '当事人违规收购渔获物0.42吨',
    '当事人收购渔获物1,200公斤',
    '当事人收购渔获物合计二百公斤',
  ])('数量属于另一阶次的，不符合：%s', (told) => {
    expect(answer(tierMatchesFacts, beyond(told))).toBe('not-met');
    expect(answer(fineInTier, beyond(told))).toBe('not-met');
    expect(answer(deviationApproved, beyond(told))).toBe('not-met');
  });
  it.each([
    [
      '阶次写在一行里',
      '该基准规定：第一档，收购渔获物不足200公斤的，处3000元以上1万元以下罚款；第二档，收购渔获物200公斤以上不足1000公斤的，处1万元以上3万元以下罚款。',
    ],
    [
      '阶次用程度命名',
      '较轻：收购渔获物不足200公斤的，处3000元以上1万元以下罚款。\n一般：收购渔获物200公斤以上不足1000公斤的，处1万元以上3万元以下罚款。',
    ],
    [
      '写作区间',
      '第一档：收购渔获物200公斤以下，罚款0.3万元至1万元。\n第二档：收购渔获物超过200公斤至1吨，罚款1万元至3万元。',
    ],
    [
      '阶次写在条件后面',
      '一、收购渔获物不足二百公斤的，为第一档，罚款三千元至一万元。\n二、收购渔获物二百公斤以上不满一千公斤的，为第二档，罚款一万元至三万元。',
    ],
    [
      '前有序号',
      '（1）第一档：收购渔获物未达到二百公斤的，罚款三千元至一万元。\n（2）第二档：收购渔获物达到二百公斤不满一千公斤的，罚款一万元至三万元。',
    ],
  ])('%s', (_, table) => {
    const tier = table.startsWith('较轻') ? '较轻' : '第一档';
    const decision = `经查，当事人收购渔获物420公斤，未造成后果。对照《${NAME}》，属于“${tier}”阶次。`;
    expect(answer(tierMatchesFacts, { extract: `${HEAD}\n${table}`, decision, tier })).toBe('not-met');
    expect(
      answer(tierMatchesFacts, {
        extract: `${HEAD}\n${table}`,
        decision: decision.replace('420', '120'),
        tier,
      }),
    ).toBe('unclear');
  });
  it.each([
    ['数量就在该阶次', FOUND + APPLIED],
    ['数量只是约数', `经查，当事人收购渔获物四百余公斤。${APPLIED}`],
    ['数量有两个', `经查，当事人收购渔获物一百公斤，又收购渔获物三百公斤。${APPLIED}`],
    ['写明降低阶次', `经查，当事人收购渔获物四百公斤，降低一个阶次裁量。${APPLIED}`],
    ['别的东西的数量', `经查，当事人渔船载重四百公斤。${APPLIED}`],
  ])('%s的，没有不符合', (_, decision) => {
    expect(answer(tierMatchesFacts, { decision })).toBe('unclear');
  });
  it('认定了从轻情形的，由人判断', () => {
    const change = { circumstances: { grounds: [{ kind: 'removed-harm', state: 'accepted' }] } };
    expect(answer(tierMatchesFacts, { ...beyond('当事人收购渔获物四百公斤'), change })).toBe('unclear');
  });
  it('说没有造成后果的，不属于以后果为条件的阶次', () => {
    const decision = `经查，当事人收购渔获物四百公斤，未造成后果。${APPLIED.replace('一', '三')}`;
    expect(answer(tierMatchesFacts, { decision, tier: '第三档' })).toBe('not-met');
  });
});

describe('材料引述的幅度', () => {
  it.each([
    [2999, 'not-met'],
    [3000, 'unclear'],
    [9999, 'unclear'],
    [10_000, 'not-met'],
  ])('第一档罚款%d元', (fine, expected) => expect(answer(fineInTier, { fine })).toBe(expected));
  it('个人和单位的幅度分列的，由人判断', () => {
    const table = TABLE.replaceAll('罚款', '对单位罚款');
    expect(answer(fineInTier, { extract: `${HEAD}\n${table}`, fine: 2000 })).toBe('unclear');
  });
  it('按违法所得的倍数', () => {
    const extract = `${HEAD}\n第一档：收购渔获物不足二百公斤，罚款为违法所得二倍以上五倍以下。\n第二档：收购渔获物二百公斤以上，罚款为违法所得五倍以上十倍以下。`;
    const change = { violation: { amounts: { gains: { yuan: 2000 } } } };
    expect(answer(fineInTier, { extract, fine: 10_000, change })).toBe('unclear');
    expect(answer(fineInTier, { extract, fine: 10_000.01, change })).toBe('not-met');
  });
});

describe('摘录写明的效力', () => {
  const of = (head: string, decision?: string) =>
    answer(benchmarkValid, { extract: `《${NAME}》${head}\n${TABLE}`, ...(decision ? { decision } : {}) });
  it.each([
    '（自2020年6月1日起施行，有效期至2025年5月12日）',
    '自2020年5月13日起施行，有效期五年。',
    '\n有效期：2020年6月1日至2025年4月30日。',
    '（2020-06-01起施行，2025-05-01废止）',
    '自2023年5月1日起试行，试行期2年。',
    '（2025年5月20日公布，自2025年6月1日起施行）',
    '（2020年1月1日起施行，2025年1月1日起被新的基准替代）',
  ])('决定时不在有效期内的，不符合：%s', (head) => expect(of(head)).toBe('not-met'));
  it.each([
    '（自2020年6月1日起施行，有效期至2025年5月13日）',
    '自2020年5月14日起施行，有效期五年。',
    '（自2023年6月1日起施行）。《示例省渔业裁量标准（2018年版）》自2023年6月1日起废止。',
  ])('决定时有效的，没有不符合：%s', (head) => expect(of(head)).toBe('unclear'));
  it('说明适用行为时的基准的，没有不符合', () => {
    expect(of('（有效期至2025年5月1日）', `${FOUND}适用行为时有效的裁量基准。${APPLIED}`)).toBe('unclear');
  });
});

it('基准表自己的“二年内再次被查处”不是当事人的前科', () => {
  const extract = `${HEAD}\n${TABLE}\n第四档：二年内因同类行为再次被处罚，罚款八万元以上十万元以下。`;
  const decision = `${FOUND}${APPLIED}当事人系初次违法。`;
  expect(answer(tierMatchesFacts, { extract, decision })).toBe('unclear');
  const told = `${decision}\n2024年3月因同类行为被罚款500元。`;
  expect(answer(tierMatchesFacts, { extract, decision: told })).toBe('not-met');
});
