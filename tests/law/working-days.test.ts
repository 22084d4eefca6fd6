import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/law/dates.ts';
import {
  addWorkingDays,
  calendarPublished,
  isWorkingDay,
  kindOfDay,
  workingDaysBetween,
} from '../../src/law/working-days.ts';

/** The day of a count whose calendar is known. */
function nth(start: string, n: number): string {
  const count = addWorkingDays(start, n);
  if (!count.known) throw new Error(`${count.unknownYear} 年的日历未知`);
  return count.day;
}

describe('working days', () => {
  it('does not count the start day: served on a Monday, the fifth working day is the next Monday', () => {
    expect(nth('2025-06-09', 5)).toBe('2025-06-16');
  });

  it('counts back for "seven days before": a hearing on Monday 16 June 2025 needs notice by Thursday 5 June', () => {
    expect(nth('2025-06-16', -7)).toBe('2025-06-05');
  });

  it('skips the National Day week and counts the make-up Saturday', () => {
    expect(isWorkingDay('2025-10-08')).toBe(false);
    expect(isWorkingDay('2025-10-11')).toBe(true);
    expect(nth('2025-09-30', 1)).toBe('2025-10-09');
    expect(nth('2025-09-30', 3)).toBe('2025-10-11');
  });

  it('names the make-up day and the holiday in the steps', () => {
    const count = addWorkingDays('2025-09-30', 3);
    const steps = count.known ? count.steps : [];
    expect(steps.find((step) => step.day === '2025-10-11')?.name).toBe('调休上班');
    expect(steps.find((step) => step.day === '2025-10-01')?.name).toBe('国庆节');
    expect(steps.filter((step) => step.working).map((step) => step.count)).toEqual([1, 2, 3]);
  });

  it('does not guess a year whose calendar is not published', () => {
    expect(calendarPublished(2026)).toBe(true);
    expect(calendarPublished(2035)).toBe(false);
    expect(isWorkingDay('2035-03-05')).toBeUndefined();
    expect(addWorkingDays('2035-03-05', 1)).toEqual({ known: false, unknownYear: 2035 });
    expect(workingDaysBetween('2026-12-30', '2035-01-05')).toBeUndefined();
  });

  it('tells the days of the holiday notice from plain weekends', () => {
    expect(kindOfDay('2025-10-04')).toBe('holiday');
    expect(kindOfDay('2025-10-11')).toBe('working');
    expect(kindOfDay('2025-06-07')).toBe('weekend');
    expect(kindOfDay('2025-06-10')).toBe('working');
    expect(kindOfDay('2035-10-01')).toBeUndefined();
  });

  it('counts forward and back alike (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 30 }), (offset, n) => {
        const start = addDays('2016-03-01', offset);
        const end = nth(start, n);
        expect(isWorkingDay(end)).toBe(true);
        expect(workingDaysBetween(start, end)).toBe(n);
        if (isWorkingDay(start)) expect(nth(end, -n)).toBe(start);
      }),
    );
  });
});
