import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../db/database.ts';
import { createPerson } from './create-person.ts';
import { listPeople } from './find-person.ts';
import type { Person } from './person.ts';

/** Invented people of the demonstration agency, one per role and a second handler. */
const DEMO_PEOPLE = [
  { name: '张敏', username: 'zhangmin', role: 'handler', certificateNumber: '示例-13-0001' },
  { name: '李强', username: 'liqiang', role: 'handler', certificateNumber: '示例-13-0002' },
  {
    name: '王法',
    username: 'wangfa',
    role: 'reviewer',
    legalQualificationOn: '2016-03-01',
    firstReviewOn: '2019-05-06',
  },
  { name: '赵局', username: 'zhaoju', role: 'head' },
  { name: '陈评', username: 'chenping', role: 'trainer' },
  { name: '周审', username: 'zhoushen', role: 'auditor' },
  { name: '吴管', username: 'wuguan', role: 'administrator' },
] as const;

/**
 * The demonstration accounts, made once and only where nobody has an account yet. Their shared password is drawn
 * at random and kept readable in `<dataFolder>/demo-password`, so that every start can show it.
 * `undefined` when this installation is not a demonstration.
 */
export async function createDemoPeople(
  db: Db,
  dataFolder: string,
): Promise<{ people: Person[]; password: string } | undefined> {
  const file = join(dataFolder, 'demo-password');
  const present = await listPeople(db);
  if (present.length > 0) {
    const examples = present.filter((person) => person.example && !person.disabled);
    if (examples.length === 0 || !existsSync(file)) return undefined;
    return { people: examples, password: (await readFile(file, 'utf8')).trim() };
  }
  const password = existsSync(file) ? (await readFile(file, 'utf8')).trim() : randomPassword();
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  const people: Person[] = [];
  for (const person of DEMO_PEOPLE) {
    people.push(await createPerson(db, { ...person, password, example: true }));
  }
  return { people, password };
}

/** Twelve characters that are not mistaken for one another when read aloud. */
function randomPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  const characters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]!);
  return [0, 4, 8].map((start) => characters.slice(start, start + 4).join('')).join('-');
}
