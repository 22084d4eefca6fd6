import type { Db } from '../db/database.ts';
import { type DocTable, decodeDocTable } from './doc-table.ts';
import { K1 } from './lexical-terms.ts';
import { BlockCache } from './read-postings.ts';
import type { SourceKind } from './source-draft.ts';

/** A live source as a search needs it. */
export interface SourceView {
  id: number;
  kind: SourceKind;
  level: string | null;
  from: string | null;
  to: string | null;
}

/** A live segment. `alive` marks documents whose source is live. */
export interface SegmentView {
  id: number;
  /** True when every document is alive. */
  whole: boolean;
  bits: number;
  table: DocTable;
  alive: Uint8Array;
  /** BM25's length part per field, by the length in terms. */
  norms: [Float64Array, Float64Array, Float64Array];
  /** Average length per field, of the whole library. */
  averages: [number, number, number];
}

/** What a search sees at one revision of the library. */
export interface LibraryView {
  revision: number;
  sources: Map<number, SourceView>;
  segments: SegmentView[];
  /** The model whose vectors serve; absent until some model has made them all. */
  serving?: { model: string; folder: string };
  /** Live documents. */
  size: number;
  cache: BlockCache;
}

const B = 0.75;
const views = new WeakMap<Db, LibraryView>();

/** The view at the present revision: kept in memory, rebuilt when the library has changed. Segments never change. */
export async function currentView(db: Db): Promise<LibraryView> {
  const state = await db
    .selectFrom('library_state')
    .select(['revision', 'embedding_model as model', 'embedding_folder as folder'])
    .executeTakeFirstOrThrow();
  const revision = Number(state.revision);
  const known = views.get(db);
  if (known?.revision === revision) return known;
  const { model, folder } = state;
  const serving = model === null || folder === null ? {} : { serving: { model, folder } };
  const view = { ...(await buildView(db, revision, known)), ...serving };
  views.set(db, view);
  return view;
}

/** Makes the next search read the library anew. */
export function forgetView(db: Db): void {
  const view = views.get(db);
  if (view) views.set(db, { ...view, revision: -1 });
}

async function buildView(db: Db, revision: number, known: LibraryView | undefined): Promise<LibraryView> {
  const sources = await db
    .selectFrom('library_sources')
    .select(['id', 'kind', 'level', 'in_force_from as from', 'in_force_to as to'])
    .where('state', '=', 'live')
    .execute();
  const bySource = new Map(sources.map((source) => [source.id, source]));
  const rows = await db
    .selectFrom('lexical_segments')
    .select(['id', 'bits'])
    .where('state', '=', 'live')
    .orderBy('id')
    .execute();
  const before = new Map(known?.segments.map((segment) => [segment.id, segment]));
  const tables = new Map(known?.segments.map((segment) => [segment.id, segment.table]));
  const missing = rows.filter((row) => !tables.has(row.id)).map((row) => row.id);
  for (let at = 0; at < missing.length; at += 50) {
    const loaded = await db
      .selectFrom('lexical_segments')
      .select(['id', 'doc_table'])
      .where('id', 'in', missing.slice(at, at + 50))
      .execute();
    for (const row of loaded) tables.set(row.id, decodeDocTable(row.doc_table));
  }
  // A segment merged away between the two reads is absent: the revision has risen, the next search sees it.
  const live = rows.flatMap(({ id, bits }) => {
    const table = tables.get(id);
    if (!table) return [];
    const alive = markAlive(table, bySource, before.get(id)?.alive);
    return [{ id, bits, table, alive, whole: !alive.includes(0) }];
  });
  const size = live.reduce((sum, { alive }) => sum + count(alive), 0);
  const averages = ([0, 1, 2] as const).map((field) =>
    averageLength(live, field, size),
  ) as SegmentView['averages'];
  const longest = Math.max(0, ...live.map(({ table }) => longestOf(table)));
  const norms = averages.map((average) =>
    Float64Array.from({ length: longest + 1 }, (_, length) => K1 * (1 - B + (B * length) / average)),
  ) as SegmentView['norms'];
  const segments = live.map((segment) => ({ ...segment, norms, averages }));
  const complete = segments.length === rows.length;
  const cache = known?.cache ?? new BlockCache();
  cache.keepOnly(new Set(segments.map((segment) => segment.id)), size);
  return { revision: complete ? revision : -1, sources: bySource, segments, size, cache };
}

/** The marks of before where nothing has changed, so that what was worked out with them still holds. */
function markAlive(
  { source, size }: DocTable,
  sources: Map<number, SourceView>,
  before: Uint8Array | undefined,
): Uint8Array {
  const alive = new Uint8Array(size);
  let same = before !== undefined;
  let last = -1;
  let mark = 0;
  for (let doc = 0; doc < size; doc++) {
    // The documents of a source lie together.
    if (source[doc] !== last) {
      last = source[doc]!;
      mark = sources.has(last) ? 1 : 0;
    }
    alive[doc] = mark;
    same &&= before?.[doc] === mark;
  }
  return same && before ? before : alive;
}

function count(marks: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < marks.length; i++) sum += marks[i]!;
  return sum;
}

function longestOf({ lengths }: DocTable): number {
  let longest = 0;
  for (const column of lengths)
    for (let i = 0; i < column.length; i++) if (column[i]! > longest) longest = column[i]!;
  return longest;
}

function averageLength(
  segments: { table: DocTable; alive: Uint8Array }[],
  field: 0 | 1 | 2,
  size: number,
): number {
  let total = 0;
  for (const { table, alive } of segments) {
    const lengths = table.lengths[field];
    for (let i = 0; i < table.size; i++) if (alive[i]) total += lengths[i]!;
  }
  return Math.max(1, total / Math.max(1, size));
}
