import type { Day } from '../../law/dates.ts';
import { type Answer, type Context, combine } from '../rules/rule.ts';
import { ownListing } from './own-listing.ts';

/**
 * What a published list answers (whether an item is on it), together with the list that the agency has imported itself. The
 * imported one rules where it counts on the day: that the published one lacks the item says nothing against a row of it, and
 * a doubt it leaves is not taken away. A part of a list is silent on what it does not contain: what the published one has
 * stays, what neither has is a question. Without an imported list the answer is the published one's.
 */
export function withOwnList(
  published: Answer,
  context: Pick<Context, 'file' | 'profile' | 'book'>,
  on: Day,
): Answer {
  const own = ownListing(context, on);
  if (!own) return published;
  const { answer } = own;
  // Of another day it only tells why it does not help.
  if (!own.counts)
    return published.answer === 'unclear' ? combine([published, answer], published) : published;
  if (published.answer === 'met') return own.silent ? published : combine([published, answer], published);
  if (answer.answer === 'met') return answer;
  if (published.answer !== 'not-met') return combine([published, answer], published);
  if (!own.silent) return answer;
  const paths = [...new Set([...published.paths, ...answer.paths])];
  return { ...answer, reason: `${published.reason.replace(/。$/, '')}；${answer.reason}`, paths };
}
