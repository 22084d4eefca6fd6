import type { Paper } from './paper.ts';
import type { Settled } from './settle-facts.ts';

/** Of a list of people by name, the paths that name one of them. */
const OFFICER =
  /^(?:handlers\[|acts\[[^\]]*\]\.officers(?:Signed)?\[|decision\.officersSigned\[|evidence\[[^\]]*\]\.obtainedBy\[|services\[[^\]]*\]\.servers\[|compulsions\[[^\]]*\]\.officers\[|hearing\.presiding\.officer$)/;
/** Whoever serves a paper need be no officer of the case. */
const SERVER = /^services\[[^\]]*\]\.servers\[/;
/** Groups that have one paper of their own, and its kinds. */
const PAPER_OF: [string, Paper['kind'][]][] = [
  ['filing', ['filing-approval']],
  ['closingReport', ['closing-report']],
  ['correctionOrder', ['correction-order']],
  ['defence', ['defence-record']],
  ['hearing', ['hearing-record', 'hearing-notice', 'hearing-request']],
  ['review', ['review-opinion', 'review-submission']],
  ['discussion', ['discussion-minutes']],
  ['approval', ['decision-approval']],
  ['decision', ['decision', 'no-penalty-decision']],
  ['performance.deferral', ['deferral-approval']],
];

/**
 * What follows from the papers together: people named in a record become officers of the case with an id, each group
 * points to its paper, and a served notice takes the day from its proof of service. Adds no fact without words of a
 * paper behind it, but for the ids.
 */
export function linkPapers(papers: readonly Paper[], settled: readonly Settled[]): Settled[] {
  return [...withPapers(papers, withIds(withServiceDays(settled)))];
}

/**
 * `officers[示例甲].id` = o1; where a path names an officer, the id stands for the name. Who serves a paper and does
 * nothing else in the case stays a name.
 */
function withIds(settled: readonly Settled[]): Settled[] {
  const named = settled.filter(({ path }) => OFFICER.test(path) && !SERVER.test(path));
  const listed = settled.flatMap(({ path }) => /^officers\[([^\]]+)\]/.exec(path)?.[1] ?? []);
  const names = [...new Set([...listed, ...named.map(({ value }) => String(value))])];
  const idOf = new Map(names.map((name, index) => [name, `o${index + 1}`]));
  const evidence = [...new Set(settled.flatMap(({ path }) => /^evidence\[([^\]]+)\]/.exec(path)?.[1] ?? []))];
  return [
    ...names.flatMap((name) => [
      made(`officers[${name}].id`, idOf.get(name)!),
      // Whoever is named in a record alone is an officer all the same.
      ...(settled.some(({ path }) => path === `officers[${name}].name`)
        ? []
        : [
            {
              ...named.find(({ value }) => value === name)!,
              path: `officers[${name}].name`,
              value: name,
              against: [],
            },
          ]),
    ]),
    ...evidence.map((name, index) => made(`evidence[${name}].id`, `e${index + 1}`)),
    ...settled.map((one) =>
      OFFICER.test(one.path) ? { ...one, value: idOf.get(String(one.value)) ?? one.value, against: [] } : one,
    ),
  ];
}

function withPapers(papers: readonly Paper[], settled: readonly Settled[]): Settled[] {
  const roots = new Set(settled.map(({ path }) => path.split(/[.[]/)[0]!));
  const own = PAPER_OF.flatMap(([group, kinds]) => {
    const root = group.split('.')[0]!;
    const paper = kinds
      .map((kind) => papers.find((one) => one.kind === kind && !one.sameAs))
      .find((one) => one !== undefined);
    const present =
      group === root ? roots.has(root) : settled.some(({ path }) => path.startsWith(`${group}.`));
    return paper && present ? [made(`${group}.paper`, paper.id)] : [];
  });
  // Things keyed by their paper: acts[p3], services[p9], priorNotices[p7].
  const keyed = new Set(
    settled.flatMap(({ path }) => {
      const [, key, id] = /^((?:acts|services|priorNotices|preservation)\[(p\d+)[^\]]*\])/.exec(path) ?? [];
      return key && id ? [`${key} ${id}`] : [];
    }),
  );
  const pointers = [...keyed].map((entry) => {
    const [key = '', id = ''] = entry.split(' ');
    return made(`${key}.paper`, id);
  });
  return [...settled, ...own, ...pointers];
}

/** The day on which a notice reached the party stands on its proof of service. */
function withServiceDays(settled: readonly Settled[]): Settled[] {
  const at = (path: string) => settled.find((one) => one.path === path);
  const keysOf = (list: string) => [
    ...new Set(settled.flatMap(({ path }) => new RegExp(`^${list}\\[([^\\]]+)\\]`).exec(path)?.[1] ?? [])),
  ];
  const notices = keysOf('priorNotices');
  const added: Settled[] = [];
  const add = (path: string, day: Settled) => {
    if (!at(path) && !added.some((one) => one.path === path)) added.push({ ...day, path, against: [] });
  };
  for (const service of keysOf('services')) {
    const of = at(`services[${service}].of`)?.value;
    const day = at(`services[${service}].servedOn`);
    if (!day) continue;
    const number = at(`services[${service}].number`)?.value;
    if (of === 'prior-notice' || of === 'hearing-right-notice') {
      const own =
        notices.find((key) => number !== undefined && at(`priorNotices[${key}].number`)?.value === number) ??
        (notices.length === 1 ? notices[0] : undefined);
      if (own) add(`priorNotices[${own}].servedOn`, day);
      const tells = of === 'hearing-right-notice' || (own && at(`priorNotices[${own}].rights[hearing]`));
      if (tells) add('hearing.toldOn', day);
    } else if (of === 'hearing-notice') add('hearing.noticeServedOn', day);
  }
  return [...settled, ...added];
}

function made(path: string, value: string): Settled {
  return { path, value, support: [], against: [] };
}
