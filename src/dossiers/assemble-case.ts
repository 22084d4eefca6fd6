import { type CaseFile, caseFileSchema, type Source } from '../cases/case-file.ts';
import { UNSAID } from '../cases/unsaid.ts';
import { asPapersSay } from './as-papers-say.ts';
import type { Decided } from './decided-by-people.ts';
import { fieldOfAgency } from './field-of-agency.ts';
import { linkPapers } from './link-papers.ts';
import type { FactValue, Paper } from './paper.ts';
import { placeValues } from './place-values.ts';
import { type PaperFact, type Settled, settleFacts } from './settle-facts.ts';

/** A fact of the case with the words it rests on. `path` has list positions: `officers.0.name`. */
export interface CaseFact {
  path: string;
  value: FactValue;
  /** The paper's id. */
  paper: string;
  quote: string;
  start: number;
  end: number;
  by: 'rule' | 'model';
}

/** 材料之间的矛盾: one path, several values, each with the words that state it. The first is the one taken. */
export interface Conflict {
  path: string;
  values: Omit<CaseFact, 'path'>[];
}

export interface AssembledCase {
  case: CaseFile;
  /** The case file as the papers alone have it, before what people decided: see `asPapersSay`. */
  asRead: CaseFile;
  /** From each path of `asRead` with list positions to its keyed path. */
  keys: Record<string, string>;
  /** What papers state, by paths of `asRead`; also of what people decided otherwise. */
  facts: CaseFact[];
  conflicts: Conflict[];
  /** Values that stand in a paper and cannot be right: `统一社会信用代码应为…`. */
  faults: { path: string; value: FactValue; paper: string; quote: string; expected: string }[];
}

/** As many sources of one value as anybody would look at. */
const SOURCES = 5;

/**
 * Makes the case file of what the papers state. Every value has its sources; a value that the case file cannot hold is
 * left out and reported. What people decided of a fact prevails over every paper. What no paper states and no case file can be without is `未载明`.
 */
export function assembleCase(
  papers: readonly Paper[],
  stated: readonly PaperFact[],
  decided: readonly Decided[] = [],
): AssembledCase {
  // What no words stand for is no fact, whoever stated it.
  const settled = linkPapers(papers, settleFacts(stated.filter((fact) => quoteOf(fact).trim() !== '')));
  const faults: AssembledCase['faults'] = [];
  const textOf = new Map(papers.map(({ id, text }) => [id, text]));
  const peoples = new Map(decided.map((one) => [one.key, quoting(one, textOf)]));
  const isRejected = ({ path }: Settled) => peoples.has(path) && peoples.get(path)?.value === undefined;
  const readAt = new Map(settled.map((one) => [one.path, one]));
  const forced = [...peoples.values()].filter((one) => one.value !== undefined);
  const added = new Set(forced.filter(({ key }) => !readAt.has(key)).map(({ key }) => key));
  let kept = [
    ...settled.filter((one) => !isRejected(one)).map((one) => ofPeople(peoples.get(one.path), one)),
    ...forced
      .filter(({ key }) => added.has(key))
      .map(({ key, value }) => ({ path: key, value: value!, support: [], against: [] })),
  ];
  for (;;) {
    const entries = paperEntries(papers, kept);
    const { value, pathOf } = placeValues([...kept, ...entries]);
    const file = frame(value, papers);
    file.sources = confirmedOnce([
      ...kept.flatMap((one) => sourcesOf(one.support.slice(0, SOURCES), pathOf.get(one.path)!)),
      ...forced.flatMap(({ key, sources }) =>
        pathOf.has(key) ? sources.map((source) => ({ ...source, path: pathOf.get(key)! })) : [],
      ),
    ]);
    const parsed = caseFileSchema.safeParse(file);
    if (parsed.success) {
      const held = new Set(kept.map(({ path }) => path));
      const asRead = asPapersSay({
        kept,
        added,
        read: new Map([...readAt].filter(([path]) => peoples.has(path))),
        rejected: settled.filter(isRejected),
        entries,
        made: parsed.data,
        pathOf,
        frame: (placed) => frame(placed, papers),
      });
      const read = settled.filter(
        (one) => asRead.pathOf.has(one.path) && (held.has(one.path) || isRejected(one)),
      );
      const facts = read.flatMap((one) =>
        factsOf(one.support.slice(0, SOURCES), asRead.pathOf.get(one.path)!),
      );
      asRead.file.sources = read.flatMap((one) =>
        sourcesOf(one.support.slice(0, SOURCES), asRead.pathOf.get(one.path)!),
      );
      return {
        case: parsed.data,
        asRead: asRead.file,
        keys: Object.fromEntries([...asRead.pathOf].map(([key, path]) => [path, key])),
        facts,
        conflicts: conflictsOf(read, asRead.pathOf),
        faults,
      };
    }
    const bad = faultyPaths(parsed.error.issues, kept, pathOf);
    if (bad.size === 0) throw new Error(`cannot assemble a case: ${parsed.error.message}`);
    for (const [{ path, support }, expected] of bad) {
      const [fact] = support;
      if (!fact) continue;
      faults.push({
        path: pathOf.get(path)!,
        value: fact.value,
        paper: fact.paper.id,
        quote: quoteOf(fact),
        expected,
      });
    }
    kept = kept.filter((one) => !bad.has(one));
  }
}

/** What was decided, with as much of its words as still stands in the papers. */
function quoting(one: Decided, textOf: ReadonlyMap<string, string>): Decided {
  return { ...one, sources: one.sources.filter(({ paper, quote }) => textOf.get(paper)?.includes(quote)) };
}

/** A decided value, with the words of papers that state it; a person who typed another one needs none of them. */
function ofPeople(decided: Decided | undefined, read: Settled): Settled {
  if (decided?.value === undefined || decided.value === read.value) return read;
  const { value, sources } = decided;
  const said = sources.length > 0 ? read.against : [];
  return { path: read.path, value, support: said.filter((fact) => fact.value === value), against: [] };
}

/** Words that a person confirmed stand once, not again as a reader found them. */
function confirmedOnce(all: readonly Source[]): Source[] {
  const confirmed = Map.groupBy(
    all.filter(({ confirmedBy }) => confirmedBy !== undefined),
    ({ path }) => path,
  );
  return all.filter(
    (source) =>
      source.confirmedBy !== undefined ||
      !confirmed
        .get(source.path)
        ?.some(
          ({ paper, quote, start }) =>
            paper === source.paper &&
            quote === source.quote &&
            (start === undefined || start === source.start),
        ),
  );
}

/** The parts of the case file that no single fact makes. */
function frame(value: Record<string, unknown>, papers: readonly Paper[]): Record<string, unknown> {
  const party = { kind: 'organisation', name: UNSAID, ...(value.party as object | undefined) };
  const agency = { name: organNamed(value) ?? UNSAID, ...(value.agency as object | undefined) };
  const violation = value.violation as { name?: string } | undefined;
  const cause = (value.cause as string | undefined) ?? violation?.name ?? UNSAID;
  return {
    title: `${party.name}${cause === UNSAID ? '' : cause}${cause.endsWith('案') ? '' : '案'}`,
    field: fieldOfAgency(agency.name),
    action: 'penalty',
    procedure: isSummary(papers) ? 'summary' : 'ordinary',
    ...value,
    schema: 'mingcai/case-file@1',
    id: caseId(value.number as string | undefined, papers),
    cause,
    agency,
    party,
    violation: { name: cause, ...violation },
  };
}

/** The organ that issued the decision or the notice, where no paper states the agency elsewhere. */
function organNamed(value: Record<string, unknown>): string | undefined {
  const { decision, priorNotices } = value as Partial<CaseFile>;
  return decision?.organName ?? priorNotices?.find(({ organName }) => organName)?.organName;
}

/** Letters and figures of the case number; without one, of the papers' digest. */
function caseId(number: string | undefined, papers: readonly Paper[]): string {
  const plain = (number ?? '').normalize('NFKC').match(/\d+/g)?.join('-');
  const digest = papers[0]?.sha256.slice(0, 12) ?? 'empty';
  return plain ? `dossier-${plain}-${digest.slice(0, 6)}` : `dossier-${digest}`;
}

function isSummary(papers: readonly Paper[]): boolean {
  return (
    papers.some(({ kind, title }) => kind === 'decision' && /当场|简易/.test(title)) &&
    !papers.some(({ kind }) => kind === 'filing-approval' || kind === 'prior-notice')
  );
}

/** The list of papers itself; what they state of themselves comes from readers as `papers[p1].number`. */
function paperEntries(papers: readonly Paper[], settled: readonly Settled[]) {
  const known = new Set(settled.map(({ path }) => path));
  return papers.flatMap((paper) =>
    (['id', 'kind', 'title', 'text', 'sha256'] as const)
      .map((key) => ({ path: `papers[${paper.id}].${key}`, value: paper[key] }))
      .filter(({ path, value }) => !known.has(path) && value !== ''),
  );
}

function factsOf(support: readonly PaperFact[], path: string): CaseFact[] {
  return support.map((fact) => ({ path, ...stating(fact) }));
}

function sourcesOf(support: readonly PaperFact[], path: string): Source[] {
  return factsOf(support, path).map(({ value: _, end: __, ...source }) => source);
}

function stating(fact: PaperFact): Omit<CaseFact, 'path'> {
  const { value, paper, start, end, by } = fact;
  return { value, paper: paper.id, quote: quoteOf(fact), start, end, by };
}

function quoteOf({ paper, start, end }: PaperFact): string {
  return paper.text.slice(start, end);
}

function conflictsOf(settled: readonly Settled[], pathOf: Map<string, string>): Conflict[] {
  return settled.flatMap(({ path, support, against }) =>
    against.length > 0
      ? [{ path: pathOf.get(path)!, values: [support[0]!, ...against].map((fact) => stating(fact)) }]
      : [],
  );
}

/** The settled facts at which the case file's schema takes offence, each with what it expected. */
function faultyPaths(
  issues: readonly { path: PropertyKey[]; message: string }[],
  settled: readonly Settled[],
  pathOf: Map<string, string>,
): Map<Settled, string> {
  const found = new Map<Settled, string>();
  for (const { path, message } of issues) {
    const at = path.join('.');
    // A group that lacks a required part is left out whole.
    const within = settled.filter((one) => {
      const own = pathOf.get(one.path)!;
      return own === at || own.startsWith(`${at}.`) || at.startsWith(`${own}.`);
    });
    const above = at.split('.').slice(0, -1).join('.');
    const group = settled.filter((one) => pathOf.get(one.path)!.startsWith(`${above}.`));
    for (const one of within.length > 0 ? within : group) found.set(one, message);
  }
  return found;
}
