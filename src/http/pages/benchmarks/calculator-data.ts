import type { Benchmark, BenchmarkItem } from '../../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import { caseOfFacts } from '../../../discretion/case-of-facts.ts';
import { factorLabel } from '../../../discretion/factor-label.ts';
import { findTier } from '../../../discretion/find-tier.ts';
import { entriesForCase } from '../../../discretion/penalties/settle-no-penalty.ts';
import { plotSummary } from '../../../discretion/plot-summary.ts';
import { positionPlot } from '../../../discretion/position-plot.ts';
import { finesBesideTier } from '../../../discretion/spans/range-of-tier.ts';
import { BUSINESS_AS_UNIT } from '../../../discretion/spans/side-of.ts';
import { tellsSidesApart } from '../../../discretion/spans/tells-sides-apart.ts';
import type { TierResult } from '../../../discretion/tier-result.ts';
import { isDay, today } from '../../../law/dates.ts';
import type { Sanction } from '../../../law/sanction.ts';
import { AS_RESPONSIBLE } from '../../../law/sanction-conditions.ts';
import { type CalculatorField, calculatorFields } from './calculator-fields.ts';
import { type CalculatorState, readCalculatorQuery } from './calculator-query.ts';
import { type TableMarks, tableMarks } from './table-marks.ts';

/** The form of an item, what was typed into it, and what follows from that. */
export interface CalculatorData {
  fields: CalculatorField[];
  state: CalculatorState;
  sanction?: Sanction;
  /** No-penalty entries, of any table, that speak of the same act. */
  entries: Benchmark['noPenalty'];
  /** Absent while something typed cannot be read, and where the rows cannot be reckoned with. */
  answer?: { result: TierResult; marks: TableMarks; plot?: { svg: string; summary: string } };
}

/** 个体工商户, where the provision does not say on which side it stands. */
const AS_UNIT: CalculatorField = {
  name: BUSINESS_AS_UNIT,
  label: factorLabel(BUSINESS_AS_UNIT),
  question: '个体工商户按单位处罚吗？（条款写明生产经营单位、其他生产经营者等包括个体工商户的，按单位）',
  type: 'yes-no',
};

/** A person may be fined as one responsible in a unit. */
const RESPONSIBLE: CalculatorField = {
  name: AS_RESPONSIBLE,
  label: AS_RESPONSIBLE,
  question: '是否作为违法单位的直接负责的主管人员或者其他直接责任人员受处罚？',
  type: 'yes-no',
};

/** A table for the whole country, or that names no place: which lists are for the case depends on where it is handled. */
const PLACELESS = new Set(['全国', '']);

export function calculatorData(
  { benchmark, item }: { benchmark: Benchmark; item: BenchmarkItem },
  book: ReferenceBook,
  given: URLSearchParams,
): CalculatorData {
  const sanction = book.sanction(item.sanction);
  const entries = entriesFor(item, book, given);
  const side =
    given.get('party') === 'individual-business' &&
    !sanction?.individualBusinessAs &&
    tellsSidesApart(item, sanction);
  const asked = calculatorFields(item, sanction, entries, book);
  const responsible =
    given.get('party') === 'person' &&
    item.tiers.some((tier) => finesBesideTier(tier).length > 0) &&
    !asked.some(({ name }) => name === AS_RESPONSIBLE);
  const fields = [...asked, ...(side ? [AS_UNIT] : []), ...(responsible ? [RESPONSIBLE] : [])];
  const state = readCalculatorQuery(given, fields, {
    on: today(),
    party: item.appliesTo === 'person' ? 'person' : 'organisation',
    asksRegion: PLACELESS.has(benchmark.region),
  });
  const data = { fields, state, entries, ...(sanction ? { sanction } : {}) };
  if (!state.facts || item.needsRetyping !== undefined) return data;
  const file = caseOfFacts(item.id, state.facts, book);
  const result = findTier({ file, book, decidedOn: today() });
  return { ...data, answer: { result, marks: tableMarks(file, result), ...plotOf(result) } };
}

/** The entries that the engine asks about for this item, on the day and at the place of the form. */
function entriesFor(
  item: BenchmarkItem,
  book: ReferenceBook,
  given: URLSearchParams,
): Benchmark['noPenalty'] {
  const [asked = '', place = ''] = [given.get('on'), given.get('region')].map((words) => words?.trim());
  const on = isDay(asked) ? asked : today();
  // The lists ask about the act, whoever did it.
  const party = item.appliesTo === 'person' ? 'person' : 'unit';
  const file = caseOfFacts(item.id, { on, party, ...(place ? { region: place } : {}) }, book);
  return entriesForCase(file, item, book, on).map(({ entry }) => entry);
}

function plotOf({ statutory, range, tier }: TierResult): { plot?: { svg: string; summary: string } } {
  if (!statutory && !range) return {};
  const input = {
    likes: [],
    width: 520,
    height: 200,
    ...(statutory ? { statutory } : {}),
    ...(range ? { tierRange: range } : {}),
    ...(tier ? { tierName: tier.name } : {}),
  };
  return { plot: { svg: positionPlot(input), summary: plotSummary(input) } };
}
