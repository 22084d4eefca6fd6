import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAPER_KINDS } from '../../src/cases/paper-kinds.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { loadProfiles, readProfile } from '../../src/corpus/profile.ts';

const demo = loadProfiles().get('demo')!;
const yaml = readFileSync(new URL('../../corpus/jurisdictions/demo.yaml', import.meta.url), 'utf8');

describe('示例地区方案', () => {
  it('标明示例，六个机关的领域与事项俱全', () => {
    expect(demo).toMatchObject({ example: true, region: '示例省示例市示例区' });
    expect(demo.agencies.flatMap((agency) => agency.fields).sort()).toEqual([
      'agriculture',
      'audit',
      'environment',
      'market',
      'urban',
      'work-safety',
    ]);
    expect(demo.agencies.every((agency) => agency.items.length > 0)).toBe(true);
  });

  it('事项编码不重复，裁量基准所用的编码都在清单里', () => {
    const codes = demo.agencies.flatMap((agency) => agency.items.map((item) => item.code));
    expect(new Set(codes).size).toBe(codes.length);
    const used = loadReferenceBook()
      .benchmarks()
      .flatMap((benchmark) => benchmark.items.flatMap((item) => item.itemCode ?? []));
    expect(used.filter((code) => !codes.includes(code))).toEqual([]);
    expect(used.length).toBeGreaterThan(0);
  });

  it('追诉标准所列的事项都在清单里', () => {
    const codes = new Set(demo.agencies.flatMap((agency) => agency.items.map((item) => item.code)));
    const listed = ['market', 'environment', 'work-safety', 'agriculture', 'urban', 'audit'].flatMap(
      (field) =>
        loadReferenceBook()
          .criminalThresholds({ field })
          .flatMap((threshold) => threshold.itemCodes),
    );
    expect(listed.filter((code) => !codes.has(code))).toEqual([]);
  });

  it('同一领域的听证数额在每一天只有一个', () => {
    for (const field of new Set(demo.hearingThresholds.map((one) => one.field))) {
      const rows = demo.hearingThresholds.filter((one) => one.field === field);
      for (const day of ['2022-01-01', '2023-06-30', '2023-07-01', '2026-11-01']) {
        const valid = rows.filter((one) => (one.from ?? day) <= day && day <= (one.to ?? day));
        expect(valid, `${field} ${day}`).toHaveLength(1);
      }
    }
    const environment = demo.hearingThresholds.filter((one) => one.field === 'environment');
    expect(environment.map((one) => one.unit)).toEqual([
      { yuan: 200_000, inclusive: false },
      { yuan: 50_000, inclusive: true },
    ]);
  });

  it('必备材料和送审材料都是案卷材料的种类', () => {
    const kinds = [
      ...demo.papers!.ordinary,
      ...demo.papers!.summary,
      ...demo.review!.materials!.flatMap((one) => (typeof one === 'string' ? [one] : one.kinds)),
    ];
    expect(kinds.filter((kind) => !(kind in PAPER_KINDS))).toEqual([]);
  });
});

describe('方案的拒绝', () => {
  it('原样可读；拼错的键、不存在的日期、没有来源的数额都指出位置', () => {
    expect(readProfile(yaml, 'demo.yaml').id).toBe('demo');
    expect(() => readProfile(yaml.replace('  workingDays: 7', '  workingDay: 7'), 'demo.yaml')).toThrow(
      'workingDay',
    );
    expect(() => readProfile(yaml.replace('from: 2023-07-01', 'from: 2023-02-30'), 'demo.yaml')).toThrow(
      'hearingThresholds.1.from',
    );
    expect(() =>
      readProfile(yaml.replace('  source: 示例方案：执法行为终结后三十日内归档\n', ''), 'demo.yaml'),
    ).toThrow('archiving.source');
  });
});
