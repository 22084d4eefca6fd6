import type { Profile } from './profile.ts';

/** How many 法制审核人员 an agency needs. `needed` is absent where the plan does not settle it. */
export interface ReviewersNeeded {
  needed?: number;
  why: string;
}

/**
 * The share of the enforcement officers, rounded up, and the least number. A share below one person needs one only where
 * the plan says so: a plan without a minimum leaves the small station open.
 */
export function reviewersNeeded({ reviewers, name }: Profile, officers: number): ReviewersNeeded {
  const { percent, minimum, source } = reviewers ?? {};
  if (percent === undefined && minimum === undefined) {
    return { why: `${name}没有规定法制审核人员的比例或者人数` };
  }
  if (percent === undefined) return { needed: minimum!, why: `至少${minimum}人（${source}）` };
  const share = (officers * percent) / 100;
  const counted = `执法人员${officers}人的${percent}%为${share}人`;
  if (share < 1 && minimum === undefined) {
    return { why: `${counted}，方案没有规定不足一人时的最低人数（${source}）` };
  }
  const needed = Math.max(Math.ceil(share), minimum ?? 0);
  return { needed, why: `${counted}，至少${needed}人（${source}）` };
}
