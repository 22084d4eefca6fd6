import type { AnyCaseFile } from '../../cases/case-file.ts';
import { stagesOf } from '../../cases/stages-of.ts';
import { findCitations } from '../../corpus/citations/find-citations.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { Dependent } from '../../corpus/versions/dependent.ts';
import { libraryCatalogue } from '../../corpus/violations/library-catalogue.ts';
import type { Catalogue } from '../../corpus/violations/violation.ts';
import type { Db } from '../../db/database.ts';
import type { Citation } from '../../law/citation.ts';
import { RULES } from '../criteria.ts';

/** Everything here that rests on articles of law: rules, items of benchmarks and of the catalogue, documents not signed, cases not decided. */
export async function restingOnLaw(db: Db, book: ReferenceBook): Promise<Dependent[]> {
  return [
    ...restingRules(),
    ...restingBenchmarks(book),
    ...(await importedBenchmarks(db, book)),
    ...restingViolations(await libraryCatalogue(db)),
    ...(await restingDrafts(db, book)),
    ...(await restingCases(db, book)),
  ];
}

/** Each basis for itself: one rule can rest on articles of different days. */
export function restingRules(): Dependent[] {
  return RULES.flatMap((rule) =>
    rule.basis.map(({ law, article, paragraph, item, from, to = null }) => ({
      kind: 'rule' as const,
      id: rule.id,
      name: rule.question,
      places: [{ law, article, ...(paragraph ? { paragraph } : {}), ...(item ? { item } : {}) }],
      from,
      to,
    })),
  );
}

export function restingBenchmarks(book: ReferenceBook): Dependent[] {
  return book.benchmarks().flatMap((benchmark) =>
    benchmark.items.map((item) => {
      const sanction = book.sanction(item.sanction);
      return {
        kind: 'benchmark' as const,
        id: item.id,
        name: `${benchmark.name}：${item.violation}`,
        places: [...item.breached.map(plainCitation), ...(sanction ? [sanction.provision] : [])],
        from: benchmark.inForce.from,
        to: benchmark.inForce.to ?? null,
      };
    }),
  );
}

/** Items of the catalogue of violations, bundled and of an agency's own list. */
export function restingViolations({ items }: Catalogue): Dependent[] {
  return items.map(({ id, name, own, breached, punishing, inForce: [from, to = null] }) => ({
    kind: 'violation' as const,
    id,
    name: own ? `${name}（${own.agency}清单第 ${own.row} 行）` : name,
    places: [...breached, ...punishing].map(plainCitation),
    from,
    to,
  }));
}

/** Imported tables are kept as text: what they cite is read from it. */
async function importedBenchmarks(db: Db, book: ReferenceBook): Promise<Dependent[]> {
  const rows = await db
    .selectFrom('entries as e')
    .innerJoin('library_sources as s', 's.id', 'e.source')
    .select(['e.id', 'e.title', 'e.text', 's.in_force_from as from', 's.in_force_to as to'])
    .where('e.kind', '=', 'benchmark')
    .where('s.origin', '=', 'imported')
    .where('s.state', '=', 'live')
    .execute();
  return rows.map(({ id, title, text, from, to }) => ({
    kind: 'benchmark',
    id: id.replace(/^benchmark:/, ''),
    name: title,
    places: citedIn(text, book),
    from,
    to,
  }));
}

async function restingDrafts(db: Db, book: ReferenceBook): Promise<Dependent[]> {
  const rows = await db
    .selectFrom('documents as d')
    .innerJoin('document_versions as v', (join) =>
      join.onRef('v.document_id', '=', 'd.id').onRef('v.version', '=', 'd.current_version'),
    )
    .innerJoin('cases as c', 'c.id', 'd.case_id')
    .select(['d.id', 'd.title', 'c.title as case', 'v.body'])
    .where('d.state', '!=', 'signed')
    .orderBy('d.created_at')
    .execute();
  return rows.map((row) => ({
    kind: 'draft',
    id: row.id,
    name: `${row.title}（${row.case}）`,
    places: citedIn(row.body, book),
    from: null,
    to: null,
  }));
}

async function restingCases(db: Db, book: ReferenceBook): Promise<Dependent[]> {
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'title', 'file'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('documents as d')
            .select('d.id')
            .whereRef('d.case_id', '=', 'cases.id')
            .where('d.state', '=', 'signed'),
        ),
      ),
    )
    .orderBy('created_at')
    .execute();
  return rows.flatMap(({ id, title, file }) => {
    const known = file as AnyCaseFile;
    if (isDecided(known)) return [];
    const violation = known.action === 'penalty' ? known.violation : undefined;
    return [
      {
        kind: 'case' as const,
        id,
        name: title,
        places: citedWithin(file, book),
        from: violation?.endedOn ?? violation?.startedOn ?? null,
        to: null,
      },
    ];
  });
}

function isDecided(file: AnyCaseFile): boolean {
  const stages = stagesOf(file);
  const decision = stages.find(({ id }) => id === 'decision');
  return decision
    ? decision.state === 'done'
    : stages.every(({ state }) => state === 'done' || state === 'skipped');
}

function citedIn(text: string, book: ReferenceBook): Citation[] {
  return findCitations(text, book.titleOf).flatMap(({ law, ...place }) =>
    law ? [plainCitation({ ...place, law: book.titleOf(law) ?? law })] : [],
  );
}

/** Every citation anywhere in a case file: `{law, article, …}`. */
function citedWithin(value: unknown, book: ReferenceBook): Citation[] {
  if (typeof value !== 'object' || value === null) return [];
  const { law, article, paragraph, item } = value as Record<string, unknown>;
  if (typeof law === 'string' && typeof article === 'string') {
    return [
      {
        law: book.titleOf(law) ?? law,
        article,
        ...(typeof paragraph === 'number' ? { paragraph } : {}),
        ...(typeof item === 'number' ? { item } : {}),
      },
    ];
  }
  return Object.values(value).flatMap((part) => citedWithin(part, book));
}

function plainCitation({
  law,
  article,
  paragraph,
  item,
}: {
  law: string;
  article: string;
  paragraph?: number | undefined;
  item?: number | undefined;
}): Citation {
  return {
    law,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
}
