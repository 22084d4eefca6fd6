import type { Day } from '../../law/dates.ts';
import type { Statute, StatuteVersion } from '../read-statute-file.ts';
import { versionOn } from './cite-article.ts';
import { plainTitle } from './title-names.ts';

/**
 * The version that a citation means by the year or the day it gives with the title, by 原 (`former`), or by the number of a
 * document. `older`, `newer`: one that the library does not hold, before or after the one in force on the day.
 */
export function versionMeant(
  statute: Statute,
  { law, version }: { law: string; version?: string | undefined },
  on: Day,
): StatuteVersion | 'older' | 'newer' | undefined {
  const numbered = statute.versions.find(
    ({ number }) => number !== undefined && plainTitle(number) === plainTitle(law),
  );
  if (numbered || !version) return numbered;
  const current = versionOn(statute, on);
  if (version.endsWith('?')) {
    const year = version.slice(0, -1);
    return (
      statute.versions.findLast(({ adopted }) => adopted.startsWith(year)) ??
      statute.versions.findLast(({ effective }) => effective.startsWith(year))
    );
  }
  if (version === 'former') {
    return (
      current && (statute.versions.findLast(({ effective }) => effective < current.effective) ?? 'older')
    );
  }
  const meant =
    statute.versions.findLast(({ adopted }) => adopted.startsWith(version)) ??
    statute.versions.findLast(({ effective }) => effective.startsWith(version)) ??
    // A day of publication or a slip in it still tells the year.
    statute.versions.findLast(({ adopted }) => adopted.startsWith(version.slice(0, 4)));
  // Of a text whose day nobody knows, the year cannot be compared.
  if (meant || !current || !/^\d/.test(current.adopted)) return meant;
  return version.slice(0, 4) < current.adopted.slice(0, 4) ? 'older' : 'newer';
}
