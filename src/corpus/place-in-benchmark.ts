/**
 * Where in a table a fault of its form stands, as people find it: the item's id and the tier's name before the keys
 * (`shop-a 一般 fine.min`), for nobody counts the rows from zero.
 */
export function placeInBenchmark(path: readonly PropertyKey[], table: unknown): string {
  const names: string[] = [];
  let value = table;
  let rest = 0;
  for (const [index, key] of path.entries()) {
    value =
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
    const named = typeof key === 'number' ? nameOf(value, path[index - 1]) : undefined;
    if (named === undefined) continue;
    names.push(named);
    rest = index + 1;
  }
  const keys = path.slice(rest).map(String).join('.');
  return [...names, ...(keys ? [keys] : [])].join(' ') || '（整个文件）';
}

/** An item's or an entry's id, a tier's or a factor's name. */
function nameOf(value: unknown, list: PropertyKey | undefined): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const own = value as Record<string, unknown>;
  const name = list === 'items' || list === 'noPenalty' ? own.id : own.name;
  return typeof name === 'string' && name.trim() ? name : undefined;
}
