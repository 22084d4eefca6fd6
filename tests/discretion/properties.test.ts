import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import type { BenchmarkItem } from '../../src/corpus/benchmark.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { conditionsOfItem } from '../../src/discretion/conditions-of-item.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import { representativeValues } from '../../src/discretion/representative-values.ts';
import { BUSINESS_AS_UNIT } from '../../src/discretion/spans/side-of.ts';
import type { TierResult } from '../../src/discretion/tier-result.ts';
import { evaluate } from '../../src/law/condition.ts';
import { BASE_NAMES, type Base } from '../../src/law/fine-range.ts';
import { GRADE_NAMES } from '../../src/law/penalties.ts';
import { AS_RESPONSIBLE } from '../../src/law/sanction-conditions.ts';
import { bundledItems, caseUnderItem } from '../support/case-under-item.ts';

const book = loadReferenceBook();
const ITEMS = bundledItems();
const RUNS = 300;

const place = fc.nat(ITEMS.length - 1);
const seeds = fc.array(fc.nat(5_000_000), { minLength: 6, maxLength: 10 });
const side = fc.constantFrom('unit' as const, 'person' as const);
const grounds = fc.subarray(['removed-harm', 'coerced', 'heavier']);

/** The case with a party of this side, where its item is for both. */
function withSide(file: CaseFile, as: 'unit' | 'person'): CaseFile {
  const only = book.benchmarkItem(file.benchmarkItem!)!.item.appliesTo;
  const which = only === 'any' ? as : only;
  return { ...file, party: { ...file.party, kind: which === 'unit' ? 'organisation' : 'person' } };
}

function withBusiness(file: CaseFile, asUnit: boolean): CaseFile {
  const factors = { ...file.circumstances?.factors, [BUSINESS_AS_UNIT]: asUnit };
  return {
    ...file,
    party: { ...file.party, kind: 'individual-business' },
    circumstances: { ...file.circumstances, factors },
  };
}

/** A tier whose sums are so many times what the table says. */
function scaled(tier: BenchmarkItem['tiers'][number], by: number): BenchmarkItem['tiers'][number] {
  const end = (value: number | string | undefined) =>
    value === undefined ? undefined : Math.round(Number(value) * by * 100) / 100;
  const fine = (one: NonNullable<typeof tier.fine>) =>
    one.ofSpan || one.base ? one : { ...one, min: end(one.min), max: end(one.max) };
  return {
    ...tier,
    ...(tier.fine ? { fine: fine(tier.fine) } : {}),
    ...(tier.fines ? { fines: tier.fines.map(fine) } : {}),
  };
}

/** The lowest and highest whole fen that any span of the provision allows this party under the facts. */
function statuteOf(file: CaseFile): { min: number; max: number } | undefined {
  const { sanction } = book.benchmarkItem(file.benchmarkItem!)!.item;
  const kind = file.party.kind === 'organisation' ? 'unit' : 'person';
  const amounts = file.violation.amounts ?? {};
  const yuanOf = (base: Base) => amounts[base]!.yuan;
  const facts = {
    ...Object.fromEntries(Object.keys(amounts).map((base) => [base, yuanOf(base as Base)])),
    ...file.circumstances?.factors,
  };
  const spans = book
    .sanction(sanction)!
    .fines.filter((one) => one.subject !== 'responsible-person' && (!one.party || one.party === kind))
    .filter(({ when }) => !when || evaluate(when, facts) !== false)
    .map(({ range: { base, baseLeast = 0, min = 0, max = Number.POSITIVE_INFINITY } }) => {
      const unit = base ? Math.max(yuanOf(base), Number(baseLeast)) : 1;
      const fenOf = (end: number | string) => Number((Number(end) * unit * 100).toFixed(4));
      return [Math.max(1, Math.ceil(fenOf(min))), Math.floor(fenOf(max))] as const;
    });
  if (spans.length === 0) return undefined;
  return { min: Math.min(...spans.map(([min]) => min)), max: Math.max(...spans.map(([, max]) => max)) };
}

/** What the result says of the fine, without the words of the steps. */
const essence = ({
  tier,
  range,
  settled,
  weighing,
  counting,
  penalties,
  possibleTiers,
  missing,
}: TierResult) => ({
  tier: tier?.name,
  range,
  settled,
  weighing,
  counting,
  penalties,
  possible: possibleTiers.map(({ order }) => order),
  missing: missing.map(({ factor }) => factor).toSorted(),
});

describe('over all bundled tables', () => {
  it('never leaves the statute, but for a mitigated tier with an accepted ground, however wrong the table', () => {
    const seen = { inside: 0, cut: 0, blocked: 0 };
    const scale = fc.constantFrom('0.1', '0.5', '1', '3', '20');
    fc.assert(
      fc.property(place, seeds, grounds, side, scale, (at, given, kinds, party, by) => {
        const { item, benchmark } = ITEMS[at % ITEMS.length]!;
        const wrong = { ...item, tiers: item.tiers.map((tier) => scaled(tier, Number(by))) };
        const file = withSide(caseUnderItem(ITEMS, at, given, kinds), party);
        const result = findTier({
          file,
          book: { ...book, benchmarkItem: () => ({ benchmark, item: wrong }) },
        });
        const { range, tier } = result;
        if (result.conflicts.some(({ kind, blocks }) => kind === 'outside-statute' && blocks)) {
          seen.blocked += 1;
          expect([range, result.settled]).toEqual([undefined, undefined]);
        }
        if (!range) return;
        const ends = statuteOf(file);
        expect(ends).toBeDefined();
        const mitigated = tier?.grade === 'mitigated' && result.grounds.mayMitigate;
        if (tier?.grade === 'mitigated') expect(result.grounds.mayMitigate).toBe(true);
        if (!mitigated) expect(range.min ?? 1).toBeGreaterThanOrEqual(ends!.min);
        expect(range.max ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(ends!.max);
        expect(range.min ?? 1).toBeLessThanOrEqual(range.max ?? Number.POSITIVE_INFINITY);
        if (result.conflicts.some(({ kind }) => kind === 'outside-statute')) seen.cut += 1;
        else seen.inside += 1;
      }),
      { numRuns: RUNS },
    );
    // Every way out must have been tried, or the property would hold of nothing.
    for (const [way, times] of Object.entries(seen)) expect([way, times]).not.toEqual([way, 0]);
  });

  it('knows no name, no sex, no address: only on which side the party stands', () => {
    const party = fc.record({
      name: fc.constantFrom('示例公司', '张示例', 'Example Ltd', '阿示例'),
      sex: fc.constantFrom('男' as const, '女' as const),
      address: fc.constantFrom('示例省甲市', '他省乙县', '境外'),
      legalRepresentative: fc.constantFrom('甲示例', '乙示例'),
      phone: fc.constantFrom('00000000', '11111111'),
      idNumber: fc.constantFrom('110101199001010015', '650101197001010028'),
    });
    const columns = new Set<string>();
    let settled = 0;
    fc.assert(
      fc.property(place, seeds, party, side, (at, given, other, which) => {
        const plain = withSide(caseUnderItem(ITEMS, at, given), which);
        // A person may be one responsible in a unit, which an individual business is not.
        const factors = { ...plain.circumstances?.factors, [AS_RESPONSIBLE]: false };
        const file = { ...plain, circumstances: { ...plain.circumstances, factors } } as CaseFile;
        const changed = { ...file, party: { ...file.party, ...other } } as CaseFile;
        const result = findTier({ file, book });
        expect(essence(findTier({ file: changed, book }))).toEqual(essence(result));
        if (result.settled) settled += 1;
        if (result.range) columns.add(which);
        // Whoever is said to stand on a side is treated as all who do.
        const [kind, as] = which === 'unit' ? ['organisation', true] : ['person', false];
        const business = withBusiness(file, as as boolean);
        if (result.sanction?.individualBusinessAs === undefined)
          expect(essence(findTier({ file: business, book }))).toEqual(
            essence(findTier({ file: { ...file, party: { ...file.party, kind } } as CaseFile, book })),
          );
      }),
      { numRuns: RUNS / 2 },
    );
    expect(columns).toEqual(new Set(['unit', 'person']));
    expect(settled).toBeGreaterThan(RUNS / 20);
  });

  it('one fact that leads to a heavier tier never lowers the span', () => {
    let compared = 0;
    const tiered = ITEMS.flatMap(({ item }, index) => (item.tiers.length > 1 ? [index] : []));
    fc.assert(
      fc.property(fc.constantFrom(...tiered), seeds, side, fc.nat(50), (at, given, which, pick) => {
        const { item } = ITEMS[at]!;
        const base = withSide(caseUnderItem(ITEMS, at, given), which);
        const one = {
          ...base,
          circumstances: { factors: base.circumstances?.factors, noGrounds: true },
        } as CaseFile;
        const before = findTier({ file: one, book });
        const declared = item.factors[pick % item.factors.length];
        if (!before.tier || !before.range || !declared || declared.name in BASES) return;
        for (const value of representativeValues(declared.name, conditionsOfItem(item), declared)) {
          const factors = { ...one.circumstances?.factors, [declared.name]: value };
          const after = findTier({
            file: { ...one, circumstances: { factors, noGrounds: true } } as CaseFile,
            book,
          });
          if (!after.tier || !after.range || after.statutory?.text !== before.statutory?.text) continue;
          const [milder, heavier] = [before, after].toSorted(
            (a, b) => GRADE_NAMES.indexOf(a.tier!.grade) - GRADE_NAMES.indexOf(b.tier!.grade),
          );
          if (milder!.tier!.grade === heavier!.tier!.grade) continue;
          compared += 1;
          const where = `${item.id} ${declared.name}`;
          expect([where, (heavier!.range!.min ?? 0) >= (milder!.range!.min ?? 0)]).toEqual([where, true]);
          expect([where, heavier!.range!.max! >= milder!.range!.max!]).toEqual([where, true]);
        }
      }),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(RUNS / 10);
  });

  it('knows no order of facts, amounts and grounds', () => {
    fc.assert(
      fc.property(place, seeds, grounds, (at, given, kinds) => {
        const file = caseUnderItem(ITEMS, at, given, kinds);
        const reversed = <Value>(record: Record<string, Value> | undefined): Record<string, Value> =>
          Object.fromEntries(Object.entries(record ?? {}).reverse());
        const turned = {
          ...file,
          violation: { ...file.violation, amounts: reversed(file.violation.amounts) },
          circumstances: {
            factors: reversed(file.circumstances?.factors),
            grounds: file.circumstances?.grounds?.toReversed(),
          },
        } as CaseFile;
        expect(essence(findTier({ file: turned, book }))).toEqual(essence(findTier({ file, book })));
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('settles no weighted or counted amount without a fact that it needs', () => {
    const reckoned = ITEMS.flatMap(({ item }, index) => (item.weights || item.perUnit ? [index] : []));
    expect(reckoned.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.constantFrom(...reckoned), seeds, fc.nat(20), (at, given, which) => {
        const file = caseUnderItem(ITEMS, at, given);
        const result = findTier({ file, book });
        if (!result.settled || result.settled === 'tier') return;
        const needed = neededOf(ITEMS[at]!.item, result);
        const gone = needed[which % needed.length]!;
        const factors = Object.entries(file.circumstances?.factors ?? {}).filter(([name]) => name !== gone);
        const fewer = { ...file, circumstances: { factors: Object.fromEntries(factors) } };
        const open = findTier({ file: fewer, book });
        expect([gone, open.settled, open.range]).toEqual([gone, undefined, undefined]);
        expect(open.missing.map(({ factor }) => factor)).toContain(gone);
      }),
      { numRuns: RUNS },
    );
  });
});

/** The facts that stand in the conditions of the weighted factors, or are counted. */
function neededOf({ weights, perUnit }: BenchmarkItem, { counting }: TierResult): string[] {
  if (weights) {
    const named = JSON.stringify(weights.factors).matchAll(/"factor":"([^"]+)"/g);
    return [...new Set([...named].map(([, name]) => name!))].filter((name) => !(name in BASES));
  }
  const counted = new Set(counting?.parts.map(({ factor }) => factor));
  return (perUnit?.add ?? []).flatMap(({ factor }) => (counted.has(factor) ? [factor] : []));
}

const BASES = Object.fromEntries(BASE_NAMES.map((base) => [base, true]));
