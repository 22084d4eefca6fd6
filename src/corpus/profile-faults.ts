import type { Profile } from './profile.ts';

export interface ProfileFault {
  path: string;
  expected: string;
}

/** What the shape of a profile cannot say: dates in their order, ids used once, one threshold for one day. */
export function profileFaults(profile: Profile): ProfileFault[] {
  return [
    ...dateFaults(profile, ''),
    ...twice(profile.agencies, 'agencies', 'name', ({ name }) => name),
    ...twice(
      profile.agencies.flatMap(({ items }, at) => items.map((item, index) => ({ ...item, at, index }))),
      'agencies',
      'code',
      ({ code }) => code,
      ({ at, index }) => `${at}.items.${index}`,
    ),
    ...twice(profile.majorDecisions, 'majorDecisions', 'id', ({ id }) => id),
    ...twice(profile.criteria, 'criteria', 'label', ({ label }) => label),
    ...twice(profile.lists, 'lists', 'name', ({ name }) => name),
    ...thresholdFaults(profile),
    ...emptyTriggers(profile),
    ...criminalFaults(profile),
    ...statisticsFaults(profile),
  ];
}

/** Every `from` after its `to`, wherever it stands. */
function dateFaults(value: unknown, path: string): ProfileFault[] {
  if (typeof value !== 'object' || value === null) return [];
  const { from, to } = value as { from?: unknown; to?: unknown };
  const own =
    typeof from === 'string' && typeof to === 'string' && from > to
      ? [{ path: path ? `${path}.to` : 'to', expected: `失效日 ${to} 早于施行日 ${from}` }]
      : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, inner]) => dateFaults(inner, path ? `${path}.${key}` : key)),
  ];
}

function twice<T>(
  entries: T[],
  list: string,
  key: string,
  idOf: (entry: T) => string,
  placeOf: (entry: T, index: number) => string = (_, index) => String(index),
): ProfileFault[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const id = idOf(entry);
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: `${list}.${placeOf(entry, index)}.${key}`, expected: `“${id}”重复` }];
  });
}

function thresholdFaults({ hearingThresholds }: Profile): ProfileFault[] {
  return hearingThresholds.flatMap((row, index) =>
    hearingThresholds.slice(0, index).some((other) => other.field === row.field && overlap(other, row))
      ? [{ path: `hearingThresholds.${index}`, expected: `领域 ${row.field} 在同一天有两个听证标准` }]
      : [],
  );
}

function overlap(one: { from?: string | undefined; to?: string | undefined }, other: typeof one): boolean {
  const startsBeforeEnd = (a: typeof one, b: typeof one) => !a.from || !b.to || a.from <= b.to;
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}

/** An entry that names nothing would never be reached, and nobody would notice. */
function emptyTriggers({ majorDecisions }: Profile): ProfileFault[] {
  return majorDecisions.flatMap(({ flag, fine, confiscation, types }, index) =>
    flag || fine || confiscation || types?.length
      ? []
      : [
          {
            path: `majorDecisions.${index}`,
            expected: '应写明 flag、fine、confiscation、types 中的至少一项',
          },
        ],
  );
}

function criminalFaults({ nearCriminalThreshold, considerCriminalThreshold }: Profile): ProfileFault[] {
  return considerCriminalThreshold < nearCriminalThreshold
    ? [
        {
          path: 'considerCriminalThreshold',
          expected: `应不小于 nearCriminalThreshold（${nearCriminalThreshold}）`,
        },
      ]
    : [];
}

function statisticsFaults({ disclosure }: Profile): ProfileFault[] {
  const yearly = disclosure?.yearlyStatistics;
  if (!yearly) return [];
  const last = new Date(Date.UTC(2023, yearly.month, 0)).getUTCDate();
  return yearly.day <= last
    ? []
    : [{ path: 'disclosure.yearlyStatistics.day', expected: `${yearly.month}月没有${yearly.day}日` }];
}
