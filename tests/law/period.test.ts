import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/law/dates.ts';
import { endOfPeriod, type Period, type Suspension, withinPeriod } from '../../src/law/period.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../src/law/working-days.ts';

const last = (period: Period): string => {
  const end = endOfPeriod(period);
  if (!end.known) throw new Error(`${end.unknownYear} 年的日历未知`);
  return end.last;
};
const steps = (period: Period) => endOfPeriod(period).steps;
const days = (length: number, more: Partial<Period> = {}): Period => ({
  from: '2025-03-06',
  length,
  unit: 'calendar-day',
  ...more,
});
const test = (from: string, to: string): Suspension => ({ from, to, why: '（鉴定）' });

describe('期限的计算', () => {
  it('首日不计入，末日计入，每一步写明日期', () => {
    expect(last(days(90))).toBe('2025-06-04');
    expect(steps(days(90, { event: '立案' }))).toEqual([
      '2025年3月6日立案（当日不计入）',
      '第90日为2025年6月4日（自然日）',
    ]);
  });

  it('工作日跳过节假日，补班的周末计入', () => {
    const period: Period = { from: '2025-09-30', length: 3, unit: 'working-day', event: '送达' };
    expect(last(period)).toBe('2025-10-11');
    expect(steps(period)).toContain('2025年10月11日 第3个工作日（调休上班）');
    expect(steps(period)).toContain('2025年10月1日 不计入（国庆节）');
  });

  it('星期一送达，五个工作日至下一个星期一；听证七日前按工作日倒数', () => {
    expect(last({ from: '2025-06-09', length: 5, unit: 'working-day' })).toBe('2025-06-16');
    expect(last({ from: '2025-06-16', length: -7, unit: 'working-day' })).toBe('2025-06-05');
  });

  it('按月按年计算到同一日，没有该日的到月末', () => {
    expect(last({ from: '2025-08-31', length: 6, unit: 'month' })).toBe('2026-02-28');
    expect(last({ from: '2024-02-29', length: 2, unit: 'year' })).toBe('2026-02-28');
  });

  it('末日逢休息日，只有当事人的期限顺延', () => {
    const saturday = days(15, { from: '2025-06-06' });
    expect(last({ ...saturday, from: '2025-06-06' })).toBe('2025-06-21');
    expect(last({ ...saturday, ofParty: true })).toBe('2025-06-23');
    expect(steps({ ...saturday, ofParty: true }).at(-1)).toContain('顺延至2025年6月23日');
    expect(steps(saturday).at(-1)).toContain('机关自己的期限不顺延');
    // The make-up Saturday is a working day: nothing moves.
    expect(last(days(5, { from: '2025-10-06', ofParty: true }))).toBe('2025-10-11');
  });

  it('不计入的期间首尾两日都不计，期满之后的不影响', () => {
    expect(last(days(90, { suspensions: [test('2025-04-01', '2025-04-11')] }))).toBe('2025-06-15');
    expect(last(days(90, { suspensions: [test('2025-06-04', '2025-06-04')] }))).toBe('2025-06-05');
    expect(last(days(90, { suspensions: [test('2025-06-05', '2025-06-30')] }))).toBe('2025-06-04');
    expect(last(days(90, { suspensions: [test('2025-03-06', '2025-03-11')] }))).toBe('2025-06-09');
  });

  it('延长须在届满前批准；延长以后开始的中止仍不计入', () => {
    const extension = (on: string) => ({ length: 30, on, why: '经批准' });
    expect(last(days(90, { extensions: [extension('2025-06-04')] }))).toBe('2025-07-04');
    expect(last(days(90, { extensions: [extension('2025-06-05')] }))).toBe('2025-06-04');
    expect(
      last(
        days(90, { extensions: [extension('2025-06-04')], suspensions: [test('2025-06-20', '2025-06-24')] }),
      ),
    ).toBe('2025-07-09');
  });

  it('工作日的期限也可以中止和延长，自然日的期限可以按工作日延长', () => {
    const seven: Period = { from: '2025-06-09', length: 7, unit: 'working-day' };
    expect(last(seven)).toBe('2025-06-18');
    expect(last({ ...seven, suspensions: [test('2025-06-12', '2025-06-15')] })).toBe('2025-06-20');
    expect(last({ ...seven, extensions: [{ length: 3, on: '2025-06-18', why: '经批准' }] })).toBe(
      '2025-06-23',
    );
    expect(
      last(days(90, { extensions: [{ length: 3, unit: 'working-day', on: '2025-06-01', why: '经批准' }] })),
    ).toBe('2025-06-09');
  });
});

describe('没有公布安排的年份', () => {
  it('不推算，写明年份；只有一切安排都相同的才有结论', () => {
    const end = endOfPeriod({ from: '2026-12-25', length: 15, unit: 'working-day' });
    expect(end).toMatchObject({ known: false, unknownYear: 2027 });
    // 28 to 31 December are four working days; eleven more cannot end before 11 January.
    const nearest = end.known ? '' : end.nearest;
    expect(nearest).toBe('2027-01-11');
    expect(withinPeriod(end, nearest)).toBe(true);
    expect(withinPeriod(end, addDays(nearest, 1))).toBeUndefined();
  });

  it('倒数的期限，晚于任何安排的最后一日必定迟了', () => {
    const end = endOfPeriod({ from: '2039-03-15', length: -7, unit: 'working-day' });
    expect(withinPeriod(end, '2039-03-09', true)).toBe(false);
    expect(withinPeriod(end, '2039-03-08', true)).toBeUndefined();
  });

  it('自然日的期限不需要安排，当事人的末日才需要', () => {
    const far: Period = { from: '2039-03-01', length: 15, unit: 'calendar-day' };
    expect(last(far)).toBe('2039-03-16');
    expect(endOfPeriod({ ...far, ofParty: true })).toMatchObject({ known: false, nearest: '2039-03-16' });
  });
});

const start = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2016-03-01', offset));
const length = fc.integer({ min: 1, max: 120 });
const unit = fc.constantFrom('working-day' as const, 'calendar-day' as const);
const span = (from: string) =>
  fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 }))
    .map(([after, long]) => test(addDays(from, after), addDays(from, after + long)));

describe('期限的性质', () => {
  it('先加后减回到原处', () => {
    fc.assert(
      fc.property(start, length, (from, n) => {
        expect(last({ from: last(days(n, { from })), length: -n, unit: 'calendar-day' })).toBe(from);
        if (!isWorkingDay(from)) return;
        const end = last({ from, length: n, unit: 'working-day' });
        expect(last({ from: end, length: -n, unit: 'working-day' })).toBe(from);
        expect(workingDaysBetween(from, end)).toBe(n);
      }),
    );
  });

  it('没有节假日的几周之间，整周平移不改变长度', () => {
    // From 9 June to 26 September 2025 there is no holiday and no make-up day.
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 34 }),
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 6 }),
        unit,
        (offset, n, weeks, by) => {
          const from = addDays('2025-06-09', offset);
          const moved = last({ from: addDays(from, weeks * 7), length: n, unit: by });
          expect(moved).toBe(addDays(last({ from, length: n, unit: by }), weeks * 7));
        },
      ),
    );
  });

  it('起算晚的、天数多的不会先到期', () => {
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 0, max: 30 }),
        length,
        fc.integer({ min: 0, max: 30 }),
        unit,
        fc.boolean(),
        (from, later, n, more, by, ofParty) => {
          const period: Period = { from, length: n, unit: by, ofParty };
          expect(last({ ...period, from: addDays(from, later) }) >= last(period)).toBe(true);
          expect(last({ ...period, length: n + more }) >= last(period)).toBe(true);
        },
      ),
    );
  });

  it('期限内开始的一段中止，恰好延长它的天数', () => {
    fc.assert(
      fc.property(
        start.chain((from) => fc.tuple(fc.constant(from), span(from))),
        fc.integer({ min: 20, max: 120 }),
        ([from, suspension], n) => {
          const moved = last(days(n, { from, suspensions: [suspension] }));
          expect(daysBetween(last(days(n, { from })), moved)).toBe(
            daysBetween(suspension.from, suspension.to) + 1,
          );
        },
      ),
    );
  });

  it('重叠的中止只算一次，与逐日数的结果相同', () => {
    fc.assert(
      fc.property(
        start.chain((from) => fc.tuple(fc.constant(from), fc.array(span(from), { maxLength: 4 }))),
        fc.integer({ min: 1, max: 60 }),
        unit,
        ([from, suspensions], n, by) => {
          expect(last({ from, length: n, unit: by, suspensions })).toBe(byDay(from, n, by, suspensions));
        },
      ),
    );
  });

  it('工作日不短于同样多的自然日', () => {
    fc.assert(
      fc.property(start, length, (from, n) => {
        const count = addWorkingDays(from, n);
        expect(count.known && count.day >= addDays(from, n)).toBe(true);
      }),
    );
  });
});

/** Counts day by day, leaving out what is suspended. */
function byDay(from: string, n: number, by: Period['unit'], suspensions: Suspension[]): string {
  let left = n;
  let day = from;
  while (left > 0) {
    day = addDays(day, 1);
    const out = suspensions.some((one) => one.from <= day && day <= one.to);
    if (!out && (by === 'calendar-day' || isWorkingDay(day))) left -= 1;
  }
  return day;
}
