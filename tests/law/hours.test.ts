import { describe, expect, it } from 'vitest';
import { addHours, hoursBetween, withinHours } from '../../src/law/hours.ts';

describe('按小时计算', () => {
  it('夜间和假日照算，满时限的一刻在内，过一秒就超过', () => {
    expect(hoursBetween('2025-05-01T08:00', '2025-05-02T08:00')).toBe(24);
    expect(withinHours('2025-05-01T08:00', 24, '2025-05-02T08:00')).toBe(true);
    expect(withinHours('2025-05-01T08:00', 24, '2025-05-02T08:00:01')).toBe(false);
    expect(addHours('2025-05-01T08:00', 24)).toBe('2025-05-02T08:00:00');
  });

  it('只有日期的，一日之内无论何时结论都相同才作结论', () => {
    expect(withinHours('2025-05-01T08:00', 24, '2025-05-01')).toBe(true);
    expect(withinHours('2025-05-01T08:00', 24, '2025-05-02')).toBeUndefined();
    expect(withinHours('2025-05-01T08:00', 24, '2025-05-03')).toBe(false);
    expect(withinHours('2025-05-01', 24, '2025-05-01')).toBe(true);
    expect(withinHours('2025-05-01', 24, '2025-05-03')).toBeUndefined();
  });
});
