import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../criteria/', import.meta.url);
const IMPORT = /^import (?!type).*? from '(\.[^']+)';$/gms;

let versions: Map<string, string> | undefined;

/**
 * SHA-256 (hex) of each rule by its id: over the rule's file and every file of ours that it rests on, however far down,
 * so that a change anywhere in how it decides is a change of the rule. Comments and spaces count for nothing.
 */
export function ruleVersions(): ReadonlyMap<string, string> {
  if (versions) return versions;
  const found = new Map<string, string>();
  const sources = new Map<string, Source>();
  for (const name of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.ts')) continue;
    const url = new URL(name.replaceAll('\\', '/'), FOLDER).href;
    const id = /^ {2}id: '([^']+)',$/m.exec(readFileSync(new URL(url), 'utf8'))?.[1];
    if (id) found.set(id, digestOf(url, sources));
  }
  versions = found;
  return found;
}

interface Source {
  code: string;
  imports: string[];
}

function digestOf(url: string, sources: Map<string, Source>): string {
  const reached = new Set<string>();
  const open = [url];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...sourceAt(next, sources).imports);
  }
  const hash = createHash('sha256');
  for (const one of [...reached].sort()) hash.update(`${sourceAt(one, sources).code}\u0000`);
  return hash.digest('hex');
}

function sourceAt(url: string, sources: Map<string, Source>): Source {
  const known = sources.get(url);
  if (known) return known;
  const text = readFileSync(fileURLToPath(url), 'utf8');
  const source = {
    code: text.replace(/\/\*.*?\*\/|^\s*\/\/.*$/gms, '').replace(/\s+/g, ' '),
    imports: [...text.matchAll(IMPORT)].map(([, path]) => new URL(path!, url).href),
  };
  sources.set(url, source);
  return source;
}
