import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import type { AnswerKind } from './rule.ts';

const FOLDER = new URL('../../../tests/review/', import.meta.url);

const casesSchema = z.object({
  rule: z.string(),
  cases: z.array(
    z.object({ name: z.string(), answer: z.enum(['met', 'not-met', 'unclear', 'not-applicable']) }),
  ),
});

/** One tried case of a rule, as a lawyer reads it: a Chinese sentence and the answer the rule gives. */
export interface RuleCase {
  name: string;
  answer: AnswerKind;
}

let known: Map<string, RuleCase[]> | undefined;

/** The cases that each rule is tried on, by rule; empty where the product was installed without its tests. */
export function ruleCases(): ReadonlyMap<string, RuleCase[]> {
  if (known) return known;
  const found = new Map<string, RuleCase[]>();
  const names = existsSync(FOLDER) ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }) : [];
  // Whole case files are tried on all the rules together, and belong to none.
  for (const name of names.filter((one) => one.endsWith('.yaml') && !one.startsWith('whole-cases'))) {
    const { rule, cases } = casesSchema.parse(parse(readFileSync(new URL(name, FOLDER), 'utf8')));
    found.set(
      rule,
      cases.map(({ name: title, answer }) => ({ name: title, answer })),
    );
  }
  known = found;
  return found;
}
