import type { CaseFile } from '../../cases/case-file.ts';
import type { CriminalThreshold } from '../../corpus/criminal-threshold.ts';
import type { Context } from '../rules/rule.ts';

/** How an offence came to be compared: a person named it, the item or the words point to it, the field asks it always. */
export interface RelatedOffence {
  offence: CriminalThreshold;
  by: 'person' | 'item' | 'words' | 'field' | 'stated';
}

/**
 * The offences that go with the violation, whatever their dates. `stated`: only facts that the file itself states point
 * there; such an offence is compared and never asks.
 */
export function relatedOffences({ file, book }: Pick<Context, 'file' | 'book'>): RelatedOffence[] {
  const { violation, referral, field } = file;
  const cause = causeOf(file);
  const named = referral?.offenceMapping?.offences ?? [];
  const stated = statedFactors(file);
  return book.criminalThresholds().flatMap((offence): RelatedOffence[] => {
    if (named.includes(offence.id)) return [{ offence, by: 'person' }];
    if (violation.itemCode && offence.itemCodes.includes(violation.itemCode))
      return [{ offence, by: 'item' }];
    if (offence.words.some((words) => holds(cause, words))) return [{ offence, by: 'words' }];
    if (!offence.fields.includes(field)) return [];
    if (offence.general) return [{ offence, by: 'field' }];
    return ownFactors(offence).some((factor) => stated.has(factor)) ? [{ offence, by: 'stated' }] : [];
  });
}

/** The words of the violation and of the cause: where the words of an offence are looked for. */
export function causeOf({ violation, cause }: CaseFile): string {
  return `${violation.name}\n${cause}`;
}

function holds(cause: string, words: string | string[]): boolean {
  return typeof words === 'string' ? cause.includes(words) : words.every((word) => cause.includes(word));
}

/** Circumstances that are present: 是, or a number above zero. */
function statedFactors({ circumstances }: CaseFile): Set<string> {
  const factors = Object.entries(circumstances?.factors ?? {});
  return new Set(
    factors
      .filter(([, value]) => value === true || (typeof value === 'number' && value > 0))
      .map(([name]) => name),
  );
}

/** Facts that belong to this offence and are no general figure, no count of penalties and no general harm. */
function ownFactors({ lines }: CriminalThreshold): string[] {
  return lines
    .filter((line) => !line.tier)
    .flatMap(({ all }) => all.slice(0, 1))
    .filter((part) => !part.harm)
    .flatMap(({ factor }) => factor ?? [])
    .filter((factor) => !GENERAL.has(factor) && !factor.startsWith('prior-penalties'));
}

const GENERAL = new Set(['sales-amount', 'turnover', 'gains', 'goods', 'loss']);
