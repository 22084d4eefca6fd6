/** What the numbers of a row are counted in, as a column of its own says: 元, 元/人, 违法所得的倍数. */
export interface Measure {
  /** Stands behind each number. */
  unit: string;
  /** Stands before the span: 每人, 违法所得的. */
  lead: string;
}

/** The heading of such a column. */
export const MEASURE_HEAD = /(?:计罚|计量|罚款|数额|金额)的?(?:单位|基数|方式)$/;

/** Reads a cell below 计罚单位; `undefined` for what is counted in another way (元/人·月). */
export function measureIn(cell: string): Measure | undefined {
  const words = cell.replaceAll(/\s/g, '');
  if (/^(?:元|万元)$/.test(words)) return { unit: words, lead: '' };
  const each = /^(万?元)(?:[/／]|每)([^/／·.×\d]{1,5})$/.exec(words);
  if (each) return { unit: each[1]!, lead: `每${each[2]!}` };
  const share = /^([^，。；/／\d]{2,20}?)的?(倍数?|百分比|百分数|[%％])$/.exec(words);
  return share ? { unit: share[2]!.startsWith('倍') ? '倍' : '%', lead: `${share[1]!}的` } : undefined;
}
