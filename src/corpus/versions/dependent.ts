import type { Citation } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';

/** What can rest on an article: a rule, an item of a benchmark or of the catalogue of violations, a document not yet signed, a case not yet decided. */
export const DEPENDENT_KINDS = {
  rule: '规则',
  benchmark: '裁量基准',
  violation: '违法行为事项',
  draft: '文书草稿',
  case: '在办案件',
} as const;

export interface Dependent {
  kind: keyof typeof DEPENDENT_KINDS;
  id: string;
  name: string;
  /** The places that it cites, under full titles. */
  places: Citation[];
  /** The days whose law it applies, both included; `null` where open. */
  from: Day | null;
  to: Day | null;
}
