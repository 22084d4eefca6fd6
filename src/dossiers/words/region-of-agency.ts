/** 管辖区域 and level of an agency as its name tells them. `region` is a part of the name. */
export interface AgencyRegion {
  region?: string;
  level?: 'province' | 'city' | 'county' | 'town';
}

/** No name of a division holds the sign of another, and 城市, 市场 and 市政 are none. */
const NAME = '(?:(?![省市县区旗镇乡])[\\p{sc=Han}A-Z×*]){1,8}?';
const CITY = '(?<!城)市(?![场政容])';
const ZONE = '(?<!开发|新|示范|高新|园|保税|辖|风景名胜|管理|矿)区';
const PARTS = new RegExp(
  `^(?<province>${NAME}(?:省|自治区))?(?<city>${NAME}(?:${CITY}|自治州|盟|地区))?(?<county>${NAME}(?:自治县|县|自治旗|旗|${ZONE}|${CITY}))?(?<town>${NAME}(?:街道|镇|乡))?`,
  'u',
);

/**
 * 示例市北桥区市场监督管理局 → 示例市北桥区, county. A single 市 may be of the second or the third level: its region is told,
 * its level is not; a development zone is no division of the state.
 */
export function regionOfAgency(name: string): AgencyRegion {
  if (/^(?:国家|中华人民共和国|国务院)/.test(name)) return {};
  const { province = '', city = '', county = '', town = '' } = PARTS.exec(name)?.groups ?? {};
  const region = `${province}${city}${county}${town}`;
  if (region === '' || region === name) return {};
  const level = town ? 'town' : county ? 'county' : city ? (province ? 'city' : undefined) : 'province';
  return { region, ...(level ? { level } : {}) };
}
