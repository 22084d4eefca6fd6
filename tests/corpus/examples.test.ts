import { describe, expect, it } from 'vitest';
import { readCaseFile, valueAt } from '../../src/cases/read-case-file.ts';
import { exampleCase, exampleCases } from '../../src/corpus/examples.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { loadProfiles } from '../../src/corpus/profile.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import { screenCase } from '../../src/review/screen-case.ts';

const files = exampleCases().map(readCaseFile);
const book = loadReferenceBook();
const profile = loadProfiles().get('demo')!;
const notMet = (id: string, today: string): string[] =>
  screenCase(readCaseFile(exampleCase(id)), { profile, book, today })
    .filter((finding) => finding.answer === 'not-met')
    .map((finding) => finding.rule);

describe('bundled example cases', () => {
  it('are valid case files, marked as examples, for the example profile', () => {
    expect(files.map((file) => file.id)).toEqual([
      'advertising-absolute-terms',
      'food-no-health-certificate',
      'safety-training-2025',
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
      expect(file.sources!.length).toBeGreaterThanOrEqual(30);
      for (const source of file.sources!) expect(valueAt(file, source.path)).toBeDefined();
    }
  });

  it('have a settled tier with the proposed fine inside it', () => {
    for (const file of files) {
      const result = findTier({ file, book });
      expect(result.conflicts).toEqual([]);
      expect(result.tier?.name).toBe('一般');
      expect(result.position?.inRange).toBe(0);
    }
  });

  it('the restaurant case has nothing against it, only questions', () => {
    expect(notMet('food-no-health-certificate', '2026-11-20')).toEqual([]);
  });

  it('the advertising case shows its three deliberate defects', () => {
    expect(notMet('advertising-absolute-terms', '2026-11-20')).toEqual(['C2-02', 'C3-10', 'C4-05']);
  });

  it('the completed case of 2025 is clean', () => {
    expect(notMet('safety-training-2025', '2025-06-10')).toEqual([]);
  });

  it('refuses an unknown example', () => {
    expect(() => exampleCase('none')).toThrow(/没有示例案件/);
  });
});
