import { describe, expect, it } from 'vitest';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { loadProfiles } from '../../src/corpus/profile.ts';
import type { AnswerKind } from '../../src/review/rules/rule.ts';
import { screenCase } from '../../src/review/screening/screen-case.ts';
import { REAL_DECISION_ABSENT, realDecision } from '../support/real-decision.ts';

if (REAL_DECISION_ABSENT) console.info(`tests/review/real-decision: ${REAL_DECISION_ABSENT}`);

const setting = {
  book: loadReferenceBook(),
  profile: loadProfiles().get('demo')!,
  today: '2026-11-20',
};

describe.skipIf(REAL_DECISION_ABSENT)('a published decision of July 2018', () => {
  const file = REAL_DECISION_ABSENT ? undefined! : realDecision();
  const findings = REAL_DECISION_ABSENT ? [] : screenCase(file, setting);
  const of = (rule: string) => findings.find((finding) => finding.rule === rule)!;
  const answers = (kind: AnswerKind) =>
    findings.filter((finding) => finding.answer === kind).map((finding) => finding.rule);

  it('says nothing against it that its published text does not show', () => {
    expect(answers('not-met')).toEqual([]);
  });

  it('is met only where the text carries the fact, and quotes the words', () => {
    for (const rule of ['C4-15']) {
      expect(of(rule).answer).toBe('met');
      expect(of(rule).papers.length).toBeGreaterThan(0);
    }
    for (const finding of findings) {
      for (const { paper, quote } of finding.papers) {
        expect(file.papers!.find((entry) => entry.id === paper)!.text).toContain(quote);
      }
    }
    expect(answers('met').length).toBeLessThan(15);
  });

  it('leaves open what the text does not tell: officers, notice, approval, service, seal, local hearing thresholds', () => {
    for (const rule of ['C2-01', 'C2-02', 'C3-03', 'C3-08', 'C3-21', 'C3-23', 'C7-05', 'C7-07', 'C7-13']) {
      expect(of(rule).answer, rule).toBe('unclear');
      expect(of(rule).missing.length, rule).toBeGreaterThan(0);
    }
  });

  it('does not hold it to requirements that came in 2021', () => {
    for (const rule of ['C3-02', 'C3-09', 'C3-10', 'C3-18', 'C5-17', 'C7-22']) {
      expect(of(rule).answer, rule).toBe('not-applicable');
      expect(of(rule).reason, rule).toContain('2018年7月9日');
    }
  });

  it('finds 600 yuan inside twenty to fifty per cent of 2,051.94 once the day of the act is known', () => {
    const dated = { ...file, violation: { ...file.violation, endedOn: '2018-04-25' } };
    const fine = (amount: number) =>
      screenCase(
        { ...dated, decision: { ...dated.decision, penalties: [{ type: 'fine' as const, amount }] } },
        setting,
      ).find((finding) => finding.rule === 'C5-08')!.answer;
    expect(fine(600)).toBe('met');
    expect(fine(410.39)).toBe('met');
    expect(fine(410.38)).toBe('not-met');
    expect(fine(1025.97)).toBe('met');
    expect(fine(1025.98)).toBe('not-met');
  });

  it('stays clear of the criminal threshold, and reaches it at 50,000 yuan of turnover', () => {
    const of8 = (turnover: number) =>
      screenCase(
        {
          ...file,
          violation: {
            ...file.violation,
            endedOn: '2018-04-25',
            amounts: { turnover: { yuan: turnover }, gains: { yuan: 0 } },
          },
        },
        setting,
      ).find((finding) => finding.rule === 'C8-01')!;
    expect(of8(50_000).answer).toBe('not-met');
    expect(of8(2051.94).answer).not.toBe('not-met');
  });
});
