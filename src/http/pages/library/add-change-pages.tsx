import type { Hono } from 'hono';
import { articleTexts } from '../../../corpus/imported-laws.ts';
import { keptChange, keptChanges } from '../../../corpus/versions/kept-changes.ts';
import { normVersions } from '../../../corpus/versions/read-norm.ts';
import { type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { document } from '../page.tsx';
import { BetweenPage, ChangesPage } from './changes-page.tsx';
import { readableAffected } from './readable-affected.ts';

/** What changed from version to version: the list, and each comparison. */
export function addChangePages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  app.get('/library/changes', async (c) =>
    c.html(document(<ChangesPage person={signedIn(c)} changes={await keptChanges(db)} />)),
  );

  app.get('/library/changes/between', async (c) => {
    const person = signedIn(c);
    const title = c.req.query('law') ?? '';
    const change = await keptChange(db, {
      title,
      oldVersion: c.req.query('from') ?? '',
      newVersion: c.req.query('to') ?? '',
    });
    const versions = await normVersions(db, title);
    const textsOf = async (adopted: string) => {
      const source = versions.find((one) => one.adopted === adopted)?.official;
      return source === undefined ? new Map<string, string>() : articleTexts(db, source);
    };
    const old = await textsOf(change.oldVersion);
    const fresh = await textsOf(change.newVersion);
    return c.html(
      document(
        <BetweenPage
          person={person}
          reread={await readableAffected(db, person, change.affected)}
          change={change}
          oldText={(article) => old.get(article)}
          newText={(article) => fresh.get(article)}
        />,
      ),
    );
  });
}
