import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addYears, chineseDay, daysBetween, isDay, today } from '../../src/law/dates.ts';

describe('calendar days', () => {
  it('adds ninety days without counting the first: 1 June → 30 August', () => {
    expect(addDays('2025-06-01', 90)).toBe('2025-08-30');
    expect(daysBetween('2025-06-01', '2025-08-30')).toBe(90);
  });

  it('takes the last day of the month where the day does not exist', () => {
    expect(addMonths('2025-08-31', 6)).toBe('2026-02-28');
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 2)).toBe('2026-02-28');
    expect(addMonths('2025-03-15', -3)).toBe('2024-12-15');
  });

  it('knows which days exist', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2025-02-29')).toBe(false);
    expect(isDay('2025-6-1')).toBe(false);
  });

  it('uses China time for today', () => {
    expect(today(new Date('2026-11-21T15:59:59Z'))).toBe('2026-11-21');
    expect(today(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
  });

  it('writes days as documents do', () => {
    expect(chineseDay('2024-03-05')).toBe('2024年3月5日');
  });
});
