import type { Rule } from '../rules/rule.ts';
import { abuseSignals } from './competence/abuse-signals.ts';
import { firstFiling } from './competence/first-filing.ts';
import { itemOnList } from './competence/item-on-list.ts';
import { levelJurisdiction } from './competence/level-jurisdiction.ts';
import { outOfArea } from './competence/out-of-area.ts';
import { reservedPowers } from './competence/reserved-powers.ts';
import { territorialJurisdiction } from './competence/territorial-jurisdiction.ts';
import { withinApprovalLimit } from './competence/within-approval-limit.ts';

/** 未超越法定权限. A rule that reads another rule's answer stands after it. */
export const competenceRules: Rule<never>[] = [
  territorialJurisdiction,
  levelJurisdiction,
  firstFiling,
  itemOnList,
  reservedPowers,
  withinApprovalLimit,
  outOfArea,
  abuseSignals,
];
