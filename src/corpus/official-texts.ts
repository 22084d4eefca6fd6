import type { Db } from '../db/database.ts';
import type { Citation } from '../law/citation.ts';
import type { Day } from '../law/dates.ts';
import { articleShape } from './article-shape.ts';
import { articleTexts, libraryVersions } from './imported-laws.ts';

/**
 * A look-up of imported official text by citation and day: the whole article's text; `null` when the version in force that
 * day has been imported and has no such article, paragraph or item; `undefined` when it has not been imported.
 * `laws` (full titles) limits what is read.
 */
export async function officialTexts(
  db: Db,
  laws?: string[],
): Promise<(citation: Citation, on: Day) => string | null | undefined> {
  const imported = (await libraryVersions(db)).filter(
    ({ origin, title }) => origin === 'imported' && (!laws || laws.includes(title)),
  );
  const texts = new Map<number, Map<string, string>>();
  for (const version of imported) texts.set(version.source, await articleTexts(db, version.source));
  return (citation, on) => {
    const version = imported.find(
      ({ title, from, to }) =>
        title === citation.law && from !== null && from <= on && (to === null || on <= to),
    );
    if (!version) return undefined;
    const text = texts.get(version.source)!.get(citation.article);
    if (text === undefined) return version.complete ? null : undefined;
    return hasPlace(text, citation) ? text : null;
  };
}

function hasPlace(text: string, { paragraph, item }: Citation): boolean {
  const shape = articleShape(text);
  if (paragraph === undefined) return item === undefined || shape.some((items) => item <= items);
  const items = shape[paragraph - 1];
  return items !== undefined && (item === undefined || item <= items);
}
