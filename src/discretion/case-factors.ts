import type { CaseFile } from '../cases/case-file.ts';
import type { BenchmarkItem } from '../corpus/benchmark.ts';
import type { Condition, FactorValue } from '../law/condition.ts';
import { BASE_NAMES, type Base } from '../law/fine-range.ts';
import { type Fen, fen } from '../law/money.ts';
import { HARM_CAUSED, NOT_CORRECTED, PARTY_SIDE } from '../law/sanction-conditions.ts';
import { factorLabel } from './factor-label.ts';
import { countsThisOne, testsOf } from './representative-values.ts';
import { SIDE_NAMES, sideOf } from './spans/side-of.ts';
import type { DiscretionConflict } from './tier-result.ts';

/** What a file writes for a factor that was investigated and cannot be established. */
export const NOT_ESTABLISHED = '无法查明';

export interface CaseFactors {
  /** Factors by name and amounts by base, amounts in yuan. */
  values: Record<string, FactorValue>;
  sums: Partial<Record<Base, Fen>>;
  /** Factors that the file says cannot be established. */
  notEstablished: string[];
  conflicts: DiscretionConflict[];
}

/** Factors that the violation itself answers; a table asks for them under these names. */
const OF_VIOLATION = {
  'first-violation': 'firstViolation',
  'corrected-in-time': 'correctedInTime',
  minor: 'minor',
} as const;

/**
 * The facts a table or a provision asks about. Amounts of the violation count as factors under the name of their
 * base; a value of the wrong type is left out and reported, never guessed.
 */
export function caseFactors(
  file: CaseFile,
  item: (Pick<BenchmarkItem, 'factors'> & Partial<Pick<BenchmarkItem, 'given'>>) | undefined,
  asked: Condition[],
): CaseFactors {
  const conflicts: DiscretionConflict[] = [];
  const values: Record<string, FactorValue> = {};
  const sums: Partial<Record<Base, Fen>> = {};
  for (const base of BASE_NAMES) {
    const amount = file.violation.amounts?.[base];
    if (!amount) continue;
    values[base] = amount.yuan;
    sums[base] = fen(amount.yuan);
  }
  for (const [factor, field] of Object.entries(OF_VIOLATION)) {
    const value = file.violation[field as 'minor'];
    if (value !== undefined) values[factor] = value;
  }
  // Either says that such a tier does not hold; that it does hold takes more than the field.
  if (file.violation.correctedInTime === true) {
    for (const factor of [NOT_CORRECTED, 'overdue-uncorrected', 'refused-correction']) values[factor] = false;
  }
  if (file.violation.harm?.occurred === false) values[HARM_CAUSED] = false;
  // 无消费者健康损害 in the reasons and a consequence noted: which of the two holds is for a person to say.
  if (file.violation.harm && !(file.violation.harm.occurred && harmDenied(file))) {
    values.harm = file.violation.harm.occurred;
    // 危害后果轻微 is said of the consequence; where there was none, it is no graver than slight.
    const slight = file.violation.harm.slight ?? (file.violation.harm.occurred ? undefined : true);
    if (slight !== undefined) values['slight-harm'] = slight;
  }
  if (file.major?.serious !== undefined) values.serious = file.major.serious;
  for (const [name, value] of Object.entries(item?.given ?? {})) values[name] ??= value;
  // A table that prints rows for units and for persons apart asks nobody which the party is.
  const side = sideOf(file, undefined);
  if (side && item?.factors.some(({ name }) => name === PARTY_SIDE)) values[PARTY_SIDE] = SIDE_NAMES[side];

  const notEstablished: string[] = [];
  for (const [factor, value] of Object.entries(file.circumstances?.factors ?? {})) {
    if (value === NOT_ESTABLISHED) {
      notEstablished.push(factor);
      continue;
    }
    if (values[factor] !== undefined && values[factor] !== value) {
      const name = factorLabel(factor, item);
      conflicts.push({
        kind: 'facts-differ',
        text: `“${name}”在违法行为中为 ${shown(values[factor])}，在情节中为 ${shown(value)}，请核对后改为一致。`,
        blocks: false,
      });
      delete values[factor];
      delete sums[factor as Base];
      continue;
    }
    values[factor] = value;
  }
  for (const [factor, expected] of expectedTypes(item, asked)) {
    const value = values[factor];
    if (value === undefined || fits(value, expected)) continue;
    conflicts.push({
      kind: 'wrong-value',
      text: `情节“${factorLabel(factor, item)}”应为${expected.text}，案卷中为“${shown(value)}”，未予采用。`,
      blocks: false,
    });
    delete values[factor];
  }
  return { values, sums, notEstablished, conflicts };
}

interface Expected {
  type: 'number' | 'choice' | 'yes-no';
  choices?: string[];
  least?: number;
  text: string;
}

function expectedTypes(
  item: Pick<BenchmarkItem, 'factors'> | undefined,
  asked: Condition[],
): Map<string, Expected> {
  const expected = new Map<string, Expected>();
  for (const test of asked.flatMap(testsOf)) {
    if (typeof test.value === 'number') expected.set(test.factor, { type: 'number', text: '数值' });
    if (typeof test.value === 'boolean') expected.set(test.factor, { type: 'yes-no', text: '是或否' });
  }
  for (const factor of item?.factors ?? []) {
    const choices = factor.choices ?? [];
    const text = { number: '数值', 'yes-no': '是或否', choice: `下列之一：${choices.join('、')}` }[
      factor.type
    ];
    const counted = factor.type === 'number' && countsThisOne(factor);
    expected.set(factor.name, {
      type: factor.type,
      text: counted ? '不小于 1 的数值（含本次）' : text,
      ...(choices.length > 0 ? { choices } : {}),
      ...(counted ? { least: 1 } : {}),
    });
  }
  return expected;
}

function fits(value: FactorValue, expected: Expected): boolean {
  if (expected.type === 'number') return typeof value === 'number' && value >= (expected.least ?? -Infinity);
  if (expected.type === 'yes-no') return typeof value === 'boolean';
  return typeof value === 'string' && (!expected.choices || expected.choices.includes(value));
}

/** Made once: a format of its own for every number took a quarter of a computation. */
const NUMBERS = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 });

/** A value as a sentence says it. */
export function shown(value: FactorValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'number' ? NUMBERS.format(value) : value;
}

const NO_HARM =
  /(?<![有是])(?:无|没有|未(?:造成|发生|产生|出现|引发))[^，。；,;\n]{0,12}(?:损害|伤害|危害|后果|损失|事故)(?![^，。；,;\n]{0,6}(?:轻微|扩大|加重))/;

function harmDenied({ decision, proposal }: CaseFile): boolean {
  return NO_HARM.test(decision?.discretionReasons ?? proposal?.reasons ?? '');
}
