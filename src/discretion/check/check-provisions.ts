import type { Benchmark, BenchmarkItem } from '../../corpus/benchmark.ts';
import { citationText } from '../../law/citation.ts';
import type { Faults } from './benchmark-fault.ts';
import type { CheckedAgainst } from './check-benchmark.ts';

interface Resting {
  id: string;
  breached: BenchmarkItem['breached'];
  sanction?: string;
}

/** An item is only as alive as the law under it: its provisions hold from the table's first day to its last. */
export function checkProvisions(
  { id, breached, sanction: named }: Resting,
  { inForce }: Benchmark,
  book: CheckedAgainst,
  faults: Faults,
): void {
  const sanction = named === undefined ? undefined : book.sanction(named);
  if (sanction) {
    const [from, to] = sanction.inForce;
    const provision = citationText(sanction.provision);
    if (inForce.from < from)
      faults.add('dead-statute', id, `${provision}自 ${from} 起施行，晚于基准的施行日 ${inForce.from}。`);
    if (to !== undefined && (inForce.to === undefined || to < inForce.to))
      faults.add(
        'dead-statute',
        id,
        `${provision}到 ${to} 止，基准却${inForce.to ? `到 ${inForce.to} 止` : '没有写明失效日'}。`,
      );
  }
  for (const { law, article, paragraph, item } of breached) {
    const place = {
      law,
      article,
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(item === undefined ? {} : { item }),
    };
    for (const day of [inForce.from, ...(inForce.to ? [inForce.to] : [])]) {
      const found = book.cite(place, day);
      // A law that the library does not hold cannot be checked, and is no fault of the table.
      if (found.state === 'in-force' || found.state === 'unknown-law') continue;
      faults.add('dead-provision', id, `${citationText(place)}在 ${day} ${STATES[found.state]}。`);
    }
  }
}

const STATES = {
  superseded: '已经修订，条文不再如此编号',
  repealed: '已经废止',
  'not-yet-in-force': '尚未施行',
  'no-such-article': '没有这一条',
} as const;
