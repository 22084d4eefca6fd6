import type { AnyCaseFile } from '../../cases/case-file.ts';
import type { Profile } from '../../corpus/profile.ts';
import { profileNamed } from '../../corpus/profile-named.ts';
import { profileCovers } from '../steps/agency-names.ts';

/**
 * The profile that a case names, else the configured one; where that one is surely another place's, the national one:
 * its periods and thresholds hold for every agency, those of another place for none.
 * @throws AppError not-found for a name that no profile has.
 */
export function profileOfCase(
  file: AnyCaseFile | undefined,
  configured: string,
  profiles: ReadonlyMap<string, Profile>,
): Profile {
  const profile = profileNamed(file?.jurisdiction ?? configured, profiles);
  if (!file || file.jurisdiction !== undefined || profileCovers(profile, file) !== false) return profile;
  return [...profiles.values()].find(({ level }) => level === 'national') ?? profile;
}
