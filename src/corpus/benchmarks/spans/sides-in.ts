/** Whom the rows of a table are for: units, persons as offenders, or the persons responsible in a unit. */
export type RowSide = 'unit' | 'person' | 'responsible';

const SIDES: [RegExp, RowSide][] = [
  [
    /^(?:对)?(?:(?:其|直接|其他|有关|相关)*(?:负责|责任)的?(?:主管)?(?:人员?|者)|(?:直接)?负责的主管人员|(?:其他)?直接责任人员?|主管人员|主要负责人|法定代表人|实际控制人)$/,
    'responsible',
  ],
  [/^(?:对)?(?:个人|公民|自然人)$/, 'person'],
  [/^(?:对)?[^，。；：\d]{0,12}(?:单位|企业|组织|机构|法人|公司)$/, 'unit'],
];

/**
 * The sides that a cell of a column 处罚对象 names: 单位; 单位、个人 (both); 直接负责的主管人员和其他直接责任人员. `undefined` where it names anything
 * else, as 驾驶人 or 个体工商户.
 */
export function sidesIn(cell: string): RowSide[] | undefined {
  const words = cell
    .replaceAll(/\s/g, '')
    .split(/以及|或者|[、，,和及与或/／]/)
    .filter(Boolean);
  const sides = words.map((word) => SIDES.find(([one]) => one.test(word))?.[1]);
  return words.length === 0 || sides.includes(undefined) ? undefined : [...new Set(sides as RowSide[])];
}
