import type { Day } from '../law/dates.ts';
import { ownListing } from './own-listing.ts';
import { type Answer, type Context, combine } from './rule.ts';

/**
 * What a published list answers (whether an item is on it), together with the list that the agency has imported itself. The
 * imported one rules where it counts on the day; where it leaves a doubt, the published one does not take it away. Without an
 * imported list the answer is the published one's.
 */
export function withOwnList(
  published: Answer,
  context: Pick<Context, 'file' | 'profile' | 'book'>,
  on: Day,
): Answer {
  const own = ownListing(context, on);
  if (!own) return published;
  // Of another day it only tells why it does not help.
  if (!own.counts)
    return published.answer === 'unclear' ? combine([published, own.answer], published) : published;
  if (own.answer.answer === 'met' && published.answer !== 'met') return own.answer;
  return combine([published, own.answer], published);
}
