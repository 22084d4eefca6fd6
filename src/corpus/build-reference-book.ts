import { type Citation, citationText, sameProvision } from '../law/citation.ts';
import type { Day } from '../law/dates.ts';
import type { Sanction } from '../law/sanction.ts';
import { type SanctionInText, sanctionsInText } from '../law/sanctions-in-text.ts';
import type { Benchmark, BenchmarkItem } from './benchmark.ts';
import { articleOf, citeArticle, versionOn } from './citations/cite-article.ts';
import { titleNames } from './citations/title-names.ts';
import type { CriminalThreshold } from './criminal-threshold.ts';
import { type PenalFigures, placeKey } from './norms/penal-figures.ts';
import type { SanctionFactor } from './read-sanctions.ts';
import type { Statute, StatuteVersion } from './read-statute-file.ts';
import type { ReferenceBook } from './reference-book.ts';
import type { OwnList } from './violations/own-violation.ts';

export interface ReferenceParts {
  statutes: Statute[];
  sanctions: Sanction[];
  factors: ReadonlyMap<string, SanctionFactor>;
  benchmarks: Benchmark[];
  thresholds: CriminalThreshold[];
  ownLists?: readonly OwnList[];
  /** Spans read from the words that imported tables print beside their items; they are found by id alone. */
  tableSanctions?: readonly Sanction[];
  /** What the penal provisions of a version threaten, where its text is not there. */
  figuresOf?: (title: string, adopted: string) => PenalFigures | undefined;
}

/** The library in memory from its parts. Pure; a later statute of the same title replaces the earlier one. */
export function buildReferenceBook(parts: ReferenceParts): ReferenceBook {
  const statutes = new Map<string, Statute>();
  for (const statute of parts.statutes) statutes.set(statute.title, statute);
  const titleOf = titleNames(statutes.values());
  const full = (citation: Citation): Citation => ({
    ...citation,
    law: titleOf(citation.law) ?? citation.law,
  });
  const sanctionsOf = (citation: Citation) => {
    const wanted = full(citation);
    return parts.sanctions.filter((sanction) => sameProvision(sanction.provision, wanted));
  };
  const sanctionOf = (citation: Citation, on: Day) =>
    sanctionsOf(citation).find(({ inForce: [from, to] }) => from <= on && (to === undefined || on <= to));
  const readings = new Map<string, Sanction | 'none'>();
  const items = new Map<string, { benchmark: Benchmark; item: BenchmarkItem }>();
  for (const benchmark of parts.benchmarks)
    for (const item of benchmark.items) if (!items.has(item.id)) items.set(item.id, { benchmark, item });
  const sanctions = new Map<string, Sanction>();
  for (const sanction of [...parts.sanctions, ...(parts.tableSanctions ?? [])])
    if (!sanctions.has(sanction.id)) sanctions.set(sanction.id, sanction);
  return {
    titleOf,
    sanctionsOf,
    statutes: () => [...statutes.values()],
    statuteOf: (name) => statutes.get(titleOf(name) ?? ''),
    cite(citation, on) {
      const statute = statutes.get(titleOf(citation.law) ?? '');
      if (!statute || mayLack(versionOn(statute, on), citation)) return { state: 'unknown-law' };
      return citeArticle(statute, citation, on);
    },
    levelOf: (law) => statutes.get(titleOf(law) ?? '')?.level,
    sanctionOf,
    readingOf(citation, on) {
      const entered = sanctionOf(citation, on);
      if (entered) return entered;
      const statute = statutes.get(titleOf(citation.law) ?? '');
      const version = statute && versionOn(statute, on);
      const entry = version && articleOf(version, citation);
      if (!entry) return undefined;
      const { penal } = entry;
      const figures = penal === undefined ? parts.figuresOf?.(statute.title, version.adopted) : undefined;
      if (penal === undefined && !figures) return undefined;
      const provision = full(citation);
      const key = [version.adopted, citationText(provision)].join(' ');
      if (!readings.has(key)) {
        const inForce: Sanction['inForce'] = version.until
          ? [version.effective, version.until]
          : [version.effective];
        const read = penal === undefined ? figuresAt(figures, citation) : sanctionsInText(penal, citation);
        readings.set(key, read ? { id: `text ${key}`, provision, inForce, ...read } : 'none');
      }
      return readings.get(key);
    },
    sanction: (id) => sanctions.get(id),
    sanctionFactor: (name) => parts.factors.get(name),
    benchmarkItem: (id) => items.get(id) ?? items.get(id.replace(/^benchmark:/, '')),
    benchmarks: () => parts.benchmarks,
    criminalThresholds: () => parts.thresholds,
    ownLists: () => parts.ownLists ?? [],
  };
}

/** The article is not in a text that was imported with holes: nobody can say that it does not exist. */
function mayLack(version: StatuteVersion | undefined, { article }: Citation): boolean {
  return version?.partial === true && !version.entries.has(article);
}

function figuresAt(figures: PenalFigures | undefined, citation: Citation): SanctionInText | undefined {
  const article = figures?.articles[citation.article];
  const at = article?.places[placeKey(citation)];
  return at === undefined ? undefined : article!.readings[at];
}
