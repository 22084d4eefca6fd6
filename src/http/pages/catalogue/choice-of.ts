import type { CaseFile } from '../../../cases/case-file.ts';
import type { ViolationChoice } from '../../../cases/choose-violation.ts';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import { causeOf, plainName } from '../../../corpus/violations/is-own-item.ts';
import type { Catalogue, Violation } from '../../../corpus/violations/violation.ts';
import { benchmarkItemsOf, type FittingBenchmark } from '../../../discretion/benchmark-items-of.ts';
import { AppError } from '../../../errors.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import type { AppOptions } from '../../app-options.ts';
import { entryDays, isInForceOn } from './in-force-on.ts';

/**
 * What choosing an item fills in on a day. Refuses with `invalid-input` where the item is not in force on it, naming the
 * item that holds on the day, where one does.
 */
export function choiceOf(
  violation: Violation,
  {
    catalogue,
    book,
    on,
    region,
  }: { catalogue: Catalogue; book: ReferenceBook; on: Day; region?: string | undefined },
): ViolationChoice {
  if (!isInForceOn(violation.inForce, on)) {
    const instead = insteadOf(violation, catalogue, on);
    throw new AppError(
      'invalid-input',
      `“${violation.name}”的条款${entryDays(violation.inForce)}，不能用于${chineseDay(on)}的行为。${instead}`,
    );
  }
  const { name, breached, punishing, own } = violation;
  return {
    name: causeOf(name),
    ...(own ? { listed: { name, row: own.row } } : {}),
    breached,
    punishing,
    itemCode: own?.code,
    benchmarkItem: onlyBenchmark(violation, book, on, region)?.item.id,
  };
}

/** Where to look for the day instead: what came before a later item, or after an earlier one. */
function insteadOf(violation: Violation, { items }: Catalogue, on: Day): string {
  const { id, inForce, followedBy, afterwards } = violation;
  const earlier = on < inForce[0];
  const others = items.filter((one) => (earlier ? one.followedBy === id : one.id === followedBy));
  const other = others.find((one) => isInForceOn(one.inForce, on)) ?? others[0];
  if (other) return `请看“${other.name}”（${entryDays(other.inForce)}）。`;
  if (!earlier && afterwards) return afterwards;
  return '请另选一项，或者更正行为日。';
}

/**
 * The benchmark item that goes with an item. One provision often punishes several things, so it must be named by the item or
 * bear its name; where several fit, or nobody knows the region, a person chooses later.
 */
export function onlyBenchmark(
  violation: Violation,
  book: ReferenceBook,
  on: Day,
  region: string | undefined,
): FittingBenchmark | undefined {
  if (!region) return undefined;
  const fitting = benchmarkItemsOf(violation, book, { on, region }).filter(
    ({ item }) =>
      item.id === violation.benchmarkItem || plainName(item.violation) === plainName(violation.name),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** What a choice does, said before it is made. */
export function effectWords(
  violation: Violation,
  book: ReferenceBook,
  on: Day,
  region: string | undefined,
): string {
  const benchmark = onlyBenchmark(violation, book, on, region);
  const item = benchmark
    ? `、裁量基准事项“${benchmark.item.violation}”`
    : '；没有唯一对应的裁量基准事项，不填';
  return `选定后填入：违法行为名称、违反和处罚的条款${item}。可以撤销。`;
}

/** Where a case is: as its file says, else where this agency is. */
export function regionOf(
  { agency, violation }: Pick<CaseFile, 'agency' | 'violation'>,
  options: AppOptions,
): string | undefined {
  return agency.region ?? violation.region ?? ownRegion(options);
}

/** The region of the plan that this agency works by. */
export function ownRegion({ profiles, config }: AppOptions): string | undefined {
  return profiles.get(config.jurisdiction)?.region;
}
