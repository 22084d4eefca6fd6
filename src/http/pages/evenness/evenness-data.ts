import { type Group, groupCases, quarterName, quarterOf } from '../../../discretion/evenness/group-cases.ts';
import { supersededOn } from '../../../discretion/evenness/is-superseded.ts';
import type { Difference } from '../../../discretion/evenness/judge-groups.ts';
import { keepPlaces } from '../../../discretion/evenness/keep-places.ts';
import { narrowCases } from '../../../discretion/evenness/narrow-cases.ts';
import type { PlacedCase } from '../../../discretion/evenness/placed-case.ts';
import {
  type DecidedViolation,
  decidedViolations,
  placedCases,
} from '../../../discretion/evenness/placed-cases.ts';
import { today } from '../../../law/dates.ts';
import { listPeople } from '../../../staff/find-person.ts';
import type { Person } from '../../../staff/person.ts';
import type { AppOptions } from '../../app-options.ts';
import { mayReadCase } from '../../may-read-case.ts';
import type { EvennessQuery } from './evenness-query.ts';
import { judgeOnce } from './judge-once.ts';

/** A request brings places up to date for so long; the rest comes with the next one. */
const WITHIN_MS = 1500;
/** What a handler sees instead of the names of colleagues. */
export const SELF = 'self';
export const OTHERS = 'others';

/** A group with its name and what the test says of it. */
export interface NamedGroup extends Group {
  name: string;
  against?: Difference;
  /** Narrows the page to this group. */
  narrows?: Partial<EvennessQuery>;
}

export interface EvennessData {
  query: EvennessQuery;
  person: Person;
  /** Cases whose place is still to be reckoned. */
  left: number;
  /** There are both invented cases and real ones. */
  both: boolean;
  violations: DecidedViolation[];
  fields: string[];
  regions: string[];
  people: Map<string, string>;
  /** Those that fit, the oldest decision first. */
  cases: PlacedCase[];
  whole?: Group;
  quarters: NamedGroup[];
  handlers: NamedGroup[];
  areas: NamedGroup[];
  isOld: (one: PlacedCase) => boolean;
  /** Whether the person may see which case this is. */
  mayName: (one: PlacedCase) => boolean;
}

/** Gathers the page for one person: whom it may not name, it does not hold. */
export async function evennessData(
  options: AppOptions,
  person: Person,
  asked: EvennessQuery,
): Promise<EvennessData> {
  const { db } = options.database;
  const { book } = options;
  const { left } = await keepPlaces(db, book, { withinMs: WITHIN_MS });
  const decided = await decidedViolations(db, book);
  const both = new Set(decided.map(({ example }) => example)).size > 1;
  const data = asked.data || (decided.some(({ example }) => !example) ? 'real' : 'example');
  const ofData = decided.filter(({ example }) => example === (data === 'example'));
  const violations = ofData.filter(({ field }) => !asked.field || field === asked.field);
  const violation = (violations.find((one) => one.violation === asked.violation) ?? violations[0])?.violation;
  const query: EvennessQuery = {
    ...asked,
    data: both ? data : '',
    violation: violation ?? '',
    handler: person.role === 'handler' ? '' : asked.handler,
  };
  const all = violation ? await placedCases(db, book, violation) : [];
  const ofSame = narrowCases(all, { example: data === 'example' });
  const cases = narrowCases(ofSame, {
    example: data === 'example',
    from: query.from,
    to: query.to,
    region: query.region,
    ...(query.party ? { party: query.party } : {}),
  }).filter((one) => !query.handler || one.handlers.includes(query.handler));
  const people = new Map(
    person.role === 'handler'
      ? [[person.id, person.name]]
      : (await listPeople(db)).map((one) => [one.id, one.name]),
  );
  return {
    query,
    person,
    left,
    both,
    violations,
    fields: [...new Set(ofData.map(({ field }) => field))].sort(),
    regions: regionsOf(ofSame),
    people,
    cases,
    ...wholeOf(cases, query),
    quarters: await named(
      cases,
      query,
      (one) => [quarterOf(one)],
      quarterName,
      (key) => ({
        from: `${key.slice(0, 4)}-${['01-01', '04-01', '07-01', '10-01'][Number(key.slice(5)) - 1]}`,
        to: `${key.slice(0, 4)}-${['03-31', '06-30', '09-30', '12-31'][Number(key.slice(5)) - 1]}`,
      }),
    ),
    handlers: await handlersOf(cases, query, person, people),
    areas: await named(
      cases,
      query,
      (one) => [one.region],
      (key) => key || '未写明地区',
      (key) => (key ? { region: key } : undefined),
    ),
    isOld: supersededOn(book, today()),
    mayName: (one) => !one.kept || mayReadCase(person, one),
  };
}

function wholeOf(cases: PlacedCase[], { measure }: EvennessQuery): { whole?: Group } {
  const [whole] = groupCases(cases, measure, () => ['all']);
  return whole ? { whole } : {};
}

async function handlersOf(
  cases: PlacedCase[],
  query: EvennessQuery,
  person: Person,
  people: Map<string, string>,
): Promise<NamedGroup[]> {
  const kept = cases.filter(({ handlers }) => handlers.length > 0);
  if (person.role === 'handler') {
    const side = (one: PlacedCase) => [one.handlers.includes(person.id) ? SELF : OTHERS];
    return named(kept, query, side, (key) => (key === SELF ? '本人' : '其他承办人'));
  }
  return named(
    kept,
    query,
    (one) => one.handlers,
    (key) => people.get(key) ?? '已离任的承办人',
    (key) => ({ handler: key }),
  );
}

async function named(
  cases: PlacedCase[],
  { measure }: EvennessQuery,
  keysOf: (one: PlacedCase) => readonly string[],
  nameOf: (key: string) => string,
  narrows?: (key: string) => Partial<EvennessQuery> | undefined,
): Promise<NamedGroup[]> {
  const groups = groupCases(cases, measure, keysOf);
  const judged = await judgeOnce(groups, cases, measure);
  return groups.map((group) => {
    const against = judged.get(group.key);
    const narrowing = narrows?.(group.key);
    return {
      ...group,
      name: nameOf(group.key),
      ...(against ? { against } : {}),
      ...(narrowing ? { narrows: narrowing } : {}),
    };
  });
}

/** Every region and what it lies in: 某省, 某省某市, 某省某市某区. */
function regionsOf(cases: readonly PlacedCase[]): string[] {
  const found = new Set<string>();
  for (const region of new Set(cases.map((one) => one.region))) {
    let known = '';
    for (const part of region.match(/.+?(?:自治区|省|市|区|县|州|盟|旗)/g) ?? []) {
      known += part;
      found.add(known);
    }
  }
  return [...found].sort();
}
