import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import type { Database } from '../../../src/db/database.ts';
import { supersededOn } from '../../../src/discretion/evenness/is-superseded.ts';
import { keepPlaces } from '../../../src/discretion/evenness/keep-places.ts';
import { decidedViolations, placedCases } from '../../../src/discretion/evenness/placed-cases.ts';
import { COMPLETE_CASE } from '../../documents/complete-case.ts';
import { TEST_BOOK } from '../../review/test-book.ts';
import { openTestDatabase } from '../../support/database.ts';

const COUNT = 321;
const { name } = COMPLETE_CASE.violation;

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  const { decision } = COMPLETE_CASE;
  if (!decision) throw new Error('the complete case has a decision');
  const file = JSON.stringify({ ...COMPLETE_CASE, example: false });
  await sql`
    insert into cases (id, title, field, jurisdiction, revision, file, created_by)
    select 'case-' || i, 't', 'market', '', 1,
      jsonb_set(${file}::jsonb, '{decision,penalties,0,amount}', to_jsonb(50000 + i * 250)), 'u'
    from generate_series(1, ${COUNT}::int) i`.execute(database.db);
});
afterAll(() => database.close());

const own = async () => (await placedCases(database.db, TEST_BOOK, name)).filter(({ kept }) => kept);

describe('keepPlaces', () => {
  it('stops when its time is over, says how many are left, and goes on later', async () => {
    const { left } = await keepPlaces(database.db, TEST_BOOK, { withinMs: 0 });
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(COUNT);
    expect(await own()).toHaveLength(COUNT - left);
    expect(await keepPlaces(database.db, TEST_BOOK)).toEqual({ left: 0 });
    const cases = await own();
    expect(cases).toHaveLength(COUNT);
    // 50,000 + 60 × 250 = 65,000 of 50,000 to 100,000; the tier ends at 80,000.
    expect(cases.find(({ id }) => id === 'case-60')).toMatchObject({ share: 0.3, times: 1.3, inTier: 0 });
    expect(cases.find(({ id }) => id === 'case-120')).toMatchObject({ share: 0.6, inTier: 0 });
  });

  it('lets others have their turn between the batches', async () => {
    await sql`update case_places set basis = 'another'`.execute(database.db);
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await keepPlaces(database.db, TEST_BOOK);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });

  it('follows a new revision, and forgets a case that is gone', async () => {
    await sql`update cases set revision = 2,
      file = jsonb_set(file, '{decision,penalties,0,amount}', '90000') where id = 'case-1'`.execute(
      database.db,
    );
    await sql`delete from cases where id = 'case-2'`.execute(database.db);
    await keepPlaces(database.db, TEST_BOOK);
    const cases = await own();
    expect(cases).toHaveLength(COUNT - 1);
    expect(cases.find(({ id }) => id === 'case-1')).toMatchObject({ share: 0.8, inTier: 1, reasoned: false });
    const violations = await decidedViolations(database.db, TEST_BOOK);
    expect(violations.find((one) => one.violation === name && !one.example)?.count).toBe(COUNT - 1);
  });

  it('takes a proposal for no decision', async () => {
    await sql`update cases set revision = 3, file = file - 'decision' where id = 'case-1'`.execute(
      database.db,
    );
    await keepPlaces(database.db, TEST_BOOK);
    expect(await own()).toHaveLength(COUNT - 2);
  });
});

describe('supersededOn', () => {
  const book = loadReferenceBook();
  const air = { law: '中华人民共和国大气污染防治法', article: '99' };

  it('knows the last day of a law and the day after it', () => {
    expect(supersededOn(book, '2026-08-14')({ provision: air })).toBe(false);
    expect(supersededOn(book, '2026-08-15')({ provision: air })).toBe(true);
  });

  it('does not call old what it does not know', () => {
    expect(supersededOn(book, '2026-08-15')({ provision: { law: '某示例条例', article: '1' } })).toBe(false);
    expect(supersededOn(book, '2026-08-15')({})).toBe(false);
  });
});
