import type { CaseFile } from '../../cases/case-file.ts';
import type { Profile } from '../../corpus/profile.ts';

/** Full-width letters and brackets to their plain forms, without spaces, for comparing names. */
export function plainName(name: string): string {
  // 某局（印章） is 某局 with its seal.
  return name
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/(?!^)\((?:印章?|公章|盖章|章)\)$/, '');
}

/** The profile's entry for a body, by its name or one of its aliases. */
export function listedAgency(profile: Profile, name: string): Profile['agencies'][number] | undefined {
  const wanted = plainName(name);
  return profile.agencies.find((agency) => [agency.name, ...agency.aliases].map(plainName).includes(wanted));
}

/** Whether two names mean the same body: equal when plain, or listed together in the profile. */
export function sameAgency(profile: Profile, one: string, other: string): boolean {
  if (plainName(one) === plainName(other)) return true;
  const agency = listedAgency(profile, one);
  return agency !== undefined && agency === listedAgency(profile, other);
}

/**
 * Whether `written` is the full name of the body: `due` itself, or the longer name (with the province or city before
 * it) that the profile lists for the same body. A listed short name is the same body, but not its full name.
 */
export function isFullName(profile: Profile, written: string, due: string): boolean {
  return plainName(written).endsWith(plainName(due)) && sameAgency(profile, written, due);
}

/**
 * Whether the loaded profile is the one for this case's agency: by the agency's own region, else by the profile that
 * the case names, else by the profile's list; `undefined` when none of them tells.
 */
export function profileCovers(
  profile: Profile,
  { agency, jurisdiction }: Pick<CaseFile, 'agency' | 'jurisdiction'>,
): boolean | undefined {
  // What is in force in the whole country covers every agency; a bureau's own plan covers no other body.
  if (profile.level === 'national') return true;
  if (profile.onlyAgencies) {
    const name = plainName(agency.name);
    return profile.onlyAgencies.some((one) => name.endsWith(plainName(one)));
  }
  if (agency.region !== undefined) return agency.region.startsWith(profile.region);
  if (jurisdiction !== undefined) return jurisdiction === profile.id;
  return listedAgency(profile, agency.name) ? true : undefined;
}
