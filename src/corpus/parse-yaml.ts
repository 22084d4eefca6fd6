import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import yamlPackage from 'yaml/package.json' with { type: 'json' };

const KEPT = new URL('../../node_modules/.cache/mingcai/yaml/', import.meta.url);

/**
 * A YAML text of the corpus as plain data: objects, arrays, strings, numbers, booleans, null. Kept as JSON under the hash
 * of the text and the parser's version, so that it is never another text's: parsing the corpus takes half a second in
 * every process and thread, reading what was kept some milliseconds.
 */
export function parseYaml(text: string, kept: URL = KEPT): unknown {
  const name = createHash('sha256').update(`${yamlPackage.version}\n${text}`).digest('hex');
  const file = new URL(`${name}.json`, kept);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    const value: unknown = parse(text);
    keep(file, value, kept);
    return value;
  }
}

/** In one step, so that nobody reads a half of it; where nothing can be written, it is parsed again next time. */
function keep(file: URL, value: unknown, folder: URL): void {
  try {
    mkdirSync(folder, { recursive: true });
    const draft = new URL(`${randomUUID()}.draft`, folder);
    writeFileSync(draft, JSON.stringify(value));
    renameSync(draft, file);
  } catch {}
}
