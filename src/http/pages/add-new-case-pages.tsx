import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { createCase } from '../../cases/create-case.ts';
import { pastChoices } from '../../cases/past-choices.ts';
import type { StoredCase } from '../../cases/stored-case.ts';
import { libraryCatalogue } from '../../corpus/violations/library-catalogue.ts';
import { matchOnDay } from '../../corpus/violations/match-violations.ts';
import { choicesFor } from '../../corpus/violations/past-choice.ts';
import { AppError } from '../../errors.ts';
import { isDay, today } from '../../law/dates.ts';
import { type AppContext, type AppEnv, type AppOptions, signedIn } from '../app-options.ts';
import { parseJsonText } from '../parse-json-text.ts';
import { problemOf } from '../problem.ts';
import { readForm } from '../read-form.ts';
import { type CatalogueQuery, checkDay, readCatalogueQuery } from './catalogue/catalogue-query.ts';
import { choiceOf, ownRegion } from './catalogue/choice-of.ts';
import { violationOf } from './catalogue/find-entry.ts';
import { newCaseOfItem } from './catalogue/new-case-of-item.ts';
import { deskLink } from './desk/desk-link.ts';
import { NewCasePage } from './new-case-page.tsx';
import { document } from './page.tsx';

/** Where a case is begun: what happened first, or a case file. */
export function addNewCasePages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;
  const { book } = options;

  app.get('/cases/new', async (c) => {
    const query = readCatalogueQuery((name) => c.req.query(name));
    const item = c.req.query('item');
    try {
      checkDay(query);
      if (item) return await show(c, query, { item });
      if (!query.q) return await show(c, query);
      const found = await matchOnDay(await libraryCatalogue(db), query.q, {
        book,
        asOf: query.asOf,
        embedder: options.embedder,
        choices: choicesFor(await pastChoices(db), {}),
      });
      return await show(c, query, {
        matches: found.items.filter(({ kind }) => kind === 'violation'),
        others: found.notInForce,
      });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid-input') throw error;
      return show(c, query, { error });
    }
  });

  app.post('/cases/from-item', async (c) => {
    const by = signedIn(c);
    const form = await readForm(c);
    const day = form.asOf?.trim() ?? '';
    const query = { q: form.q ?? '', asOf: isDay(day) ? day : today(), field: '' };
    try {
      const catalogue = await libraryCatalogue(db);
      const choice = choiceOf(violationOf(catalogue, form.item ?? ''), {
        catalogue,
        book,
        on: query.asOf,
        region: ownRegion(options),
      });
      const stored = await newCaseOfItem(db, { form, choice, by });
      return c.redirect(deskLink(stored.id, { view: 'what' }), 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind === 'not-found') throw error;
      return show(c, query, { item: form.item ?? '', error, kept: form });
    }
  });

  app.post('/cases', async (c) => {
    const by = signedIn(c);
    const form = await readForm(c);
    const text = form.upload || form.text || '';
    try {
      // createCase checks the whole file and names each faulty field.
      const stored = await createCase(db, { file: parseJsonText(text) as StoredCase['file'], by });
      return c.redirect(deskLink(stored.id), 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return show(
        c,
        readCatalogueQuery(() => undefined),
        { error, kept: { text } },
      );
    }
  });

  type Shown = Pick<Parameters<typeof NewCasePage>[0], 'matches' | 'others' | 'kept' | 'error'>;

  async function show(
    c: AppContext,
    query: CatalogueQuery,
    { item, ...shown }: Shown & { item?: string } = {},
  ) {
    const catalogue = await libraryCatalogue(db);
    const chosen = item
      ? { violation: violationOf(catalogue, item), id: `${today()}-${randomBytes(3).toString('hex')}` }
      : undefined;
    const page = (
      <NewCasePage
        person={signedIn(c)}
        query={query}
        chosen={chosen}
        book={book}
        region={ownRegion(options)}
        dense={options.embedder !== undefined}
        {...shown}
      />
    );
    return c.html(document(page), shown.error ? problemOf(shown.error).status : 200);
  }
}
