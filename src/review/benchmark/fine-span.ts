import type { CaseFile } from '../../cases/case-file.ts';
import { caseFactors } from '../../discretion/case-factors.ts';
import { factorLabel } from '../../discretion/factor-label.ts';
import { roleOf } from '../../discretion/spans/role-of.ts';
import { sideOf } from '../../discretion/spans/side-of.ts';
import {
  finesBeside,
  finesFor,
  spanText,
  statutoryRange,
  switchesOf,
} from '../../discretion/statutory-range.ts';
import { citationText } from '../../law/citation.ts';
import { BASES, type Base, type FenRange } from '../../law/fine-range.ts';
import { type Fen, fen } from '../../law/money.ts';
import type { Sanction, SanctionFine } from '../../law/sanction.ts';
import { type Answer, type Context, isAnswer, notApplicable, unclear } from '../rules/rule.ts';
import type { JudgedPenalties } from '../steps/judged-penalties.ts';
import { citedSanctions } from './cited-sanctions.ts';

export interface FineSpan {
  fine: SanctionFine;
  range: FenRange;
  /** Citation and wording of the span. */
  text: string;
  paths: string[];
}

/** The span of fines that the facts select in the one cited provision that carries fines. */
export function fineSpan(context: Pick<Context, 'file' | 'book'>): FineSpan | Answer {
  const found = citedSanctions(context, { partly: true, quoted: true });
  if (isAnswer(found)) return found;
  const unsure = found.cited.find(({ sanction }) => mayCarryFine(sanction));
  if (unsure) return notRead(unsure.sanction, found.paths);
  const carrying = found.cited.filter(({ sanction }) => sanction.types.includes('fine'));
  if (carrying.length === 0) return notApplicable('引用的罚则没有罚款。', found.paths);
  const [first, ...others] = carrying;
  if (others.some(({ sanction }) => sanction.id !== first!.sanction.id)) {
    return unclear('引用了几个有罚款的罚则，按哪一个计算需要人判断。', ['据以罚款的一个条款'], found.paths);
  }
  return spanOf(first!.sanction, context.file, found.paths);
}

/** The span of one provision for the facts of the file. */
export function spanOf(sanction: Sanction, file: CaseFile, paths: string[]): FineSpan | Answer {
  const provision = citationText(sanction.provision);
  if (openFor(sanction, file)) return notRead(sanction, paths);
  const role = sanction.reading ? 'offender' : roleOf(sanction, file);
  const where = [...paths, 'violation.amounts'];
  if (role === 'asked' || role === 'outside') {
    const why =
      role === 'asked' ? '当事人是否作为单位的责任人员受处罚没有写明' : '当事人是个人，又不是责任人员';
    return unclear(
      `${provision}对单位规定罚款，${why}。`,
      ['当事人是否为单位的责任人员'],
      ['party.kind', ...where],
    );
  }
  const fines = finesOf(sanction, file);
  const { values, sums } = caseFactors(file, undefined, switchesOf(fines));
  const found = statutoryRange(fines, values, sums);
  if (found.state === 'missing') {
    const names = found.factors.map(
      (factor) =>
        BASES[factor as Base] ?? (factor === 'serious' ? '情节是否严重' : `情节“${factorLabel(factor)}”`),
    );
    return unclear(`${provision}的罚款幅度取决于${names.join('、')}，案卷没有载明。`, names, where);
  }
  if (found.state === 'several')
    return unclear(`${provision}有几个幅度同时符合，需要人判断。`, ['适用的幅度'], where);
  if (found.state === 'none') return notApplicable(`${provision}在本案情形下没有罚款。`, where);
  const used = found.fine.when || found.fine.range.base ? amountPaths(file) : [];
  return {
    fine: found.fine,
    range: found.range,
    text: `${provision}：${spanText(found.fine.range)}`,
    paths: [...paths, ...used],
  };
}

/**
 * The span as `fineSpan` tells it; where it cannot be told, the lowest and highest sum of the one provision's text, if the fine lies
 * outside of both: then it lies outside in every reading.
 */
export function fineSpanFor(context: Pick<Context, 'file' | 'book'>, amount: Fen): FineSpan | Answer {
  const span = fineSpan(context);
  if (!isAnswer(span) || span.answer !== 'unclear') return span;
  const found = citedSanctions(context, { partly: true, quoted: true });
  if (isAnswer(found)) return span;
  const [only, ...others] = found.cited.filter(
    ({ sanction }) => sanction.types.includes('fine') || sanction.reading?.named.includes('fine'),
  );
  if (!only || others.length > 0) return span;
  const { most, least } = only.sanction.reading ?? outermost(only.sanction, context.file);
  const max = most !== undefined && amount > fen(most) ? fen(most) : undefined;
  const min = least !== undefined && amount < fen(least) ? fen(least) : undefined;
  if (max === undefined && min === undefined) return span;
  const range = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  const text = `${citationText(only.sanction.provision)}的各档罚款`;
  return {
    fine: { range: {} },
    range: { ...range, minInclusive: true, maxInclusive: true },
    text,
    paths: found.paths,
  };
}

/** The lowest and highest sum (fen) of the one cited provision with fines, whichever of its spans applies. */
export function widestSpan(
  context: Pick<Context, 'file' | 'book'>,
): { min?: number; max?: number; text: string; paths: string[] } | undefined {
  const found = citedSanctions(context, { partly: true, quoted: true });
  if (isAnswer(found)) return undefined;
  const [only, ...others] = found.cited.filter(({ sanction }) => sanction.types.includes('fine'));
  if (!only || others.length > 0) return undefined;
  const { most, least } = only.sanction.reading ?? outermost(only.sanction, context.file);
  const text = `${citationText(only.sanction.provision)}的各档罚款`;
  return {
    ...(least === undefined ? {} : { min: fen(least) }),
    ...(most === undefined ? {} : { max: fen(most) }),
    text,
    paths: found.paths,
  };
}

/** The highest sum in yuan that a provision allows to fine, whichever of its spans applies. */
export function mostOf(sanction: Sanction, file: CaseFile): number | undefined {
  return (sanction.reading ?? outermost(sanction, file)).most;
}

/** The spans that may be for the party: a person's own, those of the persons responsible in a unit, or both until that is known. */
function finesOf(sanction: Sanction, file: CaseFile): SanctionFine[] {
  const own = finesFor(sanction, sideOf(file, sanction));
  const role = sanction.reading ? 'offender' : roleOf(sanction, file);
  if (role === 'responsible') return finesBeside(sanction);
  return role === 'asked' ? [...own, ...finesBeside(sanction)] : own;
}

/** The ends of all spans of a provision that people entered whole; none where a span is counted on a base or left open. */
function outermost(sanction: Sanction, file: CaseFile): { most?: number; least?: number } {
  const ranges = finesOf(sanction, file).map(({ range }) => range);
  if (ranges.length === 0 || ranges.some(({ base }) => base)) return {};
  const [low, high] = [ranges.map(({ min }) => Number(min)), ranges.map(({ max }) => Number(max))];
  return {
    ...(high.some(Number.isNaN) ? {} : { most: Math.max(...high) }),
    ...(low.some(Number.isNaN) ? {} : { least: Math.min(...low) }),
  };
}

/** A natural person may be fined as the offender or as the one responsible in a unit: the text then has two spans. */
function openFor({ reading, fines }: Sanction, { party }: CaseFile): boolean {
  if (!reading) return false;
  const responsible =
    party.kind !== 'organisation' && fines.some(({ subject }) => subject === 'responsible-person');
  return reading.open.includes('fines') || responsible;
}

function mayCarryFine({ reading, types }: Sanction): boolean {
  return (
    reading !== undefined &&
    !types.includes('fine') &&
    reading.open.includes('types') &&
    reading.named.includes('fine')
  );
}

function notRead({ provision }: Sanction, paths: string[]): Answer {
  const text = citationText(provision);
  return unclear(`${text}的罚款幅度没有全部读懂，需要人核对原文。`, [`${text}的罚款幅度的核对`], paths);
}

/** The sum of the fines, in fen; `undefined` without a fine, an Answer when an amount is not known. */
export function fineSum(judged: JudgedPenalties): Fen | Answer | undefined {
  const fines = judged.penalties.filter((penalty) => penalty.type === 'fine');
  if (fines.length === 0) return undefined;
  if (fines.some((penalty) => penalty.amount === undefined)) {
    return unclear(`${judged.name}的罚款没有写明金额。`, ['罚款金额'], [judged.path]);
  }
  return fines.reduce((sum, penalty) => sum + fen(penalty.amount!), 0);
}

function amountPaths(file: CaseFile): string[] {
  return [
    ...Object.keys(file.violation.amounts ?? {}).map((base) => `violation.amounts.${base}.yuan`),
    ...Object.keys(file.circumstances?.factors ?? {}).map((factor) => `circumstances.factors.${factor}`),
  ];
}
