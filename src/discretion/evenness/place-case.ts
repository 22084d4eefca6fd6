import type { CaseFile } from '../../cases/case-file.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import { plainName } from '../../corpus/violations/is-own-item.ts';
import { type Day, dayOf } from '../../law/dates.ts';
import { findTier } from '../find-tier.ts';
import { departureOf } from './departure-of.ts';
import { placeInSpan } from './place-past-case.ts';
import type { PlacedCase } from './placed-case.ts';
import { reasonOf } from './reason-of.ts';

/** A case kept here with the place of its fine, proposed or decided. `decidedOn` only where the file has a decision. */
export type PlacedFile = Omit<PlacedCase, 'decidedOn' | 'handlers' | 'id' | 'kept'> & { decidedOn?: Day };

/** Where the fine of a file stands. Pure; of the party only its kind is looked at. */
export function placeCase(file: CaseFile, book: ReferenceBook): PlacedFile {
  const result = findTier({ file, book, changes: false });
  const { amount, statutory, sanction, tier, item } = result;
  const { decision } = file;
  const decidedOn = decision?.date && !decision.draft ? dayOf(decision.date) : undefined;
  const departure = departureOf(file, result);
  const provision = sanction?.provision ?? file.provisions?.punishing?.[0];
  return {
    example: file.example ?? false,
    title: file.title,
    violation: plainName(item?.violation ?? file.violation.name),
    field: file.field,
    region: file.agency.region ?? file.violation.region ?? '',
    agency: file.agency.name,
    party: file.party.kind,
    ...(decidedOn ? { decidedOn } : {}),
    ...(amount === undefined ? {} : { fine: amount, ...(statutory ? placeInSpan(amount, statutory) : {}) }),
    ...(statutory
      ? {
          span: {
            ...(statutory.min === undefined ? {} : { min: statutory.min }),
            ...(statutory.max === undefined ? {} : { max: statutory.max }),
          },
        }
      : {}),
    ...(provision ? { provision } : {}),
    ...(sanction ? { sanction: sanction.id } : {}),
    ...(tier ? { tier: tier.name } : {}),
    ...(departure === undefined ? {} : { inTier: departure }),
    reasoned: reasonOf(file, amount).state === 'stands',
  };
}
