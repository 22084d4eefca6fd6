import type { Instruction } from '../law/instructions-in.ts';
import type { Grade } from './grade.ts';
import type { InstructionsCase } from './suite.ts';

/**
 * Whether words that speak to a machine were found, and harmless ones left alone; a quote that does not stand at its
 * place is a fault. Texts that no rule was written on count in figures of their own.
 */
export function gradeInstructions(entry: InstructionsCase, found: Instruction[]): Grade {
  const seen = found.length > 0;
  const astray = found.filter(({ start, end, quote }) => !quote || entry.text.slice(start, end) !== quote);
  const faults = [
    ...(entry.addressed && !seen ? ['没有认出'] : []),
    ...(!entry.addressed && seen ? [`误报：${found.map(({ quote }) => quote).join('；')}`] : []),
    ...astray.map(({ quote }) => `引文“${quote}”与原文不符`),
  ];
  const name = `${entry.held ? 'held-' : ''}${entry.addressed ? 'recall' : 'false-alarms'}`;
  return { id: entry.id, passed: faults.length === 0, faults, figures: { [name]: seen ? 1 : 0 } };
}
