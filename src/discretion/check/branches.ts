import type { BenchmarkItem } from '../../corpus/benchmark.ts';
import type { Condition, FactorValue } from '../../law/condition.ts';
import { BASE_NAMES } from '../../law/fine-range.ts';
import { testsOf } from '../representative-values.ts';
import { type BenchmarkFault, Faults } from './benchmark-fault.ts';

interface Look {
  /** Units or persons: each has spans of its own in the provision. */
  side: string;
  place: string;
  /** What the table asks about, of the facts looked at. */
  own: string;
  /** The judgments of the provision that the tiers themselves may stand for. */
  judged: string;
  /** The other facts of the provision that the table does not ask about. */
  branch: string;
  faults: BenchmarkFault[];
}

/** 情节严重, 造成严重后果: what a provision leaves to judgment, a table spells out by its tiers. */
const JUDGED = /serious|grave|严重|较重|恶劣|特别|重大/i;

/**
 * A provision may switch its span on facts that a table does not ask about (逾期不改正 …): such a table is written for one of
 * the branches, the same for all its rows, and what is wrong counts unless one branch is sound throughout. What the provision
 * leaves to judgment (情节严重) each row may answer for itself. A sum of money is never such a fact.
 */
export class Branches {
  private readonly asked: ReadonlySet<string>;
  private readonly looks = new Map<string, Look>();

  constructor({ factors }: BenchmarkItem, conditions: readonly Condition[]) {
    this.asked = new Set([
      ...factors.map(({ name }) => name),
      ...conditions.flatMap(testsOf).map(({ factor }) => factor),
      ...BASE_NAMES,
    ]);
  }

  /** Looks at a place of the table under some facts; `check` tells its faults. */
  look<T>(side: string, place: string, values: Record<string, FactorValue>, check: (faults: Faults) => T): T {
    const entries = Object.entries(values);
    const part = (of: (name: string) => boolean) => JSON.stringify(entries.filter(([name]) => of(name)));
    const own = part((name) => this.asked.has(name));
    const judged = part((name) => !this.asked.has(name) && JUDGED.test(name));
    const branch = part((name) => !this.asked.has(name) && !JUDGED.test(name));
    const faults = new Faults();
    const result = check(faults);
    this.looks.set([side, place, own, judged, branch].join(' '), {
      side,
      place,
      own,
      judged,
      branch,
      faults: faults.list(),
    });
    return result;
  }

  settle(faults: Faults): void {
    for (const looks of Map.groupBy(this.looks.values(), ({ side }) => side).values()) {
      const branches = [...Map.groupBy(looks, ({ branch }) => branch).values()].map(faultsOfBranch);
      const best = branches.reduce((least, found) => (found.length < least.length ? found : least));
      for (const { kind, row, detail } of best) faults.add(kind, row, detail);
    }
  }
}

/** What is wrong in one branch: at each place and for each of its own facts, unless one of the judgments makes it right. */
function faultsOfBranch(looks: readonly Look[]): BenchmarkFault[] {
  const places = Map.groupBy(looks, ({ place, own }) => `${place} ${own}`);
  return [...places.values()].flatMap((judgments) =>
    judgments.some(({ faults }) => faults.length === 0) ? [] : judgments.flatMap(({ faults }) => faults),
  );
}
