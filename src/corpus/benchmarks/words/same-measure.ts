const LEAD =
  /^(?<lead>[^\d，；。：:或]+或者?[^\d，；。：:或]+?)(?=(?:不足|不满|超过|少于|低于|达到)?\d[^或]*$)/;

/**
 * The measure that all cells of a column name in the same words before their numbers, where 或者 joins words of it: 封堵出口或者疏散通道2处. Then 或者
 * tells no circumstances apart.
 */
export function sameMeasure(cells: readonly string[]): string | undefined {
  const leads = new Set(cells.map((cell) => LEAD.exec(cell.replaceAll(/\s/g, ''))?.groups?.lead));
  const [lead, more] = leads;
  return cells.length > 1 && leads.size === 1 && more === undefined ? lead : undefined;
}
