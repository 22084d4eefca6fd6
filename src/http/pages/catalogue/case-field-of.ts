import type { Violation } from '../../../corpus/violations/violation.ts';

/** Who enforces tells the field (执法领域) of a case best; one field of the catalogue often has several agencies. */
const BY_AGENCY: readonly (readonly [RegExp, string])[] = [
  [/烟草/, 'tobacco'],
  [/^(?:市场监督|药品监督|知识产权)/, 'market'],
  [/生态环境/, 'environment'],
  [/消防/, 'fire'],
  [/应急管理/, 'work-safety'],
  [/农业|渔业|畜牧|兽医/, 'agriculture'],
  [/林业|草原|野生动物/, 'forestry'],
  [/^水行政|河道/, 'water'],
  [/自然资源/, 'natural-resources'],
  [/邮政/, 'post'],
  [/交通|公路|水路/, 'transport'],
  [/卫生|疾病/, 'health'],
  [/^教育/, 'education'],
  [/文化|文物|旅游|出版|景区/, 'culture'],
  [/人力资源|社会保险/, 'labour'],
  [/财政/, 'finance'],
  [/审计/, 'audit'],
  [/市容|市政|燃气|绿化|城镇排水|供水|城市管理/, 'urban'],
  [/住房|建设|规划|房地产/, 'construction'],
];

/** Where the agency is told in general words only. */
const BY_FIELD: Readonly<Record<string, string>> = {
  食品生产: 'market',
  食品经营: 'market',
  产品质量: 'market',
  价格: 'market',
  化妆品: 'market',
  医疗器械: 'market',
  药品: 'market',
  反不正当竞争: 'market',
  '商标、专利': 'market',
  市场主体登记: 'market',
  广告: 'market',
  消费者权益保护: 'market',
  特种设备: 'market',
  电子商务: 'market',
  计量: 'market',
  农业: 'agriculture',
  生态环境: 'environment',
  安全生产: 'work-safety',
  消防安全: 'fire',
  城市管理: 'urban',
  工程建设和物业: 'construction',
  交通运输和寄递: 'transport',
  卫生健康: 'health',
  劳动保障: 'labour',
};

/**
 * The field in which a case of an item is kept, by who enforces it, else by the field of the catalogue; `undefined` where
 * neither tells. Never public security: its cases have periods of their own, which the item does not tell.
 */
export function caseFieldOf({ agency, field }: Pick<Violation, 'agency' | 'field'>): string | undefined {
  return BY_AGENCY.find(([words]) => words.test(agency))?.[1] ?? BY_FIELD[field];
}
