import type { Hono } from 'hono';
import { search } from '../../../corpus/search.ts';
import { sureItems } from '../../../corpus/violations/sure-items.ts';
import { AppError } from '../../../errors.ts';
import { type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { problemOf } from '../../problem.ts';
import { document } from '../page.tsx';
import { articleData, articleText } from './article-data.ts';
import { ArticlePage } from './article-page.tsx';
import { inForceWords } from './in-force-words.ts';
import { checkQuery, readLibraryQuery } from './library-query.ts';
import { SearchPage } from './search-page.tsx';

/** The library: search, and each article in its versions. */
export function addLibraryPages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  app.get('/library', async (c) => {
    const person = signedIn(c);
    const asked = (name: string) => c.req.query(name);
    const query = readLibraryQuery(asked);
    const props = { person, query, regions: await regions(), book: options.book };
    try {
      checkQuery(query, asked);
      const filters = {
        kind: query.kind,
        asOf: query.asOf,
        ...(query.decidedOn ? { decidedOn: query.decidedOn } : {}),
        ...(query.level ? { level: query.level } : {}),
        ...(query.region ? { region: query.region } : {}),
        ...(query.agency ? { agency: query.agency } : {}),
      };
      const { embedder } = options;
      const found = query.q
        ? await search(db, query.q, { ...filters, limit: 20, ...(embedder ? { embedder } : {}) })
        : undefined;
      const items = found
        ? await sureItems(db, query.q, { ...filters, asOf: found.asOf, hits: found.hits, embedder })
        : [];
      return c.html(document(<SearchPage {...props} found={found} items={items} />));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return c.html(document(<SearchPage {...props} error={error} />), problemOf(error).status);
    }
  });

  app.get('/library/article', async (c) => {
    const data = await articleData(db, options.book, {
      law: c.req.query('law') ?? '',
      article: c.req.query('article') ?? '',
      version: c.req.query('version'),
      asOf: c.req.query('asOf'),
      beside: c.req.query('beside'),
    });
    return c.html(document(<ArticlePage person={signedIn(c)} data={data} />));
  });

  // What a citation's note shows when it opens.
  app.get('/library/article/text', async (c) => {
    const { version, article } = await articleText(db, options.book, {
      law: c.req.query('law') ?? '',
      article: c.req.query('article') ?? '',
      asOf: c.req.query('asOf'),
    });
    const what = article.textIs === 'official' ? '官方文本' : '要旨，尚未导入官方文本';
    return c.json({ days: `${inForceWords(version)}（${what}）`, text: article.text });
  });

  async function regions(): Promise<string[]> {
    const rows = await db
      .selectFrom('library_sources')
      .select('region')
      .distinct()
      .where('state', '=', 'live')
      .where('region', 'is not', null)
      .orderBy('region')
      .limit(200)
      .execute();
    return rows.flatMap(({ region }) => region ?? []);
  }
}
