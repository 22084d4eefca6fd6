import type { Rule } from '../rules/rule.ts';
import { auxiliariesNotAlone } from './officers/auxiliaries-not-alone.ts';
import { certificatesShown } from './officers/certificates-shown.ts';
import { noInterest } from './officers/no-interest.ts';
import { onePlaceAtATime } from './officers/one-place-at-a-time.ts';
import { presidingOfficer } from './officers/presiding-officer.ts';
import { recusal } from './officers/recusal.ts';
import { reviewerApart } from './officers/reviewer-apart.ts';
import { reviewerQualified } from './officers/reviewer-qualified.ts';
import { twoOfficers } from './officers/two-officers.ts';
import { validCertificates } from './officers/valid-certificates.ts';

/** 执法资格. A rule that reads another rule's answer stands after it. */
export const officerRules: Rule<never>[] = [
  twoOfficers,
  validCertificates,
  certificatesShown,
  recusal,
  noInterest,
  presidingOfficer,
  reviewerApart,
  reviewerQualified,
  onePlaceAtATime,
  auxiliariesNotAlone,
];
