import { type Group, groupCases, quarterName, quarterOf } from '../../../discretion/evenness/group-cases.ts';
import { supersededOn } from '../../../discretion/evenness/is-superseded.ts';
import { keepPlaces } from '../../../discretion/evenness/keep-places.ts';
import { narrowCases } from '../../../discretion/evenness/narrow-cases.ts';
import type { PlacedCase } from '../../../discretion/evenness/placed-case.ts';
import { decidedViolations, placedCases } from '../../../discretion/evenness/placed-cases.ts';
import { today } from '../../../law/dates.ts';
import { listPeople } from '../../../staff/find-person.ts';
import type { Person } from '../../../staff/person.ts';
import type { AppOptions } from '../../app-options.ts';
import { mayReadCase } from '../../may-read-case.ts';
import { type ChosenViolation, chooseViolation } from './choose-violation.ts';
import type { EvennessQuery } from './evenness-query.ts';
import { handlerGroups, namesHandlers } from './handler-groups.ts';
import { type NamedGroup, namedGroups } from './named-groups.ts';
import { regionsOf } from './regions-of.ts';

/** A request brings places up to date for so long; the rest comes with the next one. */
export const PLACES_WITHIN_MS = 1500;

export interface EvennessData extends Pick<ChosenViolation, 'both' | 'violations' | 'fields' | 'notFound'> {
  query: EvennessQuery;
  person: Person;
  /** Cases whose place is still to be reckoned. */
  left: number;
  regions: string[];
  /** Names of handlers by id; empty for those who may not see them. */
  people: Map<string, string>;
  namesHandlers: boolean;
  /** Those that fit, the oldest decision first. */
  cases: PlacedCase[];
  /** Those among them that the person may look into. */
  listed: PlacedCase[];
  whole?: Group;
  quarters: NamedGroup[];
  handlers: NamedGroup[];
  areas: NamedGroup[];
  isOld: (one: PlacedCase) => boolean;
}

/** Gathers the page for one person: whom it may not name, it does not hold. */
export async function evennessData(
  options: AppOptions,
  person: Person,
  asked: EvennessQuery,
): Promise<EvennessData> {
  const { db } = options.database;
  const { book } = options;
  const { left } = await keepPlaces(db, book, { withinMs: PLACES_WITHIN_MS });
  const { data, violation, ...chosen } = chooseViolation(await decidedViolations(db, book), asked);
  const named = namesHandlers(person);
  const query: EvennessQuery = {
    ...asked,
    data: chosen.both ? data : '',
    violation,
    handler: named ? asked.handler : '',
  };
  const ofSame = narrowCases(violation ? await placedCases(db, book, violation) : [], {
    example: data === 'example',
    field: query.field,
  });
  const cases = narrowCases(ofSame, {
    example: data === 'example',
    from: query.from,
    to: query.to,
    region: query.region,
    ...(query.party ? { party: query.party } : {}),
  }).filter((one) => !query.handler || one.handlers.includes(query.handler));
  const people = new Map(named ? (await listPeople(db)).map((one) => [one.id, one.name]) : []);
  return {
    ...chosen,
    query,
    person,
    left,
    regions: regionsOf(ofSame),
    people,
    namesHandlers: named,
    cases,
    listed: cases.filter((one) => !one.kept || mayReadCase(person, one)),
    ...wholeOf(cases, query),
    quarters: await namedGroups(cases, query, {
      keysOf: (one) => [quarterOf(one)],
      nameOf: quarterName,
      narrows: (key) => ({
        from: `${key.slice(0, 4)}-${['01-01', '04-01', '07-01', '10-01'][Number(key.slice(5)) - 1]}`,
        to: `${key.slice(0, 4)}-${['03-31', '06-30', '09-30', '12-31'][Number(key.slice(5)) - 1]}`,
      }),
    }),
    handlers: await handlerGroups(cases, query, person, people),
    areas: await namedGroups(cases, query, {
      keysOf: (one) => [one.region],
      nameOf: (key) => key || '未写明地区',
      narrows: (key) => (key ? { region: key } : undefined),
    }),
    isOld: supersededOn(book, today()),
  };
}

function wholeOf(cases: PlacedCase[], { measure }: EvennessQuery): { whole?: Group } {
  const [whole] = groupCases(cases, measure, () => ['all']);
  return whole ? { whole } : {};
}
