import type { CaseFile } from '../cases/case-file.ts';
import type { Benchmark, BenchmarkItem } from '../corpus/benchmark.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import { AppError } from '../errors.ts';
import { today } from '../law/dates.ts';
import { BASE_NAMES } from '../law/fine-range.ts';
import { AS_RESPONSIBLE, HARM_CAUSED, NOT_CORRECTED, PARTY_SIDE } from '../law/sanction-conditions.ts';
import { conditionsOfItem } from './conditions-of-item.ts';
import { factorLabel } from './factor-label.ts';
import { findTier } from './find-tier.ts';
import { conditionsOfTypes } from './penalties/settle-penalties.ts';
import { testsOf } from './representative-values.ts';
import { finesOfTier } from './spans/range-of-tier.ts';
import { BUSINESS_AS_UNIT } from './spans/side-of.ts';
import { switchesOf } from './statutory-range.ts';
import { matterOf } from './tables/same-matter.ts';

/** Facts that the engine itself asks, whatever the table. */
const OF_ENGINE = new Set<string>([
  ...BASE_NAMES,
  AS_RESPONSIBLE,
  HARM_CAUSED,
  NOT_CORRECTED,
  PARTY_SIDE,
  BUSINESS_AS_UNIT,
  'repeat',
]);

/**
 * Refuses with `invalid-input` a fact that nobody asks for: a misspelt name would be passed over in silence. Known are the
 * facts of the item, of its provision, of tables on the same matter and of the lists of slight violations, and whatever is
 * still asked. For a case made of facts alone.
 */
export function refuseUnknownFacts(file: CaseFile, book: ReferenceBook): void {
  const found = file.benchmarkItem === undefined ? undefined : book.benchmarkItem(file.benchmarkItem);
  if (!found) return;
  const { benchmark, item } = found;
  const facts = file.circumstances?.factors ?? {};
  const own = namesOf(item, benchmark, book);
  const unknown = Object.keys(facts).filter(
    (name) =>
      !own.has(name) && !OF_ENGINE.has(name) && factorLabel(name) === name && !book.sanctionFactor(name),
  );
  if (unknown.length === 0) return;
  const beside = new Set(
    book
      .benchmarks()
      .flatMap((other) => [
        ...namesOfLists(other),
        ...other.items.flatMap((one) =>
          matterOf(item, one, book) === 'other' ? [] : [...namesOf(one, other, book)],
        ),
      ]),
  );
  const asked = new Set(findTier({ file, book, decidedOn: today() }).missing.map(({ factor }) => factor));
  const strange = unknown.filter((name) => !beside.has(name) && !asked.has(name));
  if (strange.length === 0) return;
  const known = [...own].filter((name) => name !== PARTY_SIDE && item.given?.[name] === undefined);
  const shown = known.map((name) => {
    const label = factorLabel(name, item);
    return label === name ? name : `${name}（${label}）`;
  });
  throw new AppError(
    'invalid-input',
    `事实中的“${strange.join('”“')}”不是“${item.violation}”所问的事实，请核对名称；可以写的有：${shown.join('、') || '没有'}。`,
  );
}

function namesOf(item: BenchmarkItem, benchmark: Benchmark, book: ReferenceBook): Set<string> {
  const sanction = book.sanction(item.sanction);
  const { factors, given, impossible, tiers, weights, perUnit } = item;
  const tests = [
    ...conditionsOfItem(item),
    ...(impossible ?? []).map(({ when }) => when),
    ...(sanction ? [...switchesOf(sanction.fines), ...conditionsOfTypes(sanction)] : []),
  ].flatMap(testsOf);
  const ranges = [
    ...tiers.flatMap(finesOfTier),
    ...(weights?.starts ?? []).map(({ of }) => of),
    ...(sanction?.fines ?? []).map(({ range }) => range),
  ];
  return new Set([
    ...factors.map(({ name }) => name),
    ...ranges.flatMap(({ base, baseFactor }) => [base, baseFactor].filter((name) => name !== undefined)),
    ...(perUnit?.add ?? []).map(({ factor }) => factor),
    ...tests.map(({ factor }) => factor),
    ...Object.keys(given ?? {}),
    ...namesOfLists(benchmark),
  ]);
}

function namesOfLists({ noPenalty }: Benchmark): string[] {
  return noPenalty.flatMap((entry) => [
    ...entry.factors.map(({ name }) => name),
    ...testsOf(entry.when).map(({ factor }) => factor),
  ]);
}
