import type { Benchmark, BenchmarkItem } from '../../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import { conditionsOfItem } from '../../../discretion/conditions-of-item.ts';
import { factorLabel } from '../../../discretion/factor-label.ts';
import { conditionsOfTypes } from '../../../discretion/penalties/settle-penalties.ts';
import { testsOf } from '../../../discretion/representative-values.ts';
import { finesOfTier } from '../../../discretion/spans/range-of-tier.ts';
import { switchesOf } from '../../../discretion/statutory-range.ts';
import type { Test } from '../../../law/condition.ts';
import { BASE_NAMES, BASES, type Base } from '../../../law/fine-range.ts';
import type { Sanction } from '../../../law/sanction.ts';
import { PARTY_SIDE } from '../../../law/sanction-conditions.ts';

export interface CalculatorField {
  name: string;
  label: string;
  question: string;
  type: 'number' | 'choice' | 'yes-no' | 'amount';
  unit?: string;
  choices?: string[];
}

/**
 * What the calculator of an item asks: the table's factors, the sums that its fines or those of the provision are reckoned on,
 * the facts that the provision switches on, and those of the no-penalty entries that speak of the same act.
 */
export function calculatorFields(
  item: BenchmarkItem,
  sanction: Sanction | undefined,
  entries: Benchmark['noPenalty'],
  book: Pick<ReferenceBook, 'sanctionFactor'>,
): CalculatorField[] {
  const tests = [
    ...conditionsOfItem(item),
    ...(sanction ? [...switchesOf(sanction.fines), ...conditionsOfTypes(sanction)] : []),
  ].flatMap(testsOf);
  const declared = [...item.factors, ...entries.flatMap(({ factors }) => factors)];
  const fields = [
    ...declared.map((factor) => declaredField(factor)),
    ...basesOf(item, sanction).map((base) => amountField(base)),
    ...tests.map((test) => testedField(test, tests, item, book)),
    ...(sanction?.conditional?.some(({ when }) => when === 'serious') ? [SERIOUS] : []),
  ];
  // The table's own question stands before another's of the same fact.
  // The party answers for whom a row is, the violation's name what it says.
  const answered = [PARTY_SIDE, ...Object.keys(item.given ?? {})];
  return fields.filter(
    (field, index) =>
      !answered.includes(field.name) && fields.findIndex(({ name }) => name === field.name) === index,
  );
}

const SERIOUS: CalculatorField = {
  name: 'serious',
  label: '情节严重',
  question: '情节是否严重？',
  type: 'yes-no',
};

function declaredField(factor: BenchmarkItem['factors'][number]): CalculatorField {
  const { name, label, question, type, unit, choices } = factor;
  const amount = BASE_NAMES.includes(name as Base) && type === 'number';
  return {
    name,
    label: label ?? factorLabel(name),
    question,
    type: amount ? 'amount' : type,
    ...(amount ? { unit: '元' } : unit ? { unit } : {}),
    ...(type === 'choice' ? { choices: choices ?? [] } : {}),
  };
}

function amountField(base: Base): CalculatorField {
  return {
    name: base,
    label: BASES[base],
    question: `${BASES[base]}是多少元？没有的写 0。`,
    type: 'amount',
    unit: '元',
  };
}

/** A fact that nobody declared: its type is that of the values it is compared with. */
function testedField(
  { factor }: Test,
  tests: readonly Test[],
  item: BenchmarkItem,
  book: Pick<ReferenceBook, 'sanctionFactor'>,
): CalculatorField {
  if (BASE_NAMES.includes(factor as Base)) return amountField(factor as Base);
  const known = book.sanctionFactor(factor);
  const label = factorLabel(factor, item);
  if (known) {
    const { question, type, choices } = known;
    return { name: factor, label, question, type, ...(type === 'choice' ? { choices: choices ?? [] } : {}) };
  }
  const values = tests.filter((test) => test.factor === factor).flatMap(({ value }) => value);
  const question = `${label}？`;
  if (values.some((value) => typeof value === 'number'))
    return { name: factor, label, question, type: 'number' };
  const words = values.filter((value) => typeof value === 'string');
  return words.length > 0
    ? { name: factor, label, question, type: 'choice', choices: [...new Set(words)] }
    : { name: factor, label, question, type: 'yes-no' };
}

/** Bases of the table's and the provision's spans, and the gains: they are confiscated under any provision (行政处罚法 28(2)). */
function basesOf(item: BenchmarkItem, sanction: Sanction | undefined): Base[] {
  const { tiers, weights } = item;
  const bases = [
    ...tiers.flatMap(finesOfTier).map(({ base }) => base),
    ...(weights?.starts ?? []).map(({ of }) => of.base),
    ...(sanction?.fines ?? []).map(({ range }) => range.base),
    ...(sanction ? ['gains' as const] : []),
  ];
  return [...new Set(bases)].filter((base) => base !== undefined);
}
