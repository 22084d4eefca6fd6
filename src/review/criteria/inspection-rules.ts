import type { Rule } from '../rules/rule.ts';
import { approvalAndFrequency } from './inspection/approval-and-frequency.ts';
import { followedUp } from './inspection/followed-up.ts';
import { officersOnly } from './inspection/officers-only.ts';
import { publishedInspectionItem } from './inspection/published-inspection-item.ts';
import { randomDraw } from './inspection/random-draw.ts';
import { recordArchived } from './inspection/record-archived.ts';
import { resultPublished } from './inspection/result-published.ts';
import { twoCertifiedInspectors } from './inspection/two-certified-inspectors.ts';

/** 行政检查, in the order of the catalogue. */
export const inspectionRules: Rule<never>[] = [
  publishedInspectionItem,
  twoCertifiedInspectors,
  approvalAndFrequency,
  randomDraw,
  followedUp,
  resultPublished,
  recordArchived,
  officersOnly,
];
