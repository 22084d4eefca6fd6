import type { DeskData } from './desk-data.ts';

/** A circumstance is named by the question that the benchmark or an offence asks. */
export function factorQuestion(desk: DeskData, path: string): string | undefined {
  const [, factor] = path.split('circumstances.factors.');
  return factor === undefined ? undefined : desk.factorQuestions.get(factor);
}
