import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { loadProfiles } from '../../src/corpus/profile.ts';
import { type Finding, screenCase } from '../../src/review/screening/screen-case.ts';
import { wholeCaseFor, wholeCaseSchema } from './whole-cases/whole-case-for.ts';

const HERE = join(import.meta.dirname, 'whole-cases');
const book = loadReferenceBook();
const profile = loadProfiles().get('demo')!;

const said = ({ rule, reason }: Finding) => `${rule}：${reason}`;

/** A former version or a second question of a rule (C7-08.1999) counts as the rule of the catalogue (C7-08). */
const isOneOf = (rule: string, rules: string[]) =>
  rules.some((id) => rule === id || rule.startsWith(`${id}.`));

const fixtures = readdirSync(HERE)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ name, whole: wholeCaseSchema.parse(parse(readFileSync(join(HERE, name), 'utf8'))) }));

describe('whole case files, written from the law and not from the rules', () => {
  it('are at least forty-eight, fourteen of them clean', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(48);
    expect(fixtures.filter(({ whole }) => whole.defects.length === 0).length).toBeGreaterThanOrEqual(14);
  });

  it.each(fixtures)('$name: $whole.name', ({ whole }) => {
    const findings = screenCase(wholeCaseFor(whole), { book, profile, today: whole.today });
    const notMet = findings.filter(({ answer }) => answer === 'not-met');
    const planted = whole.defects.map(({ rule }) => [rule].flat());
    const missed = planted
      .filter((rules) => !notMet.some(({ rule }) => isOneOf(rule, rules)))
      .map((rules) =>
        findings.filter(({ rule }) => isOneOf(rule, rules)).map((found) => `${found.answer} ${said(found)}`),
      );
    // A defect that is noted alone stands against the words of the papers, which are those of the clean case.
    const beside = whole.defects.length > 0 ? ['C4-16'] : [];
    const allowed = [...planted.flat(), ...(whole.also ?? []).map(({ rule }) => rule), ...beside];
    expect({ missed, beyond: notMet.filter(({ rule }) => !isOneOf(rule, allowed)).map(said) }).toEqual({
      missed: [],
      beyond: [],
    });
  });
});
