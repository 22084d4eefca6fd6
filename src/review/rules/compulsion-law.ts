import type { Basis } from './rule.ts';

const LAW = '中华人民共和国行政强制法';

type Place = Pick<Basis, 'paragraph' | 'item' | 'states'>;

/** A basis in 行政强制法, in force since 1 January 2012 and not amended. */
export function compulsionLaw(article: number, gist: string, place: Place = {}): Basis {
  return { law: LAW, article: String(article), gist, from: '2012-01-01', ...place };
}

/** Whether it is 行政强制法 itself, which orders how compulsion is used but creates no measure and gives no power. */
export function isCompulsionLaw(law: string): boolean {
  return law.endsWith('行政强制法');
}

/** Periods of ten days or less in 行政强制法 are working days (its Art 69). */
export const COMPULSION_WORKING_DAYS: Basis = compulsionLaw(
  69,
  '十日以内的期限按工作日计算，法定节假日不算',
  {
    states: ['十日以内', '工作日'],
  },
);
