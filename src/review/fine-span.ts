import type { CaseFile } from '../cases/case-file.ts';
import { caseFactors } from '../discretion/case-factors.ts';
import { finesFor, spanText, statutoryRange, switchesOf } from '../discretion/statutory-range.ts';
import { citationText } from '../law/citation.ts';
import { BASES, type Base, type FenRange } from '../law/fine-range.ts';
import { type Fen, fen } from '../law/money.ts';
import type { Sanction, SanctionFine } from '../law/sanction.ts';
import { citedSanctions } from './cited-sanctions.ts';
import type { JudgedPenalties } from './judged-penalties.ts';
import { type Answer, type Context, isAnswer, notApplicable, unclear } from './rule.ts';

export interface FineSpan {
  fine: SanctionFine;
  range: FenRange;
  /** Citation and wording of the span. */
  text: string;
  paths: string[];
}

/** The span of fines that the facts select in the one cited provision that carries fines. */
export function fineSpan(context: Pick<Context, 'file' | 'book'>): FineSpan | Answer {
  const found = citedSanctions(context);
  if (isAnswer(found)) return found;
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
  const fines = finesFor(sanction, file.party.kind);
  const { values, sums } = caseFactors(file, undefined, switchesOf(fines));
  const found = statutoryRange(fines, values, sums);
  const where = [...paths, 'violation.amounts'];
  if (found.state === 'missing') {
    const names = found.factors.map((factor) => BASES[factor as Base] ?? `情节“${factor}”`);
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
