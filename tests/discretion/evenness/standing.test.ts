import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../src/cases/case-file.ts';
import { pastCases } from '../../../src/corpus/past-cases.ts';
import { departureOf } from '../../../src/discretion/evenness/departure-of.ts';
import { placeCase } from '../../../src/discretion/evenness/place-case.ts';
import { placePastCase } from '../../../src/discretion/evenness/place-past-case.ts';
import { reasonOf } from '../../../src/discretion/evenness/reason-of.ts';
import { standAmong } from '../../../src/discretion/evenness/stand-among.ts';
import { findTier } from '../../../src/discretion/find-tier.ts';
import type { LikeCase, Likeness } from '../../../src/discretion/like-cases.ts';
import { BASE_CASE } from '../../review/base-case.ts';
import { TEST_BOOK } from '../../review/test-book.ts';

const RULE = { minimum: 10, spread: 1.5 };
const aspect = (name: Likeness['aspect'], share: number): Likeness => ({
  aspect: name,
  share,
  weight: 1,
  text: '',
});
const like = (share: number, region = 1): LikeCase => ({
  id: `like-${share}`,
  title: '示例类案',
  example: true,
  agency: '示例局',
  decidedOn: '2024-05-06',
  violation: '示例',
  sameItem: true,
  score: 1,
  why: [aspect('region', region), aspect('circumstances', 0.5), aspect('provision', 1)],
  facts: '',
  penalties: [],
  share,
  timesMinimum: 1 + share,
  reasons: '',
});
// 0.1 … 1.0: places 2.25, 4.5, 6.75 → 0.325, 0.55, 0.775; fence 0.45 × 1.5 = 0.675 beyond: −0.35 … 1.45.
const TEN = Array.from({ length: 10 }, (_, index) => like((index + 1) / 10));

describe('standAmong', () => {
  it('gives median, quartiles and rank of all of the item', () => {
    const [item] = standAmong(0.3, TEN, RULE);
    expect(item).toMatchObject({ by: 'item', count: 10, rank: { lower: 2, equal: 1, higher: 7 }, fence: 0 });
    expect(item?.share.lower).toBeCloseTo(0.325, 9);
    expect(item?.share.median).toBeCloseTo(0.55, 9);
    expect(item?.share.upper).toBeCloseTo(0.775, 9);
    expect(item?.times?.median).toBeCloseTo(1.55, 9);
  });

  it.each([
    [1.45, 0],
    [1.4501, 1],
    [-0.35, 0],
    [-0.3501, -1],
  ])('a share of %d stands at %i of the fence', (share, fence) => {
    expect(standAmong(share, TEN, RULE)[0]?.fence).toBe(fence);
  });

  it('judges nothing among nine', () => {
    const [item] = standAmong(9, TEN.slice(1), RULE);
    expect(item).toMatchObject({ count: 9, enough: false });
    expect(item?.fence).toBeUndefined();
  });

  it('tells the choices apart, and leaves empty ones out', () => {
    const likes = [...TEN, like(0.05, 0.5)];
    const found = standAmong(0.3, likes, RULE).map(({ by, count }) => [by, count]);
    expect(found).toEqual([
      ['item', 11],
      ['region', 10],
      ['provision', 11],
    ]);
  });

  it('does not depend on the order', () => {
    expect(standAmong(0.3, [...TEN].reverse(), RULE)).toEqual(standAmong(0.3, TEN, RULE));
  });
});

/** The base case with another fine, in yuan. */
function fined(amount: number, change: Partial<CaseFile> = {}): CaseFile {
  const penalties = [{ type: 'fine' as const, amount }];
  const { decision: _decision, ...file } = BASE_CASE;
  return {
    ...file,
    proposal: { result: 'penalty', penalties, ...BASE_CASE.proposal, ...change.proposal },
    ...change,
  };
}
const departure = (file: CaseFile) => departureOf(file, findTier({ file, book: TEST_BOOK }));

describe('departureOf', () => {
  const { range } = findTier({ file: BASE_CASE, book: TEST_BOOK });
  const [min, max] = [(range?.min ?? 0) / 100, (range?.max ?? 0) / 100];
  const proposal = (amount: number) => ({
    result: 'penalty' as const,
    penalties: [{ type: 'fine' as const, amount }],
  });

  it('knows both ends of the tier', () => {
    expect(max).toBeGreaterThan(min);
    const { maxInclusive } = range ?? {};
    expect(departure(fined(min, { proposal: proposal(min) }))).toBe(0);
    expect(departure(fined(min - 0.01, { proposal: proposal(min - 0.01) }))).toBe(-1);
    expect(departure(fined(max - 0.01, { proposal: proposal(max - 0.01) }))).toBe(0);
    expect(departure(fined(max, { proposal: proposal(max) }))).toBe(maxInclusive ? 0 : 1);
    expect(departure(fined(max + 0.01, { proposal: proposal(max + 0.01) }))).toBe(1);
  });

  it('says nothing without a fine', () => {
    expect(departure(fined(1, { proposal: { result: 'penalty', penalties: [] } }))).toBeUndefined();
  });
});

describe('reasonOf', () => {
  const withReason = (fine?: number): CaseFile => ({
    ...BASE_CASE,
    proposal: {
      result: 'penalty',
      penalties: [],
      deviation: { reason: '示例理由', ...(fine === undefined ? {} : { fine }) },
    },
  });

  it('stands for the sum it was given for, and lapses with another', () => {
    expect(reasonOf(withReason(30000), 3_000_000).state).toBe('stands');
    expect(reasonOf(withReason(30000), 3_000_001).state).toBe('lapsed');
    expect(reasonOf(withReason(30000), undefined).state).toBe('lapsed');
  });

  it('of papers that name no sum stands as it is, and without one there is none', () => {
    expect(reasonOf(withReason(), 3_000_000).state).toBe('stands');
    expect(reasonOf({ ...BASE_CASE, proposal: undefined }, 1).state).toBe('none');
  });
});

describe('the place of a case', () => {
  const { title: _title, ...place } = placeCase(BASE_CASE, TEST_BOOK);

  it('is known', () => {
    expect(place.fine).toBeGreaterThan(0);
    expect(place.share).toBeDefined();
  });

  it('does not change with the name, sex, birth or origin of the party', () => {
    const { kind } = BASE_CASE.party;
    for (const party of [
      { kind, name: '阿依古丽·示例' },
      { kind, name: '示例甲', sex: '女' as const, birthDate: '1950-01-01', address: '示例省另一市' },
      { kind, name: '示例乙', sex: '男' as const, birthDate: '1999-12-31', address: '示例自治区示例县' },
    ]) {
      const { title: _other, ...moved } = placeCase(
        { ...BASE_CASE, title: `${party.name}案`, party },
        TEST_BOOK,
      );
      expect(moved).toEqual(place);
    }
  });

  it('of a case of the library follows the span that it states', () => {
    const past = pastCases().find(({ id }) => id === 'example-mkt-2023-01');
    if (!past) throw new Error('the example is gone');
    // 53,000 of 50,000 to 100,000.
    expect(placePastCase(past, TEST_BOOK)).toMatchObject({
      fine: 5_300_000,
      share: 0.06,
      times: 1.06,
      kept: false,
    });
    const renamed = placePastCase({ ...past, party: { ...past.party, name: '另一名称' } }, TEST_BOOK);
    expect(renamed).toEqual(placePastCase(past, TEST_BOOK));
  });
});
