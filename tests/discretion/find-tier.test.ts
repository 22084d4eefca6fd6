import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { readCaseFile } from '../../src/cases/read-case-file.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { pastCases } from '../../src/corpus/past-cases.ts';
import type { ReferenceBook } from '../../src/corpus/reference-book.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import { toDiscretionJson } from '../../src/discretion/to-discretion-json.ts';
import { caseOfPast } from '../support/case-of-past.ts';

const book = loadReferenceBook();
const past = (item: string): CaseFile =>
  readCaseFile(caseOfPast(pastCases().find((one) => one.benchmarkItem === item)!));

type Factors = NonNullable<NonNullable<CaseFile['circumstances']>['factors']>;
function given(
  item: string,
  factors: Factors,
  amounts: Record<string, number> = {},
  more: Partial<CaseFile> = {},
) {
  const file = past(item);
  const yuan = Object.fromEntries(Object.entries(amounts).map(([base, sum]) => [base, { yuan: sum }]));
  return findTier({
    file: readCaseFile({
      ...file,
      violation: { ...file.violation, amounts: yuan },
      circumstances: { factors },
      ...more,
    }),
    book,
  });
}
const names = (result: ReturnType<typeof findTier>): string[] =>
  result.possibleTiers.map((tier) => tier.name);

describe('findTier at the boundaries', () => {
  const food: Factors = { sold: true, harm: false, repeat: false };

  it.each([
    [9_999.99, '小额一般', 6_500_000, 8_500_000],
    [10_000, '大额一般', 13_000_000, 17_000_000],
    [10_000.01, '大额一般', 13_000_013, 17_000_017],
  ])('expired food worth %s yuan: %s', (goods, tier, min, max) => {
    const result = given('market-expired-food', food, { goods });
    expect(result.tier?.name).toBe(tier);
    expect(result.range).toMatchObject({ min, max, minInclusive: true, maxInclusive: false });
    expect(result.conflicts).toEqual([]);
  });

  it.each([
    [2, '从轻', 500_000, 1_850_000],
    [3, '一般', 1_850_000, 3_650_000],
  ])('%s staff without a health certificate after a refused correction: %s', (staff, tier, min, max) => {
    const factors = { 'refused-correction': true, staff, harm: false, repeat: false };
    const result = given('market-no-health-certificate', factors);
    expect(result.tier?.name).toBe(tier);
    expect(result.range).toMatchObject({ min, max });
  });

  it('no fine where the correction was made', () => {
    const factors = { 'refused-correction': false, staff: 9, harm: true, repeat: true };
    const result = given('market-no-health-certificate', factors);
    expect(result.tier?.name).toBe('警告');
    expect(result.range).toBeUndefined();
    expect(result.statutory).toBeUndefined();
  });

  it.each([
    [999.99, '从轻', 20_000, 28_999],
    [1_000, '一般', 29_000, 41_000],
    [19_999.99, '一般', 580_000, 819_999],
    [20_000, '从重', 820_000, 1_000_000],
  ])('tobacco retail with a turnover of %s yuan: %s', (turnover, tier, min, max) => {
    const result = given(
      'market-tobacco-retail',
      { 'near-school': false, repeat: false },
      { turnover, gains: 0 },
    );
    expect(result.tier?.name).toBe(tier);
    expect(result.range).toMatchObject({ min, max });
  });

  it.each([
    [2.9, '从轻'],
    [3, '一般'],
    [11.9, '一般'],
    [12, '从重'],
  ])('monitoring equipment not working for %s months: %s', (months, tier) => {
    expect(given('env-water-monitoring', { monitor: '未正常运行', months, repeat: false }).tier?.name).toBe(
      tier,
    );
  });

  it('switches the span of the statute with the overdue correction', () => {
    const factors = { 'overdue-uncorrected': false, staff: 3, harm: false, repeat: false };
    expect(given('safety-no-training', factors).statutory).toMatchObject({ max: 10_000_000 });
    const late = given('safety-no-training', { ...factors, 'overdue-uncorrected': true });
    expect(late.tier?.name).toBe('逾期一般');
    expect(late.statutory).toMatchObject({ min: 10_000_000, max: 20_000_000 });
  });
});

describe('findTier with missing or wrong facts', () => {
  /** Questions but for those of the lists of slight violations. */
  const askedOfPenalty = ({ missing }: ReturnType<typeof findTier>) =>
    missing.filter(({ question }) => !question.includes('不予处罚'));
  // 食品安全法 124 has the licence revoked only where it is serious: no matter of the tier.
  const onRevocation = {
    factor: 'serious',
    question: '情节是否严重？（关系到应否给予吊销许可证件）',
  };

  it('keeps every tier open that the missing fact leaves open, and asks for it', () => {
    const result = given('market-expired-food', { harm: false, repeat: false }, { goods: 500, gains: 0 });
    expect(result.tier).toBeUndefined();
    expect(result.range).toBeUndefined();
    expect(names(result)).toEqual(['小额从轻', '小额一般']);
    expect(askedOfPenalty(result)).toEqual([
      { factor: 'sold', question: '涉案产品是否已有售出？' },
      onRevocation,
    ]);
  });

  it('settles the tier where the missing fact makes no difference', () => {
    const result = given('market-expired-food', { repeat: true, harm: false }, { goods: 500, gains: 0 });
    expect(result.tier?.name).toBe('小额从重');
    expect(askedOfPenalty(result)).toEqual([onRevocation]);
  });

  it('asks for the goods value on which tier and statute depend', () => {
    const result = given('market-expired-food', { sold: true, harm: false, repeat: false });
    expect(names(result)).toEqual(['小额一般', '大额一般']);
    expect(result.statutory).toBeUndefined();
    expect(askedOfPenalty(result).map((fact) => fact.factor)).toEqual(['goods', 'gains', 'serious']);
  });

  it('leaves out and reports a value of the wrong type and a choice the table does not know', () => {
    const wrong = given('market-no-health-certificate', {
      'refused-correction': true,
      staff: '若干',
      harm: false,
      repeat: false,
    });
    expect(wrong.conflicts.map((one) => one.kind)).toEqual(['wrong-value']);
    expect(names(wrong)).toEqual(['从轻', '一般']);
    const unknown = given('env-water-monitoring', { monitor: '坏了', months: 1, repeat: false });
    expect(unknown.conflicts.map((one) => one.kind)).toEqual(['wrong-value']);
    expect(unknown.tier).toBeUndefined();
  });

  it('does not choose between two values of one fact', () => {
    const result = given(
      'market-expired-food',
      { goods: 20_000, sold: true, harm: false, repeat: false },
      { goods: 500 },
    );
    expect(result.conflicts.map((one) => one.kind)).toEqual(['facts-differ']);
    expect(names(result)).toEqual(['小额一般', '大额一般']);
  });

  it('takes the lowest tier only for a fact that cannot be established, and only where the table says so', () => {
    const factors = { sold: '无法查明', harm: false, repeat: false };
    expect(given('market-expired-food', factors, { goods: 500 }).tier).toBeUndefined();
    const lowest = withItem((item) => ({ ...item, unknownFactor: 'lowest' as const }));
    const file = { ...past('market-expired-food'), circumstances: { factors } };
    const settled = findTier({ file, book: lowest });
    expect(settled.tier?.name).toBe('小额从轻');
    expect(settled.steps.some((step) => step.value.includes('无法查明'))).toBe(true);
    const silent = { ...file, circumstances: { factors: { harm: false, repeat: false } } };
    expect(findTier({ file: silent, book: lowest }).tier).toBeUndefined();
  });

  it('computes nothing without the day of the act or the penal provision', () => {
    const file = past('market-expired-food');
    const { endedOn: _, ...undated } = file.violation;
    expect(findTier({ file: { ...file, violation: undated }, book }).missing[0]?.factor).toBe(
      'violation.endedOn',
    );
    const { provisions: __, ...without } = file;
    const result = findTier({ file: without, book });
    expect(result.range).toBeUndefined();
    expect(result.missing.map((fact) => fact.factor)).toEqual(['provisions.punishing']);
  });
});

describe('findTier and the validity of the table', () => {
  const on = (endedOn: string) => {
    const file = past('env-water-monitoring');
    return findTier({ file: { ...file, violation: { ...file.violation, endedOn } }, book });
  };

  it('uses the table built on the former laws up to 2026-08-14 and not a day longer', () => {
    expect(on('2026-08-14').tier).toBeDefined();
    const later = on('2026-08-15');
    expect(later.tier).toBeUndefined();
    expect(later.possibleTiers).toEqual([]);
    expect(later.conflicts.map((one) => one.kind)).toContain('out-of-force');
  });

  it('begins with its first day', () => {
    expect(on('2022-01-01').tier).toBeDefined();
    expect(on('2021-12-31').conflicts.map((one) => one.kind)).toContain('out-of-force');
  });

  it('is blocked for another region, another kind of party, another provision and an unknown item', () => {
    const file = past('market-expired-food');
    const kinds = (changed: Partial<CaseFile>): string[] =>
      findTier({ file: { ...file, ...changed }, book }).conflicts.map((one) => one.kind);
    expect(kinds({ agency: { name: '他省某局', region: '他省' } })).toEqual(['other-region']);
    expect(
      kinds({
        provisions: {
          punishing: [{ law: '中华人民共和国食品安全法', article: '125', paragraph: 1, item: 2 }],
        },
      }),
    ).toEqual(['other-sanction']);
    expect(kinds({ benchmarkItem: 'none' })).toEqual(['no-such-item']);
    const forUnits = withItem((item) => ({ ...item, appliesTo: 'unit' as const }));
    const person = findTier({ file: { ...file, party: { kind: 'person', name: '某人' } }, book: forUnits });
    expect(person.conflicts.map((one) => one.kind)).toEqual(['other-party']);
    expect(person.possibleTiers).toEqual([]);
  });

  it('finds the item by the code of the enforcement list when the file names none', () => {
    const { benchmarkItem: _, ...file } = past('market-expired-food');
    expect(findTier({ file, book }).item?.id).toBe('market-expired-food');
  });

  it('gives the span of the statute alone where there is no table', () => {
    const { benchmarkItem: _, ...file } = past('market-expired-food');
    const result = findTier({ file: { ...file, violation: { ...file.violation, itemCode: 'X-1' } }, book });
    expect(result.item).toBeUndefined();
    expect(result.range).toBeUndefined();
    expect(result.statutory).toMatchObject({ min: 5_000_000, max: 10_000_000 });
  });
});

describe('findTier and the statute', () => {
  it('clips a tier that reaches beyond the statute and reports it', () => {
    const wide = withItem((item) => ({
      ...item,
      tiers: item.tiers.map((tier) => ({ ...tier, fine: { min: 40_000, max: 120_000 } })),
    }));
    const result = findTier({ file: past('market-expired-food'), book: wide });
    expect(result.range).toMatchObject({
      min: 5_000_000,
      max: 10_000_000,
      minInclusive: true,
      maxInclusive: true,
    });
    expect(result.conflicts.map((one) => one.kind)).toEqual(['outside-statute']);
  });

  it.each([
    ['below', 7_000, 9_000],
    ['a yuan below', 40_000, 49_999],
    ['above', 200_000, 300_000],
  ])('a tier wholly %s the statute has no range: the reckoning is blocked', (_, min, max) => {
    const outside = withItem((item) => ({
      ...item,
      tiers: item.tiers.map((tier) => ({ ...tier, fine: { min, max } })),
    }));
    const result = findTier({ file: past('market-expired-food'), book: outside });
    expect([result.range, result.settled, result.tier?.name]).toEqual([
      undefined,
      undefined,
      expect.any(String),
    ]);
    expect(result.conflicts.map(({ kind, blocks }) => [kind, blocks])).toEqual([['outside-statute', true]]);
  });

  it('keeps the one amount that a tier shares with the statute', () => {
    const touching = (maxInclusive: boolean) =>
      withItem((item) => ({
        ...item,
        tiers: item.tiers.map((tier) => ({ ...tier, fine: { min: 40_000, max: 50_000, maxInclusive } })),
      }));
    const rangeOf = (maxInclusive: boolean) =>
      findTier({ file: past('market-expired-food'), book: touching(maxInclusive) }).range;
    expect(rangeOf(true)).toMatchObject({ min: 5_000_000, max: 5_000_000 });
    expect(rangeOf(false)).toBeUndefined();
  });

  it('opens the range below the minimum for a mitigated tier only with an accepted ground', () => {
    const mitigated = withItem((item) => ({
      ...item,
      tiers: item.tiers.map((tier) => ({
        ...tier,
        grade: 'mitigated' as const,
        fine: { min: 10_000, max: 30_000 },
      })),
    }));
    const file = past('market-expired-food');
    const state = (ground: 'accepted' | 'claimed') =>
      findTier({
        file: {
          ...file,
          circumstances: { ...file.circumstances, grounds: [{ kind: 'removed-harm', state: ground }] },
        },
        book: mitigated,
      });
    expect(state('accepted').range).toMatchObject({ min: 1_000_000, max: 3_000_000 });
    expect(state('accepted').conflicts).toEqual([]);
    expect(state('claimed').range).toBeUndefined();
    expect(state('claimed').conflicts.map((one) => one.kind)).toEqual(['no-ground']);
    expect(state('claimed').missing.map(({ factor }) => factor)).toContain('circumstances.grounds');
  });

  it('places the fine of the party alone, and no sum of several', () => {
    const file = {
      ...past('market-expired-food'),
      party: { kind: 'organisation' as const, name: '示例公司' },
    };
    const place = (...penalties: { amount: number; text?: string }[]) =>
      findTier({
        file: {
          ...file,
          proposal: {
            result: 'penalty',
            penalties: penalties.map((penalty) => ({ type: 'fine' as const, ...penalty })),
          },
        },
        book,
      }).position;
    const beside = place({ amount: 60_000 }, { amount: 20_000, text: '对直接负责的主管人员罚款二万元' });
    expect(beside).toMatchObject({ amount: 6_000_000, inStatute: 0 });
    const two = place({ amount: 60_000 }, { amount: 60_000 });
    expect([two?.amount, two?.inStatute, two?.inRange]).toEqual([12_000_000, undefined, undefined]);
    expect(two?.text).toContain('2 项罚款');
  });

  it('places the proposed fine to the fen', () => {
    const file = past('market-expired-food');
    const place = (amount: number) =>
      findTier({
        file: { ...file, proposal: { result: 'penalty', penalties: [{ type: 'fine', amount }] } },
        book,
      }).position;
    expect(place(49_999.99)).toMatchObject({ inStatute: -1, inRange: -1 });
    expect(place(50_000)).toMatchObject({ inStatute: 0, inRange: 0, share: 0 });
    expect(place(64_999.99)).toMatchObject({ inStatute: 0, inRange: 0 });
    expect(place(65_000)).toMatchObject({ inStatute: 0, inRange: 1, share: 0.3 });
    expect(place(100_000)).toMatchObject({ inStatute: 0, share: 1 });
    expect(place(100_000.01)).toMatchObject({ inStatute: 1 });
  });

  it('says what would change the tier, the smallest step first', () => {
    const result = given('market-expired-food', { sold: true, harm: false, repeat: false }, { goods: 500 });
    const changes = result.whatWouldChange.map((change) => `${change.factor} ${change.tier}`);
    expect(changes).toEqual(['goods 大额一般', 'sold 小额从轻', 'harm 小额从重', 'repeat 小额从重']);
  });

  it('states a changed tier inside the span that the changed facts select', () => {
    const factors = { 'overdue-uncorrected': false, staff: 5, harm: false, repeat: false };
    const changes = given('safety-no-training', factors).whatWouldChange;
    expect(changes.find((change) => change.factor === 'overdue-uncorrected')).toEqual({
      factor: 'overdue-uncorrected',
      change: '逾期未改正由“否”变为“是”',
      tier: '逾期一般',
      range: '130,000 元以上、170,000 元以下（不含本数）',
    });
    expect(changes.find((change) => change.factor === 'staff')).toMatchObject({
      change: '涉及人数由 5 人变为不足 3 人',
      tier: '从轻',
    });
  });

  it('treats a party under fourteen, under eighteen and grown up by the day of the act', () => {
    const file = past('market-unlicensed-business');
    const aged = (birthDate: string) =>
      findTier({ file: { ...file, party: { kind: 'person', name: '某人', birthDate } }, book }).grounds;
    const act = file.violation.endedOn!;
    const years = (n: number): string => `${Number(act.slice(0, 4)) - n}${act.slice(4)}`;
    expect(aged(years(14))).toMatchObject({ noPenalty: 'must' });
    expect(aged(years(15))).toMatchObject({ mayMitigate: true });
    expect(aged(years(18))).toMatchObject({ mayMitigate: true });
    expect(aged(years(19))).toMatchObject({ mayMitigate: false });
  });
});

describe('findTier in general', () => {
  const files = pastCases().map(caseOfPast);
  const anyFile = fc.constantFrom(...files);

  it('never depends on the order of facts', () => {
    fc.assert(
      fc.property(anyFile, fc.infiniteStream(fc.nat()), (file, order) => {
        const shuffled = Object.fromEntries(
          Object.entries(file.circumstances?.factors ?? {})
            .map((entry) => ({ entry, key: order.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ entry }) => entry),
        );
        const other = findTier({
          file: { ...file, circumstances: { ...file.circumstances, factors: shuffled } },
          book,
        });
        expect(toDiscretionJson(other, [])).toEqual(toDiscretionJson(findTier({ file, book }), []));
      }),
    );
  });

  it('never depends on the name of the party', () => {
    fc.assert(
      fc.property(anyFile, fc.string({ minLength: 1, maxLength: 30 }), (file, name) => {
        const other = findTier({ file: { ...file, party: { ...file.party, name } }, book });
        expect(toDiscretionJson(other, [])).toEqual(toDiscretionJson(findTier({ file, book }), []));
      }),
    );
  });

  it('computes nothing where the base leaves no whole fen in the statutory span', () => {
    const tobacco = files.find((file) => file.benchmarkItem === 'market-tobacco-retail')!;
    const of = (yuan: number) =>
      findTier({
        file: {
          ...tobacco,
          violation: { ...tobacco.violation, amounts: { turnover: { yuan }, gains: { yuan: 0 } } },
        },
        book,
      });
    // 20 % to 50 % of 0.01 yuan is 0.2 to 0.5 fen; of 0.02 yuan it is 0.4 to 1 fen.
    expect(of(0.01).range).toBeUndefined();
    expect(of(0.01).conflicts.map((conflict) => conflict.kind)).toContain('empty-span');
    expect(of(0.02).statutory).toMatchObject({ min: 1, max: 1 });
  });

  it('never leaves the statute, whatever the amounts', () => {
    fc.assert(
      fc.property(anyFile, fc.integer({ min: 0, max: 1_000_000_000 }), (file, cents) => {
        const amounts = Object.fromEntries(
          Object.keys(file.violation.amounts ?? {}).map((base) => [base, { yuan: cents / 100 }]),
        );
        const { range, statutory } = findTier({
          file: { ...file, violation: { ...file.violation, amounts } },
          book,
        });
        if (!range) return;
        expect(statutory).toBeDefined();
        expect(range.min ?? 0).toBeGreaterThanOrEqual(statutory?.min ?? 0);
        expect(range.max!).toBeLessThanOrEqual(statutory?.max ?? Number.POSITIVE_INFINITY);
        expect(range.min ?? 0).toBeLessThanOrEqual(range.max!);
      }),
    );
  });

  it('with a fact taken out, gives a single tier only where every value of that fact leads to it', () => {
    let settled = 0;
    let open = 0;
    for (const file of files) {
      const full = findTier({ file, book });
      for (const declared of full.item!.factors.filter(
        (factor) => file.circumstances?.factors?.[factor.name] !== undefined,
      )) {
        const { [declared.name]: _, ...rest } = file.circumstances!.factors!;
        const without = (value?: Factors[string]) =>
          findTier({
            file: {
              ...file,
              circumstances: {
                ...file.circumstances,
                factors: value === undefined ? rest : { ...rest, [declared.name]: value },
              },
            },
            book,
          });
        const result = without();
        expect(result.possibleTiers.map((tier) => tier.name)).toContain(full.tier!.name);
        const values =
          declared.type === 'yes-no'
            ? [true, false]
            : declared.type === 'choice'
              ? declared.choices!
              : [0, 0.2, 1, 2, 2.5, 3, 5, 9, 11, 29, 60, 500, 30_000];
        const reached = new Set(values.map((value) => without(value).tier?.name));
        if (result.tier) {
          settled += 1;
          expect([...reached]).toEqual([result.tier.name]);
        } else {
          open += 1;
          expect(result.missing.map((fact) => fact.factor)).toContain(declared.name);
          for (const name of reached) expect(result.possibleTiers.map((tier) => tier.name)).toContain(name);
        }
      }
    }
    expect(settled).toBeGreaterThan(0);
    expect(open).toBeGreaterThan(0);
  });
});

describe('toDiscretionJson', () => {
  it('gives sums in yuan and open sides as null', () => {
    const json = toDiscretionJson(findTier({ file: past('market-unlicensed-business'), book }), []);
    expect(json).toMatchObject({
      tier: { name: '从轻' },
      range: { min: null, max: 3000, minInclusive: true, maxInclusive: false, unit: 'yuan' },
      statutory: { min: null, max: 10000 },
      likeCases: [],
      conflicts: [],
    });
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});

/** The bundled library with one item of it changed. */
function withItem(
  change: (
    item: NonNullable<ReturnType<ReferenceBook['benchmarkItem']>>['item'],
  ) => NonNullable<ReturnType<ReferenceBook['benchmarkItem']>>['item'],
): ReferenceBook {
  return {
    ...book,
    benchmarkItem: (id) => {
      const found = book.benchmarkItem(id);
      return found && { ...found, item: change(found.item) };
    },
  };
}
