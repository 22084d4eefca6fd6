import { describe, expect, it } from 'vitest';
import { findTier } from '../../src/discretion/find-tier.ts';
import { toDiscretionJson } from '../../src/discretion/to-discretion-json.ts';
import type { Sanction } from '../../src/law/sanction.ts';
import { bookOf, caseWith, itemOf, sanctionOf, tableOf } from './invented-tables.ts';

const tiers = [
  {
    order: 1,
    name: '轻微',
    grade: 'no-penalty',
    when: { factor: '数', op: '<', value: 1 },
    conditions: '不足一件',
  },
  {
    order: 2,
    name: '一般',
    grade: 'ordinary',
    when: {
      all: [
        { factor: '数', op: '>=', value: 1 },
        { factor: '数', op: '<', value: 9 },
      ],
    },
    conditions: '一件以上不足九件',
    fine: { min: 10_000, max: 50_000 },
  },
  {
    order: 3,
    name: '严重',
    grade: 'heavier',
    when: { factor: '数', op: '>=', value: 9 },
    conditions: '九件以上',
    fine: { min: 50_000, max: 100_000 },
    extra: ['吊销许可证件', 'detention', '在当地报纸上刊登'],
  },
];
const factors = [{ name: '数', question: '多少件？', type: 'number' }];
const SANCTION: Sanction = sanctionOf(
  { min: 10_000, max: 100_000 },
  {
    types: ['warning', 'fine', 'confiscate-gains', 'suspend', 'revoke'],
    mandatory: ['confiscate-gains'],
    conditional: [
      { type: 'revoke', when: 'serious' },
      { type: 'suspend', when: { factor: '逾期', op: '=', value: true } },
    ],
  },
);

function given(
  facts: Record<string, number | string | boolean>,
  more: Parameters<typeof caseWith>[2] = {},
  table = {},
) {
  const book = bookOf([tableOf([itemOf({ factors, tiers })], table)], [SANCTION]);
  return findTier({ file: caseWith(facts, {}, more), book });
}
const types = (list: { type?: string; text: string }[] = []) => list.map(({ type, text }) => type ?? text);

describe('penalties that must and may be imposed', () => {
  it('those the provision demands, those it allows, and those that hang on a missing fact', () => {
    const { penalties, missing } = given({ 数: 1 });
    expect(types(penalties?.required)).toEqual([]);
    expect(types(penalties?.optional)).toEqual(['warning', 'fine']);
    expect(types(penalties?.open)).toEqual(['suspend', 'revoke', 'confiscate-gains']);
    expect(missing.map(({ factor }) => factor)).toEqual(['gains', '逾期', 'serious']);
    expect(penalties?.optional[1]).toEqual({
      type: 'fine',
      text: '罚款（条文为“可以”，按基准处罚款）',
      basis: '《示例法》第一条；《示例裁量基准》“示例违法行为”一般阶次',
    });
    const established = given({ 数: 1, gains: 5_000 }).penalties;
    expect(established?.required.map(({ type, basis }) => [type, basis])).toEqual([
      ['confiscate-gains', '《示例法》第一条'],
    ]);
  });

  it('a condition that does not hold takes the type away, one that holds allows it', () => {
    const { penalties } = given({ 数: 1, 逾期: true }, { major: { serious: false } });
    expect(types(penalties?.optional)).toEqual(['warning', 'fine', 'suspend']);
    expect(types(penalties?.open)).toEqual(['confiscate-gains']);
  });

  it('what the tier adds is due where the provision allows it; a type unknown to the provision is reported', () => {
    const { penalties, conflicts } = given({ 数: 9, 逾期: false }, { major: { serious: true } });
    expect(types(penalties?.required)).toEqual(['revoke', '在当地报纸上刊登']);
    expect(conflicts.map(({ kind }) => kind)).toEqual(['type-not-allowed']);
    expect(conflicts[0]!.text).toContain('行政拘留');
    const mild = given({ 数: 9, 逾期: false }, { major: { serious: false } });
    expect(types(mild.penalties?.required)).not.toContain('revoke');
    expect(mild.conflicts.map(({ kind }) => kind)).toEqual(['type-not-allowed', 'type-not-allowed']);
  });

  it('a tier without a penalty has none', () => {
    expect(given({ 数: 0 }).penalties).toMatchObject({ required: [], optional: [], open: [] });
  });
});

describe('a type that the provision demands in a condition', () => {
  const must = (when: object | 'serious', more: object = {}) =>
    sanctionOf(
      { min: 10_000, max: 100_000 },
      {
        types: ['fine', 'suspend'],
        mandatory: ['fine'],
        conditional: [{ type: 'suspend', when, must: true, ...more } as never],
      },
    );
  const dues = (sanction: Sanction, facts: Record<string, number | boolean>, more = {}) => {
    const book = bookOf([tableOf([itemOf({ factors, tiers })])], [sanction]);
    return findTier({ file: caseWith({ 数: 1, ...facts }, { gains: 0 }, more), book });
  };
  const refused = { factor: 'refused-correction', op: '=', value: true };

  it('is due where the condition holds, not where it does not, and open where nobody knows', () => {
    const due = dues(must(refused), { 'refused-correction': true }).penalties;
    expect(types(due?.required)).toEqual(['fine', 'suspend']);
    const not = dues(must(refused), { 'refused-correction': false }).penalties;
    expect([...types(not?.required), ...types(not?.optional), ...types(not?.open)]).toEqual(['fine']);
    const open = dues(must(refused), {});
    expect(types(open.penalties?.open)).toEqual(['suspend']);
    expect(open.missing.map(({ factor }) => factor)).toContain('refused-correction');
  });

  it('serious circumstances count as such a condition', () => {
    const due = dues(must('serious'), {}, { major: { serious: true } }).penalties;
    expect(types(due?.required)).toEqual(['fine', 'suspend']);
    const not = dues(must('serious'), {}, { major: { serious: false } }).penalties;
    expect(types(not?.required)).toEqual(['fine']);
  });
});

describe('what hangs on a missing fact', () => {
  const questions = (sanction: Sanction, more: Parameters<typeof caseWith>[2] = {}) => {
    const book = bookOf([tableOf([itemOf({ factors, tiers })])], [sanction]);
    const { missing, penalties } = findTier({ file: caseWith({ 数: 1 }, {}, more), book });
    return { penalties, told: new Map(missing.map(({ factor, question }) => [factor, question])) };
  };

  it('is asked of the penalties that it decides and of no others', () => {
    const { told } = questions({
      ...SANCTION,
      conditional: [
        { type: 'revoke', when: 'serious' },
        { type: 'suspend', when: { factor: '逾期', op: '=', value: true }, must: true },
      ],
    });
    expect(told.get('serious')).toBe('情节是否严重？（关系到能否给予吊销许可证件）');
    expect(told.get('逾期')).toContain('（关系到应否责令停产停业）');
    expect(told.get('gains')).toContain('（关系到应否没收违法所得）');
  });

  it('a choice that must follow is asked of as one', () => {
    const when = 'serious' as const;
    const one = {
      ...SANCTION,
      conditional: [],
      oneOf: [{ types: ['suspend' as const, 'revoke' as const], when }],
    };
    expect(questions(one).told.get('serious')).toContain('应否');
  });

  it('detention is the police’s, and strikes the persons in a unit', () => {
    const law = sanctionOf({ max: 100_000 }, { types: ['fine', 'detention'], mandatory: ['fine'] });
    const { penalties } = questions(law);
    expect(types(penalties?.optional)).toEqual([]);
    expect(penalties?.measures.map(({ text }) => text).join()).toMatch(/公安机关对直接负责的主管人员/);
    const police = questions(law, { agency: { name: '示例市公安局', region: '示例省' } });
    expect(types(police.penalties?.optional)).toEqual(['detention']);
  });

  it('a multiple of gains that were none leaves nothing to fine', () => {
    const law = sanctionOf({ base: 'gains', min: 1, max: 2 }, { types: ['fine'], mandatory: ['fine'] });
    const of = tiers.map((tier) => ({
      ...tier,
      ...(tier.fine ? { fine: { base: 'gains', min: 1, max: 2 } } : {}),
    }));
    const book = bookOf([tableOf([itemOf({ factors, tiers: of })])], [law]);
    const none = findTier({ file: caseWith({ 数: 1 }, { gains: 0 }), book });
    expect(none.conflicts).toEqual([]);
    expect(none.penalties?.required).toEqual([]);
    expect(none.steps).toContainEqual(
      expect.objectContaining({ value: '没有违法所得的，该条没有可处的罚款' }),
    );
    const some = findTier({ file: caseWith({ 数: 1 }, { gains: 1 }), book });
    expect(types(some.penalties?.required)).toEqual(['fine', 'confiscate-gains']);
  });
});

describe('what the general law adds', () => {
  const fineOnly = sanctionOf({ min: 10_000, max: 100_000 }, { correctionOrder: true });
  const on = (
    day: string,
    amounts: Record<string, number>,
    sanction = fineOnly,
    more: object = {},
    decidedOn?: string,
  ) => {
    const violation = {
      name: '示例违法行为',
      endedOn: day,
      amounts: Object.fromEntries(Object.entries(amounts).map(([base, yuan]) => [base, { yuan }])),
      ...more,
    };
    const inForce = { from: '2020-01-01' };
    const book = bookOf([tableOf([itemOf({ factors, tiers })], { inForce })], [sanction]);
    const file = caseWith({ 数: 1 }, {}, { violation });
    return findTier({ file, book, ...(decidedOn ? { decidedOn } : {}) });
  };
  const GENERAL = '《中华人民共和国行政处罚法》第二十八条第二款';

  it.each([
    ['2021-07-15', 0.01, ['fine', 'confiscate-gains']],
    ['2021-07-15', 0, ['fine']],
    ['2021-07-14', 5_000, ['fine']],
  ])('gains are confiscated for acts since %s, of %s yuan: %o', (day, gains, due) => {
    const { penalties } = on(day, { gains });
    expect(types(penalties?.required)).toEqual(due);
  });

  it('less what is refunded; where nobody established the gains, they are asked for', () => {
    const known = on('2023-05-01', { gains: 5_000 }).penalties?.required[1];
    expect(known).toMatchObject({ basis: GENERAL, text: '没收违法所得（依法应当退赔的除外）' });
    const open = on('2023-05-01', {});
    expect(types(open.penalties?.open)).toEqual(['confiscate-gains']);
    expect(open.missing.map(({ factor }) => factor)).toEqual(['gains']);
  });

  it('a provision that leaves the choice leaves none', () => {
    const choice = sanctionOf({ max: 100_000 }, { types: ['fine', 'confiscate-gains'], mandatory: [] });
    const { penalties } = on('2023-05-01', { gains: 1 }, choice);
    expect(types(penalties?.optional)).toEqual(['fine']);
    expect(penalties?.required.at(-1)?.basis).toBe(`《示例法》第一条；${GENERAL}`);
  });

  it('whoever punishes orders the violation corrected, under the text of the day', () => {
    const { penalties, steps } = on('2023-05-01', { gains: 0 }, fineOnly, { correctedInTime: true });
    expect(penalties?.measures).toEqual([
      {
        text: '责令改正或者限期改正（已经改正的，写明改正情况）',
        basis: '《示例法》第一条；《中华人民共和国行政处罚法》第二十八条第一款',
      },
    ]);
    expect(steps.map(({ step }) => step)).toContain('同时');
    // The order is made on the day of the decision, not of the act.
    expect(on('2021-07-14', {}).penalties?.measures[0]?.basis).toContain('第二十八条第一款');
    const before = on('2021-05-01', {}, fineOnly, {}, '2021-07-14').penalties?.measures[0]?.basis;
    expect(before).toContain('（2017年修正）第二十三条');
  });

  it('whoever is not punished is taught', () => {
    const slight = { minor: true, correctedInTime: true, harm: { occurred: false } };
    const { penalties } = on('2023-05-01', { gains: 5_000 }, fineOnly, slight);
    expect(penalties).toMatchObject({ required: [], optional: [], open: [] });
    expect(penalties?.measures.map(({ text }) => text)).toContain('对当事人进行教育');
  });
});

describe('persons responsible beside the unit', () => {
  const overdue = (value: boolean) => ({ factor: 'overdue-uncorrected', op: '=' as const, value });
  const both = sanctionOf(
    {},
    {
      fines: [
        { when: overdue(false), range: { max: 100_000 } },
        { when: overdue(true), range: { min: 100_000, max: 200_000 } },
        {
          when: overdue(true),
          subject: 'responsible-person',
          range: { min: 20_000, max: 50_000, maxInclusive: false },
        },
      ],
    },
  );
  const told = (facts: Record<string, boolean>, more = {}, sanction = both) => {
    const book = bookOf([tableOf([itemOf({ factors, tiers })])], [sanction]);
    return findTier({ file: caseWith({ 数: 1, ...facts }, { gains: 0 }, more), book });
  };

  it('are told with their own span, apart from that of the unit', () => {
    const result = told({ 'overdue-uncorrected': true });
    expect(result.responsible?.range).toMatchObject({ min: 2_000_000, max: 5_000_000, maxInclusive: false });
    expect(result.responsible?.basis).toBe('《示例法》第一条');
    expect(result.statutory).toMatchObject({ min: 10_000_000, max: 20_000_000 });
    expect(toDiscretionJson(result, [])).toMatchObject({
      responsible: { range: { min: 20_000, max: 50_000 } },
    });
  });

  it('not where the provision does not fine them, and open where the fact is missing', () => {
    expect(told({ 'overdue-uncorrected': false }).responsible).toBeUndefined();
    const open = told({});
    expect(open.responsible).toMatchObject({ text: expect.stringContaining('尚不能确定') });
    expect(open.responsible?.range).toBeUndefined();
    expect(open.missing.map(({ factor }) => factor)).toContain('overdue-uncorrected');
  });

  const tierWith = (fine: object) => {
    const party = { min: 100_000, max: 200_000 };
    const beside = { subject: 'responsible-person', ...fine };
    const own = tiers.map((tier) => ({ ...tier, fine: undefined, fines: [party, beside] }));
    const book = bookOf([tableOf([itemOf({ factors, tiers: own })])], [both]);
    return findTier({ file: caseWith({ 数: 1, 'overdue-uncorrected': true }, { gains: 0 }), book });
  };

  it('have the span of the tier inside that of the provision', () => {
    const inside = tierWith({ min: 20_000, max: 30_000 });
    expect(inside.responsible?.range).toMatchObject({ min: 2_000_000, max: 3_000_000 });
    expect(inside.responsible?.basis).toContain('一般阶次；《示例法》第一条');
    expect(inside.range).toMatchObject({ min: 10_000_000, max: 20_000_000 });
    expect(inside.conflicts).toEqual([]);
  });

  it.each([
    [
      { min: 40_000, max: 60_000 },
      { min: 4_000_000, max: 5_000_000 },
    ],
    [
      { min: 60_000, max: 70_000 },
      { min: 2_000_000, max: 5_000_000 },
    ],
  ])('a tier outside the provision gives way: %o', (fine, range) => {
    const result = tierWith(fine);
    expect(result.responsible?.range).toMatchObject(range);
    expect(result.conflicts.map(({ kind }) => kind)).toEqual(['outside-statute']);
  });

  it.each(['person', 'individual-business'])('nobody stands beside a %s', (kind) => {
    const party = { kind, name: '示例当事人' };
    expect(told({ 'overdue-uncorrected': true }, { party }).responsible).toBeUndefined();
  });

  it('a tier may leave a penalty to people: possible where the provision has it, told and open where it was not read to its end', () => {
    const adding = (mayAdd: string[], sanction: Sanction) => {
      const last = { ...tiers[2]!, extra: ['责令停产停业'], mayAdd };
      const book = bookOf([tableOf([itemOf({ factors, tiers: [tiers[0], tiers[1], last] })])], [sanction]);
      return findTier({ file: caseWith({ 数: 9, gains: 0, serious: true, 逾期: true }, {}), book });
    };
    const both = adding(['吊销许可证件', '在当地报纸上刊登'], SANCTION);
    expect(types(both.penalties?.required)).toEqual(['suspend']);
    expect(both.penalties?.optional.find(({ type }) => type === 'revoke')?.basis).toContain('严重阶次');
    expect(types(both.penalties?.optional)).toContain('在当地报纸上刊登');
    expect(both.conflicts).toEqual([]);
    const json = toDiscretionJson(both, []);
    expect(types(json.penalties?.optional)).toContain('revoke');
    const known = adding(['责令关闭'], SANCTION);
    expect(known.conflicts.map(({ kind }) => kind)).toEqual(['type-not-allowed']);
    expect(types(known.penalties?.open)).not.toContain('close');
    const unread = adding(['责令关闭'], { ...SANCTION, reading: { open: ['types'], named: [] } });
    expect(unread.conflicts.map(({ kind }) => kind)).toEqual(['type-not-allowed']);
    expect(types(unread.penalties?.open)).toEqual(['close']);
  });
});
