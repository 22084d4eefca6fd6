import { describe, expect, it } from 'vitest';
import { loadProfiles } from '../../src/corpus/profile.ts';
import { profileOfCase } from '../../src/review/screening/profile-of-case.ts';
import { BASE_CASE } from './base-case.ts';

const profiles = loadProfiles();
const demo = profiles.get('demo')!;
const { jurisdiction: _named, ...file } = BASE_CASE;
const of = (region?: string, jurisdiction?: string) => {
  const { region: _region, ...agency } = file.agency;
  return profileOfCase(
    {
      ...file,
      agency: { ...agency, name: '示例县示例局', ...(region ? { region } : {}) },
      ...(jurisdiction ? { jurisdiction } : {}),
    },
    'demo',
    profiles,
  ).id;
};

describe('案件适用的地区方案', () => {
  it('所设的方案，只要不能断定它是别处的', () => {
    expect(of(demo.region)).toBe('demo');
    expect(of(`${demo.region}某街道`)).toBe('demo');
    expect(of()).toBe('demo');
    expect(profileOfCase(undefined, 'demo', profiles).id).toBe('demo');
  });

  it('机关在别处的，用全国通用的方案', () => {
    expect(of('另一省另一市')).toBe('national');
  });

  it('案件写明的方案最先', () => {
    expect(of('另一省另一市', 'demo')).toBe('demo');
    expect(of(demo.region, 'national')).toBe('national');
    expect(() => of(demo.region, 'nowhere')).toThrow('没有地区方案“nowhere”');
  });
});
