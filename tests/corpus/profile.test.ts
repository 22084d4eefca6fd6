import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PAPER_KINDS } from '../../src/cases/paper-kinds.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { loadProfiles, profileJsonSchema, readProfile } from '../../src/corpus/profile.ts';
import { checkProfiles } from '../../src/review/rules/check-profiles.ts';

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
    const listed = loadReferenceBook()
      .criminalThresholds()
      .flatMap((threshold) => threshold.itemCodes);
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

describe('方案的校验', () => {
  const refused = (change: (text: string) => string, base?: Record<string, unknown>) => {
    try {
      readProfile(change(yaml), 'demo.yaml', base);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  const replaced = (from: string, to: string) => {
    expect(yaml).toContain(from);
    return refused((text) => text.replace(from, to));
  };

  it('写明文件和位置', () => {
    expect(replaced('region: 示例省示例市示例区', 'regions: 示例省示例市示例区')).toMatch(
      /demo\.yaml.*regions/,
    );
    expect(replaced('  workingDays: 7', '  workingDays: 七')).toContain('review.workingDays');
    expect(replaced('  workingDays: 7', '  workingDays: 0')).toContain('大于 0');
    expect(replaced('    publishedOn: 2022-03-01', '    publishedOn: 2022-02-29')).toContain(
      'townDelegations.0.publishedOn',
    );
  });

  it('失效日早于施行日、重复的编号、同日两个听证标准都不接受', () => {
    expect(replaced('    to: 2023-06-30', '    from: 2023-07-01\n    to: 2023-06-30')).toContain('失效日');
    expect(replaced('    to: 2023-06-30', '    to: 2023-07-01')).toContain('同一天有两个听证标准');
    expect(replaced('code: MKT-002', 'code: MKT-001')).toContain('agencies.0.items.1.code');
    expect(replaced('id: social-risk', 'id: public-interest')).toContain('majorDecisions.3.id');
    expect(replaced('types: [suspend', 'types: [suspended')).toContain('types');
  });

  it('什么也没有写明的目录项不接受', () => {
    expect(replaced('    flag: complex\n', '')).toContain('majorDecisions.2');
  });

  it('审查标准和规则的编号要存在', () => {
    const criterion = (text: string) =>
      refused((all) => `${all}criteria:\n  - { label: 示例, ${text}, source: 示例 }\n`);
    expect(criterion('mapsTo: 8')).toBe('');
    expect(criterion('mapsTo: 9')).toContain('criteria.0.mapsTo');
    expect(criterion('rules: [C9-01]')).toContain('criteria.0.rules.0');
    const named = readProfile(
      `${yaml}criteria:\n  - { label: 示例, rules: [C1-99], source: 示例 }\n`,
      'demo.yaml',
    );
    expect(() => checkProfiles([named])).toThrow('没有审查规则 C1-99');
    const papers = { ...demo, papers: { ordinary: ['no-such-paper'], summary: [], source: '示例' } };
    expect(() => checkProfiles([papers])).toThrow('papers.ordinary.0');
  });

  it('不是 YAML 的、不是键值的，写明文件', () => {
    expect(refused(() => 'a: [')).toContain('demo.yaml');
    expect(refused(() => '- a')).toContain('应为键和值');
    expect(refused((text) => `${text}id: demo\n`)).toContain('不是正确的 YAML');
  });

  it('沿用的键整个换掉或者整个保留，来源不变', () => {
    const base = {
      archiving: { days: 15, source: '上级' },
      filing: { workingDays: 3, source: '上级' },
    };
    const own = readProfile(
      'id: own\nname: 本地\nregion: 某地\nfiling: { workingDays: 7, source: 本地 }\n',
      'own.yaml',
      base,
    );
    expect(own.archiving).toEqual({ days: 15, source: '上级' });
    expect(own.filing).toEqual({ workingDays: 7, source: '本地' });
  });

  it('目录里的方案：编号重复、沿用不存在的方案都写明文件', () => {
    const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
    const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
    const load = () => loadProfiles(pathToFileURL(`${folder}/`));
    write('a.yaml', 'id: a\nname: 甲\nregion: 甲地\n');
    expect(load().get('a')?.name).toBe('甲');
    write('b.yaml', 'id: a\nname: 乙\nregion: 乙地\n');
    expect(load).toThrow(/b\.yaml.*已被另一方案使用/);
    write('b.yaml', 'id: b\nextends: c\nname: 乙\nregion: 乙地\n');
    expect(load).toThrow(/b\.yaml.*没有方案“c”/);
    write('b.yaml', 'id: b\nextends: a\nname: 乙\nregion: 乙地\n');
    write('c.yaml', 'id: c\nextends: b\nname: 丙\nregion: 丙地\n');
    expect(load).toThrow(/c\.yaml.*只能沿用一层/);
    rmSync(folder, { recursive: true });
  });

  it('JSON Schema 不允许别的键', () => {
    expect(profileJsonSchema()).toMatchObject({ type: 'object', additionalProperties: false });
  });
});
