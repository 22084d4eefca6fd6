import type { AnyCaseFile } from '../cases/case-file.ts';
import type { Config } from '../config.ts';
import { loadProfiles, type Profile } from '../corpus/profile.ts';
import { profileNamed } from '../corpus/profile-named.ts';
import { checkProfiles } from '../review/check-profiles.ts';

/** The profile a case names, else the configured one. */
export function profileFor(file: AnyCaseFile | undefined, config: Config): Profile {
  const profiles = loadProfiles();
  checkProfiles(profiles.values());
  return profileNamed(file?.jurisdiction ?? config.jurisdiction, profiles);
}
