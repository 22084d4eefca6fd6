import type { Act, CaseFile } from '../../../cases/case-file.ts';
import type { Profile } from '../../../corpus/profile.ts';

/** Whether one officer alone may do the act: an item or field that the profile lists, on the spot and recorded. */
export function oneOfficerAllowed(
  { violation, field, procedure }: CaseFile,
  profile: Profile,
  { recorded }: Act,
): boolean {
  const listed = profile.oneOfficerAllowed.some((entry) => entry === violation.itemCode || entry === field);
  return listed && procedure === 'summary' && recorded === true;
}
