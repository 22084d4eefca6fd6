import { createHash } from 'node:crypto';
import { canonicalJson } from '../law/canonical-json.ts';
import type { AnyCaseFile } from './case-file.ts';

/** SHA-256 (hex) of the case file's canonical JSON: the same facts give the same digest, whatever their order of keys. */
export function digestOfCase(file: AnyCaseFile): string {
  return createHash('sha256').update(canonicalJson(file)).digest('hex');
}
