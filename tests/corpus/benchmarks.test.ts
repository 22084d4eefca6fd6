import { describe, expect, it } from 'vitest';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { readBenchmark, readBenchmarks } from '../../src/corpus/read-benchmarks.ts';
import { readSanctions } from '../../src/corpus/read-sanctions.ts';
import { checkBenchmark } from '../../src/discretion/check/check-benchmark.ts';

const benchmarks = readBenchmarks();
const sanctions = new Map(readSanctions().sanctions.map((sanction) => [sanction.id, sanction]));
const items = benchmarks.flatMap((benchmark) => benchmark.items);

describe('bundled benchmarks', () => {
  it('cover at least twenty items over at least four fields', () => {
    expect(items.length).toBeGreaterThanOrEqual(20);
    expect(new Set(benchmarks.map((benchmark) => benchmark.field)).size).toBeGreaterThanOrEqual(4);
  });

  it.each(benchmarks.map((benchmark) => [benchmark.id, benchmark] as const))(
    '%s has no gap, no overlap and stays inside the statute',
    (_, benchmark) => {
      expect(checkBenchmark(benchmark, loadReferenceBook())).toEqual([]);
    },
  );

  it('are marked as examples, and every item says where its figures come from', () => {
    expect(benchmarks.filter((benchmark) => !benchmark.example)).toEqual([]);
    expect(items.filter((item) => item.figures.length < 4)).toEqual([]);
  });

  it('rest on provisions in force while they are', () => {
    const late = benchmarks.flatMap((benchmark) =>
      benchmark.items.filter((item) => {
        const [from, to] = sanctions.get(item.sanction)!.inForce;
        return from > benchmark.inForce.from || (to && (!benchmark.inForce.to || benchmark.inForce.to > to));
      }),
    );
    expect(late.map((item) => item.id)).toEqual([]);
  });

  it('end with the former environmental laws on 2026-08-14', () => {
    const old = benchmarks.find((benchmark) => benchmark.id === 'demo-environment-2022');
    expect(old?.inForce.to).toBe('2026-08-14');
  });
});

describe('readBenchmark', () => {
  it('names the key that is misspelt', () => {
    expect(() => readBenchmark('id: x\nnaem: y', 'x.yaml')).toThrow(/x\.yaml 有误/);
  });
});
