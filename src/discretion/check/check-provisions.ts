import { type Benchmark, type BenchmarkItem, NO_FIRST_DAY } from '../../corpus/benchmark.ts';
import { type Citation, citationText } from '../../law/citation.ts';
import { addDays, type Day } from '../../law/dates.ts';
import { lawUnderTable, toldOfLaw } from '../tables/law-under-table.ts';
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
    const { provision } = sanction;
    const [from, to] = sanction.inForce;
    const place = citationText(provision);
    const dated = inForce.from > NO_FIRST_DAY;
    if (dated && inForce.from < from)
      faults.add('dead-statute', id, `${place}自 ${from} 起施行，晚于基准的施行日 ${inForce.from}。`);
    if (to !== undefined && (inForce.to === undefined || to < inForce.to))
      faults.add(
        'dead-statute',
        id,
        `${place}到 ${to} 止，基准却${inForce.to ? `到 ${inForce.to} 止` : '没有写明失效日'}。`,
      );
    const printed = !book.sanctionsOf(provision).some((one) => one.id === sanction.id);
    for (const on of daysOfLaw(provision, inForce, book)) {
      const law = lawUnderTable(provision, { from: printed && dated ? inForce.from : undefined, on }, book);
      if (law.state === 'holds') continue;
      const what = law.state === 'gone' ? `，基准却${lasts(inForce)}。` : '，请核对所印的罚款幅度。';
      faults.add('dead-statute', id, `${toldOfLaw(provision, law)}${what}`);
    }
  }
  for (const { law, article, paragraph, item } of breached) {
    const place = {
      law,
      article,
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(item === undefined ? {} : { item }),
    };
    for (const day of daysOfLaw(place, inForce, book)) {
      const found = book.cite(place, day);
      // A law that the library does not hold cannot be checked, and is no fault of the table.
      if (found.state === 'in-force' || found.state === 'unknown-law') continue;
      faults.add('dead-provision', id, `${citationText(place)}在 ${day} ${STATES[found.state]}。`);
    }
  }
}

/** The first and the last day of a table, and between them every day on which the norm changes or ends. */
function daysOfLaw({ law }: Citation, { from, to }: Benchmark['inForce'], book: CheckedAgainst): Day[] {
  const changes = (book.statuteOf(law)?.versions ?? [])
    .flatMap(({ effective, until }) => [effective, ...(until === null ? [] : [addDays(until, 1)])])
    .filter((day) => day > from && (to === undefined || day < to))
    .sort();
  // Without a first day nobody can say which version the table was written for: only that none is left.
  if (from === NO_FIRST_DAY) return [...changes.slice(-1), ...(to ? [to] : [])];
  return [...new Set([from, ...changes, ...(to ? [to] : [])])].sort();
}

function lasts({ to }: Benchmark['inForce']): string {
  return to ? `到 ${to} 止` : '没有写明失效日';
}

const STATES = {
  superseded: '已经修订，条文不再如此编号',
  repealed: '已经废止',
  'not-yet-in-force': '尚未施行',
  'no-such-article': '没有这一条',
} as const;
