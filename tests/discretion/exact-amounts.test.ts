import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTier } from '../../src/discretion/find-tier.ts';
import {
  bookOf,
  byWord,
  caseWith,
  type Facts,
  itemOf,
  sanctionOf,
  tableOf,
  weightedItem,
} from './invented-tables.ts';
import { multipleEnds, type Statute, unitFine, weightedFine } from './oracle.ts';

/** Of each kind. Continuous integration has 33,400, so 100,000 in all; the default keeps the suite quick. */
const RUNS = Number(process.env.MINGCAI_ORACLE_RUNS ?? 600);

const decimal = (most: number, places: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 10 ** places - 1 }))
    .map(([whole, part]) => (part === 0 ? String(whole) : `${whole}.${String(part).padStart(places, '0')}`));
const sum = fc.oneof(
  decimal(100, 2),
  decimal(5_000_000, 2),
  fc.integer({ min: 1, max: 500 }).map((n) => `${n}0000`),
);
const positive = sum.map((text) => (Number(text) === 0 ? '1' : text));

/** Spans of a provision whose lowest whole fen is not above its highest. */
const fixed: fc.Arbitrary<Statute> = fc
  .tuple(positive, positive)
  .map(([a, b]) => (Number(a) <= Number(b) ? { min: a, max: b } : { min: b, max: a }));
const multiple = (base: string, least?: string): fc.Arbitrary<Statute> =>
  fc
    .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 10, max: 200 }))
    .map(([a, more]) => ({ base, ...(least ? { least } : {}), min: `${a / 10}`, max: `${(a + more) / 10}` }));

const party = fc.constantFrom('person', 'organisation', 'individual-business');
const rangeOf = ({ base, least, min, max }: Statute) => ({
  ...(base === undefined ? {} : { base: 'goods' as const, ...(least ? { baseLeast: least } : {}) }),
  min,
  max,
});

const weighted = fc
  .tuple(positive, fc.option(positive, { nil: undefined }), fc.boolean())
  .chain(([base, least, byBase]) =>
    fc.record({
      statute: byBase ? multiple(base, least) : fixed,
      start: decimal(30, 1),
      degrees: fc.array(fc.array(decimal(25, 2), { minLength: 1, maxLength: 4 }), {
        minLength: 1,
        maxLength: 5,
      }),
      picks: fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }),
      cap: fc.constantFrom('100', '90', '60.5'),
      floor: fc.option(fc.constantFrom('20', '12.25'), { nil: undefined }),
      of: byBase
        ? decimal(9, 2).map((times) => ({ base, times, ...(least ? { least } : {}) }))
        : positive.map((max) => ({ max })),
      kind: party,
    }),
  );

describe('amounts against an independent reckoning', () => {
  it('weighted sums', () => {
    fc.assert(
      fc.property(weighted, ({ statute, start, degrees, picks, cap, floor, of, kind }) => {
        const lists = degrees.map((percents) => percents.toSorted((a, b) => Number(a) - Number(b)));
        const chosen = lists.map((percents, index) => picks[index]! % percents.length);
        const amounts: Record<string, number> = 'base' in of ? { goods: Number(of.base) } : {};
        const column =
          'base' in of
            ? { base: 'goods', times: of.times, ...('least' in of ? { baseLeast: of.least } : {}) }
            : { max: of.max };
        const item = weightedItem(
          [{ percent: start, of: column }],
          lists.map((percents, index) =>
            byWord(
              `要素${index}`,
              percents.map((one, at) => [`第${at}档`, one]),
            ),
          ),
          { limits: { cap, ...(floor ? { floor } : {}) } },
        );
        const book = bookOf([tableOf([item])], [sanctionOf(rangeOf(statute))]);
        const facts = (at: number[]): Facts =>
          Object.fromEntries(at.map((degree, index) => [`要素${index}`, `第${degree}档`]));
        const given = (at: number[]) =>
          findTier({ file: caseWith(facts(at), amounts, { party: { kind, name: '示例' } }), book });
        const result = given(chosen);
        const due = weightedFine({
          start,
          weights: chosen.map((at, index) => lists[index]![at]!),
          cap,
          ...(floor ? { floor } : {}),
          ...of,
          statute,
        });
        if (result.conflicts.some((one) => one.kind === 'empty-span')) return;
        expect([result.range?.min, result.range?.max].map(Number)).toEqual([Number(due), Number(due)]);
        // A heavier degree of one factor never lowers the amount.
        const which = picks[0]! % lists.length;
        const heavier = chosen.map((at, index) => (index === which ? lists[index]!.length - 1 : at));
        expect(given(heavier).range!.min!).toBeGreaterThanOrEqual(result.range!.min!);
        // Without one fact there is no amount, but the amount lies in the possible span.
        const { [`要素${which}`]: _, ...fewer } = facts(chosen);
        const open = findTier({ file: caseWith(fewer, amounts), book });
        expect([open.settled, open.range, open.weighing?.sum]).toEqual([undefined, undefined, undefined]);
        const own = result.weighing!.from!.amount!;
        expect(open.weighing!.from!.amount!).toBeLessThanOrEqual(own);
        expect(open.weighing!.to!.amount!).toBeGreaterThanOrEqual(own);
        expect(open.missing.map(({ factor }) => factor)).toContain(`要素${which}`);
      }),
      { numRuns: RUNS },
    );
  }, 3_600_000);

  const row = fc.record({
    value: decimal(60, 2),
    above: fc.integer({ min: 0, max: 5 }).map(String),
    per: fc.constantFrom('1', '5', '0.5'),
    each: decimal(20_000, 2),
    share: fc.boolean(),
  });

  it('amounts by units', () => {
    fc.assert(
      fc.property(
        fc.record({
          from: decimal(500_000, 2),
          rows: fc.array(row, { minLength: 1, maxLength: 4 }),
          statute: fixed,
        }),
        ({ from, rows, statute }) => {
          const names = rows.map((_, index) => `数${index}`);
          const item = itemOf({
            factors: names.map((name) => ({ name, question: `${name}？`, type: 'number' })),
            perUnit: {
              from,
              add: rows.map(({ above, per, each, share }, index) => ({
                factor: names[index],
                above: Number(above),
                per: Number(per),
                each,
                part: share ? 'share' : 'whole',
              })),
            },
          });
          const book = bookOf([tableOf([item])], [sanctionOf(rangeOf(statute))]);
          const facts = Object.fromEntries(rows.map(({ value }, index) => [names[index]!, Number(value)]));
          const result = findTier({ file: caseWith(facts), book });
          const due = Number(unitFine({ from, rows, statute }));
          expect([result.range?.min, result.range?.max]).toEqual([due, due]);
          const more = { ...facts, 数0: facts.数0! + 5 };
          expect(findTier({ file: caseWith(more), book }).range!.min!).toBeGreaterThanOrEqual(due);
          const { 数0: _, ...fewer } = facts;
          const open = findTier({ file: caseWith(fewer), book });
          expect([open.settled, open.range]).toEqual([undefined, undefined]);
        },
      ),
      { numRuns: RUNS },
    );
  }, 3_600_000);

  it('multiples of a tier', () => {
    const cases = fc
      .tuple(positive, fc.option(positive, { nil: undefined }))
      .chain(([base, least]) =>
        fc.record({ base: fc.constant(base), tier: multiple(base, least), statute: multiple(base, least) }),
      );
    fc.assert(
      fc.property(cases, ({ base, tier, statute }) => {
        const item = itemOf({
          factors: [{ name: '数', question: '数？', type: 'number' }],
          tiers: [
            {
              order: 1,
              name: '一般',
              grade: 'ordinary',
              when: { factor: '数', op: '>=', value: 0 },
              conditions: '一律',
              fine: rangeOf(tier),
            },
          ],
        });
        const book = bookOf([tableOf([item])], [sanctionOf(rangeOf(statute))]);
        const result = findTier({ file: caseWith({ 数: 1 }, { goods: Number(base) }), book });
        if (result.conflicts.some((one) => one.kind === 'empty-span')) return;
        const due = multipleEnds(tier, statute)?.map(Number);
        expect([result.range?.min, result.range?.max]).toEqual(due ?? [undefined, undefined]);
        const blocked = result.conflicts.some(({ kind, blocks }) => kind === 'outside-statute' && blocks);
        expect(blocked).toBe(due === undefined);
      }),
      { numRuns: RUNS },
    );
  }, 3_600_000);
});
