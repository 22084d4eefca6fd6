import type { Rule } from '../rules/rule.ts';
import { fiscalReceipt } from './levy/fiscal-receipt.ts';
import { lateCharge } from './levy/late-charge.ts';
import { levyAmount } from './levy/levy-amount.ts';
import { levyBasis } from './levy/levy-basis.ts';
import { levyDecisionComplete } from './levy/levy-decision-complete.ts';
import { levyReviewed } from './levy/levy-reviewed.ts';

/** 行政征收, in the order of the catalogue. */
export const levyRules: Rule<never>[] = [
  levyBasis,
  levyAmount,
  levyDecisionComplete,
  lateCharge,
  fiscalReceipt,
  levyReviewed,
];
