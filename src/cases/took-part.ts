import type { Person } from '../staff/person.ts';
import type { StoredCase } from './stored-case.ts';

/**
 * Why this person counts as having handled the case, or `undefined`. Besides the accounts entered as handlers it
 * looks at the officers that the file names: the same certificate, or the same name unless the certificates differ.
 */
export function tookPart(
  stored: StoredCase,
  person: Pick<Person, 'id' | 'name' | 'certificateNumber'>,
): string | undefined {
  if (stored.handlers.includes(person.id)) return `${person.name}是本案承办人`;
  const officer = stored.file.officers?.find((entry) => {
    const number = entry.certificate?.number;
    if (number && person.certificateNumber) return number === person.certificateNumber;
    return entry.name === person.name;
  });
  return officer && `案件材料显示${officer.name}参与了本案调查`;
}
