import { isCreditCode } from '../law/identity-numbers.ts';

/** Letters that no credit code has, and what they may be misread from. */
const MISREAD: Record<string, string[]> = {
  O: ['0', 'Q', 'D'],
  I: ['1'],
  Z: ['2'],
  S: ['5', '8'],
  V: ['W', 'Y', 'U'],
  o: ['0'],
  l: ['1'],
};
const MOST = 5;
const CODE = /(?<![0-9A-Za-z])[0-9A-Za-z]{18,20}(?![0-9A-Za-z])/g;

/**
 * Letters that cannot stand in a credit code are read as what they look like, where that gives exactly one code with a
 * right check character. A code that is right, or cannot be put right so, stays.
 */
export function mendCreditCode(text: string): string {
  return text.replace(CODE, (code) => {
    const wrong = [...code].filter((sign) => MISREAD[sign]).length;
    if (wrong === 0 || wrong > MOST || isCreditCode(code)) return code;
    // W is now and then seen as two letters.
    const spellings = new Set([code, code.replace('VW', 'W'), code.replace('VV', 'W')]);
    const right = new Set(
      [...spellings]
        .filter(({ length }) => length === 18)
        .flatMap(readings)
        .filter(isCreditCode),
    );
    return right.size === 1 ? [...right][0]! : code;
  });
}

function readings(code: string): string[] {
  return [...code].reduce(
    (all, sign) => all.flatMap((start) => (MISREAD[sign] ?? [sign]).map((one) => start + one)),
    [''],
  );
}
