import { describe, expect, it } from 'vitest';
import { type Benchmark, benchmarkSchema } from '../../src/corpus/benchmark.ts';
import { readBenchmark, readBenchmarks } from '../../src/corpus/read-benchmarks.ts';
import { readSanctions } from '../../src/corpus/read-sanctions.ts';
import { checkBenchmark } from '../../src/discretion/check-benchmark.ts';

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
      expect(checkBenchmark(benchmark, (id) => sanctions.get(id))).toEqual([]);
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

describe('checkBenchmark', () => {
  const sound = benchmarks.find((benchmark) => benchmark.id === 'demo-market')!;
  const changed = (change: (item: Benchmark['items'][number]) => void): Benchmark => {
    const copy = benchmarkSchema.parse(structuredClone({ ...sound, items: [sound.items[0]] }));
    change(copy.items[0]!);
    return copy;
  };
  const kinds = (benchmark: Benchmark): string[] =>
    checkBenchmark(benchmark, (id) => sanctions.get(id)).map((fault) => fault.kind);

  it('finds a gap when a tier is taken out', () => {
    expect(kinds(changed((item) => item.tiers.splice(5, 1)))).toEqual(['gap']);
  });

  it('finds an overlap when two tiers share a boundary', () => {
    const overlapping = changed((item) => {
      const text = JSON.stringify(item.tiers[0]!.when).replace('"<"', '"<="');
      item.tiers[0]!.when = JSON.parse(text);
    });
    expect(kinds(overlapping)).toContain('overlap');
  });

  it('finds a span one yuan above the maximum, and none at the maximum', () => {
    expect(
      kinds(changed((item) => Object.assign(item.tiers[2]!, { fine: { min: 85000, max: 100001 } }))),
    ).toEqual(['outside-statute']);
    expect(
      kinds(changed((item) => Object.assign(item.tiers[2]!, { fine: { min: 85000, max: 100000 } }))),
    ).toEqual([]);
  });

  it('finds a factor that no question asks for, a wrong order and an unknown provision', () => {
    expect(kinds(changed((item) => item.factors.splice(1, 1)))).toContain('undeclared-factor');
    expect(kinds(changed((item) => Object.assign(item.tiers[1]!, { order: 9 })))).toEqual(['order']);
    expect(kinds(changed((item) => Object.assign(item, { sanction: 'none' })))).toEqual(['unknown-sanction']);
  });

  it('finds a tier without the fine that the provision demands', () => {
    expect(kinds(changed((item) => Object.assign(item.tiers[1]!, { fine: undefined })))).toEqual([
      'missing-fine',
    ]);
  });
});

describe('readBenchmark', () => {
  it('names the key that is misspelt', () => {
    expect(() => readBenchmark('id: x\nnaem: y', 'x.yaml')).toThrow(/x\.yaml 有误/);
  });
});
