import { AppError } from '../errors.ts';
import type { Profile } from './profile.ts';

/** The profile with this id. Refuses with `not-found`, naming those that there are. */
export function profileNamed(id: string, profiles: ReadonlyMap<string, Profile>): Profile {
  const profile = profiles.get(id);
  if (profile) return profile;
  throw new AppError(
    'not-found',
    `没有地区方案“${id}”，现有：${[...profiles.keys()].join('、')}。请改 MINGCAI_JURISDICTION 或案件的 jurisdiction。`,
  );
}
