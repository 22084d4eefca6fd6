/**
 * Whether a cell and the one above it are two halves of one: together they are a phrase that stands whole elsewhere in the
 * table, and the half alone stands nowhere else.
 */
export function splitCell(
  cell: string,
  above: string | undefined,
  phrases: ReadonlySet<string>,
): string | undefined {
  if (!above || !cell || above === cell) return undefined;
  const joined = `${above}${cell}`.replaceAll(/\s/g, '');
  if (phrases.has(joined) && !joined.endsWith(`${cell}${cell}`)) return `“${above}”和“${cell}”合起来才是一格`;
  return undefined;
}
