import { groupCases, LEAST_SHOWN } from '../../../discretion/evenness/group-cases.ts';
import type { PlacedCase } from '../../../discretion/evenness/placed-case.ts';
import type { Person } from '../../../staff/person.ts';
import type { EvennessQuery } from './evenness-query.ts';
import { type NamedGroup, namedGroups } from './named-groups.ts';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const SELF = 'self';
const OTHERS = 'others';

/** Who sees which handler a group is of: those who answer for the evenness of the agency's penalties. */
export function namesHandlers({ role }: Person): boolean {
  return role === 'head' || role === 'auditor';
}

/**
 * The cases by handler: by name for the head and auditors, by self and others for a handler. Everybody else sees letters,
 * which stand for other people after each narrowing, and handlers with few cases as one group.
 */
export async function handlerGroups(
  all: PlacedCase[],
  query: EvennessQuery,
  person: Person,
  people: ReadonlyMap<string, string>,
): Promise<NamedGroup[]> {
  const cases = all.filter(({ handlers }) => handlers.length > 0);
  if (namesHandlers(person)) {
    return namedGroups(cases, query, {
      keysOf: ({ handlers }) => handlers,
      nameOf: (key) => people.get(key) ?? '已离任的承办人',
      narrows: (key) => ({ handler: key }),
    });
  }
  if (person.role === 'handler') {
    return namedGroups(cases, query, {
      keysOf: ({ handlers }) => [handlers.includes(person.id) ? SELF : OTHERS],
      nameOf: (key) => (key === SELF ? '本人' : '其他承办人'),
    });
  }
  return lettered(cases, query);
}

async function lettered(cases: PlacedCase[], query: EvennessQuery): Promise<NamedGroup[]> {
  const few = new Set(
    groupCases(cases, query.measure, ({ handlers }) => handlers)
      .filter(({ values }) => values.length < LEAST_SHOWN)
      .map(({ key }) => key),
  );
  const groups = await namedGroups(cases, query, {
    keysOf: ({ handlers }) => handlers.map((id) => (few.has(id) ? OTHERS : id)),
    nameOf: () => `其他承办人（各不足 ${LEAST_SHOWN} 件）`,
  });
  const large = groups
    .filter(({ key }) => key !== OTHERS)
    .sort((a, b) => b.values.length - a.values.length || medianOf(b) - medianOf(a))
    .map((group, index) => ({ ...group, key: `${index}`, name: `承办人${STEMS[index] ?? index + 1}` }));
  return [...large, ...groups.filter(({ key }) => key === OTHERS)];
}

function medianOf({ quartiles }: NamedGroup): number {
  return quartiles?.median ?? 0;
}
