import { deskLink } from './desk-link.ts';
import type { GroupBy } from './reading-groups.ts';

/** What is open on 核对; all of it stands in the address. */
export interface ReadingQuery {
  group: GroupBy;
  /** The paper or the part of the case whose facts are listed. */
  open?: string | undefined;
  /** The paper that is shown, with the words of the fact at `start`. */
  paper?: string | undefined;
  fact?: string | undefined;
  start?: string | undefined;
  /** The fact that is being corrected. */
  correct?: string | undefined;
  /** The revision made by the last decision, and the one in which it can be taken back: `12-12`. */
  last?: string | undefined;
}

/** From the fields of an address or of a form. */
export function readingQuery(field: (name: string) => string | undefined): ReadingQuery {
  return {
    group: field('group') === 'section' ? 'section' : 'paper',
    ...Object.fromEntries(
      (['open', 'paper', 'fact', 'start', 'correct', 'last'] as const).map((name) => [
        name,
        field(name) || undefined,
      ]),
    ),
  };
}

/** The address of 核对 with something changed; what is not named is kept, but for the correction and the last action. */
export function readingLink(
  caseId: string,
  query: ReadingQuery,
  change: Partial<ReadingQuery> = {},
  anchor = '',
): string {
  const { group, ...rest } = { ...query, correct: undefined, last: undefined, ...change };
  return deskLink(
    caseId,
    { view: 'reading', group: group === 'section' ? group : undefined, ...rest },
    anchor,
  );
}
