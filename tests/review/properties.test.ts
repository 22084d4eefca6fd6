import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyCaseFile } from '../../src/cases/case-file.ts';
import { readAnyCaseFile } from '../../src/cases/read-case-file.ts';
import { addDays, daysBetween, isDay } from '../../src/law/dates.ts';
import { RULES } from '../../src/review/criteria.ts';
import { type Finding, screenCase, screenNoted } from '../../src/review/screening/screen-case.ts';
import { BASE_CASES } from './base-acts.ts';
import { BASE_CASE } from './base-case.ts';
import { notingReads, partPaths, unchecked, without, withoutAll } from './mutate-case.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';
import { type YamlCase, yamlCases } from './yaml-cases.ts';

const CRITERIA = join(import.meta.dirname, '../../src/review/criteria');
const CASES = yamlCases().filter(({ rule }) => RULES.some(({ id }) => id === rule));

/** The rules whose answers each rule reads: they must run before it. */
const READS = new Map(
  readdirSync(CRITERIA, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(CRITERIA, name), 'utf8'))
    .map((text): [string, string[]] => [
      /^ {2}id: '([^']+)'/m.exec(text)?.[1] ?? '',
      [...text.matchAll(/answerOf\('([^']+)'\)/g)].map(([, id]) => id!),
    ]),
);

function needed(rule: string): string[] {
  return [rule, ...(READS.get(rule) ?? []).flatMap(needed)];
}

function findingOf(entry: YamlCase, file: AnyCaseFile = entry.file): Finding {
  const ids = needed(entry.rule);
  const rules = RULES.filter(({ id }) => ids.includes(id));
  const { profile, today, likeCases, book } = entry;
  const compared = likeCases ? { likeCases } : {};
  return screenNoted(file, { profile, book, today, rules, ...compared }).find(
    ({ rule }) => rule === entry.rule,
  )!;
}

/** True, too, where the rule cannot cope with the file: then the check decides whether it has to. */
function turnsMet(entry: YamlCase, file: AnyCaseFile): boolean {
  try {
    return findingOf(entry, file).answer === 'met';
  } catch {
    return true;
  }
}

function answers(file: AnyCaseFile, today = '2025-07-01'): Record<string, string> {
  const findings = screenCase(file, { profile: TEST_PROFILE, book: TEST_BOOK, today });
  return Object.fromEntries(findings.map(({ rule, answer }) => [rule, answer]));
}

/**
 * Marks that only count when somebody sets them: absent, a piece of evidence is not excluded, an officer is not
 * auxiliary staff, a record is not a mere transcript.
 */
const MARKS = /\.(excluded|auxiliary|transcriptOnly)$/;
/** A citation is one value: without its paragraph it is another citation, not an unknown one. */
const CITATION_PART = /^(provisions|priorNotices\.\d+)\..*\.(paragraph|item)$/;
/** Two days that contradict each other: with one of them gone there is no contradiction left. */
const CONTRADICTIONS: Record<string, RegExp> = {
  'C3-03': /servedOn$/,
  'C3-10': /servedOn$/,
  'QZ-14': /servedOn$/,
};

/**
 * What one paper states otherwise than the file, or the value whose source does: gone, nothing is stated otherwise.
 * 情节严重 beside figures counts where somebody states it; else the figures say what it means. Earlier acts that nobody
 * dealt with are added where somebody states them. Of the officers who signed, whoever is not known to have taken part
 * is not missed.
 */
const STATEMENTS: Record<string, RegExp> = {
  // Two days contradict each other only while both are known.
  'C3-31': /^correctionOrder\.(?:until|issuedOn)$/,
  'C4-16': /^papers\.\d+\.(states\.\w+|text|date|number|organName)$|^party\.creditCode$/,
  'C4-11': /^papers\.\d+\.text$/,
  'C4-14': /^papers\.\d+\.text$/,
  'C7-11': /^papers\.\d+\.text$/,
  'C5-12': /^papers\.\d+\.text$/,
  'C3-30': /^handlers$/,
  // What is due in serious circumstances is due where the file says that they are.
  'C5-09': /^major\.serious$/,
  // A count that the decision itself works out wrong: without the words there is no count.
  'C5-08': /^decision\.discretionReasons$|^papers\.\d+\.text$/,
  // A paper that says the opposite of what the file holds: another mailbox, no consent, a form without the head, a letter
  // of defence, a standard of the agency's own, a report made later, a receipt that somebody else signed for an entrusted agency.
  'C2-04': /^papers\.\d+\.text$/,
  'C2-06': /^papers\.\d+\.text$/,
  'C3-01': /^papers\.\d+\.text$/,
  'C3-05': /^papers\.\d+\.text$/,
  'C3-08': /^papers\.\d+\.text$/,
  'C3-09': /^papers\.\d+\.text$/,
  'C3-23': /^services\.\d+\.signerRelation$/,
  'C3-26': /^papers\.\d+\.text$|^services\.\d+\.paper$/,
  // The decision's own list of evidence, and the day at the foot of a paper in it, beside what was noted.
  'C4-17': /^evidence\.\d+\.opinion\.issuedOn$|^papers\.\d+\.text$|^decision\.paper$/,
  // The words of a paper against what people noted of it: a benchmark said to have run out or to be a draft, a tier or span told
  // otherwise, a rate that no law knows, a number left open. Without the words only what was noted is left.
  'C5-17': /^papers\.\d+\.text$/,
  'C5-18': /^papers\.\d+\.text$/,
  'C5-19': /^papers\.\d+\.text$/,
  'C5-21': /^papers\.\d+\.text$/,
  // A reason that tells for which fine it was given: without that it was given for whatever the fine is.
  'C5-20': /^proposal\.deviation\.fine$/,
  'C7-19': /^papers\.\d+\.text$/,
  'C7-20': /^papers\.\d+\.text$|^decision\.paper$/,
  'C8-01':
    /^circumstances\.factors\.(serious-circumstance|earlier-undealt-.*)$|^papers\.\d+\.text$|^referral\.reason$/,
};

/** A step that the file shows by its date alone: without the date it is a step not taken, as in most cases. */
const OWN_TRACE = /^performance\.(?:enforcedOn|paidOn)$/;

/** A decision that names no end stays in force: no end is not an unknown end. */
const OPEN_ENDED = /^agency\.concentratedPowers\.\d+\.to$/;

/** What is not a fact that the answer rests on, though the rule looks at it. Sources are where facts come from. */
function exempt({ rule, answer }: YamlCase, path: string): boolean {
  if (MARKS.test(path) || CITATION_PART.test(path) || path.startsWith('sources.')) return true;
  if (OPEN_ENDED.test(path)) return true;
  if (OWN_TRACE.test(path) || STATEMENTS[rule]?.test(path)) return true;
  return answer === 'unclear' && (CONTRADICTIONS[rule]?.test(path) ?? false);
}

describe('a missing value', () => {
  it('never turns another answer of a rule into met', () => {
    const turned: string[] = [];
    for (const entry of CASES.filter(({ answer }) => answer !== 'met')) {
      const paths = notingReads(entry.file, (file) => findingOf(entry, file));
      for (const path of paths.filter((one) => !exempt(entry, one))) {
        // Most blanked files stay not met; only a suspect is worth the check that it is a case file at all.
        if (!turnsMet(entry, unchecked(entry.file, [path]))) continue;
        const blanked = without(entry.file, [path]);
        if (blanked && findingOf(entry, blanked).answer === 'met') {
          turned.push(`${entry.rule} ${entry.answer} → met without ${path}: ${entry.name}`);
        }
      }
    }
    expect(turned).toEqual([]);
  });

  it('ends a met answer when all the facts that it rests on are gone', () => {
    const stays: string[] = [];
    let tried = 0;
    for (const entry of CASES.filter(({ answer }) => answer === 'met')) {
      const { facts } = findingOf(entry);
      const { file, blanked } = withoutAll(
        entry.file,
        facts.map(({ path }) => path),
      );
      if (blanked.length === 0) continue;
      tried += 1;
      if (findingOf(entry, file).answer === 'met') {
        stays.push(`${entry.rule} stays met without ${blanked.join(', ')}: ${entry.name}`);
      }
    }
    expect(stays).toEqual([]);
    expect(tried).toBeGreaterThan(100);
  });

  it('cannot hide: every met answer names the facts that it rests on', () => {
    const bare = CASES.filter((entry) => entry.answer === 'met' && findingOf(entry).facts.length === 0);
    expect(bare.map(({ rule, name }) => `${rule} ${name}`)).toEqual([]);
  });
});

describe('the answers do not depend', () => {
  it('on the place in the calendar, where no holiday falls', () => {
    // From 3 June to 27 September 2025 every week has the same working days.
    const early = squeezed(BASE_CASE, '2025-06-04', '2025-08-28');
    const later = shifted(early, 28);
    expect(answers(later, '2025-09-26')).toEqual(answers(early, '2025-08-29'));
  });

  it.each(Object.entries(BASE_CASES))(
    'on the order of papers, evidence, acts and sources: %s',
    (_action, base) => {
      const before = answers(base);
      const order = <T>(list: T[] | undefined) =>
        fc.shuffledSubarray(list ?? [], { minLength: (list ?? []).length });
      fc.assert(
        fc.property(
          fc.record({
            papers: order(base.papers),
            evidence: order(base.evidence),
            acts: order(base.acts),
            sources: order(base.sources),
          }),
          (lists) => {
            expect(answers(readAnyCaseFile({ ...base, ...lists }))).toEqual(before);
          },
        ),
        { numRuns: 30 },
      );
    },
  );

  it('on the name of the party', () => {
    const before = answers(BASE_CASE);
    fc.assert(
      fc.property(fc.constantFrom('示例某某', '甲', '示例集团有限公司（示例省）', '示例·阿不都'), (name) => {
        const text = JSON.stringify(BASE_CASE).replaceAll(BASE_CASE.party.name, name);
        expect(answers(readAnyCaseFile(JSON.parse(text)))).toEqual(before);
      }),
    );
  });
});

describe('every valid case file', () => {
  it.each(Object.entries(BASE_CASES))(
    'gets an answer and a reason from every rule, however sparse it is: %s',
    (_action, base) => {
      const parts = partPaths(base);
      fc.assert(
        fc.property(fc.subarray(parts, { minLength: 1, maxLength: Math.min(60, parts.length) }), (paths) => {
          const { file } = withoutAll(base, paths.slice(0, 12));
          const sparse = without(file, paths) ?? file;
          for (const finding of screenCase(sparse, {
            profile: TEST_PROFILE,
            book: TEST_BOOK,
            today: '2025-07-01',
          })) {
            expect(finding.reason, finding.rule).toMatch(/。$/);
            if (finding.answer === 'unclear') expect(finding.missing, finding.rule).not.toEqual([]);
          }
        }),
        { numRuns: 100 },
      );
    },
  );

  it('is never met throughout when it holds next to nothing', () => {
    const { id, title, cause, field, action, procedure } = BASE_CASE;
    const bare = readAnyCaseFile({
      id,
      title,
      cause,
      field,
      action,
      procedure,
      agency: { name: '示例机关' },
      party: { kind: 'person', name: '示例某' },
      violation: { name: '示例行为' },
    });
    const met = Object.entries(answers(bare)).filter(([, answer]) => answer === 'met');
    expect(met).toEqual([]);
  });
});

/** The case with every date of 2025 moved into the window, in the same order. */
function squeezed(file: AnyCaseFile, from: string, to: string): AnyCaseFile {
  const first = '2025-02-20';
  const last = '2025-06-10';
  const scale = daysBetween(from, to) / daysBetween(first, last);
  return onDays(file, (day) =>
    day < first || day > last ? day : addDays(from, Math.round(daysBetween(first, day) * scale)),
  );
}

function shifted(file: AnyCaseFile, days: number): AnyCaseFile {
  return onDays(file, (day) => addDays(day, days));
}

function onDays(file: AnyCaseFile, change: (day: string) => string): AnyCaseFile {
  const text = JSON.stringify(file, (_key, value: unknown) => {
    if (typeof value !== 'string') return value;
    const [day = '', time] = value.split('T');
    if (!isDay(day)) return value;
    return time ? `${change(day)}T${time}` : change(day);
  });
  return readAnyCaseFile(JSON.parse(text));
}
