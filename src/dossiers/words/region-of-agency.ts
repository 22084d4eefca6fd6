import { divisionsOf } from '../../law/divisions-of.ts';

/** 管辖区域 and level of an agency as its name tells them. `region` is a part of the name. */
export interface AgencyRegion {
  region?: string;
  level?: 'province' | 'city' | 'county' | 'town';
}

/**
 * 示例市北桥区市场监督管理局 → 示例市北桥区, county. A single 市 may be of the second or the third level: its region is told,
 * its level is not; a development zone is no division of the state.
 */
export function regionOfAgency(name: string): AgencyRegion {
  if (/^(?:国家|中华人民共和国|国务院)/.test(name)) return {};
  const { province = '', city = '', county = '', town = '' } = divisionsOf(name);
  const region = `${province}${city}${county}${town}`;
  if (region === '' || region === name) return {};
  const level = town ? 'town' : county ? 'county' : city ? (province ? 'city' : undefined) : 'province';
  return { region, ...(level ? { level } : {}) };
}

/** 示例省示例市北桥区纺织路118号 → 示例省示例市北桥区; nothing for a place that begins with no division above a town. */
export function regionOfPlace(place: string): string | undefined {
  const { province = '', city = '', county = '' } = divisionsOf(place);
  const region = `${province}${city}${county}`;
  // 学府路商业区: a street is part of no division's name.
  return region === '' || region === place || /[路街巷号村店楼内]/.test(region) ? undefined : region;
}
