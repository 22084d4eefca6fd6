import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { wordsOf } from '../../../src/corpus/violations/imported-choices.ts';
import { matchViolations } from '../../../src/corpus/violations/match-violations.ts';
import { choicesFor, isRecent, type PastChoice } from '../../../src/corpus/violations/past-choice.ts';
import { bundledViolations } from '../../../src/corpus/violations/read-violations.ts';

const AGENCY = '示例市市场监督管理局';
const book = loadReferenceBook();
const catalogue = bundledViolations();
/** Few enough to look at every one that is found. */
const food = { items: catalogue.items.filter(({ id }) => id.startsWith('food-business')), questions: [] };
const asOf = '2026-01-01';
const QUERY = '小卖部货架上面包过期三天还在卖';
const find = (text: string, choices: PastChoice[], limit = 10, among = limit > 10 ? food : catalogue) =>
  matchViolations(among, text, { book, asOf, choices, limit });

const choice = (item: string, text: string, more: Partial<PastChoice> = {}): PastChoice => {
  const { name, breached, punishing } = catalogue.items.find(({ id }) => id === item)!;
  const words = wordsOf([text]);
  return {
    agency: AGENCY,
    case: 'c1',
    on: '2025-10-10',
    words,
    name,
    breached,
    punishing,
    own: true,
    ...more,
  };
};
const times = (count: number, one: PastChoice): PastChoice[] =>
  Array.from({ length: count }, (_, at) => ({ ...one, case: `c${at}` }));

/** A query between two items, of which the second is as good as that beside the first. */
async function pairWith(
  isSo: (score: number) => boolean,
): Promise<{ text: string; first: string; second: string }> {
  for (let next = 1; next < food.items.length; next++)
    for (const [at, { sayings }] of food.items.entries()) {
      const text = `${sayings[0]}，${food.items[(at + next) % food.items.length]!.sayings[0]}`;
      const [one, other] = await find(text, [], 2, food);
      if (one?.kind === 'violation' && other?.kind === 'violation' && isSo(other.score))
        return { text, first: one.id, second: other.id };
    }
  throw new Error('没有这样的两个事项');
}

describe('本机关以往的选定', () => {
  it('几乎同样好的两项，选过的在前，并说选过几件、都说到什么', async () => {
    const { text, first, second } = await pairWith((score) => score > 0.975 && score < 1);
    expect((await find(text, [], 2, food)).map(({ id, why }) => [id, why.chosen])).toEqual([
      [first, null],
      [second, null],
    ]);
    const [top] = await find(text, times(7, choice(second, text)), 2, food);
    expect(top?.id).toBe(second);
    expect(top?.why.chosen?.count).toBe(7);
    for (const word of top?.why.chosen?.words ?? []) expect(text).toContain(word);
    expect(top?.why.chosen?.words.length).toBeGreaterThan(0);
  });

  it('选过十次的，升到相差不到一成的前面；只选过一次的不能', async () => {
    const { text, second } = await pairWith((score) => score > 0.93 && score < 0.95);
    const place = async (count: number) =>
      (await find(text, times(count, choice(second, text)), 2, food)).findIndex(({ id }) => id === second);
    expect([await place(0), await place(1), await place(10)]).toEqual([1, 1, 0]);
  });

  it('差得远的，选过再多次也不到前面', async () => {
    const before = await find(QUERY, []);
    const last = before.at(-1)!;
    expect(before[0]!.score - last.score).toBeGreaterThan(0.2);
    const after = await find(QUERY, times(2000, choice(last.id, QUERY)));
    expect(after[0]?.id).toBe(before[0]?.id);
    expect(after.find(({ id }) => id === last.id)?.why.chosen?.count).toBe(2000);
  });

  it('说的不是一回事的，不算；目录里不止一项符合的，也不算', async () => {
    const other = choice('food-business-expired', '工地塔吊没有检验就用来吊装钢筋');
    expect(await find(QUERY, times(9, other))).toEqual(await find(QUERY, []));
    // Of the items that one article punishes: the one that tells what the case tells, or none.
    const { name: _, ...unnamed } = choice('food-business-expired', QUERY);
    const chosen = async (text: string) =>
      (await find(QUERY, [{ ...unnamed, words: wordsOf([text]) }])).flatMap(({ id, why }) =>
        why.chosen ? [id] : [],
      );
    expect(await chosen(`${QUERY}。经营超过保质期的食品`)).toEqual(['food-business-expired']);
    expect(await chosen('面包')).toEqual([]);
  });

  it('没有一个词相符的事项，选过再多次也不列出', async () => {
    const ids = new Set((await find('面包过期', [], 100)).map(({ id }) => id));
    const strange = food.items.find(({ id }) => !ids.has(id))!;
    const found = await find('面包过期', times(500, choice(strange.id, '面包过期')), 100);
    expect(found.map(({ id }) => id)).not.toContain(strange.id);
  });

  it('无论选过什么，找到的还是那些；顺序不因列出选定的先后而变', async () => {
    const texts = food.items.map(({ sayings, plain }) => [sayings[0]!, plain] as const);
    const some = fc.record({
      item: fc.constantFrom(...food.items.map(({ id }) => id)),
      text: fc.constantFrom(...texts.flat(), QUERY),
      count: fc.integer({ min: 1, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts.flat()),
        fc.array(some, { maxLength: 6 }),
        async (text, made) => {
          const choices = made.flatMap(({ item, text: told, count }) => times(count, choice(item, told)));
          const plain = await find(text, [], 1000);
          const led = await find(text, choices, 1000);
          const byId = (list: typeof led) =>
            list
              .map(({ id, missing, provisions, why: { words, met } }) => ({
                id,
                missing,
                provisions,
                words,
                met,
              }))
              .sort((a, b) => (a.id < b.id ? -1 : 1));
          expect(byId(led)).toEqual(byId(plain));
          expect(await find(text, choices.toReversed(), 1000)).toEqual(led);
          if (led.every(({ why }) => why.chosen === null)) expect(led).toEqual(plain);
          const of = new Map(plain.map(({ id, score }) => [id, score]));
          // The lead of an item over a better one is never more than an eighth of the best score.
          for (const [at, one] of led.entries())
            for (const better of led.slice(at + 1))
              expect(of.get(better.id)! - of.get(one.id)!).toBeLessThan(0.15);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('一千件以往的选定，不慢过 50 毫秒', async () => {
    const many = catalogue.items
      .slice(0, 1000)
      .map(({ id, plain }, at) => choice(id, plain, { case: `m${at}` }));
    await find(QUERY, many);
    // Time of the processor: what else runs on the machine does not count.
    const start = process.cpuUsage();
    for (let at = 0; at < 20; at++) await find(QUERY, many);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000 / 20).toBeLessThan(50);
  });
});

describe('哪些选定算数', () => {
  const one = choice('food-business-expired', QUERY);
  it('同一机关的、别的案件的、不是示例的', () => {
    const other = { ...one, agency: '示例县市场监督管理局', case: 'c2' };
    const example = { ...one, case: 'c3', example: true as const };
    const all = [one, other, example];
    expect(choicesFor(all, { agency: '示例市 市场监督管理局' })).toEqual([one]);
    expect(choicesFor(all, { agency: AGENCY, except: 'c1' })).toEqual([]);
    expect(choicesFor(all, { agency: AGENCY, example: true })).toEqual([one, example]);
  });

  it('没有说是哪个机关的，是在本库办案的那一个机关；别的机关的、不止一个的，不算本机关的', () => {
    const imported = { ...one, own: false, case: 'case:1' };
    const foreign = { ...imported, agency: '示例县市场监督管理局', case: 'case:2' };
    expect(choicesFor([one, imported], {})).toEqual([one]);
    expect(choicesFor([imported], {})).toEqual([]);
    expect(choicesFor([one, { ...one, agency: '示例县市场监督管理局' }], {})).toEqual([]);
    expect(choicesFor([imported, foreign], {})).toEqual([]);
  });

  it('近三年的首日和末日算，前一日和后一日不算', () => {
    expect(isRecent('2023-11-22', '2026-11-21')).toBe(true);
    expect(isRecent('2023-11-21', '2026-11-21')).toBe(false);
    expect(isRecent('2026-11-21', '2026-11-21')).toBe(true);
    expect(isRecent('2026-11-22', '2026-11-21')).toBe(false);
  });
});
