import { type Answer, type Context, notApplicable } from '../rules/rule.ts';

/**
 * A crime of an official goes to the supervisory organ or the procuratorate (移送规定 19), not to the police within its
 * hours and with its papers.
 */
export function sentForOfficialCrime({ file }: Pick<Context, 'file'>): Answer | undefined {
  const { violation, referral } = file;
  const elsewhere = referral?.sentTo === 'supervision' || referral?.sentTo === 'procuratorate';
  return violation.publicOfficialClue && elsewhere
    ? notApplicable('职务犯罪线索移送监察机关或者检察院，不是向公安机关移送（C8-11）。', [
        'violation.publicOfficialClue',
        'referral.sentTo',
      ])
    : undefined;
}
