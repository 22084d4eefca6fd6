import type { AnyCaseFile } from '../cases/case-file.ts';
import type { Config } from '../config.ts';
import { loadProfiles, type Profile } from '../corpus/profile.ts';
import { checkProfiles } from '../review/rules/check-profiles.ts';
import { profileOfCase } from '../review/screening/profile-of-case.ts';
import { printNote } from './print.ts';

/** The profile of a case (see profileOfCase); said on standard error where it is not the configured one. */
export function profileFor(file: AnyCaseFile | undefined, config: Config): Profile {
  const profiles = loadProfiles();
  checkProfiles(profiles.values());
  const profile = profileOfCase(file, config.jurisdiction, profiles);
  if (file && file.jurisdiction === undefined && profile.id !== config.jurisdiction)
    printNote(
      `“${file.agency.name}”不在地区方案“${config.jurisdiction}”的地区内，按“${profile.id}”方案办理。`,
    );
  return profile;
}
