import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCaseFile } from '../../src/cases/read-case-file.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { pastCases, readPastCases } from '../../src/corpus/past-cases.ts';
import { loadProfiles } from '../../src/corpus/profile.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import { caseOfPast } from '../support/case-of-past.ts';

const book = loadReferenceBook();
const cases = pastCases();

describe('bundled past cases', () => {
  it('are at least sixty, over six fields, several regions and the years 2022 to 2026', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(cases.map((one) => one.field)).size).toBe(6);
    expect(new Set(cases.map((one) => one.region)).size).toBeGreaterThanOrEqual(4);
    const years = new Set(cases.map((one) => one.decidedOn.slice(0, 4)));
    expect([...years].sort()).toEqual(['2022', '2023', '2024', '2025', '2026']);
    expect(new Set(cases.map((one) => one.grade))).toEqual(
      new Set(['lighter', 'ordinary', 'heavier', 'mitigated']),
    );
  });

  it('are marked as examples and name nobody', () => {
    const unmarked = cases.filter(
      (one) => !one.example || !/示例/.test(one.title) || !/某|示例/.test(one.party.name),
    );
    expect(unmarked.map((one) => one.id)).toEqual([]);
  });

  it('have facts of their own and a decision after the act', () => {
    expect(new Set(cases.map((one) => one.facts)).size).toBe(cases.length);
    expect(
      cases.filter((one) => one.facts.length < 30 || one.decidedOn <= (one.actOn ?? '')).map((one) => one.id),
    ).toEqual([]);
  });

  it('use violation items of the example profile', () => {
    const codes = new Set(
      loadProfiles()
        .get('demo')
        ?.agencies.flatMap((agency) => agency.items.map((item) => item.code)),
    );
    expect(cases.filter((one) => !codes.has(one.itemCode ?? '')).map((one) => one.id)).toEqual([]);
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s fits its benchmark and its statute', (_, past) => {
    const file = readCaseFile(caseOfPast(past));
    const result = findTier({ file, book });
    expect(result.conflicts).toEqual([]);
    // Whether a type other than the fine, or a list of no penalty, comes in hangs on facts that a past case need not tell.
    expect(result.missing.filter(({ question }) => !question.includes('（关系到'))).toEqual([]);
    expect(result.tier?.name).toBe(past.tier);
    expect({
      ...(result.statutory?.min === undefined ? {} : { min: result.statutory.min / 100 }),
      ...(result.statutory?.max === undefined ? {} : { max: result.statutory.max / 100 }),
    }).toEqual(past.statutory ?? {});
    if (past.grade === 'mitigated') {
      expect(result.grounds.mayMitigate).toBe(true);
      expect(result.position?.inStatute).toBe(-1);
    } else if (past.deviation) {
      expect(result.position?.inStatute).toBe(0);
      expect(result.position?.inRange).not.toBe(0);
    } else {
      expect(past.grade).toBe(result.tier?.grade);
      expect(result.position?.inRange).toBe(result.range ? 0 : undefined);
    }
    const mandatory = result.sanction?.mandatory ?? [];
    if (mandatory.includes('confiscate-gains') && (past.amounts.gains ?? 0) > 0) {
      expect(past.penalties).toContainEqual({ type: 'confiscate-gains', amount: past.amounts.gains });
    }
  });

  it('hold a few deviations and mitigations, each with its reason', () => {
    expect(cases.filter((one) => one.deviation).length).toBeGreaterThanOrEqual(2);
    expect(cases.filter((one) => one.grade === 'mitigated').length).toBeGreaterThanOrEqual(3);
  });
});

describe('readPastCases', () => {
  it('names the file and field of a fault, and refuses an id used twice', () => {
    const folder = mkdtempSync(join(tmpdir(), 'past-'));
    const url = pathToFileURL(`${folder}/`);
    writeFileSync(join(folder, 'a.yaml'), 'cases:\n  - id: x\n    titel: y\n');
    expect(() => readPastCases(url)).toThrow(/a\.yaml 有误/);
    const one = JSON.stringify({ ...cases[0] });
    writeFileSync(join(folder, 'a.yaml'), `cases: [${one}, ${one}]`);
    expect(() => readPastCases(url)).toThrow(/重复/);
  });
});
