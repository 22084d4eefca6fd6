import type { Day } from '../../../law/dates.ts';

/** The address of an article: in a version by its day of adoption, else as it stands on a day (default: today). */
export function articleLink(
  place: { law: string; article: string },
  when: { version?: string; asOf?: Day; beside?: string } = {},
): string {
  const query = new URLSearchParams({ law: place.law, article: place.article.split('.')[0]! });
  for (const [name, value] of Object.entries(when)) if (value) query.set(name, value);
  return `/library/article?${query}`;
}

/** The version that the id of an entry names: `<title>@<version>#<article>`. */
export function versionOfId(id: string): string | undefined {
  return /@([^@#]+)#[^#]*$/.exec(id)?.[1];
}
