import type { CaseFile } from '../../cases/case-file.ts';
import type { Benchmark, BenchmarkItem } from '../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import { citationText, sameProvision } from '../../law/citation.ts';
import { evaluate } from '../../law/condition.ts';
import type { Day } from '../../law/dates.ts';
import { type CaseFactors, caseFactors, shown } from '../case-factors.ts';
import { factorLabel } from '../factor-label.ts';
import { questionOf } from '../question-of.ts';
import { representativeValues } from '../representative-values.ts';
import { isForRegion } from '../tables/is-for-region.ts';
import type { TierResult } from '../tier-result.ts';

type Entry = Benchmark['noPenalty'][number];

const BASIS = citationText({ law: '中华人民共和国行政处罚法', article: '33', paragraph: 1 });

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
): void {
  if (!on) return;
  const region = file.agency.region ?? file.violation.region;
  for (const benchmark of book.benchmarks()) {
    const { inForce } = benchmark;
    if (benchmark.noPenalty.length === 0 || on < inForce.from || (inForce.to && on > inForce.to)) continue;
    if (region && !isForRegion(benchmark, region)) continue;
    for (const entry of benchmark.noPenalty) {
      if (isEntryFor(entry, file, result.item)) settleEntry(result, file, benchmark, entry);
    }
  }
}

/** Whether an entry of a list speaks of the act of the file. */
export function isEntryFor(
  { id, violation, breached }: Entry,
  file: Pick<CaseFile, 'benchmarkItem' | 'violation' | 'provisions'>,
  item: BenchmarkItem | undefined,
): boolean {
  const own = [file.benchmarkItem, file.violation.itemCode, item?.id, item?.itemCode, file.violation.name];
  return (
    own.includes(id) ||
    file.violation.name === violation ||
    breached.some((place) => file.provisions?.breached?.some((cited) => sameProvision(cited, plain(place))))
  );
}

function plain({ law, article, paragraph, item }: Entry['breached'][number]) {
  return {
    law,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
}

function settleEntry(result: TierResult, file: CaseFile, benchmark: Benchmark, entry: Entry): void {
  const facts = caseFactors(file, entry, [entry.when]);
  const missing = new Set<string>();
  const truth = evaluate(entry.when, facts.values, missing);
  const list = `《${benchmark.name}》“${entry.violation}”（${entry.figures}）`;
  if (truth === true) {
    result.grounds.noPenalty = 'must';
    result.steps.push({
      step: '轻微不罚清单',
      value: `清单所列情形均已具备，不予处罚：${entry.conditions}`,
      basis: `${BASIS}；${list}`,
    });
  } else if (truth === undefined) {
    for (const factor of [...missing].slice(0, MOST_QUESTIONS)) {
      const declared = entry.factors.find(({ name }) => name === factor);
      const question = declared?.question ?? questionOf(factor, result);
      result.missing.push({ factor, question: `${question}（关系到是否属于${list}所列的不予处罚）` });
    }
  } else {
    result.whatWouldChange.push(...changesOf(entry, facts, list));
  }
}

/** The facts of which each, changed alone, would bring the case onto the list. */
function changesOf(entry: Entry, { values }: CaseFactors, list: string): TierResult['whatWouldChange'] {
  return entry.factors.flatMap((declared) => {
    const now = values[declared.name];
    if (now === undefined) return [];
    const other = representativeValues(declared.name, [entry.when], declared).find(
      (value) => value !== now && evaluate(entry.when, { ...values, [declared.name]: value }) === true,
    );
    if (other === undefined) return [];
    const name = factorLabel(declared.name, entry);
    const change = `${name}由“${shown(now)}”变为${typeof other === 'number' ? '（例如）' : ''}“${shown(other)}”`;
    return [{ factor: declared.name, change, tier: `符合${list}，不予处罚` }];
  });
}
