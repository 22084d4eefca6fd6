import type { AnyCaseFile } from '../../cases/case-file.ts';
import { type Deadline, deadlinesOf } from '../../cases/deadlines-of.ts';
import type { ReviewDays } from '../../cases/review-deadlines.ts';
import type { Profile } from '../../corpus/profile.ts';
import type { Day } from '../../law/dates.ts';
import { type ReviewMaterial, reviewMaterials } from '../opinion/review-materials.ts';
import { isMajor, type MajorResult } from './is-major.ts';

/** 重大执法决定 at one glance: why, what is not settled, what must be handed in, and until when. */
export interface MajorSummary extends MajorResult {
  /** Absent where the profile has no list of materials. */
  materials?: ReviewMaterial[];
  /** The time limits of the review itself. */
  deadlines: Deadline[];
}

export function majorSummary(
  file: AnyCaseFile,
  profile: Profile,
  today: Day,
  days: ReviewDays = {},
): MajorSummary {
  const materials = reviewMaterials(file, profile);
  return {
    ...isMajor(file, profile),
    ...(materials ? { materials } : {}),
    deadlines: deadlinesOf(file, profile, today, days).filter(
      ({ id }) => id === 'review' || id === 'review-answer',
    ),
  };
}
