import type { CriminalThreshold } from '../corpus/criminal-threshold.ts';
import { evaluate, type FactorValue } from '../law/condition.ts';
import { BASES, type Base } from '../law/fine-range.ts';
import { actDay } from './act-day.ts';
import { type Answer, type Context, unclear } from './rule.ts';

/** How near the facts come to a filing threshold. */
export interface CriminalState {
  state: 'reached' | 'near' | 'open' | 'below';
  /** What was compared, one line for each condition. */
  lines: string[];
  missing: string[];
  paths: string[];
}

/**
 * The facts beside every condition of every offence that goes with the field or item. Reached beats near, near
 * beats open (a figure or fact is missing). No table and no act day leave the question open.
 */
export function criminalState({ file, book, profile }: Context): CriminalState | Answer {
  const act = actDay(file);
  if (!act)
    return unclear('需要知道违法行为的日期，案卷没有载明。', ['违法行为发生日或者终了日'], ['violation']);
  const item = file.violation.itemCode;
  const table = book
    .criminalThresholds({ field: file.field, ...(item ? { item } : {}) })
    .filter(({ from, to }) => from <= act.day && (!to || act.day <= to));
  if (table.length === 0) {
    return unclear('库中没有本领域的刑事立案追诉标准，不能比对。', ['刑事立案追诉标准'], ['field', act.path]);
  }
  const facts = factsOf({ file });
  const result: CriminalState = { state: 'below', lines: [], missing: [], paths: [act.path, ...facts.paths] };
  for (const offence of table) compareOffence(offence, facts.values, profile.nearCriminalThreshold, result);
  return result;
}

const RANK = { below: 0, open: 1, near: 2, reached: 3 };

function compareOffence(
  { offence, reached }: CriminalThreshold,
  values: Record<string, FactorValue>,
  nearFrom: number,
  result: CriminalState,
): void {
  for (const { text, when, figure } of reached) {
    const missing = new Set<string>();
    const truth = evaluate(when, values, missing);
    const value = figure && values[figure.factor];
    // Eight tenths of 3 is 2.4, not the 2.4000000000000004 that binary fractions make of it.
    const close =
      figure && typeof value === 'number' && value >= Number((figure.value * nearFrom).toFixed(6));
    const state = truth ? 'reached' : truth === undefined ? 'open' : close ? 'near' : 'below';
    if (truth === undefined) result.missing.push(...[...missing].map(nameOf));
    const found = typeof value === 'number' ? `，本案 ${value.toLocaleString('zh-CN')}` : '';
    result.lines.push(`${offence}：${text}${found}（${STATES[state]}）`);
    if (RANK[state] > RANK[result.state]) result.state = state;
  }
  result.missing = [...new Set(result.missing)];
}

const STATES = { reached: '达到', near: '接近', open: '缺少事实', below: '未达到' };

function factsOf({ file }: Pick<Context, 'file'>): { values: Record<string, FactorValue>; paths: string[] } {
  const values: Record<string, FactorValue> = { ...file.circumstances?.factors };
  const paths = Object.keys(values).map((factor) => `circumstances.factors.${factor}`);
  for (const [base, amount] of Object.entries(file.violation.amounts ?? {})) {
    if (!amount) continue;
    values[base] = amount.yuan;
    paths.push(`violation.amounts.${base}.yuan`);
  }
  return { values, paths };
}

function nameOf(factor: string): string {
  return BASES[factor as Base] ?? `事实“${factor}”`;
}
