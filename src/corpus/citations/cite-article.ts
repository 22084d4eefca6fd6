import type { Citation } from '../../law/citation.ts';
import { addDays, type Day } from '../../law/dates.ts';
import type { ArticleEntry, Statute, StatuteVersion } from '../read-statute-file.ts';
import type { CitationState } from '../reference-book.ts';
import { firstDay } from './first-day.ts';

/**
 * The state of an article of one norm on a day. An article that the version in force lacks is `superseded` when an
 * earlier version had it and `not-yet-in-force` when a later one has it; beyond that, a paragraph or item beyond
 * the known count does not exist. Before the oldest text that the library holds the norm is unknown, unless that day lies
 * before its first one.
 */
export function citeArticle(statute: Statute, citation: Citation, on: Day): CitationState {
  const { level } = statute;
  const current = versionOn(statute, on);
  if (current) {
    const entry = articleOf(current, citation);
    if (entry) {
      const { gist, penal, headAlone, oneDuty } = entry;
      const text = entry.text ?? penal;
      return {
        state: 'in-force',
        level,
        title: statute.title,
        ...(gist ? { gist } : {}),
        ...(text ? { text } : {}),
        ...(headAlone ? { headAlone } : {}),
        ...(oneDuty ? { oneDuty } : {}),
      };
    }
    if (statute.versions.some((one) => one.effective < current.effective && surelyHas(one, citation))) {
      return { state: 'superseded', since: current.effective, by: statute.title, level };
    }
    const later = statute.versions.find((one) => one.effective > on && surelyHas(one, citation));
    return later
      ? { state: 'not-yet-in-force', from: later.effective, level }
      : { state: 'no-such-article', level };
  }
  const from = firstDay(statute);
  if (from && on < from) return { state: 'not-yet-in-force', from, level };
  const last = statute.versions.at(-1)!;
  if (last.until !== null && last.until < on) {
    return {
      state: 'repealed',
      since: addDays(last.until, 1),
      ...(statute.replacedBy ? { by: statute.replacedBy } : {}),
      level,
    };
  }
  return { state: 'unknown-law' };
}

/** The version in force on the day. */
export function versionOn(statute: Statute, on: Day): StatuteVersion | undefined {
  return statute.versions.find(
    (version) => version.effective <= on && (version.until === null || on <= version.until),
  );
}

/** The entry of an article when it, its paragraph and its item exist in the version; else `undefined`. */
export function articleOf(version: StatuteVersion, citation: Citation): ArticleEntry | undefined {
  const { article, paragraph, item } = citation;
  const entry = version.entries.get(article);
  const inserted = article.includes('-');
  if (!entry && (inserted || Number(article) < 1 || Number(article) > version.articles)) return undefined;
  const shape = entry?.paragraphs;
  if (shape && paragraph !== undefined) {
    const items = shape[paragraph - 1];
    if (items === undefined || (item !== undefined && item > items)) return undefined;
  } else if (shape && item !== undefined && !shape.some((items) => item <= items)) {
    return undefined;
  }
  return entry ?? {};
}

/** True only where the version's shape is known for the place cited: a silent record proves nothing. */
function surelyHas(version: StatuteVersion, citation: Citation): boolean {
  const entry = articleOf(version, citation);
  if (!entry) return false;
  const whole = citation.paragraph === undefined && citation.item === undefined;
  return whole || entry.paragraphs !== undefined;
}
