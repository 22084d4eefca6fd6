import type { CaseFile } from '../../cases/case-file.ts';
import type { Profile } from '../../corpus/profile.ts';
import { validOn } from '../../corpus/valid-on.ts';
import type { Day } from '../../law/dates.ts';
import { harmlessPath } from './offence-fact.ts';

/** That no offence goes with a violation, and who says so. */
export interface NoOffence {
  reason: string;
  paths: string[];
  /** The item list of the place says it; otherwise a person does. */
  ofItem: boolean;
  /** A person gave reasons: that settles the question even where words or figures point to an offence. */
  reasoned: boolean;
  /** Known that no harm occurred, or a person took it into account. */
  harmless: boolean;
  /** What is still needed before it can be relied on. */
  missing?: string;
}

/**
 * Whether it is settled that no offence goes with the violation: by a person who says so by name, or by the item list,
 * which speaks of the bare act only: once harm has occurred, a person looks again.
 */
export function noOffenceOf(file: CaseFile, profile: Profile, on: Day): NoOffence | undefined {
  const mapping = file.referral?.offenceMapping;
  const path = 'referral.offenceMapping';
  if (mapping?.none) {
    const paths = [`${path}.none`, `${path}.by`, `${path}.reason`];
    if (!mapping.by) {
      return {
        reason: '案卷写没有关联的罪名，没有写明由谁确认',
        paths,
        ofItem: false,
        reasoned: false,
        harmless: false,
        missing: '没有关联罪名的确认人',
      };
    }
    const why = mapping.reason ? `：${mapping.reason.replace(/。$/, '')}` : '';
    return {
      reason: `经${mapping.by}确认没有关联的罪名${why}`,
      paths,
      ofItem: false,
      reasoned: Boolean(mapping.reason),
      harmless: true,
    };
  }
  const { itemCode } = file.violation;
  const item = profile.agencies
    .flatMap(({ items }) => items)
    .find(
      ({ code, noOffence, ...dates }) => code === itemCode && noOffence !== undefined && validOn(dates, on),
    );
  if (!item?.noOffence) return undefined;
  const seen = harmSeen(file);
  return {
    reason: seen.harmed
      ? '事项本身没有关联的罪名，但已发生危害后果，需要人确认后果涉及哪些罪名'
      : `事项清单载明本行为没有关联的罪名：${item.noOffence.replace(/。$/, '')}`,
    paths: ['violation.itemCode', ...seen.paths],
    ofItem: true,
    reasoned: false,
    harmless: seen.harmed === false,
    ...(seen.harmed ? { missing: '危害后果涉及的罪名的确认' } : {}),
  };
}

/** Whether harm occurred that nobody has weighed yet: slight harm, and harm that a reasoned finding covers, do not count. */
function harmSeen(file: CaseFile): { harmed?: boolean; paths: string[] } {
  const harmless = harmlessPath(file);
  if (harmless) return { harmed: false, paths: [harmless] };
  if (file.violation.harm?.slight) return { harmed: false, paths: ['violation.harm.slight'] };
  const harmed = file.violation.harm?.occurred === true || file.circumstances?.factors?.harm === true;
  if (!harmed) return { paths: [] };
  return file.referral?.considered && file.referral.reason
    ? { harmed: false, paths: ['violation.harm.occurred', 'referral.considered', 'referral.reason'] }
    : { harmed: true, paths: ['violation.harm.occurred'] };
}
