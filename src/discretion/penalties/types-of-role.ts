import type { PenaltyType } from '../../law/penalties.ts';
import type { Role } from '../spans/role-of.ts';

/** What a provision for units lays upon a natural person beside the unit. Warnings, licences, gains and the business are the unit's. */
const OF_PERSONS: readonly PenaltyType[] = ['fine', 'bar-occupation', 'detention', 'other'];

/** Whether a type that a provision has for units is one for the party in this role. */
export function isTypeOfRole(type: PenaltyType, role: Role): boolean {
  return role !== 'responsible' || OF_PERSONS.includes(type);
}
