import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { checkPassword } from '../../src/staff/check-password.ts';
import { createDemoPeople } from '../../src/staff/create-demo-people.ts';
import { createPerson } from '../../src/staff/create-person.ts';
import { openTestDatabase } from '../support/database.ts';

let database: Database;
let folder: string;
beforeEach(async () => {
  database = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'mingcai-staff-'));
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

it('makes one example person per role, once, with a password only the owner of the folder can read', async () => {
  const first = await createDemoPeople(database.db, folder);
  expect(new Set(first?.people.map((person) => person.role)).size).toBe(6);
  expect(first?.people.every((person) => person.example)).toBe(true);
  expect(await checkPassword(database.db, first!.people[0]!.id, first!.password)).toBe(true);
  const file = join(folder, 'demo-password');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8').trim()).toBe(first?.password);

  const second = await createDemoPeople(database.db, folder);
  expect(second?.password).toBe(first?.password);
  expect(second?.people.length).toBe(first?.people.length);
});

it('makes none where real people have accounts', async () => {
  await createPerson(database.db, {
    username: 'real',
    name: '示例真人',
    role: 'administrator',
    password: 'example-password-1',
  });
  expect(await createDemoPeople(database.db, folder)).toBeUndefined();
  const count = await database.db.selectFrom('people').select('id').execute();
  expect(count).toHaveLength(1);
});
