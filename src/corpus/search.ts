import type { Db } from '../db/database.ts';
import { AppError } from '../errors.ts';
import { type Day, isDay, today } from '../law/dates.ts';
import { NORM_LEVELS } from '../law/penalties.ts';
import type { Embedder } from '../models/embed.ts';
import { fetchEntries } from './fetch-entries.ts';
import { foldTraditional } from './fold-traditional.ts';
import { currentView, forgetView, type LibraryView } from './library-view.ts';
import type { PartShare } from './like-cases/score-like-cases.ts';
import { type LikeMark, type LikeSearchResult, searchLikeCases } from './like-cases/search-like-cases.ts';
import { SegmentGone } from './read-postings.ts';
import type { LexicalParts } from './score-lexical.ts';
import { issuedBy } from './search/agency-filter.ts';
import { type Cited, citedArticles } from './search/cited-articles.ts';
import { expandQuery } from './search/expand-query.ts';
import { holdsOn, makeFilter } from './search/make-filter.ts';
import { rankEntries } from './search/rank-entries.ts';
import { servingModel } from './search/serving-model.ts';
import { segmentQuery } from './segment-text.ts';
import type { EntryKind } from './source-draft.ts';
import { citedFirst, leadRanking } from './violations/lead-ranking.ts';
import { isStory, type Led, leadingArticles } from './violations/leading-articles.ts';

/** One hit, in the contract's shape. `inForce` holds the first and last day, `null` where open or unknown. */
export interface Hit {
  id: string;
  kind: EntryKind;
  title: string;
  law?: string;
  article?: string;
  text: string;
  textIs: 'official' | 'gist';
  inForce: [Day | null, Day | null];
  /** With two days asked for: on which of them it is in force. */
  inForceOn?: ('asOf' | 'decidedOn')[];
  /** False when the first day is only the day of adoption, or not known at all. */
  effectiveKnown: boolean;
  score: number;
  why: Why;
  region?: string;
  level?: string;
  payload: Record<string, unknown>;
}

/** Why an entry was found. */
export interface Why extends LikeMark {
  /** BM25 of the query's own words. */
  lexical: number;
  /** Cosine; null where no model is loaded or the entry has no vector. */
  dense: number | null;
  /** The query's own words that the entry holds; where it holds none, pairs of their characters or single ones. */
  words: string[];
  /** Words of the law that the entry holds, each with the lay words of the query that led to it. */
  expanded: { word: string; from: string }[];
  /** The words of the query that cite it, and the place they cite. */
  cited?: Cited;
  /** The entry of the catalogue of violations that led to it. */
  through?: { item: string; name: string };
  /** Of a case found by another: how far each part agrees, and what it weighs. */
  parts?: PartShare[];
}

export interface SearchOptions {
  kind?: EntryKind | 'all';
  /** Only what is in force on this day. Default: today in China. */
  asOf?: Day;
  /**
   * A second day, that of the decision (行政处罚法 第37条: old law, unless the new is lighter): what is in force on either day is
   * found, and each hit says on which.
   */
  decidedOn?: Day;
  /** Only entries of this region, wider or narrower by name (广东省 finds 广东省广州市, so does 广州市); 全国 for those without one. */
  region?: string;
  /** One of NORM_LEVEL_NAMES: norms of this level only. */
  level?: string;
  /** Only what was issued by bodies whose name contains this one. */
  agency?: string;
  limit?: number;
  /** Adds the dense half; without it the search is lexical only. */
  embedder?: Embedder;
}

export interface SearchResult {
  query: string;
  asOf: Day;
  decidedOn?: Day;
  /** Lexical also where a model is set, but has no vectors yet. */
  mode: 'lexical' | 'hybrid';
  hits: Hit[];
}

/** Both lists are cut here before they are joined. */
const POOL = 100;
export const MAX_LIMIT = 20_000;
const MAX_QUERY = 20_000;

/**
 * Searches the library as it stood on a day. Lexical (BM25 over words, pairs and characters, and the words of the law
 * behind lay ones) and, with an embedder, dense, the union of both re-ranked. Filters act before anything is cut off. An
 * official text that was imported stands in for our gist of the same article.
 * @throws AppError invalid-input for an empty or overlong query, a day that does not exist, or a limit out of range.
 */
export async function search(db: Db, query: string, options: SearchOptions = {}): Promise<SearchResult> {
  const { asOf = today(), limit = 10 } = options;
  const { decidedOn } = options;
  checkInput(query, asOf, limit, decidedOn);
  checkFilters(options);
  for (let attempt = 0; ; attempt++) {
    const view = await currentView(db);
    try {
      const { hits, mode } = await searchView(db, view, foldTraditional(query), asOf, limit, options);
      return {
        query,
        asOf,
        ...(decidedOn === undefined ? {} : { decidedOn }),
        mode,
        hits: decidedOn === undefined ? hits : hits.map((hit) => markDays(hit, asOf, decidedOn)),
      };
    } catch (error) {
      if (!(error instanceof SegmentGone) || attempt === 4) throw error;
      forgetView(db);
    }
  }
}

function checkInput(query: string, asOf: Day, limit: number, decidedOn?: Day): void {
  if (!query.trim()) throw new AppError('invalid-input', '没有要检索的内容，请输入关键词或事实描述。');
  if (query.length > MAX_QUERY) {
    throw new AppError('invalid-input', `检索内容超过 ${MAX_QUERY} 字，请截取要点后重试。`);
  }
  for (const day of decidedOn === undefined ? [asOf] : [asOf, decidedOn]) {
    if (!isDay(day))
      throw new AppError('invalid-input', `“${day}”不是存在的日期，请写成 2024-03-05 的样式。`);
  }
  if (decidedOn !== undefined && decidedOn < asOf) {
    throw new AppError('invalid-input', `决定日 ${decidedOn} 早于行为日 ${asOf}，请核对两个日期。`);
  }
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new AppError('invalid-input', `条数应为 1 至 ${MAX_LIMIT} 的整数。`);
  }
}

/** A filter that is written but empty, or of no known value, is refused: it would let everything through, or nothing. */
function checkFilters({ region, agency, level }: SearchOptions): void {
  for (const [name, value] of Object.entries({ 地区: region, 机关: agency })) {
    if (value !== undefined && !value.trim())
      throw new AppError('invalid-input', `${name}不能是空的：请写明${name}的名称，或者不限${name}。`);
  }
  if (level !== undefined && !Object.hasOwn(NORM_LEVELS, level)) {
    const levels = Object.entries(NORM_LEVELS).map(([id, name]) => `${id}（${name}）`);
    throw new AppError('invalid-input', `没有“${level}”这个效力级别，请写 ${levels.join('、')}之一。`);
  }
}

async function searchView(
  db: Db,
  view: LibraryView,
  query: string,
  asOf: Day,
  limit: number,
  options: SearchOptions,
): Promise<Pick<SearchResult, 'hits' | 'mode'>> {
  const { agency } = options;
  const issued = agency === undefined ? undefined : await issuedBy(db, view, agency);
  const filter = makeFilter(asOf, options, issued);
  // An article can be there twice, as gist and as official text: so twice the number, then one of each.
  const pool = Math.max(POOL, 2 * limit);
  const embedder = options.embedder && (await servingModel(view, options.embedder));
  const likes = await searchLikeCases(db, view, {
    query,
    kind: options.kind ?? 'all',
    filter,
    pool,
    embedder,
    asOf,
    day: options.asOf,
    region: options.region,
  });
  if (likes) return showLikes(db, likes, query, limit);
  const expansion = expandQuery(query);
  const { ranked, lexical, hybrid, cosinesOf } = await rankEntries(db, view, {
    query,
    expansion,
    filter,
    pool,
    embedder,
  });
  const wantsLaw = options.kind === undefined || options.kind === 'all' || options.kind === 'law';
  const held = Math.max(0, ...lexical.top.slice(0, 3).map(({ seq }) => lexical.partsOf(seq).held));
  const led =
    hybrid && wantsLaw
      ? await leadingArticles(db, view, query, { asOf, filter, embedder, held })
      : new Map<number, Led>();
  const cited = wantsLaw ? await citedArticles(db, view, query, filter) : new Map<number, Cited>();
  const asked = {
    terms: queryTerms(query),
    expansion,
    lexicalOf: (seq: number) => ownScore(lexical.partsOf(seq)),
    ledOf: (seq: number) => led.get(seq),
    citedOf: (seq: number) => cited.get(seq),
  };
  const best = citedFirst(leadRanking(isStory(query, held), ranked, led), [...cited.keys()]);
  // What was led to or cited was not looked at for its meaning.
  const bare = await cosinesOf(best.flatMap(({ seq, dense }) => (dense === null ? [seq] : [])));
  const told = best.map((one) => ({ ...one, dense: one.dense ?? bare.get(one.seq) ?? null }));
  return { hits: await fetchEntries(db, told, asked, limit), mode: hybrid ? 'hybrid' : 'lexical' };
}

async function showLikes(
  db: Db,
  { found, marks, lexical, dense }: LikeSearchResult,
  query: string,
  limit: number,
): Promise<Pick<SearchResult, 'hits' | 'mode'>> {
  const parts = new Map(found.map((like) => [like.seq, like.parts]));
  const asked = {
    terms: queryTerms(query),
    expansion: [],
    lexicalOf: (seq: number) => ownScore(lexical.partsOf(seq)),
    partsOf: (seq: number) => parts.get(seq),
  };
  const hits = await fetchEntries(db, found, asked, limit);
  return {
    hits: hits.map((hit) => ({ ...hit, why: { ...hit.why, ...marks.get(hit.id) } })),
    mode: dense ? 'hybrid' : 'lexical',
  };
}

function markDays(hit: Hit, asOf: Day, decidedOn: Day): Hit {
  const [from, to] = hit.inForce;
  const days = { asOf, decidedOn };
  const inForceOn = (['asOf', 'decidedOn'] as const).filter((name) => holdsOn({ from, to }, days[name]));
  return { ...hit, inForceOn };
}

/** BM25 of the query's own words. */
function ownScore({ fields }: LexicalParts): number {
  return fields.reduce((sum, score) => sum + score, 0);
}

/** What is shown of the query where an entry holds it: words; where it holds none, pairs, then single characters. */
function queryTerms(query: string): string[][] {
  const { words, bigrams, characters } = segmentQuery(query);
  return [words, bigrams, characters].map((terms) => [...new Set(terms)]);
}
