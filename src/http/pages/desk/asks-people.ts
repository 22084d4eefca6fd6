import { RULES } from '../../../review/criteria.ts';

/** What is left to judgement is settled by a reviewer's answer to the finding, not by a fact. */
export function asksPeople(rule: string): boolean {
  return RULES.some(({ id, asks }) => id === rule && asks !== undefined);
}
