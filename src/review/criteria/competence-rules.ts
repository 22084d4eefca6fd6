import type { Rule } from '../rule.ts';
import { itemOnList } from './competence/item-on-list.ts';
import { levelJurisdiction } from './competence/level-jurisdiction.ts';
import { reservedPowers } from './competence/reserved-powers.ts';
import { territorialJurisdiction } from './competence/territorial-jurisdiction.ts';

/** 未超越法定权限. A rule that reads another rule's answer stands after it. */
export const competenceRules: Rule<never>[] = [
  territorialJurisdiction,
  levelJurisdiction,
  itemOnList,
  reservedPowers,
];
