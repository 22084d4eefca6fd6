import { chineseDay, type Day } from '../../../law/dates.ts';
import { type Answer, met, notMet, unclear } from '../../rules/rule.ts';

export interface Qualification {
  /** Whose, in Chinese. */
  of: string;
  from: Day | undefined;
  to: Day | undefined;
  paths: string[];
}

/** Whether a qualification was valid on the day of the opinion, its first and last day included. `at`: the opinion. */
export function qualifiedOn({ of, from, to, paths }: Qualification, issuedOn: Day, at: string): Answer {
  const where = [...paths, `${at}.issuedOn`];
  const due = `${of}的资质应在${chineseDay(issuedOn)}有效`;
  if (from && issuedOn < from) return notMet(`${due}，实际自${chineseDay(from)}起有效。`, where);
  if (to && to < issuedOn) return notMet(`${due}，实际至${chineseDay(to)}届满。`, where);
  if (from && to) return met(`${of}的资质在${chineseDay(issuedOn)}有效。`, where);
  const missing = [...(from ? [] : ['有效期始']), ...(to ? [] : ['有效期止'])];
  return unclear(
    `${due}，资质的${missing.join('、')}没有写明。`,
    missing.map((what) => `${of}的资质${what}`),
    where,
  );
}
