import type { CaseFile } from '../../cases/case-file.ts';
import { type Fen, fen } from '../../law/money.ts';

/** 偏离理由 of a file, and whether it still speaks of the fine as it stands. */
export type DeviationReason =
  | { state: 'none' }
  | { state: 'stands' | 'lapsed'; reason: string; facts?: string; fine?: Fen };

/**
 * The reason that the file gives for leaving the benchmark. It was given for one sum: with another it has lapsed. Papers
 * of other systems name no sum; such a reason is taken as it stands.
 */
export function reasonOf(file: CaseFile, amount: Fen | undefined): DeviationReason {
  const deviation = file.proposal?.deviation;
  if (!deviation) return { state: 'none' };
  const { reason, facts } = deviation;
  const fine = deviation.fine === undefined ? undefined : fen(deviation.fine);
  return {
    state: fine === undefined || fine === amount ? 'stands' : 'lapsed',
    reason,
    ...(facts === undefined ? {} : { facts }),
    ...(fine === undefined ? {} : { fine }),
  };
}
