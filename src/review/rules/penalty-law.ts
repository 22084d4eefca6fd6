import type { Day } from '../../law/dates.ts';
import { REVISED_ON } from '../../law/revised-on.ts';
import type { Basis } from './rule.ts';

export { REVISED_ON } from '../../law/revised-on.ts';

export const PENALTY_LAW = '中华人民共和国行政处罚法';

type Place = Pick<Basis, 'paragraph' | 'item' | 'states'> & { from?: Day };

/** A basis in the 2021 text of 行政处罚法. */
export function penaltyLaw(article: number | string, gist: string, place: Place = {}): Basis {
  return { law: PENALTY_LAW, article: String(article), gist, from: REVISED_ON, ...place };
}

/**
 * The same requirement in the text of 1996 (amended 2009 and 2017), for steps taken before 15 July 2021.
 * That text is not in the library: article numbers are practice, to be confirmed locally.
 */
export function formerPenaltyLaw(article: number | string, gist: string, place: Place = {}): Basis {
  return {
    law: PENALTY_LAW,
    article: String(article),
    gist,
    from: '1996-10-01',
    to: '2021-07-14',
    ...place,
  };
}

/** A basis in the Supreme People's Court's evidence rules for administrative litigation, in force since 1 October 2002. */
export function evidenceRules(article: number | string, gist: string, place: Place = {}): Basis {
  return {
    law: '最高人民法院关于行政诉讼证据若干问题的规定',
    article: String(article),
    gist,
    from: '2002-10-01',
    ...place,
  };
}
