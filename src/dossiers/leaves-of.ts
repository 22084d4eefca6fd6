import type { CaseFile } from '../cases/case-file.ts';
import type { FactValue } from './paper.ts';

/** A single value of a case file, with its path as the file has it now. */
export interface Leaf {
  value: FactValue;
  at: string;
}

/** What no reading states of a case, or what it makes anew each time. */
const OWN = /^(?:schema|id|sources)(?:\.|$)|^papers\.\d+\.(?:kind|title|text|sha256)$|(?:^|\.)(?:id|paper)$/;

/**
 * Every single value of the file by its path, but for what belongs to the reading itself. In lists of plain values
 * (names, ids) an entry goes by its position in the file `like`, so that taking one out moves none of the others; what
 * that file does not hold takes a position behind its end.
 */
export function leavesOf(file: CaseFile, like: CaseFile = file): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  const walk = (value: unknown, other: unknown, path: string, at: string): void => {
    if (OWN.test(path)) return;
    if (isPlain(value)) {
      found.set(path, { value, at });
    } else if (Array.isArray(value) && value.some(isPlain)) {
      const list: unknown[] = Array.isArray(other) ? other : [];
      const used = new Set<number>();
      value.forEach((entry, index) => {
        const same = list.findIndex((one, place) => one === entry && !used.has(place));
        const place = same < 0 ? list.length + index : same;
        used.add(place);
        walk(entry, undefined, `${path}.${place}`, `${at}.${index}`);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        const beside = typeof other === 'object' && other !== null ? Reflect.get(other, key) : undefined;
        walk(inner, beside, path ? `${path}.${key}` : key, at ? `${at}.${key}` : key);
      }
    }
  };
  walk(file, like, '', '');
  return found;
}

function isPlain(value: unknown): value is FactValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
