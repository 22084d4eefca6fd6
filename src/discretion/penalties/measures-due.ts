import { citationText } from '../../law/citation.ts';
import type { FactorValue } from '../../law/condition.ts';
import { REVISED_ON } from '../../law/revised-on.ts';
import type { PenaltyDue, TierResult } from '../tier-result.ts';

const LAW = '中华人民共和国行政处罚法';

/**
 * What is due beside the penalty, or in its stead: whoever punishes orders the violation corrected (行政处罚法 28(1), in the text of 1996
 * its Art 23); whoever is not punished is taught (33(3)), and corrects where the provision says so.
 */
export function measuresDue(
  { on, sanction }: TierResult,
  values: Readonly<Record<string, FactorValue>>,
  unpunished: boolean,
): PenaltyDue[] {
  if (!on || !sanction) return [];
  const own = sanction.correctionOrder ? citationText(sanction.provision) : '';
  const revised = on >= REVISED_ON;
  const general = citationText(
    revised ? { law: LAW, article: '28', paragraph: 1 } : { law: LAW, article: '23' },
  );
  const basis = [own, ...(unpunished ? [] : [general])].filter(Boolean).join('；');
  const done = values['corrected-in-time'] === true ? '（已经改正的，写明改正情况）' : '';
  const order = basis ? [{ text: `责令改正或者限期改正${done}`, basis }] : [];
  const teach = { text: '对当事人进行教育', basis: citationText({ law: LAW, article: '33', paragraph: 3 }) };
  return [...order, ...(unpunished && revised ? [teach] : [])];
}
