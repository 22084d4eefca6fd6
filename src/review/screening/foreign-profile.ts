import type { CaseFile } from '../../cases/case-file.ts';
import type { Profile } from '../../corpus/profile.ts';
import { type Answer, unclear } from '../rules/rule.ts';
import { profileCovers } from '../steps/agency-names.ts';

/**
 * Unclear where the loaded profile is not known to be that of this case's agency: another place's lists and periods
 * say nothing about it. Nothing where it is.
 */
export function foreignProfile({
  file,
  profile,
}: {
  file: Pick<CaseFile, 'agency' | 'jurisdiction'>;
  profile: Profile;
}): Answer | undefined {
  if (profileCovers(profile, file)) return undefined;
  return unclear(
    '需要按本机关所在地的地区方案核对，所用的方案不能确认是当地的。',
    ['本机关所在地的地区方案'],
    ['agency.region', 'jurisdiction'],
  );
}
