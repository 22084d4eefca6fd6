import { citationText } from '../../law/citation.ts';
import type { FactorValue } from '../../law/condition.ts';
import type { Day } from '../../law/dates.ts';
import { REVISED_ON } from '../../law/revised-on.ts';
import { penaltyLawPlace } from '../penalty-law-place.ts';
import type { PenaltyDue, TierResult } from '../tier-result.ts';

/**
 * What is due beside the penalty, or in its stead: whoever punishes orders the violation corrected (行政处罚法 28(1)); whoever is not
 * punished is taught (33(3)), and corrects where the provision says so. The order is made on the day of the decision, under its text.
 */
export function measuresDue(
  { on, sanction }: TierResult,
  values: Readonly<Record<string, FactorValue>>,
  unpunished: boolean,
  decidedOn: Day | undefined,
): PenaltyDue[] {
  if (!on || !sanction) return [];
  const own = sanction.correctionOrder ? citationText(sanction.provision) : '';
  const general = penaltyLawPlace({ article: '28', paragraph: 1 }, decidedOn);
  const basis = [own, ...(unpunished ? [] : [general])].filter(Boolean).join('；');
  const done = values['corrected-in-time'] === true ? '（已经改正的，写明改正情况）' : '';
  const order = basis ? [{ text: `责令改正或者限期改正${done}`, basis }] : [];
  const teach = {
    text: '对当事人进行教育',
    basis: penaltyLawPlace({ article: '33', paragraph: 3 }, decidedOn),
  };
  const taught = unpunished && (!decidedOn || decidedOn >= REVISED_ON);
  return [...order, ...(taught ? [teach] : [])];
}
