import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { AnyCaseFile } from '../../src/cases/case-file.ts';
import { readAnyCaseFile } from '../../src/cases/read-case-file.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { loadProfiles } from '../../src/corpus/profile.ts';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { partPaths, without } from './mutate-case.ts';
import { wholeCaseFor, wholeCaseSchema } from './whole-cases/whole-case-for.ts';

const HERE = join(import.meta.dirname, 'whole-cases');
const book = loadReferenceBook();
const profile = loadProfiles().get('demo')!;

/** One screened file of each base and some with defects, so that every answer occurs. */
const files = readdirSync(HERE)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => wholeCaseSchema.parse(parse(readFileSync(join(HERE, name), 'utf8'))))
  .filter((_whole, index) => index % 5 === 0)
  .map((whole) => ({ name: whole.name, today: whole.today, file: wholeCaseFor(whole) }));

type Answers = Record<string, string>;
const answers = (file: AnyCaseFile, today: string): Answers =>
  Object.fromEntries(screenCase(file, { book, profile, today }).map(({ rule, answer }) => [rule, answer]));

/** The lists whose order says nothing. Notices, reviews and the like are kept as they came. */
const UNORDERED = [
  'officers',
  'evidence',
  'acts',
  'papers',
  'sources',
  'services',
  'recordings',
  'compulsions',
  'earlierDecisions',
  'jurisdictionDocuments',
  'otherFilings',
] as const;

/** The file with these lists in another order; the paths of its sources follow their entries. */
function shuffle(file: AnyCaseFile, die: () => number): Record<string, unknown> {
  const shuffled: Record<string, unknown> = { ...file };
  const places = new Map<string, string>();
  for (const key of UNORDERED) {
    const list = shuffled[key];
    if (!Array.isArray(list)) continue;
    const order = list.map((_entry, index) => [die(), index] as const).sort(([a], [b]) => a - b);
    shuffled[key] = order.map(([, index]) => list[index]);
    for (const [place, [, index]] of order.entries()) places.set(`${key}.${index}`, `${key}.${place}`);
  }
  const sources = shuffled.sources as NonNullable<AnyCaseFile['sources']> | undefined;
  shuffled.sources = sources?.map((source) => ({
    ...source,
    path: source.path.replace(/^\w+\.\d+(?=\.|$)/, (head) => places.get(head) ?? head),
  }));
  return shuffled;
}

const pick = fc.constantFrom(...files);

describe('the answers on whole files', () => {
  it('do not depend on the order of papers, evidence, people or steps', () => {
    fc.assert(
      fc.property(pick, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (one, dice) => {
        const shuffled = shuffle(one.file, () => dice.next().value as number);
        expect(answers(readAnyCaseFile(shuffled), one.today), one.name).toEqual(answers(one.file, one.today));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('do not depend on what the party is called', () => {
    fc.assert(
      fc.property(
        pick,
        fc.constantFrom('虚构甲乙丙', '虚构·阿不都热西提', '虚构丁戊己庚辛壬癸'),
        (one, name) => {
          const old = one.file.party.name;
          const renamed = JSON.parse(JSON.stringify(one.file).replaceAll(old, name));
          expect(answers(readAnyCaseFile(renamed), one.today), `${one.name}：${old} → ${name}`).toEqual(
            answers(one.file, one.today),
          );
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('never fail, whatever parts of the file are gone, and name what is missing', () => {
    fc.assert(
      fc.property(pick, fc.nat(), fc.integer({ min: 1, max: 12 }), (one, seed, many) => {
        const paths = partPaths(one.file);
        const gone = Array.from({ length: many }, (_, index) => paths[(seed + index * 7919) % paths.length]!);
        const sparse = gone.reduce((file, path) => without(file, [path]) ?? file, one.file);
        for (const finding of screenCase(sparse, { book, profile, today: one.today })) {
          expect(finding.reason, finding.rule).toMatch(/。$/);
          if (finding.answer === 'unclear') expect(finding.missing, finding.rule).not.toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
