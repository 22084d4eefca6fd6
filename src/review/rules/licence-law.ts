import type { Basis } from './rule.ts';

type Place = Pick<Basis, 'paragraph' | 'item' | 'states'>;

/**
 * A basis in 行政许可法, in force since 1 July 2004. The amendment of 23 April 2019 touched its articles 5, 31 and 72
 * alone, so that every other article binds earlier applications in the same words.
 */
export function licenceLaw(article: number, gist: string, place: Place = {}): Basis {
  return { law: '中华人民共和国行政许可法', article: String(article), gist, from: '2004-07-01', ...place };
}

/** The agency's periods in 行政许可法 are working days (its Art 82). */
export const LICENCE_WORKING_DAYS: Basis = licenceLaw(
  82,
  '行政机关实施许可的期限按工作日计算，不含法定节假日',
  {
    states: ['工作日'],
  },
);
