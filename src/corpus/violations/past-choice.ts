import type { Citation } from '../../law/citation.ts';
import { addDays, type Day } from '../../law/dates.ts';

/** What people of an agency took a case for: an item they chose, or the provisions that a decided case rests on. */
export interface PastChoice {
  agency: string;
  /** Id of the stored case, or `case:…` of an imported one. */
  case: string;
  on: Day;
  /** Words in which the case tells what happened. */
  words: string[];
  /** Name of the item; absent where only the provisions are known. */
  name?: string;
  breached: Citation[];
  punishing: Citation[];
  /** Its agency works with this library; of an imported case that need not be so. */
  own: boolean;
  /** Invented: it counts for invented cases alone. */
  example?: true;
}

/** 近三年: practice of long ago tells nothing of today's. */
export const RECENT_DAYS = 3 * 365;

export function isRecent(on: Day, today: Day): boolean {
  return addDays(today, -RECENT_DAYS) <= on && on <= today;
}

/** Whose choices are asked for. Without an agency those of the one agency that works with this library. */
export interface ChoicesAsked {
  agency?: string;
  /** The case at hand, which is not its own example. */
  except?: string;
  /** The case at hand is an invented one. */
  example?: boolean;
}

/** The choices that may count for what is asked: of the agency, or of the only one that works here: of several nobody knows which asks. */
export function choicesFor(
  choices: readonly PastChoice[],
  { agency, except, example = false }: ChoicesAsked,
): PastChoice[] {
  const others = choices.filter((one) => one.case !== except && (example || !one.example));
  if (agency !== undefined) return others.filter((one) => plain(one.agency) === plain(agency));
  const own = others.filter((one) => one.own);
  return new Set(own.map((one) => plain(one.agency))).size === 1 ? own : [];
}

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '');
