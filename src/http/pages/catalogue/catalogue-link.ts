import type { Day } from '../../../law/dates.ts';

/** The address of an item or a question of the catalogue, read as of a day where one is given. */
export function catalogueLink(id: string, asOf?: Day): string {
  return `/catalogue/${encodeURIComponent(id)}${asOf ? `?asOf=${asOf}` : ''}`;
}
