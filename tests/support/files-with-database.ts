import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const TESTS = resolve(import.meta.dirname, '..');
/** The only place from which a test gets the database that it is to run on. */
const SUPPORT = join(TESTS, 'support/database.ts');

/** The test files that reach the test database through what they import, as paths from the root, sorted. */
export function filesWithDatabase(): string[] {
  return readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join(TESTS, name))
    .filter((file) => reaches(file, new Set()))
    .map((file) => relative(dirname(TESTS), file))
    .sort();
}

function reaches(file: string, seen: Set<string>): boolean {
  if (file === SUPPORT) return true;
  // What the program itself is made of never imports a test.
  if (seen.has(file) || !file.startsWith(TESTS)) return false;
  seen.add(file);
  return importsOf(file).some((target) => reaches(target, seen));
}

function importsOf(file: string): string[] {
  const specifiers = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport\(?)\s*'(\.[^']+\.tsx?)'/g);
  // A script that a test runs as a process of its own is text in it, with imports from elsewhere.
  return [...specifiers]
    .map(([, specifier]) => resolve(dirname(file), specifier!))
    .filter((target) => existsSync(target));
}
