import type { CaseFile } from '../../cases/case-file.ts';
import type { Benchmark, BenchmarkItem } from '../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import { sameProvision } from '../../law/citation.ts';
import { evaluate } from '../../law/condition.ts';
import type { Day } from '../../law/dates.ts';
import { type CaseFactors, caseFactors, shown } from '../case-factors.ts';
import { factorLabel } from '../factor-label.ts';
import { penaltyLawPlace } from '../penalty-law-place.ts';
import { questionOf } from '../question-of.ts';
import { representativeValues } from '../representative-values.ts';
import { inForceAt } from '../tables/tables-beside.ts';
import type { TierResult } from '../tier-result.ts';

type Entry = Benchmark['noPenalty'][number];

/** Questions of one list entry that are asked; more than these say that the entry is far from met. */
const MOST_QUESTIONS = 4;

/**
 * 轻微不罚清单: where an entry of a published list fits the act and all its conditions are known to hold, there is no penalty
 * (行政处罚法 33(1)). A condition without its fact is asked for; one fact that alone stands in the way is told.
 */
export function settleNoPenalty(
  result: TierResult,
  file: CaseFile,
  book: ReferenceBook,
  on: Day | undefined,
  decidedOn?: Day | undefined,
): void {
  if (!on) return;
  const basis = penaltyLawPlace({ article: '33', paragraph: 1 }, decidedOn);
  const region = file.agency.region ?? file.violation.region;
  for (const { benchmark, entry } of entriesForCase(file, result.item, book, on)) {
    // A case's own table is of its place; of another's list without a place nobody knows whether it is for this case.
    const placed =
      benchmark.region === '全国' ||
      (region !== undefined && benchmark.region !== '') ||
      benchmark.id === result.benchmark?.id;
    settleEntry(result, file, benchmark, entry, { placed, basis });
  }
}

/** The entries for the act of the file, of the lists in force on the day for its place; without a place, of all lists. */
export function entriesForCase(
  file: CaseFile,
  item: BenchmarkItem | undefined,
  book: ReferenceBook,
  on: Day,
): { benchmark: Benchmark; entry: Entry }[] {
  const region = file.agency.region ?? file.violation.region;
  return book
    .benchmarks()
    .filter((one) => one.noPenalty.length > 0 && inForceAt(book, region ?? one.region, on).includes(one))
    .flatMap((benchmark) =>
      benchmark.noPenalty.flatMap((one) => {
        const entry = entryForAct(one, file, item);
        return entry ? { benchmark, entry } : [];
      }),
    );
}

/**
 * An entry of a list as it is asked of the act of the file. A provision alone does not say that the act is the one described
 * (一条之下有不同的行为): then the description is a condition of its own, first among them. `undefined` for another act.
 */
function entryForAct(
  entry: Entry,
  file: Pick<CaseFile, 'benchmarkItem' | 'violation' | 'provisions'>,
  item: BenchmarkItem | undefined,
): Entry | undefined {
  const { id, violation, breached } = entry;
  const own = [file.benchmarkItem, file.violation.itemCode, item?.id, item?.itemCode, file.violation.name];
  if (own.includes(id) || file.violation.name === violation) return entry;
  const cited = file.provisions?.breached ?? [];
  if (!breached.some((place) => cited.some((other) => sameProvision(other, plain(place))))) return undefined;
  const act = actOf(entry);
  return {
    ...entry,
    when: { all: [{ factor: act, op: '=', value: true }, entry.when] },
    factors: [
      { name: act, label: '属于清单所列行为', question: `本案行为是否就是“${violation}”？`, type: 'yes-no' },
      ...entry.factors,
    ],
  };
}

function actOf({ id }: Entry): string {
  return `act-${id}`;
}

function plain({ law, article, paragraph, item }: Entry['breached'][number]) {
  return {
    law,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
}

function settleEntry(
  result: TierResult,
  file: CaseFile,
  benchmark: Benchmark,
  entry: Entry,
  { placed, basis }: { placed: boolean; basis: string },
): void {
  const facts = caseFactors(file, entry, [entry.when]);
  const missing = new Set<string>();
  const truth = evaluate(entry.when, facts.values, missing);
  const list = `《${benchmark.name}》“${entry.violation}”（${entry.figures}）`;
  if (truth === false) {
    result.whatWouldChange.push(...changesOf(entry, facts, list));
    return;
  }
  if (truth === true && placed) {
    result.grounds.noPenalty = 'must';
    result.steps.push({
      step: '轻微不罚清单',
      value: `清单所列情形均已具备，不予处罚：${entry.conditions}`,
      basis: `${basis}；${list}`,
    });
    return;
  }
  const bearing = `（关系到是否属于${list}所列的不予处罚）`;
  // The rest matters only once the act is the one described.
  const asked = missing.has(actOf(entry)) ? [actOf(entry)] : [...missing].slice(0, MOST_QUESTIONS);
  for (const factor of asked) {
    const declared = entry.factors.find(({ name }) => name === factor);
    const question = declared?.question ?? questionOf(factor, result);
    result.missing.push({ factor, question: `${question}${bearing}` });
  }
  if (truth === true) {
    const question = `《${benchmark.name}》${benchmark.region ? `适用于${benchmark.region}，` : '没有写明适用地区，'}是否适用于本案？请写明执法机关的地区。`;
    result.missing.push({ factor: 'agency.region', question: `${question}${bearing}` });
  }
}

/** The facts of which each, changed alone, would bring the case onto the list. */
function changesOf(entry: Entry, { values }: CaseFactors, list: string): TierResult['whatWouldChange'] {
  return entry.factors.flatMap((declared) => {
    const now = values[declared.name];
    // Another act is another case.
    if (now === undefined || declared.name === actOf(entry)) return [];
    const other = representativeValues(declared.name, [entry.when], declared).find(
      (value) => value !== now && evaluate(entry.when, { ...values, [declared.name]: value }) === true,
    );
    if (other === undefined) return [];
    const name = factorLabel(declared.name, entry);
    const change = `${name}由“${shown(now)}”变为${typeof other === 'number' ? '（例如）' : ''}“${shown(other)}”`;
    return [{ factor: declared.name, change, tier: `符合${list}，不予处罚` }];
  });
}
