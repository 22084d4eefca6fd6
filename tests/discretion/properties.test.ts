import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import type { BenchmarkItem } from '../../src/corpus/benchmark.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import type { TierResult } from '../../src/discretion/tier-result.ts';
import { BASE_NAMES } from '../../src/law/fine-range.ts';
import { bundledItems, caseUnderItem } from '../support/case-under-item.ts';

const book = loadReferenceBook();
const ITEMS = bundledItems();
const RUNS = 300;

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
        const result = findTier({ file: caseUnderItem(ITEMS, at, given, kinds), book });
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
        const file = caseUnderItem(ITEMS, at, given);
        const changed = { ...file, party: { ...file.party, ...other } };
        expect(essence(findTier({ file: changed, book }))).toEqual(essence(findTier({ file, book })));
      }),
      { numRuns: RUNS / 2 },
    );
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
