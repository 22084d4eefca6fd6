import type { Benchmark, BenchmarkItem } from '../../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { Day } from '../../../law/dates.ts';
import { benchmarkNotHeld } from '../../benchmark/benchmark-not-held.ts';
import { otherTiers } from '../../benchmark/other-tiers.ts';
import { type Answer, type Context, notApplicable, unclear } from '../../rules/rule.ts';
import { actDay } from '../../steps/act-day.ts';

export interface BenchmarkVersion {
  benchmark: Benchmark;
  item: BenchmarkItem;
  /** The day whose law and table it is reckoned by. */
  on: Day;
}

export interface BenchmarkVersions {
  old: BenchmarkVersion;
  now: BenchmarkVersion;
  /** The version in force when an act that went on past a change began, where it is another than `old`. */
  began?: BenchmarkVersion;
  paths: string[];
}

/**
 * The two versions of the discretion benchmark for the case's item: the one in force at the act (its end) and the one
 * at the decision, else today. Versions are benchmarks of one region whose items carry the same item code. An Answer
 * where there is nothing to choose, or a fact or a version is missing.
 */
export function benchmarkVersions(context: Context): BenchmarkVersions | Answer {
  const { file, book, today } = context;
  const named = file.benchmarkItem ? book.benchmarkItem(file.benchmarkItem) : undefined;
  const code = named?.item.itemCode ?? file.violation.itemCode;
  const from = file.benchmarkItem ? ['benchmarkItem'] : ['violation.itemCode'];
  if (file.benchmarkItem && !named) {
    return unclear(`裁量基准库中没有事项“${file.benchmarkItem}”。`, ['裁量基准的文本'], from);
  }
  if (!code && !named) return unclear('本案适用哪一裁量基准没有写明。', ['裁量基准事项'], from);
  const other = benchmarkNotHeld(context);
  if (other) return other;
  const act = actDay(file);
  if (!act) {
    return unclear('需要知道违法行为的日期，案卷没有载明。', ['违法行为发生日或者终了日'], ['violation']);
  }
  if (file.decision && !file.decision.date) {
    return unclear('需要知道决定日期，案卷没有载明。', ['决定日期'], ['decision']);
  }
  const decided = file.decision?.date ?? today;
  const paths = [...from, act.path, ...(file.decision ? ['decision.date'] : [])];
  const all = sameItem(book, code, named, file);
  const at = (on: Day) =>
    all.filter(({ benchmark: { inForce } }) => covers(inForce, on)).map((one) => ({ ...one, on }));
  const [olds, nows] = [at(act.day), at(decided)];
  if (olds.length > 1 || nows.length > 1) {
    return unclear('同一日有几个裁量基准规定本案事项，适用哪一个需要人指明。', ['适用的裁量基准'], paths);
  }
  const [old, now] = [olds[0], nows[0]];
  const foreign = otherTiers(file, old?.item) ?? otherTiers(file, now?.item);
  if (foreign) return foreign;
  if (old && now) {
    const { startedOn, continuing } = file.violation;
    const first = startedOn && startedOn < act.day && continuing !== false ? at(startedOn) : [];
    const began = first.length === 1 && first[0]!.benchmark !== old.benchmark ? first[0] : undefined;
    return { old, now, paths, ...(began ? { began } : {}) };
  }
  if (now)
    return notApplicable(`行为时没有裁量基准，《${now.benchmark.name}》是决定时的基准，见 C5-17。`, paths);
  return old
    ? unclear(
        `《${old.benchmark.name}》在行为后失效，决定时没有新的裁量基准，是否参照需要人判断。`,
        ['决定时适用的裁量基准'],
        paths,
      )
    : notApplicable('库中没有行为时、决定时有效的裁量基准规定本案事项。', paths);
}

/** Every version of the item, for this region and kind of party. */
function sameItem(
  book: ReferenceBook,
  code: string | undefined,
  named: { benchmark: Benchmark; item: BenchmarkItem } | undefined,
  { agency, violation, party }: Context['file'],
): { benchmark: Benchmark; item: BenchmarkItem }[] {
  const here = agency.region ?? violation.region;
  const side = party.kind === 'organisation' ? 'unit' : 'person';
  const fitting = book
    .benchmarks()
    .filter(({ region }) =>
      named ? region === named.benchmark.region : region === '全国' || !here || here.startsWith(region),
    )
    .flatMap((benchmark) => benchmark.items.map((item) => ({ benchmark, item })))
    .filter(({ item }) => item === named?.item || (code !== undefined && item.itemCode === code))
    .filter(({ item }) => item === named?.item || item.appliesTo === 'any' || item.appliesTo === side);
  // Of tables of several levels the one nearest to the place is meant.
  const nearest = Math.max(0, ...fitting.map(({ benchmark }) => benchmark.region.length));
  return fitting.filter(({ benchmark }) => named || benchmark.region.length === nearest);
}

function covers({ from, to }: Benchmark['inForce'], on: Day): boolean {
  return from <= on && (!to || on <= to);
}
