import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesWithDatabase } from './support/files-with-database.ts';

const files = filesWithDatabase();

it('runs again on a server what opens a test database, itself or through its helpers', () => {
  expect(files).toContain('tests/records/records.test.ts');
  // By way of tests/http/open-test-app.ts.
  expect(readFileSync('tests/http/pages.test.ts', 'utf8')).not.toContain('support/database.ts');
  expect(files).toContain('tests/http/pages.test.ts');
});

it('does not run again what opens none', () => {
  for (const room of ['law', 'documents', 'discretion/check', 'commands']) {
    expect(files.filter((file) => file.startsWith(`tests/${room}/`))).toEqual([]);
  }
});

it('misses none: nothing else under tests/ knows of the server', () => {
  const knowing = readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .filter((name) => readFileSync(join('tests', name), 'utf8').includes(`env.TEST_${'DATABASE_URL'}`));
  expect(knowing).toEqual(['support/database.ts']);
});
