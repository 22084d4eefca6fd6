import type { BenchmarkItem } from '../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import { type Citation, sameProvision } from '../../law/citation.ts';

type Library = Pick<ReferenceBook, 'sanction' | 'titleOf'>;

/**
 * Whether two items are of one matter: by the codes of the enforcement list where both have one; else they rest on one penal
 * provision and name one violation. `perhaps`: the same law is breached and applied, in other words.
 */
export function matterOf(a: BenchmarkItem, b: BenchmarkItem, book: Library): 'same' | 'perhaps' | 'other' {
  if (a.itemCode !== undefined && b.itemCode !== undefined)
    return a.itemCode === b.itemCode ? 'same' : 'other';
  const [mine, theirs] = [penalOf(a, book), penalOf(b, book)];
  if (mine && theirs && !sameProvision(mine, theirs)) return 'other';
  const known = (mine !== undefined && theirs !== undefined) || a.sanction === b.sanction;
  if (wordsOfViolation(a) === wordsOfViolation(b))
    return known || breachShared(a, b, book) ? 'same' : 'perhaps';
  return sharesLaw(a, b, book) ? 'perhaps' : 'other';
}

/** One penal provision, and a duty that both name. */
export function sharesLaw(a: BenchmarkItem, b: BenchmarkItem, book: Library): boolean {
  const [mine, theirs] = [penalOf(a, book), penalOf(b, book)];
  return (
    mine !== undefined && theirs !== undefined && sameProvision(mine, theirs) && breachShared(a, b, book)
  );
}

function breachShared(a: BenchmarkItem, b: BenchmarkItem, book: Library): boolean {
  return a.breached.some((one) =>
    b.breached.some((other) => sameProvision(full(one, book), full(other, book))),
  );
}

function penalOf({ sanction }: BenchmarkItem, book: Library): Citation | undefined {
  const found = sanction ? book.sanction(sanction)?.provision : undefined;
  // Most sanctions name their norm in full already.
  return found && (book.titleOf(found.law) === found.law ? found : full(found, book));
}

function full({ law, article, paragraph, item }: BenchmarkItem['breached'][number], book: Library): Citation {
  return {
    law: book.titleOf(law) ?? law,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
}

/** The words of a violation without what different printings do differently. */
export function wordsOfViolation({ violation }: BenchmarkItem): string {
  return violation.replaceAll(/[\s，、；。“”"（）()《》]/g, '').replace(/(?:的?行为|的)$/, '');
}
