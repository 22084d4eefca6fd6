import type { Measure, PlacedCase } from '../../../discretion/evenness/placed-case.ts';
import { isDay } from '../../../law/dates.ts';

/** What is asked of the page, as its address says it. An empty text narrows nothing. */
export interface EvennessQuery {
  field: string;
  violation: string;
  from: string;
  to: string;
  region: string;
  party: PlacedCase['party'] | '';
  /** Id of a person; of no effect for handlers. */
  handler: string;
  measure: Measure;
  /** Invented cases or real ones; empty: real ones where there are any. */
  data: 'example' | 'real' | '';
}

const PARTIES = new Set(['person', 'organisation', 'individual-business']);

export function readEvennessQuery(of: (name: string) => string | undefined): EvennessQuery {
  const text = (name: string) => (of(name) ?? '').trim().slice(0, 200);
  const day = (name: string) => (isDay(text(name)) ? text(name) : '');
  const party = text('party');
  const data = text('data');
  return {
    field: text('field'),
    violation: text('violation'),
    from: day('from'),
    to: day('to'),
    region: text('region'),
    party: PARTIES.has(party) ? (party as PlacedCase['party']) : '',
    handler: text('handler'),
    measure: text('measure') === 'times' ? 'times' : 'share',
    data: data === 'example' || data === 'real' ? data : '',
  };
}

/** The address of the page with some of its questions changed. */
export function evennessLink(
  query: EvennessQuery,
  change: Partial<EvennessQuery> = {},
  { path = '/evenness', anchor = '' } = {},
): string {
  const all = { ...query, ...change };
  const said = Object.entries(all).filter(
    ([name, value]) => value !== '' && !(name === 'measure' && value === 'share'),
  );
  const words = new URLSearchParams(said).toString();
  return `${path}${words ? `?${words}` : ''}${anchor ? `#${anchor}` : ''}`;
}
