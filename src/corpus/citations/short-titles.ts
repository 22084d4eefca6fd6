import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { parseYaml } from '../parse-yaml.ts';

const FILE = new URL('../../../corpus/short-titles.yaml', import.meta.url);
const schema = z.record(z.string().min(2), z.array(z.string().min(2)).min(1));

let cached: ReadonlyMap<string, readonly string[]> | undefined;

/** Full title → the short ones in use that do not follow from it (刑诉法). Read once. */
export function shortTitles(): ReadonlyMap<string, readonly string[]> {
  cached ??= new Map(Object.entries(schema.parse(parseYaml(readFileSync(FILE, 'utf8')))));
  return cached;
}
