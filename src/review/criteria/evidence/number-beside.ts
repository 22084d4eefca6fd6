import type { CaseFile } from '../../../cases/case-file.ts';
import { plainWords } from '../../steps/plain-words.ts';
import type { Stated } from './stated-particulars.ts';

/** An identity number has a birth date in its middle; a credit code has none. */
const PERSONAL = /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dX]$/;

/**
 * An identity number or credit code beside the party's own of the same kind; `undefined` where it is somebody else's by
 * its kind, as an organisation's papers carry the number of its representative.
 */
export function numberBeside(
  written: string,
  party: CaseFile['party'],
): Omit<Stated, 'paper' | 'path' | 'said'> | undefined {
  const value = plainWords(written).toUpperCase();
  const personal = PERSONAL.test(value);
  if (personal && party.kind === 'organisation') return undefined;
  if (!personal && party.kind === 'person' && !party.creditCode) return undefined;
  const own: [string, string | undefined][] = personal
    ? [
        ['party.idNumber', party.idNumber],
        ['party.operatorIdNumber', party.operatorIdNumber],
      ]
    : [['party.creditCode', party.creditCode]];
  const known = own.flatMap(([path, number]) => (number ? [{ path, number }] : []));
  return {
    what: personal ? '公民身份号码' : '统一社会信用代码',
    ...(known.length > 0
      ? {
          due: {
            text: known.map(({ number }) => number).join('或者'),
            paths: known.map(({ path }) => path),
          },
        }
      : {}),
    agrees: known.some(({ number }) => number === value),
    same: (other) => plainWords(other).toUpperCase() === value,
  };
}
