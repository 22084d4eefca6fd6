import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Day, isDay } from '../../law/dates.ts';
import { parseYaml } from '../parse-yaml.ts';
import type { Statute } from '../read-statute-file.ts';

const FILE = new URL('../../../corpus/first-days.yaml', import.meta.url);
const schema = z.record(z.string().min(2), z.string().refine(isDay, '应为 YYYY-MM-DD'));

let cached: ReadonlyMap<string, Day> | undefined;

/**
 * The day before which no norm of this title was in force; `undefined` where nobody has looked it up: the oldest text that
 * the library holds may have had an older one before it.
 */
export function firstDay({ title, versions }: Statute): Day | undefined {
  const [oldest] = versions;
  return oldest?.original ? oldest.effective : firstDays().get(title);
}

/** Full title → first day, of corpus/first-days.yaml. Read once. */
export function firstDays(): ReadonlyMap<string, Day> {
  cached ??= new Map(Object.entries(schema.parse(parseYaml(readFileSync(FILE, 'utf8')))));
  return cached;
}
