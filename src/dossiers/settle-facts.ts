import type { PaperKind } from '../cases/paper-kinds.ts';
import type { FactValue, Paper, StatedFact } from './paper.ts';
import { likelyMisread } from './words/likely-misread.ts';

/** A fact with the paper that states it. */
export interface PaperFact extends StatedFact {
  paper: Paper;
}

/** What all papers together say at one keyed path. */
export interface Settled {
  path: string;
  value: FactValue;
  /** The facts that state this value, the prevailing paper first. */
  support: PaperFact[];
  /** Facts that state another value. */
  against: PaperFact[];
}

/** The papers that make the fact, before those that only report it. */
const OWN: [RegExp, PaperKind[]][] = [
  [/^filing\./, ['filing-approval']],
  [/^closingReport\./, ['closing-report']],
  [/^correctionOrder\./, ['correction-order']],
  [/^defence\./, ['defence-record']],
  [
    /^hearing\./,
    ['hearing-record', 'hearing-notice', 'hearing-request', 'hearing-announcement', 'hearing-report'],
  ],
  [/^review\.(?:submittedOn|completeOn|materials)/, ['review-submission', 'review-opinion']],
  [/^review\./, ['review-opinion', 'review-submission']],
  [/^discussion\./, ['discussion-minutes']],
  [/^approval\./, ['decision-approval']],
  [/^(?:decision|provisions|violation)\./, ['decision', 'no-penalty-decision']],
  [/^performance\.deferral/, ['deferral-approval']],
  [/^performance\.(?:paid|onTheSpot)/, ['receipt', 'closure-approval']],
  [/^performance\./, ['closure-approval']],
  [/^party\./, ['identity-proof', 'decision', 'no-penalty-decision', 'prior-notice']],
  [/^number$/, ['filing-approval', 'closing-report', 'cover']],
  // What was suspected when the case was filed may not be what was found.
  [/^cause$/, ['closing-report', 'decision-approval', 'filing-approval', 'cover']],
];

/**
 * Settles what the papers state of each path: the paper that makes the fact prevails, else the value that most papers
 * state, else the later paper. A value by rules prevails over one by a model, one in writing over the same misread from
 * a picture. Nothing that differs is dropped.
 */
export function settleFacts(facts: readonly PaperFact[]): Settled[] {
  const groups = Map.groupBy(facts, ({ path }) => path);
  return [...groups].map(([path, group]) => {
    const keys = new Map(group.map((fact) => [fact, valueKey(fact.value)]));
    const best = prevailing(path, group, keys);
    const key = keys.get(best);
    const same = (fact: PaperFact) =>
      keys.get(fact) === key || (PLACE.test(path) && samePlace(fact.value, best.value));
    const support = [best, ...group.filter((fact) => fact !== best && same(fact))];
    return { path, value: best.value, support, against: group.filter((fact) => !same(fact)) };
  });
}

/** `keys` tell which values are the same: a dossier of a thousand papers names its party as often. */
function prevailing(path: string, group: PaperFact[], keys: ReadonlyMap<PaperFact, string>): PaperFact {
  const written = withoutMisread(group, keys);
  const ruled = written.filter(({ by }) => by === 'rule');
  const own = OWN.find(([pattern]) => pattern.test(path))?.[1] ?? [];
  const rank = ({ paper }: PaperFact) => {
    const at = own.indexOf(paper.kind);
    return at < 0 ? own.length : at;
  };
  const papers = new Map<string, Set<string>>();
  for (const [{ paper }, key] of keys) papers.set(key, (papers.get(key) ?? new Set()).add(paper.id));
  const papersOf = (fact: PaperFact) => papers.get(keys.get(fact) ?? '')?.size ?? 0;
  const order = (paper: Paper) => Number(paper.id.slice(1));
  return (ruled.length > 0 ? ruled : written).toSorted(
    (one, other) =>
      rank(one) - rank(other) || papersOf(other) - papersOf(one) || order(other.paper) - order(one.paper),
  )[0]!;
}

const PLACE = /(?:address|place)$/;

/** 示例市示例路1号 and 示例路1号: the one says the same and more. */
function samePlace(one: FactValue, other: FactValue): boolean {
  const [short, long] = [String(one), String(other)].toSorted((a, b) => a.length - b.length);
  return short!.length >= 6 && long!.endsWith(short!);
}

/** Without numbers and names from a picture, where other papers have nearly the same in writing and none has it as it is. */
function withoutMisread(group: PaperFact[], keys: ReadonlyMap<PaperFact, string>): PaperFact[] {
  const inWriting = new Map(
    group.filter(({ paper }) => !paper.ocr).map((fact) => [keys.get(fact), fact.value]),
  );
  const words = new Set([...inWriting.values()].filter((value) => typeof value === 'string'));
  return group.filter((fact) => {
    const { paper, value } = fact;
    const isMisread =
      paper.ocr &&
      typeof value === 'string' &&
      !/^\d{4}-\d{2}-\d{2}/.test(value) &&
      !inWriting.has(keys.get(fact)) &&
      [...words].some((word) => likelyMisread(value, word));
    return !isMisread;
  });
}

/** Full and half width, spaces and brackets apart. */
export function sameValue(one: FactValue, other: FactValue): boolean {
  return valueKey(one) === valueKey(other);
}

const valueKey = (value: FactValue): string =>
  typeof value === 'string'
    ? `"${value.normalize('NFKC').replaceAll(/[\s《》“”"']/g, '')}`
    : `${typeof value} ${value}`;
