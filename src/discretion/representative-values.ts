import type { BenchmarkItem } from '../corpus/benchmark.ts';
import { type Condition, evaluate, type FactorValue, type Test } from '../law/condition.ts';

/** Every single test inside a condition. */
export function testsOf(condition: Condition): Test[] {
  if ('all' in condition) return condition.all.flatMap(testsOf);
  if ('any' in condition) return condition.any.flatMap(testsOf);
  if ('not' in condition) return testsOf(condition.not);
  return [condition];
}

/** Units that are counted, never measured. */
const COUNTED =
  /^(?:次|人|名|人次|户|家|台|套|辆|艘|个|处|件|起|项|种|类|张|份|册|枚|只|头|株|棵|批次?|日|天|个?工作日|眼|口|孔|根|桶|罐|尾|匹|颗|粒|扇|羽|座|栋|幢|间|支|盒|幅|块|本|瓶|袋|箱|条|架|例|车次|户次|件次|班次|航次)$/u;

/**
 * Values of one factor that stand for all others: between two neighbouring figures of the conditions nothing
 * changes, so each figure, a point on either side and a point between suffice. Numbers are never negative; of what is counted
 * only whole numbers occur, and a count of what the violation itself is made of begins with one.
 */
export function representativeValues(
  factor: string,
  conditions: Condition[],
  declared?: BenchmarkItem['factors'][number],
): FactorValue[] {
  const tests = conditions.flatMap(testsOf).filter((test) => test.factor === factor);
  const named = tests.flatMap((test) => (Array.isArray(test.value) ? test.value : [test.value]));
  if (declared?.type === 'yes-no') return [true, false];
  if (declared?.type === 'choice') return [...new Set([...(declared.choices ?? []), ...named])];
  const figures = [...new Set(named.filter((value) => typeof value === 'number'))].sort((a, b) => a - b);
  const values = new Set<FactorValue>(named.filter((value) => typeof value !== 'number'));
  if (named.some((value) => typeof value === 'boolean')) values.add(true).add(false);
  if (declared?.unit !== undefined && COUNTED.test(declared.unit)) {
    const least = beginsWithOne(factor, conditions, declared) ? 1 : 0;
    const around = figures.flatMap((figure) => [Math.ceil(figure) - 1, figure, Math.floor(figure) + 1]);
    const whole = [...around, ...(figures.length > 0 ? [least, Math.ceil(figures.at(-1)!) * 2 + 1] : [])]
      .filter((value) => Number.isInteger(value) && value >= least)
      .sort((a, b) => a - b);
    return [...new Set([...values, ...whole])];
  }
  figures.forEach((figure, index) => {
    const below = index === 0 ? 0 : figures[index - 1]!;
    if (figure > below) values.add((below + figure) / 2);
    if (index === 0 && figure > 0) values.add(0);
    values.add(figure);
  });
  if (figures.length > 0) values.add(figures.at(-1)! * 2 + 1);
  return [...values];
}

/** Words of counts that may be none: what was before the act, or came of it. */
const MAY_BE_NONE = /此前|之前|以前|曾|既往|历史|前科|受过|被处|处罚次|伤|死亡|投诉|举报/u;

/**
 * 含本次 is said, or the conditions speak of one (首次, 1人以上) as the smallest number and none of them holds for none: 首次、2次、
 * 3次以上. A table that counts what came before (处罚 1次, 2次以上) has a gap at none.
 */
function beginsWithOne(
  factor: string,
  conditions: Condition[],
  { label = '', question }: BenchmarkItem['factors'][number],
): boolean {
  const words = `${label}${question}`;
  if (countsThisOne({ label, question })) return true;
  if (MAY_BE_NONE.test(words)) return false;
  const asking = conditions.filter((one) => testsOf(one).some((test) => test.factor === factor));
  const figures = asking
    .flatMap(testsOf)
    .flatMap((test) => (test.factor === factor && typeof test.value === 'number' ? test.value : []));
  return Math.min(...figures) === 1 && asking.every((one) => evaluate(one, { [factor]: 0 }) === false);
}

/** 含本次: the act at hand is one of those that are counted. */
export function countsThisOne({
  label = '',
  question,
}: Pick<BenchmarkItem['factors'][number], 'label' | 'question'>): boolean {
  return /(?:含|包括)本次/.test(`${label}${question}`);
}
