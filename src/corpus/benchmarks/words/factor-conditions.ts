import type { Condition } from '../../../law/condition.ts';
import { NOT_CORRECTED } from '../../../law/sanction-conditions.ts';
import type { BenchmarkItem } from '../../benchmark.ts';
import { amountOf } from './amount-of.ts';
import { compoundConditions } from './compound-conditions.ts';
import { correctionIn } from './correction-in.ts';
import { degreeSequence } from './degree-sequence.ts';
import { enumerated, single } from './enumerated.ts';
import { circumstanceName, deniesOther, isOverall } from './harm-words.ts';
import { type BoundWords, quantityIn } from './quantity-in.ts';
import { sameMeasure } from './same-measure.ts';
import { sumOfCase } from './sum-of-case.ts';
import { yesNoCells } from './yes-no-cells.ts';

export type Factor = BenchmarkItem['factors'][number];

/** The words of one column (or of the degrees of one factor) as conditions. */
export interface FactorConditions {
  factors: Factor[];
  conditions: Map<string, Condition>;
  /** Circumstances beside the column: where a row does not name one, it must not hold. */
  overall: string[];
  remarks: string[];
}

/**
 * Makes the words of a column into conditions: numbers with their bounds where all of them are numbers of one kind, sums of the
 * case, yes-or-no circumstances, else a choice between the printed words. Nothing is guessed: what does not fit stays a choice.
 * `oneOf`: exactly one of the cells applies, as of the degrees of a weight; cells of several circumstances are then chosen between whole.
 */
export function factorConditions(
  header: string,
  given: readonly string[],
  words: BoundWords,
  oneOf = false,
): FactorConditions {
  const all = [...new Set(given)];
  const measure = sameMeasure(all);
  if (measure) {
    const plain = measure.replaceAll(/或者?/g, '、');
    const shortOf = (cell: string) => cell.replaceAll(/\s/g, '').replace(measure, plain);
    const read = factorConditions(header, all.map(shortOf), words, oneOf);
    const named = <T>(part: T): T => JSON.parse(JSON.stringify(part).replaceAll(plain, measure)) as T;
    if (read.factors.length === 1 && read.factors[0]!.type === 'number')
      return {
        ...read,
        factors: named(read.factors),
        conditions: new Map(all.map((cell) => [cell, named(read.conditions.get(shortOf(cell))!)])),
      };
  }
  const rest = all.length > 1 ? all.filter(isRest) : [];
  const [other, more] = rest;
  if (!other || more) return namedConditions(header, all, words, { oneOf });
  const read = namedConditions(
    header,
    all.filter((cell) => cell !== other),
    words,
    { hasRest: true, oneOf },
  );
  read.conditions.set(other, { not: { any: [...read.conditions.values()] } });
  return read;
}

/** 不具有从轻、从重情形的, 其他情形: what is left by the other cells of the column. */
function isRest(cell: string): boolean {
  return REST.test(cell.replaceAll(/\s/g, '').replace(/的$/, ''));
}

const REST =
  /^(?:(?:不具有|不具备|没有|不存在|无|不属于|不符合)(?:[^，。；\d]{0,12}(?:从轻|减轻|从重|不予|免予|轻微|较轻|较重|严重|上述|其他|其余|前述|左列)[^，。；\d]{0,20})(?:情形|情节|情况|阶次|规定)(?:之一)?|(?:其他|其它|其余)的?(?:情形|情节|情况|违法行为)?|除[^，。；\d]{2,20}外的?(?:其他|其它)?(?:情形|情节|情况)?)$/;

/** 责令限期改正 beside 逾期未改正: the first time, and what follows. */
function phaseOf(cell: string, all: readonly string[]): boolean | undefined {
  const first = /^责令(?:限期)?(?:改正|整改)$/.test(cell.replaceAll(/\s/g, ''));
  return first && all.some((other) => correctionIn(other)) ? false : correctionIn(cell);
}

function namedConditions(
  header: string,
  given: readonly string[],
  words: BoundWords,
  { hasRest = false, oneOf = false }: { hasRest?: boolean; oneOf?: boolean },
): FactorConditions {
  const cells = [...new Set(given)];
  const answers = yesNoCells(header, cells);
  if (answers) return answers;
  const phases = cells.map((cell) => [cell, phaseOf(cell, cells)] as const);
  // 逾期未改正 beside 拒不改正 are two degrees.
  const twoSided = new Set(phases.map(([, phase]) => phase)).size === phases.length;
  if (cells.length > 0 && twoSided && phases.every(([, phase]) => phase !== undefined))
    return {
      factors: [
        {
          name: NOT_CORRECTED,
          ...(header ? { label: header } : {}),
          question: '责令限期改正后是否逾期未改正或者拒不改正？',
          type: 'yes-no',
        },
      ],
      conditions: new Map(
        phases.map(([cell, phase]) => [cell, { factor: NOT_CORRECTED, op: '=', value: phase! }]),
      ),
      overall: [],
      remarks: [],
    };
  const single = singleConditions(header, cells, words);
  // 且首次被查处 and 第二次以上被查处 are one count, not two circumstances.
  const counts = cells.filter((cell) => /首次|初次|第[一二三四五两\d]次/.test(cell)).length > 1;
  const whole =
    counts ||
    // 且按期改正 beside 或者逾期不改正 are one fact and its denial.
    [true, false].every((side) => single.factors.some(({ name }) => correctionIn(name) === side)) ||
    single.factors.some((factor) => isMixed(factor, single.factors));
  const joined = whole && !oneOf ? compoundConditions(header, cells, words, hasRest) : undefined;
  return joined ?? (whole ? sumsAlone(cells, words) : undefined) ?? single;
}

/** 违法所得5000元以上，不足1万元 beside 没有违法所得或者违法所得不足5000元: sums of the case and nothing else. */
function sumsAlone(cells: readonly string[], words: BoundWords): FactorConditions | undefined {
  const conditions = new Map<string, Condition>();
  for (const cell of cells) {
    // 有违法所得，违法所得不足10万元 is more than the sum says.
    const sum = /(?<!没)有(?:违法|非法)所得[，,]/.test(cell) ? undefined : sumOfCase(cell, words);
    if (!sum) return undefined;
    conditions.set(cell, sum);
  }
  return cells.length > 1 ? { factors: [], conditions, overall: [], remarks: [] } : undefined;
}

/** A factor that holds more than one fact: a choice, 再次违法或者拒绝检查, a sum of the case, 未造成后果 beside 造成后果. */
function isMixed({ name, type }: Factor, all: readonly Factor[]): boolean {
  return (
    type === 'choice' ||
    (type === 'yes-no' && /[或且]|货值|违法所得|非法所得|损失.*\d/.test(name)) ||
    all.some((other) => deniesOther(name, other.name))
  );
}

function singleConditions(header: string, cells: readonly string[], words: BoundWords): FactorConditions {
  const read: FactorConditions = { factors: [], conditions: new Map(), overall: [], remarks: [] };
  const plain: string[] = [];
  const beside = wordsBesideNumbers(cells, header, words);
  for (const cell of cells) {
    const denied = cells.some((other) => deniesOther(cell, other));
    const apart = isOverall(cell) && !denied && cells.length > 1 && !onlyOveralls(cells);
    if (apart || beside.has(cell) || CANNOT_BE_FOUND.test(cell)) addOverall(read, cell);
    else plain.push(cell);
  }
  const parts = plain.map((cell) => ({ cell, ...withoutAddition(cell) }));
  const numbers = parts.some(({ joined }) => joined) && degreesOf(parts.map(({ main }) => main));
  const split = numbers || parts.every(({ joined, others }) => !joined || others.every(isOverall));
  const main = mainConditions(header, split ? parts.map((part) => part.main) : plain, words, read);
  for (const { cell, main: own, others, joined } of parts) {
    const condition = main(split ? own : cell);
    if (!joined || !split) {
      read.conditions.set(cell, condition);
      continue;
    }
    const open = quantityIn(own, words)?.high === undefined;
    const added = others.map((other): Condition => {
      const name = circumstanceName(other);
      addYesNo(read, name);
      // Beside the gravest degree it must not hold in the milder ones.
      if (joined === 'any' && (isOverall(other) || open) && !read.overall.includes(name))
        read.overall.push(name);
      return { factor: name, op: '=', value: true };
    });
    read.conditions.set(
      cell,
      joined === 'any' ? { any: [condition, ...added] } : { all: [condition, ...added] },
    );
  }
  return read;

  function degreesOf(cells: readonly string[]): boolean {
    const distinct = [...new Set(cells)];
    const found = degreeSequence(distinct, words, header);
    return distinct.every(amountOf) || (found !== undefined && 'conditions' in found);
  }
}

/** 货值金额无法查证核实的: then the rows that count on it are not meant. */
const CANNOT_BE_FOUND =
  /^[^，。；\d]*(?:无法|不能|难以)(?:准确)?(?:查证|查清|查明|查实|核实|核定|计算|确定|认定|估算)[^，。；\d]{0,4}$/;

/** 造成一般事故, 造成较大事故: a scale, not a circumstance beside a scale. */
function onlyOveralls(cells: readonly string[]): boolean {
  return cells.filter(isOverall).length > 1 && cells.filter(isOverall).length >= cells.length - 1;
}

function addOverall(read: FactorConditions, cell: string): void {
  const name = circumstanceName(cell);
  addYesNo(read, name);
  if (!read.overall.includes(name)) read.overall.push(name);
  read.conditions.set(cell, { factor: name, op: '=', value: true });
}

function addYesNo(read: FactorConditions, name: string): void {
  if (!read.factors.some((factor) => factor.name === name))
    read.factors.push({ name, question: `是否${name}？`, type: 'yes-no' });
}

/** 8吨以上或者造成重大影响的; 10平方米以上；或拒不改正; 不足1000元，且主动改正: the number, and the circumstances beside it. */
function withoutAddition(cell: string): { main: string; others: string[]; joined?: 'all' | 'any' } {
  const text = cell.replaceAll(/\s/g, '');
  const either = text.split(/[，；;]或者?|或者|或(?=造成|引起|引发)/).filter(Boolean);
  const [first = '', ...rest] = either;
  const plain = (words: string) => words.length >= 3 && words.length <= 40 && !/[，；。]/.test(words);
  if (rest.length > 0 && /\d/.test(first) && plain(first) && rest.every(plain))
    return { main: first, others: rest, joined: 'any' };
  const [, main, , other] =
    /^([^，。；]*\d[^，。；]*?)[，；]?(并且|且|同时|，并)([^，。；\d]{3,40})$/.exec(text) ?? [];
  if (!main || !other) return { main: cell, others: [] };
  return { main, others: [other.replace(/^(?:且|已经?)/, '')], joined: 'all' };
}

/** One or two cells of words among numbers of one kind: circumstances beside the scale, such as 初次违法且后果轻微. */
function wordsBesideNumbers(cells: readonly string[], header: string, words: BoundWords): Set<string> {
  const mains = cells.map((cell) => ({ cell, ...withoutAddition(cell) }));
  const numbers = mains.filter(({ main }) => quantityIn(main, words));
  const rest = cells.filter((cell) => !numbers.some((one) => one.cell === cell));
  if (
    rest.length === 0 ||
    rest.length > 2 ||
    numbers.length < 2 ||
    rest.some((cell) => /\d|^(?:无|没有|未|首次|初次)[^，；]{0,8}$/.test(cell))
  )
    return new Set();
  const whole = degreeSequence(cells, words, header);
  const found = degreeSequence(
    numbers.map(({ main }) => main),
    words,
    header,
  );
  return found && 'conditions' in found && !(whole && 'conditions' in whole) ? new Set(rest) : new Set();
}

function mainConditions(
  header: string,
  cells: readonly string[],
  words: BoundWords,
  read: FactorConditions,
): (cell: string) => Condition {
  const amounts = new Map(cells.map((cell) => [cell, amountOf(cell)]));
  if (cells.length > 0 && [...amounts.values()].every(Boolean)) return (cell) => amounts.get(cell)!;
  const numbers = cells.length > 1 ? degreeSequence(cells, words, header) : undefined;
  if (numbers && 'conditions' in numbers) {
    const { base, unit, about, conditions, remarks } = numbers;
    const name = base ?? nameOf(header, about);
    read.remarks.push(...remarks);
    if (!base)
      read.factors.push({
        name,
        ...(name === header ? {} : { label: header }),
        question: `“${about && !header.includes(about) ? about : header}”是多少${unit}？`,
        type: 'number',
        unit,
      });
    return (cell) => conditions.get(cell)!(name);
  }
  if (numbers) read.remarks.push(`${numbers.overlap}的数字重叠，没有读作数值，由人选择`);
  const lists = cells.map((cell) => [cell, enumerated(cell, words)] as const);
  if (lists.some(([, list]) => list)) {
    const byCell = new Map(lists.map(([cell, list]) => [cell, list ?? single(cell, words)]));
    for (const { factors } of byCell.values())
      for (const factor of factors)
        if (!read.factors.some(({ name }) => name === factor.name)) read.factors.push(factor);
    return (cell) => byCell.get(cell)!.condition;
  }
  const [only, more] = cells;
  if (only !== undefined && more === undefined) {
    // One printed circumstance is there or not: a choice would leave no other answer.
    const circumstance = circumstanceName(only);
    addYesNo(read, circumstance);
    return () => ({ factor: circumstance, op: '=', value: true });
  }
  const name = header || '情形';
  if (cells.length > 0)
    read.factors.push({ name, question: `“${name}”属于哪一种？`, type: 'choice', choices: [...cells] });
  return (cell) => ({ factor: name, op: '=', value: cell });
}

/** Headings such as 违法情节 do not say what is counted; the words beside the numbers do. */
function nameOf(header: string, about: string): string {
  const vague =
    /^(?:违法)?(?:程度|情节|情形|后果|危害后果)$|^(?:涉案|违法)?(?:金额|数额|价值|数量)$|适用|裁量|情形|条件|情节/.test(
      header,
    ) || !header;
  return vague && about ? about : header;
}
