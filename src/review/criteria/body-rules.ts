import type { Rule } from '../rules/rule.ts';
import { ageOfParty } from './body/age-of-party.ts';
import { authorisedByLaw } from './body/authorised-by-law.ts';
import { concentratedPowers } from './body/concentrated-powers.ts';
import { entrustmentInWriting } from './body/entrustment-in-writing.ts';
import { inPrincipalsName } from './body/in-principals-name.ts';
import { individualBusinessNamed } from './body/individual-business-named.ts';
import { listedBody } from './body/listed-body.ts';
import { mentalCapacity } from './body/mental-capacity.ts';
import { namesAgree } from './body/names-agree.ts';
import { partyIdentified } from './body/party-identified.ts';
import { townDelegation } from './body/town-delegation.ts';

/** 主体合法. A rule that reads another rule's answer stands after it. */
export const bodyRules: Rule<never>[] = [
  listedBody,
  entrustmentInWriting,
  inPrincipalsName,
  authorisedByLaw,
  townDelegation,
  concentratedPowers,
  namesAgree,
  partyIdentified,
  individualBusinessNamed,
  ageOfParty,
  mentalCapacity,
];
