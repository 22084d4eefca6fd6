/** One graded case: whether it passed, its own figures, and what was wrong. */
export interface Grade {
  id: string;
  passed: boolean;
  faults: string[];
  figures: Record<string, number>;
}

/** The mean of each figure over the cases that have it, rounded to four decimals, and the share that passed. */
export function metricsOf(grades: Grade[]): Record<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const grade of grades) {
    for (const [name, value] of Object.entries({ passed: grade.passed ? 1 : 0, ...grade.figures })) {
      const entry = sums.get(name) ?? { sum: 0, count: 0 };
      sums.set(name, { sum: entry.sum + value, count: entry.count + 1 });
    }
  }
  return Object.fromEntries(
    [...sums].map(([name, { sum, count }]) => [name, Math.round((sum / count) * 10_000) / 10_000]),
  );
}
