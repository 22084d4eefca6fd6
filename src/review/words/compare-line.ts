import type { ThresholdFigure, ThresholdLine, ThresholdPart } from '../../corpus/criminal-threshold.ts';
import type { OffenceFact } from '../crime/offence-fact.ts';

/**
 * How far the facts are from a line. `must`: so near that referral has to be considered; `near`: a person looks;
 * `open`: a fact is missing.
 */
export type Level = 'below' | 'open' | 'near' | 'must' | 'reached';
export const LEVELS: Level[] = ['below', 'open', 'near', 'must', 'reached'];

/** From which share of a line it counts as near, and as to be considered. */
export interface Shares {
  near: number;
  consider: number;
}

export interface ComparedLine {
  line: ThresholdLine;
  level: Level;
  /** The first condition whose fact is missing: once that is known, the others may not matter. */
  missing?: ThresholdPart;
  /** What was found, for the sentence: 本案 85,000 元. */
  found: string;
  paths: string[];
}

export type FactOf = (factor: string, harm?: boolean) => OffenceFact | undefined;

/** Every condition of the line beside the facts: the weakest decides, and one that fails ends the question. */
export function compareLine(line: ThresholdLine, factOf: FactOf, shares: Shares): ComparedLine {
  const parts = line.all.map((part) => {
    const fact = factOfPart(part, factOf);
    return { part, fact, level: fact && levelOf(part, fact, shares) };
  });
  const paths = parts.flatMap(({ part, fact }) => (fact ? fact.paths : pathsOf(part)));
  const [first] = parts;
  const found =
    first?.fact && first.part.op === '>='
      ? `，本案${figureText(Number(first.fact.value))}${ownUnit(first.part)}${first.fact.earlier ? '（含此前未经处理的）' : ''}`
      : '';
  const known = parts.flatMap(({ level }) => level ?? []);
  if (known.includes('below')) return { line, level: 'below', found, paths };
  const missing = parts.find(({ level }) => level === undefined)?.part;
  if (missing) return { line, level: 'open', missing, found, paths };
  return { line, level: LEVELS.find((level) => known.includes(level)) ?? 'below', found, paths };
}

/** The level of a share of a line: 1 is the line itself. */
export function levelOfShare(share: number, { near, consider }: Shares): Exclude<Level, 'open'> {
  // Eight tenths of 3 is 2.4, not the 2.4000000000000004 that binary fractions make of it.
  const exact = Number(share.toFixed(9));
  if (exact >= 1) return 'reached';
  if (exact >= consider) return 'must';
  return exact >= near ? 'near' : 'below';
}

/** The figure that a line in multiples or in plain units asks for. */
export function lineValue(part: ThresholdFigure): number {
  return part.of ? part.value * part.of.value : part.value;
}

/** Counts of ten and below (deaths, penalties, persons) are reached or not: nothing is near them. */
function nearCounts({ unit, value }: ThresholdFigure): boolean {
  return !(COUNTED.has(unit) && value <= 10);
}

const COUNTED = new Set([
  '人',
  '次',
  '株',
  '个',
  '组',
  '台',
  '枚',
  '种',
  '项',
  '级',
  '份',
  '件',
  '册',
  '张',
  '个月',
  '条',
]);

interface PartFact {
  value: number | boolean;
  atLeast: boolean;
  /** Where the figure may be higher, how high at most. */
  atMost?: number;
  /** Figures of earlier acts are in it. */
  earlier: boolean;
  paths: string[];
}

function factOfPart(part: ThresholdPart, factOf: FactOf): PartFact | undefined {
  if (part.op === 'is' || !part.sum) {
    const fact = part.factor === undefined ? undefined : factOf(part.factor, part.harm);
    return (
      fact && {
        value: fact.value,
        atLeast: fact.atLeast ?? false,
        ...(fact.atMost === undefined ? {} : { atMost: fact.atMost }),
        earlier: fact.earlierPath !== undefined,
        paths: factPaths(fact),
      }
    );
  }
  const facts = part.sum.map(({ factor, times }) => ({ fact: factOf(factor), times }));
  const known = facts.flatMap(({ fact, times }) => (fact ? [{ fact, times }] : []));
  if (known.length === 0) return undefined;
  return {
    value: known.reduce((total, { fact, times }) => total + Number(fact.value) * times, 0),
    atLeast: known.length < facts.length || known.some(({ fact }) => fact.atLeast),
    earlier: known.some(({ fact }) => fact.earlierPath !== undefined),
    paths: known.flatMap(({ fact }) => factPaths(fact)),
  };
}

/** Where a fact stands. */
export function factPaths({ path, earlierPath }: OffenceFact): string[] {
  return earlierPath === undefined ? [path] : [path, earlierPath];
}

/** `undefined` where a figure that may be higher stays under the line. */
function levelOf(
  part: ThresholdPart,
  { value, atLeast, atMost }: PartFact,
  shares: Shares,
): Level | undefined {
  if (part.op === 'is') return Number(value) > 0 ? 'reached' : 'below';
  const line = lineValue(part);
  const share = Number(value) / line;
  const level = Number(value) >= line ? 'reached' : nearCounts(part) ? levelOfShare(share, shares) : 'below';
  const mayBeHigher = atLeast || (atMost !== undefined && atMost >= line);
  return mayBeHigher && level !== 'reached' && level !== 'must' ? undefined : level;
}

/** A multiple of a sum of money is compared as money: its own unit is that of the sum. */
function ownUnit({ of, unit }: ThresholdFigure): string {
  return of ? of.unit : unit;
}

function pathsOf(part: ThresholdPart): string[] {
  const factors = part.op === '>=' && part.sum ? part.sum.map(({ factor }) => factor) : [part.factor ?? ''];
  return factors.filter(Boolean).map((factor) => `circumstances.factors.${factor}`);
}

function figureText(value: number): string {
  return ` ${value.toLocaleString('zh-CN', { maximumFractionDigits: 4 })} `;
}
