import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Day, isDay } from '../../law/dates.ts';
import { parseYaml } from '../parse-yaml.ts';

const FILE = new URL('../../../corpus/effective-days.yaml', import.meta.url);
const day = z.string().refine(isDay, '应为 YYYY-MM-DD');
const schema = z.record(z.string().min(2), z.record(day, day));

let cached: z.infer<typeof schema> | undefined;

/**
 * The day on which an amended text took effect, where the decision says it and the text itself does not (an amendment
 * leaves the first 自…起施行 as it is). `undefined` where we have not looked it up.
 */
export function knownEffectiveDay(title: string, adopted: Day | null): Day | undefined {
  cached ??= schema.parse(parseYaml(readFileSync(FILE, 'utf8')));
  return adopted === null ? undefined : cached[title]?.[adopted];
}
