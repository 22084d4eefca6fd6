import type { Condition } from '../../../law/condition.ts';
import type { Sanction } from '../../../law/sanction.ts';
import { NOT_CORRECTED } from '../../../law/sanction-conditions.ts';
import type { BenchmarkItem } from '../../benchmark.ts';
import type { RowsRead } from '../item-reading.ts';

/** The names under which provisions ask whether the party failed to correct. */
const CORRECTION = [NOT_CORRECTED, 'overdue-uncorrected', 'refused-correction'];
/** 燃气用户将燃气管道作为负重支架，逾期不改正: the act is not there before the order was disobeyed. */
const OVERDUE =
  /[，、](?:经?责令(?:限期)?改正(?:后|而)?，?)?(?:仍|仍然)?(?:(?:逾期|限期|期满|到期)(?:仍)?(?:不|未|没有|拒不)(?:予以)?(?:改正|整改)|拒不(?:改正|整改)|(?:仍)?不(?:改正|整改)|未(?:按期)?(?:改正|整改))(?:的)?$/;

/**
 * Makes the table and the provision beneath it ask the same fact once: correction in time under the provision's name for it, a scale
 * of words (一般事故, 较大事故 …) under its factor. What the name of the violation itself says is a fact that is given.
 */
export function bindToSanction(
  parts: RowsRead['parts'],
  sanction: Sanction | undefined,
  violation: string,
): { parts: RowsRead['parts']; given?: BenchmarkItem['given'] } {
  const tests = sanction ? testsIn([sanction.fines, sanction.conditional]) : [];
  const [correction, more] = CORRECTION.filter((name) => tests.some(({ factor }) => factor === name));
  const name = correction && !more ? correction : NOT_CORRECTED;
  const renamed = name === NOT_CORRECTED ? parts : withName(parts, NOT_CORRECTED, name);
  const bound = scalesOf(tests).reduce((own, [factor, values]) => {
    const scale = own.factors.find(
      ({ type, choices = [] }) =>
        type === 'choice' && choices.length > 1 && choices.every((one) => values.has(one)),
    );
    return scale && !own.factors.some((one) => one.name === factor) ? withName(own, scale.name, factor) : own;
  }, renamed);
  const words = violation.replaceAll(/\s/g, '');
  const said = bound.factors.filter(
    ({ type, name: own }) => type === 'yes-no' && own.length > 3 && words.includes(own),
  );
  const given = new Set([
    ...(tests.some(({ factor }) => factor === 'serious') && /情节严重(?:的)?$/.test(words)
      ? ['serious']
      : []),
    ...tests.flatMap(({ factor, value }) =>
      value === true && factor.length > 3 && says(words, factor) ? [factor] : [],
    ),
    ...(OVERDUE.test(words) ? [name] : []),
    // 发生生产安全事故 in all rows, under 未履行职责，导致发生生产安全事故.
    ...said.flatMap(({ name: own }) => (bound.tiers.every(({ when }) => asks(when, own)) ? [own] : [])),
  ]);
  return {
    parts: bound,
    ...(given.size > 0 ? { given: Object.fromEntries([...given].map((one) => [one, true])) } : {}),
  };
}

/** Whether a name of a violation says a circumstance, and does not deny it: 逾期仍不申报检验. */
function says(violation: string, circumstance: string): boolean {
  const at = violation.indexOf(circumstance);
  return at >= 0 && !/(?:未|没有|不|无|尚未|或者?|、)$/.test(violation.slice(0, at));
}

/** Whether a tier holds only where the factor does. */
function asks(when: Condition, factor: string): boolean {
  if ('factor' in when) return when.factor === factor && when.op === '=' && when.value === true;
  return 'all' in when && when.all.some((part) => asks(part, factor));
}

type Test = Extract<Condition, { factor: string }>;

function testsIn(value: unknown): Test[] {
  if (Array.isArray(value)) return value.flatMap(testsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('factor' in value && 'op' in value) return [value as Test];
  return Object.values(value).flatMap(testsIn);
}

/** The factors that a provision compares with words, each with these. */
function scalesOf(tests: readonly Test[]): [string, Set<string>][] {
  const words = tests.flatMap(({ factor, value }) => (typeof value === 'string' ? [{ factor, value }] : []));
  return [...Map.groupBy(words, ({ factor }) => factor)].map(([factor, own]) => [
    factor,
    new Set(own.map(({ value }) => value)),
  ]);
}

/** The same parts with one factor under another name; the printed name stays as its label. */
function withName(parts: RowsRead['parts'], from: string, to: string): RowsRead['parts'] {
  const rename = (key: string, value: unknown) => (key === 'factor' && value === from ? to : value);
  const copy = JSON.parse(JSON.stringify(parts), rename) as RowsRead['parts'];
  return {
    ...copy,
    factors: copy.factors.map((factor) =>
      factor.name === from ? { ...factor, name: to, label: factor.label ?? from } : factor,
    ),
  };
}
