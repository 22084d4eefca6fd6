import type { Profile } from '../../corpus/profile.ts';
import { CONCLUSIONS, type Conclusion } from './review-round.ts';

/**
 * The kinds of opinion a reviewer may give: those of the profile. Where it has none (`provided: false`) the product's
 * own, because the reviewer must be able to answer; 存在问题 belongs to places that know only two kinds.
 */
export function conclusionsOf(profile: Profile): { kinds: Conclusion[]; provided: boolean } {
  const kinds = profile.review?.conclusions;
  if (kinds) return { kinds, provided: true };
  const all = Object.keys(CONCLUSIONS) as Conclusion[];
  return { kinds: all.filter((kind) => kind !== 'problems'), provided: false };
}
