import type { Hono } from 'hono';
import { pastChoices } from '../../../cases/past-choices.ts';
import { libraryCatalogue } from '../../../corpus/violations/library-catalogue.ts';
import { matchOnDay } from '../../../corpus/violations/match-violations.ts';
import { choicesFor } from '../../../corpus/violations/past-choice.ts';
import { AppError } from '../../../errors.ts';
import { type Day, isDay } from '../../../law/dates.ts';
import { type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { problemOf } from '../../problem.ts';
import { document } from '../page.tsx';
import { CataloguePage } from './catalogue-page.tsx';
import { checkDay, readCatalogueQuery } from './catalogue-query.ts';
import { entryOf } from './find-entry.ts';
import { dayToRead } from './in-force-on.ts';
import { pastCasesOf } from './past-cases-of.ts';
import { QuestionPage } from './question-page.tsx';
import { ViolationPage } from './violation-page.tsx';

/** The catalogue of violations: by field, by what happened, and each entry. */
export function addCataloguePages(app: Hono<AppEnv>, options: AppOptions): void {
  const { book } = options;
  const { db } = options.database;

  app.get('/catalogue', async (c) => {
    const query = readCatalogueQuery((name) => c.req.query(name));
    const catalogue = await libraryCatalogue(db);
    const props = { person: signedIn(c), catalogue, query, book, dense: options.embedder !== undefined };
    try {
      checkDay(query);
      const found = query.q
        ? await matchOnDay(catalogue, query.q, {
            book,
            asOf: query.asOf,
            embedder: options.embedder,
            choices: choicesFor(await pastChoices(db), {}),
            ...(query.field ? { field: query.field } : {}),
          })
        : undefined;
      return c.html(document(<CataloguePage {...props} matches={found?.items} others={found?.notInForce} />));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return c.html(document(<CataloguePage {...props} error={error} />), problemOf(error).status);
    }
  });

  app.get('/catalogue/:id', async (c) => {
    const person = signedIn(c);
    const catalogue = await libraryCatalogue(db);
    const entry = entryOf(catalogue, c.req.param('id'));
    const asOf = dayToRead(entry.inForce, askedDay(c.req.query('asOf')));
    if (!('punishing' in entry))
      return c.html(document(<QuestionPage person={person} question={entry} book={book} asOf={asOf} />));
    const past = await pastCasesOf(options, entry);
    return c.html(document(<ViolationPage {...{ person, catalogue, violation: entry, book, asOf, past }} />));
  });
}

function askedDay(day: string | undefined): Day | undefined {
  if (!day) return undefined;
  if (!isDay(day)) throw new AppError('invalid-input', `“${day}”不是存在的日期，请写成 2024-03-05 的样式。`);
  return day;
}
