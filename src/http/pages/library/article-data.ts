import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { Dependent } from '../../../corpus/versions/dependent.ts';
import { type CitingArticle, findCiting } from '../../../corpus/versions/find-citing.ts';
import {
  articleIn,
  articleNumbers,
  type NormArticle,
  type NormVersion,
  normVersions,
  readArticle,
  titleInLibrary,
  versionInForce,
} from '../../../corpus/versions/read-norm.ts';
import type { Db } from '../../../db/database.ts';
import { AppError } from '../../../errors.ts';
import { isDay, today } from '../../../law/dates.ts';
import { restingBenchmarks, restingRules } from '../../../review/rules/resting-on-law.ts';

export interface ArticleQuery {
  law: string;
  article: string;
  /** Day of adoption, or `unknown`; else the version in force on `asOf`. */
  version?: string | undefined;
  asOf?: string | undefined;
  /** Another version to stand beside it; by default the one before. */
  beside?: string | undefined;
}

export interface ArticleData {
  title: string;
  versions: NormVersion[];
  version: NormVersion;
  article: NormArticle;
  previous?: string | undefined;
  next?: string | undefined;
  /** The version to compare with, and the article there; absent where the norm has one version only. */
  beside?: { version: NormVersion; article?: NormArticle | undefined } | undefined;
  citing: CitingArticle[];
  resting: Dependent[];
}

/** Names a version in addresses. */
export function versionName({ adopted }: NormVersion): string {
  return adopted ?? 'unknown';
}

/**
 * All that the page of an article shows. Refuses with `not-found` where the library has no such norm, version or article,
 * saying which, and `invalid-input` for a day that does not exist.
 */
export async function articleData(db: Db, book: ReferenceBook, query: ArticleQuery): Promise<ArticleData> {
  const { title, versions, version, article } = await articleText(db, book, query);
  const numbers = await articleNumbers(db, version);
  const place = numbers.indexOf(article.article);
  return {
    title,
    versions,
    version,
    article,
    previous: numbers[place - 1],
    next: numbers[place + 1],
    beside: await besideOf(db, versions, version, article, query.beside),
    citing: await findCiting(db, { title, article: article.article }, dayWithin(version)),
    resting: restingOn(book, title, version, article.article),
  };
}

/** The article alone, with its version. Refuses like `articleData`. */
export async function articleText(
  db: Db,
  book: ReferenceBook,
  query: ArticleQuery,
): Promise<Pick<ArticleData, 'title' | 'versions' | 'version' | 'article'>> {
  const title = await titleInLibrary(db, book.titleOf(query.law) ?? query.law);
  if (!title) throw new AppError('not-found', `法规库没有《${query.law}》，请检查名称，或请管理员导入。`);
  const versions = await normVersions(db, title);
  const version = pickVersion(title, versions, query);
  const article = await readArticle(db, version, query.article.split('.')[0]!);
  if (!article) {
    throw new AppError('not-found', `《${title}》（${versionName(version)}）没有这一条，或其文本尚未导入。`);
  }
  return { title, versions, version, article };
}

function pickVersion(title: string, versions: NormVersion[], { version, asOf }: ArticleQuery): NormVersion {
  if (version) {
    const found = versions.find((one) => versionName(one) === version);
    if (!found) throw new AppError('not-found', `法规库没有《${title}》${version}的版本。`);
    return found;
  }
  const on = asOf || today();
  if (!isDay(on)) throw new AppError('invalid-input', `“${on}”不是存在的日期，请写作 YYYY-MM-DD。`);
  // What was repealed, or is yet to come, is still shown, with its days.
  const found = versionInForce(versions, on) ?? versions.find(({ from }) => from === null || from <= on);
  return found ?? versions.at(-1)!;
}

async function besideOf(
  db: Db,
  versions: NormVersion[],
  version: NormVersion,
  article: NormArticle,
  name: string | undefined,
): Promise<ArticleData['beside']> {
  const other = name
    ? versions.find((one) => versionName(one) === name)
    : nearest(versions, version, article);
  if (!other || other === version) return undefined;
  const number = await articleIn(db, article.article, version, other);
  return {
    version: other,
    article: number === undefined ? undefined : await readArticle(db, other, number),
  };
}

/** The version before, else the one after: official text beside official text where there is such a one. */
function nearest(
  versions: NormVersion[],
  version: NormVersion,
  article: NormArticle,
): NormVersion | undefined {
  const index = versions.indexOf(version);
  const inOrder = [...versions.slice(index + 1), ...versions.slice(0, index).reverse()];
  const isOfficial = article.textIs === 'official';
  return inOrder.find((one) => (one.official !== undefined) === isOfficial) ?? inOrder[0];
}

/** Today where the version is in force, else its last or its first day. */
function dayWithin({ from, to }: NormVersion): string {
  const now = today();
  if (to !== null && to < now) return to;
  return from !== null && from > now ? from : now;
}

/** The rules and benchmarks whose days reach into the version's and that cite the article. */
function restingOn(book: ReferenceBook, title: string, version: NormVersion, article: string): Dependent[] {
  return [...restingRules(), ...restingBenchmarks(book)]
    .filter(({ places }) => places.some((place) => place.law === title && place.article === article))
    .filter(
      ({ from, to }) =>
        (from === null || version.to === null || from <= version.to) &&
        (to === null || version.from === null || version.from <= to),
    );
}
