import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { readCaseFile } from '../../src/cases/read-case-file.ts';
import type { BenchmarkItem } from '../../src/corpus/benchmark.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { conditionsOfItem } from '../../src/discretion/conditions-of-item.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import { representativeValues } from '../../src/discretion/representative-values.ts';
import type { TierResult } from '../../src/discretion/tier-result.ts';
import type { FactorValue } from '../../src/law/condition.ts';
import { BASE_NAMES, type Base } from '../../src/law/fine-range.ts';

const book = loadReferenceBook();
const ITEMS = book
  .benchmarks()
  .flatMap((benchmark) => benchmark.items.map((item) => ({ benchmark, item })))
  .filter(({ item }) => book.sanction(item.sanction));
const RUNS = 300;

/** A case under an item of the bundled tables; each fact answered by the seed, about one in eight not at all. */
function caseOf(place: number, seeds: number[], grounds: string[] = []): CaseFile {
  const { benchmark, item } = ITEMS[place % ITEMS.length]!;
  const conditions = conditionsOfItem(item);
  const facts: [string, FactorValue][] = item.factors.flatMap((declared, index) => {
    const values = representativeValues(declared.name, conditions, declared);
    const seed = seeds[index % seeds.length]! + index;
    const value =
      values.length > 0 ? values[seed % values.length]! : declared.type === 'number' ? seed % 40 : true;
    return seed % 8 === 7 ? [] : [[declared.name, value] as [string, FactorValue]];
  });
  const sums = Object.fromEntries(
    BASE_NAMES.map((base, index) => [base, { yuan: (1 + (seeds[index % seeds.length]! % 5_000_000)) / 100 }]),
  );
  for (const [name, value] of facts) {
    if (name in sums && typeof value === 'number')
      sums[name as Base] = { yuan: Math.round(value * 100) / 100 };
  }
  return readCaseFile({
    id: 'case',
    title: '示例案件',
    cause: item.violation,
    field: item.field,
    action: 'penalty',
    procedure: 'ordinary',
    agency: { name: '示例机关', region: benchmark.region },
    party: { kind: item.appliesTo === 'person' ? 'person' : 'organisation', name: '示例当事人' },
    violation: { name: item.violation, endedOn: benchmark.inForce.from, amounts: sums },
    provisions: { breached: item.breached, punishing: [book.sanction(item.sanction)!.provision] },
    benchmarkItem: item.id,
    circumstances: {
      factors: Object.fromEntries(facts.filter(([name]) => !(name in sums))),
      grounds: grounds.map((kind) => ({ kind, state: 'accepted' })),
    },
  });
}

const place = fc.nat(ITEMS.length - 1);
const seeds = fc.array(fc.nat(5_000_000), { minLength: 6, maxLength: 10 });
const grounds = fc.subarray(['removed-harm', 'coerced', 'heavier']);

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
  it('never leaves the statute, but for a mitigated tier with an accepted ground', () => {
    let settled = 0;
    fc.assert(
      fc.property(place, seeds, grounds, (at, given, kinds) => {
        const result = findTier({ file: caseOf(at, given, kinds), book });
        const { range, statutory, tier } = result;
        if (result.settled) settled += 1;
        if (!range) return;
        expect(statutory).toBeDefined();
        const mitigated = tier?.grade === 'mitigated' && result.grounds.mayMitigate;
        if (!mitigated && statutory!.min !== undefined)
          expect(range.min!).toBeGreaterThanOrEqual(statutory!.min);
        if (statutory!.max !== undefined) expect(range.max!).toBeLessThanOrEqual(statutory!.max);
        if (range.min !== undefined && range.max !== undefined)
          expect(range.min).toBeLessThanOrEqual(range.max);
      }),
      { numRuns: RUNS },
    );
    // Most of the cases must say something, or the property would hold of nothing.
    expect(settled).toBeGreaterThan(RUNS / 10);
  });

  it('knows no name, no sex and no region of birth', () => {
    const party = fc.record({
      name: fc.constantFrom('示例公司', '张示例', 'Example Ltd', '阿示例'),
      sex: fc.constantFrom('男' as const, '女' as const),
      address: fc.constantFrom('示例省甲市', '他省乙县', '境外'),
      legalRepresentative: fc.constantFrom('甲示例', '乙示例'),
      phone: fc.constantFrom('00000000', '11111111'),
    });
    fc.assert(
      fc.property(place, seeds, party, (at, given, other) => {
        const file = caseOf(at, given);
        const changed = { ...file, party: { ...file.party, ...other } };
        expect(essence(findTier({ file: changed, book }))).toEqual(essence(findTier({ file, book })));
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('knows no order of facts, amounts and grounds', () => {
    fc.assert(
      fc.property(place, seeds, grounds, (at, given, kinds) => {
        const file = caseOf(at, given, kinds);
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
        const file = caseOf(at, given);
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
