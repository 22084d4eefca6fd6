import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Profile } from '../../src/corpus/profile.ts';
import { RULES } from '../../src/review/criteria.ts';
import type { Rule } from '../../src/review/rules/rule.ts';
import { type Finding, screenCase, screenNoted } from '../../src/review/screening/screen-case.ts';
import { caseFor, merge } from './case-for.ts';
import { likeCasesAt } from './like-cases-at.ts';
import { bookWith } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

const HERE = import.meta.dirname;
const CRITERIA = join(HERE, '../../src/review/criteria');

const ruleCasesSchema = z.strictObject({
  rule: z.string(),
  /** The kind of act whose clean case the cases start from. */
  action: z.enum(['penalty', 'compulsion', 'licence', 'inspection', 'levy']).default('penalty'),
  /** Why the rule cannot give this answer. */
  neverMet: z.string().min(1).optional(),
  neverNotMet: z.string().min(1).optional(),
  neverUnclear: z.string().min(1).optional(),
  cases: z.array(
    z.strictObject({
      name: z.string().min(1),
      given: z.record(z.string(), z.unknown()).optional(),
      today: z.string().optional(),
      profile: z.record(z.string(), z.unknown()).optional(),
      /** Decided cases to compare with, by the place of their fines in the span of the statute, 0 to 1. */
      likeCases: z.array(z.number()).optional(),
      /** The list of enforcement items that the agency imported. */
      ownList: z.record(z.string(), z.unknown()).optional(),
      answer: z.enum(['met', 'not-met', 'unclear', 'not-applicable']),
      severity: z.enum(['block', 'major', 'minor', 'info']).optional(),
      consequence: z.enum(['void', 'annul', 'unlawful-minor', 'correctable']).optional(),
      /** Words that the reason must contain. */
      says: z.union([z.string(), z.array(z.string())]).optional(),
      /** Words that the list of missing facts must contain. */
      missing: z.union([z.string(), z.array(z.string())]).optional(),
      /** Words that the steps of a count must contain. */
      steps: z.union([z.string(), z.array(z.string())]).optional(),
    }),
  ),
});
type RuleCases = z.infer<typeof ruleCasesSchema>;
type RuleCase = z.infer<typeof ruleCasesSchema>['cases'][number];

const listed = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.startsWith('whole-cases'))
    .sort();

/** Every rule that stands in a file under src/review/criteria, with the YAML that must stand beside it. */
const ruleFiles: { file: string; rule: Rule<never>; yaml: string }[] = [];
for (const file of listed(CRITERIA, '.ts')) {
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ join(CRITERIA, file));
  for (const value of Object.values(exported)) {
    if (isRule(value))
      ruleFiles.push({ file, rule: value, yaml: join(HERE, file.replace(/\.ts$/, '.yaml')) });
  }
}

describe('the rule book', () => {
  it('holds every rule that has a file, once', () => {
    expect(ruleFiles.map(({ rule }) => rule.id).sort()).toEqual(RULES.map((rule) => rule.id).sort());
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
  });

  it('keeps one rule in one file', () => {
    const files = ruleFiles.map(({ file }) => file);
    expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([]);
  });

  it('has YAML cases for every rule', () => {
    expect(ruleFiles.filter(({ yaml }) => !existsSync(yaml)).map(({ yaml }) => relative(HERE, yaml))).toEqual(
      [],
    );
  });

  it('has no YAML without its rule', () => {
    const known = new Set(ruleFiles.map(({ yaml }) => relative(HERE, yaml)));
    expect(listed(HERE, '.yaml').filter((file) => !known.has(file))).toEqual([]);
  });

  it('stands in the order of the criteria, the other kinds of act in that of the catalogue', () => {
    const kindOf = (rule: Rule<never>) => (rule.actions ?? ['penalty']).join();
    const kinds = [...new Set(RULES.map(kindOf))];
    // Penalties first, then one kind of act after the other.
    expect(kinds[0]).toBe('penalty');
    expect(RULES.map(kindOf)).toEqual(
      kinds.flatMap((kind) => RULES.map(kindOf).filter((one) => one === kind)),
    );
    const penalties = RULES.filter((rule) => kindOf(rule) === 'penalty').map((rule) => rule.criterion);
    expect(penalties).toEqual([...penalties].sort());
    for (const kind of kinds.slice(1)) {
      const ids = RULES.filter((rule) => kindOf(rule) === kind).map((rule) => rule.id);
      expect(ids, kind).toEqual([...ids].sort());
    }
  });
});

for (const { file, rule, yaml } of ruleFiles) {
  if (!existsSync(yaml)) continue;
  describe(`${rule.id} ${rule.question} (${file})`, () => {
    const set = ruleCasesSchema.parse(parse(readFileSync(yaml, 'utf8')));

    it('is the rule the YAML names', () => expect(set.rule).toBe(rule.id));

    it('has cases for met, not met and unclear', () => {
      const answers = new Set(set.cases.map((entry) => entry.answer));
      if (!set.neverMet) expect(answers, 'met').toContain('met');
      if (!set.neverNotMet) expect(answers, 'not-met').toContain('not-met');
      if (!set.neverUnclear) expect(answers, 'unclear').toContain('unclear');
      if (set.neverMet) expect(answers, set.neverMet).not.toContain('met');
      if (set.neverNotMet) expect(answers, set.neverNotMet).not.toContain('not-met');
      if (set.neverUnclear) expect(answers, set.neverUnclear).not.toContain('unclear');
    });

    it.each(set.cases.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
      const finding = findingOf(rule.id, entry, set.action);
      expect(finding.answer, finding.reason).toBe(entry.answer);
      expect(finding.reason, '理由应为一句话').toMatch(/。$/);
      for (const words of [entry.says ?? []].flat()) expect(finding.reason).toContain(words);
      for (const words of [entry.missing ?? []].flat()) expect(finding.missing.join('；')).toContain(words);
      for (const words of [entry.steps ?? []].flat()) expect(finding.steps.join('；')).toContain(words);
      if (entry.severity) expect(finding.severity).toBe(entry.severity);
      if (entry.consequence) expect(finding.consequence).toBe(entry.consequence);
      if (finding.answer === 'unclear') expect(finding.missing, '应指明所缺的事实').not.toEqual([]);
    });
  });
}

/**
 * Runs the book up to the rule, so that it finds the answers it may read. The words of the base case's papers tell of
 * the base case alone: they are held against what a case notes only where it gives the papers their words itself.
 */
function findingOf(id: string, entry: RuleCase, action: RuleCases['action']): Finding {
  const screen = entry.given?.texts ? screenCase : screenNoted;
  const findings = screen(caseFor(entry.given, action), {
    profile: merge<Profile>(TEST_PROFILE, entry.profile ?? {}),
    book: bookWith(entry.ownList),
    today: entry.today ?? '2025-07-01',
    ...(entry.likeCases ? { likeCases: likeCasesAt(entry.likeCases) } : {}),
    rules: RULES.slice(0, RULES.findIndex((other) => other.id === id) + 1),
  });
  return findings.at(-1)!;
}

function isRule(value: unknown): value is Rule<never> {
  return typeof value === 'object' && value !== null && 'decide' in value && 'criterion' in value;
}
