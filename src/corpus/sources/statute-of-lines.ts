import { basename } from 'node:path';
import type { Day } from '../../law/dates.ts';
import { readEffectiveDay } from '../read-effective-day.ts';
import { type EntryDraft, levelNamed, type Reading, sha256, versionId } from '../source-draft.ts';
import { isAmendment } from '../versions/read-amendments.ts';
import { readDecisionDay } from '../versions/read-decision-day.ts';
import { checkNumbers, numberFaults } from './check-numbers.ts';

/** A line of JSON that is an article of a statute. */
export interface StatuteLine {
  law: string;
  versionDate: Day | null;
  level?: string;
  region?: string;
  chapter?: string;
  article: string;
  text: string;
}

/**
 * One version of a statute from its lines, with what is to be told of its numbers. `damaged`: some of its lines could not be
 * read. With such lines or without some numbers it is kept as incomplete.
 */
export function* statuteOfLines(lines: StatuteLine[], file: string, damaged: boolean): Generator<Reading> {
  const { law, versionDate, level, region } = lines[0]!;
  const checked = checkNumbers(law, lines);
  const { articles, doubled, missing } = checked;
  const whole = !damaged && missing.length === 0;
  for (const fault of numberFaults(law, checked)) yield { fault };
  const texts = articles.map(({ text }) => text);
  const statedFrom = isAmendment(law)
    ? readDecisionDay(texts, versionDate)
    : readEffectiveDay(texts, versionDate);
  const ourLevel = levelNamed(level);
  const id = versionId(law, versionDate);
  const entry = ({ chapter, text }: StatuteLine, name: string): EntryDraft => ({
    id: `${id}#${name}`,
    title: law,
    law,
    ...(chapter ? { chapter } : {}),
    text,
    textIs: 'official',
  });
  yield {
    source: {
      kind: 'law',
      key: `law:${id}`,
      origin: 'imported',
      title: law,
      versionDate,
      ...(ourLevel ? { level: ourLevel } : {}),
      ...(region ? { region } : {}),
      ...(statedFrom ? { statedFrom } : {}),
      lastArticle: Math.max(...articles.map(({ article }) => Number.parseInt(article, 10))),
      ...(whole ? {} : { complete: false }),
      digest: sha256(
        JSON.stringify([
          level,
          region,
          lines.map((one) => [one.article, one.chapter, one.text]),
          ...(damaged ? ['damaged'] : []),
        ]),
      ),
      file: basename(file),
    },
    entries: [
      ...articles.map((one) => ({ ...entry(one, one.article), article: one.article })),
      ...doubled.map((one, at) => entry(one, `${one.article}~${at + 2}`)),
    ],
  };
}
