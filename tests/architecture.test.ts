import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** The floors of ARCHITECTURE.md. */
const FLOORS: Record<string, number> = {
  http: 9,
  evaluation: 8,
  disclosure: 8,
  signing: 7,
  review: 6,
  documents: 5,
  dossiers: 4,
  hearings: 4,
  discretion: 4,
  cases: 3,
  corpus: 2,
  staff: 2,
  records: 2,
  db: 1,
  models: 1,
  files: 1,
  law: 0,
};
const FREE = ['config.ts', 'errors.ts'];
const DOORS = ['main.ts', 'cli.ts', 'jobs.ts', 'doctor.ts', 'bin.mjs', 'commands'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(ts|tsx|mjs)$/.test(name),
);

describe('the house', () => {
  it('has the rooms and doors of ARCHITECTURE.md and nothing else', () => {
    const strangers = [...new Set(files.map((file) => file.split('/')[0]!))].filter(
      (top) => !(top in FLOORS) && !FREE.includes(top) && !DOORS.includes(top),
    );
    expect(strangers).toEqual([]);
  });

  it('imports only from lower floors, never sideways, never up', () => {
    const faults = files.flatMap((file) => {
      const room = file.split('/')[0]!;
      const floor = FLOORS[room];
      if (floor === undefined) return [];
      return importsOf(file).flatMap((target) => {
        const other = target.split('/')[0]!;
        if (other === room || FREE.includes(other)) return [];
        const below = FLOORS[other];
        return below !== undefined && below < floor ? [] : [`${file} → ${target}`];
      });
    });
    expect(faults).toEqual([]);
  });

  it('keeps source files within 300 lines', () => {
    const long = files.filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('sees the imports it judges', () => {
    expect(importsOf('review/screening/screen-case.ts')).toContain('cases/case-file.ts');
  });
});

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(/(?:from\s+|import\s*\(?\s*)'(\.[^']+)'/g)].map((match) =>
    relative(SRC, resolve(join(SRC, dirname(file)), match[1]!)),
  );
}
