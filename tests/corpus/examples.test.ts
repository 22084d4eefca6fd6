import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { exampleCaseFiles } from '../../src/cases/example-case-files.ts';
import { readAnyCaseFile, valueAt } from '../../src/cases/read-case-file.ts';
import { exampleCase } from '../../src/corpus/examples.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { loadProfiles } from '../../src/corpus/profile.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import { addDays } from '../../src/law/dates.ts';
import { screenCase } from '../../src/review/screening/screen-case.ts';

const files = exampleCaseFiles();
const penalties = files.filter((file): file is CaseFile => file.action === 'penalty');
const book = loadReferenceBook();
const profile = loadProfiles().get('demo')!;
const rulesThat = (answer: 'not-met' | 'unclear', id: string, today: string): string[] =>
  screenCase(readAnyCaseFile(exampleCase(id)), { profile, book, today })
    .filter((finding) => finding.answer === answer)
    .map((finding) => finding.rule);
/** What no rule can answer: whether the words of the papers show what they are said to show. */
const JUDGED = 'C4-01.content';

describe('bundled example cases', () => {
  it('are valid case files, marked as examples, for the example profile, of every kind of act', () => {
    expect(files.map((file) => [file.id, file.action])).toEqual([
      ['advertising-absolute-terms', 'penalty'],
      ['canteen-food-licence', 'licence'],
      ['food-no-health-certificate', 'penalty'],
      ['honey-seizure', 'compulsion'],
      ['road-occupation-fee', 'levy'],
      ['safety-training-2025', 'penalty'],
      ['supermarket-double-random', 'inspection'],
    ]);
    for (const file of files) {
      expect(file.example).toBe(true);
      expect(file.jurisdiction).toBe('demo');
      expect(file.agency.name).toMatch(/^示例/);
      expect(file.papers?.every((paper) => paper.text?.includes('示例'))).toBe(true);
    }
  });

  it('carry papers of some length and quote them for the values that matter', () => {
    for (const file of files) {
      const lengths = file.papers!.map((paper) => paper.text!.length);
      expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeGreaterThan(200);
      expect(file.sources!.length).toBeGreaterThanOrEqual(file.action === 'penalty' ? 30 : 20);
      for (const source of file.sources!) expect(valueAt(file, source.path)).toBeDefined();
    }
  });

  it('have a settled tier with the proposed fine inside it, where they are of penalties', () => {
    for (const file of penalties) {
      const result = findTier({ file, book });
      expect(result.conflicts).toEqual([]);
      expect(result.tier?.name).toBe('一般');
      expect(result.position?.inRange).toBe(0);
    }
  });

  it('under way, may still be decided well into 2027', () => {
    const open = penalties.filter(({ decision }) => !decision);
    expect(open).toHaveLength(2);
    for (const { filing } of open) expect(addDays(filing!.approvedOn!, 90) > '2027-01-15').toBe(true);
  });

  it('the restaurant case has nothing against it, only questions: two gaps in its records, two of judgement', () => {
    expect(rulesThat('not-met', 'food-no-health-certificate', '2026-11-20')).toEqual([]);
    expect(rulesThat('unclear', 'food-no-health-certificate', '2026-11-20')).toEqual([
      'C2-04',
      'C3-05.reply',
      JUDGED,
      'C4-05',
    ]);
  });

  it('the advertising case shows its three deliberate defects, and a plea that nobody answered', () => {
    expect(rulesThat('not-met', 'advertising-absolute-terms', '2026-11-20')).toEqual([
      'C2-02',
      'C3-10',
      'C4-05',
    ]);
    expect(rulesThat('unclear', 'advertising-absolute-terms', '2026-11-20')).toEqual([JUDGED, 'C5-16']);
  });

  it('the completed case of 2025 is clean', () => {
    expect(rulesThat('not-met', 'safety-training-2025', '2025-06-10')).toEqual([]);
    expect(rulesThat('unclear', 'safety-training-2025', '2025-06-10')).toEqual([JUDGED]);
  });

  it.each([
    ['canteen-food-licence', []],
    ['supermarket-double-random', []],
    // One copy of the list instead of two; a reduction that nothing allows.
    ['honey-seizure', ['QZ-06']],
    ['road-occupation-fee', ['ZS-02']],
  ])('the case %s of another act has the defects %j and no questions', (id, defects) => {
    expect(rulesThat('not-met', id, '2026-11-20')).toEqual(defects);
    expect(rulesThat('unclear', id, '2026-11-20')).toEqual([]);
  });

  it('refuses an unknown example', () => {
    expect(() => exampleCase('none')).toThrow(/没有示例案件/);
  });
});
