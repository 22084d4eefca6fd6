import { loadReferenceBook } from '../../corpus/load-reference-book.ts';

const STATE = '中华人民共和国';

/**
 * The full title of a norm as a paper names it. Every law of the National People's Congress carries the name of the
 * state, and so do the implementing rules named after one; of other norms only the library knows.
 */
export function fullTitle(name: string): string {
  const plain = name.normalize('NFKC').replaceAll(/[\s《》]/g, '');
  const known = loadReferenceBook().titleOf(plain);
  if (known) return known;
  const law =
    /^[\p{sc=Han}、]{2,24}法(?:典|实施条例|实施细则)?$/u.test(plain) &&
    !/^[\p{sc=Han}]{2,8}[省市州县区]/u.test(plain);
  return law && !plain.startsWith(STATE) && !/办法|司法解释/.test(plain)
    ? `${STATE}${plain}`
    : name.replaceAll(/\s/g, '');
}
