/** 行政区划 with which a name or an address begins, from the widest; each with its sign: 示例省, 示例市, 北桥区, 柳林镇. */
export interface Divisions {
  province?: string;
  city?: string;
  county?: string;
  town?: string;
}

/** No name of a division holds the sign of another, and 城市, 市场, 市政 and 城乡 are none. */
const NAME = '(?:(?![省市县区旗镇乡])[\\p{sc=Han}A-Z×*]){1,8}?';
const CITY = '(?<!城)市(?![场政容])';
const ZONE = '(?<!开发|新|示范|高新|园|保税|辖|风景名胜|管理|矿|小|社|厂|库|街|片|景|校|院|营|林)区';
const PARTS = new RegExp(
  `^(?<province>${NAME}(?:省|自治区))?(?<city>${NAME}(?:${CITY}|自治州|盟|地区))?(?<county>${NAME}(?:自治县|县|自治旗|旗|${ZONE}|${CITY}))?(?<town>${NAME}(?:街道|镇|(?<!城)乡))?`,
  'u',
);

/** A single 市 may be of the second or the third level and stands as `city`; a development zone is no division of the state. */
export function divisionsOf(words: string): Divisions {
  const found = PARTS.exec(words)?.groups ?? {};
  return Object.fromEntries(Object.entries(found).filter(([, name]) => name !== undefined));
}
