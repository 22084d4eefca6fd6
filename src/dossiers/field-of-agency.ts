/** Words in the name of an agency, and the field of enforcement as profiles and benchmarks name it. */
const FIELDS: [RegExp, string][] = [
  [/综合行政执法|城市管理|城管/, 'urban-management'],
  [/市场监督|市场监管|工商|食品药品|质量技术/, 'market'],
  [/药品监督/, 'drugs'],
  [/生态环境|环境保护/, 'environment'],
  [/应急管理|安全生产/, 'work-safety'],
  [/消防/, 'fire'],
  [/交通运输|公路|海事/, 'transport'],
  [/农业|畜牧|渔业|农村/, 'agriculture'],
  [/住房|城乡建设|住建/, 'housing'],
  [/人力资源|劳动/, 'labour'],
  [/文化|旅游|广播电视|新闻出版|电影/, 'culture'],
  [/卫生|疾病预防/, 'health'],
  [/水利|水务/, 'water'],
  [/自然资源|国土|规划/, 'natural-resources'],
  [/林业|草原/, 'forestry'],
  [/烟草/, 'tobacco'],
  [/统计/, 'statistics'],
  [/税务/, 'tax'],
  [/公安/, 'police'],
  [/教育/, 'education'],
  [/民政/, 'civil-affairs'],
  [/发展和改革|物价/, 'price'],
  [/审计/, 'audit'],
  [/气象/, 'meteorology'],
];

/** 执法领域 of an agency by its name; `general` where the name does not tell. */
export function fieldOfAgency(name: string): string {
  return FIELDS.find(([words]) => words.test(name))?.[1] ?? 'general';
}
