import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { loadProfiles } from '../../../src/corpus/profile.ts';
import { readPapers } from '../../../src/dossiers/read-papers.ts';
import { type Finding, screenCase } from '../../../src/review/screening/screen-case.ts';
import { plainDossier } from '../plain-dossier.ts';

const changeSchema = z.strictObject({
  /** The number of the file in the dossier. */
  paper: z.int().positive(),
  /** Words of its source; absent: `to` is put at its end. */
  from: z.string().min(1).optional(),
  to: z.string(),
});

const plantSchema = z.strictObject({
  name: z.string().min(1),
  dossier: z.string().min(1),
  /** The rule that has to say 不符合 once the papers are changed, and had not said so before. */
  rule: z.string().min(1),
  profile: z.string().default('national'),
  changes: z.array(changeSchema).min(1),
});
export type Plant = z.infer<typeof plantSchema>;

/** The defects planted in papers that the YAML of a folder lists. */
export function plantsIn(folder: string): Plant[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => z.array(plantSchema).parse(parse(readFileSync(join(folder, name), 'utf8'))));
}

/** The findings on a dossier of `sets`, before or after its papers were changed. */
export function findingsOn(sets: string, dossier: string, profile: string, changes: Plant['changes'] = []) {
  const { files } = plainDossier(join(sets, dossier), (source, number) =>
    changedSource(source, number, changes),
  );
  const { case: file } = readPapers(files);
  const today = '2026-11-21';
  return screenCase(
    { ...file, jurisdiction: profile } as never,
    {
      book,
      profile: profileOf(profile),
      today,
    } as never,
  );
}

/** The finding of a rule among others, or of those that judge an older text of the same rule. */
export function findingOf(findings: readonly Finding[], rule: string): Finding[] {
  return findings.filter((one) => one.rule === rule || one.rule.startsWith(`${rule}.`));
}

const book = loadReferenceBook();
const profiles = loadProfiles();

function profileOf(name: string) {
  const profile = profiles.get(name);
  if (!profile) throw new Error(`no profile ${name}`);
  return profile;
}

/** The source of a paper with its changes made; words that are not there are a fault of the plant. */
function changedSource(source: string, number: number, changes: Plant['changes']): string {
  return changes
    .filter(({ paper }) => paper === number)
    .reduce((text, { from, to }) => {
      if (from === undefined) return `${text.trimEnd()}\n${to}\n`;
      if (!text.includes(from)) throw new Error(`paper ${number} does not say ${from}`);
      return text.replaceAll(from, () => to);
    }, source);
}
