import type { Officer } from '../../cases/case-file.ts';

/**
 * Whether a person counts as an enforcement officer. An auxiliary never does; a person of whom neither is known counts
 * by holding a certificate.
 */
export function countsAsOfficer({ auxiliary, certificate }: Officer): boolean | undefined {
  return auxiliary === undefined ? (certificate ? true : undefined) : !auxiliary;
}
