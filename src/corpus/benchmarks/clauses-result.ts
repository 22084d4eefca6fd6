import { PENALTY_TYPES } from '../../law/penalties.ts';
import { sanctionsInText } from '../../law/sanctions-in-text.ts';
import type { BoundWords } from './quantity-in.ts';
import type { Result } from './result-in.ts';

/**
 * A result cell written like a provision, clause by clause: 对单位处…，对责任人员处…; 逾期未改正的，处…; 情节严重的，吊销…. Its words are read
 * as those of statutes are; `undefined` where any of its fines is left open.
 */
export function clausesResult(text: string, bounds: BoundWords | undefined): Result | undefined {
  const read = sanctionsInText(text);
  if (!read || read.fines.length === 0 || read.reading.open.includes('fines')) return undefined;
  const responsible = read.fines.some(({ subject }) => subject === 'responsible-person');
  const fines = read.fines.map(({ range, when, party, subject }) => {
    const side = subject === 'responsible-person' ? 'person' : (party ?? (responsible ? 'unit' : undefined));
    const point = range.min !== undefined && range.min === range.max;
    return {
      ...range,
      ...(bounds && !point && range.min !== undefined && !bounds.above ? { minInclusive: false } : {}),
      ...(bounds && !point && range.max !== undefined && !bounds.below ? { maxInclusive: false } : {}),
      ...(side ? { party: side } : {}),
      ...(when ? { when } : {}),
    };
  });
  const extra = read.mandatory.filter((type) => type !== 'fine').map((type) => PENALTY_TYPES[type]);
  return { fines, extra };
}
