import { loadReferenceBook } from '../src/corpus/load-reference-book.ts';
import { pastCases } from '../src/corpus/past-cases.ts';
import { findTier } from '../src/discretion/find-tier.ts';
import { likeCases } from '../src/discretion/like-cases.ts';
import { bundledItems, caseUnderItem } from '../tests/support/case-under-item.ts';
import type { Row } from './run.ts';

/** Cases that are placed again, as after a change of a table. */
const CASES = 100_000;
/** Different cases among them; reading a case file would else take longer than placing it. */
const DISTINCT = 2_000;
const ROUNDS = 20;

/** Facts → tier or amount with every step, over all bundled items; and the places of many proposed fines, all reckoned anew. */
export function benchDiscretion(): Row[] {
  const book = loadReferenceBook();
  const items = bundledItems();
  const cases = Array.from({ length: DISTINCT }, (_, index) =>
    caseUnderItem(items, index, seedsOf(index), [], 1_000 + ((index * 7_919) % 500_000)),
  );
  for (const file of cases.slice(0, 500)) findTier({ file, book });
  const times: number[] = [];
  let settled = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const file of cases.slice(round * 100, round * 100 + items.length)) {
      // The clock also counts what the machine clears up in between: the least of three is the reckoning itself.
      const own = [1, 2, 3].map(() => {
        const started = processorTime();
        const result = findTier({ file, book });
        return { time: processorTime() - started, result };
      });
      times.push(Math.min(...own.map(({ time }) => time)));
      if (own[0]!.result.settled) settled += 1;
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => round2(times[Math.floor((times.length - 1) * share)] ?? 0);

  const started = processorTime();
  let placed = 0;
  for (let index = 0; index < CASES; index += 1) {
    if (findTier({ file: cases[index % DISTINCT]!, book, changes: false }).position) placed += 1;
  }
  const seconds = (processorTime() - started) / 1000;

  const pool = Array.from({ length: CASES }, (_, index) => {
    const past = pastCases()[index % pastCases().length]!;
    return { ...past, id: `${past.id}-${index}` };
  });
  const before = processorTime();
  const likes = likeCases(cases[0]!, pool, { limit: 50 });
  const likeSeconds = (processorTime() - before) / 1000;
  return [
    { name: 'items of the bundled benchmarks', value: items.length, unit: 'items' },
    {
      name: 'share of the random cases that are settled',
      value: round2((100 * settled) / times.length),
      unit: '%',
    },
    { name: 'one computation with every step, p50', value: at(0.5), unit: 'ms' },
    { name: 'one computation with every step, p95', value: at(0.95), unit: 'ms' },
    { name: 'one computation with every step, longest', value: at(1), unit: 'ms' },
    { name: `places of ${placed} proposed fines computed anew`, value: round2(seconds), unit: 's' },
    { name: `like cases (${likes.length}) of one among ${CASES}`, value: round2(likeSeconds), unit: 's' },
  ];
}

/** In ms of the processor, which others on the machine do not lengthen. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function seedsOf(index: number): number[] {
  return Array.from({ length: 8 }, (_, place) => (index * 2_654_435_761 + place * 40_503_739) % 5_000_000);
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
