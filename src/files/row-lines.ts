/**
 * A row as one line. A cell with lines of its own joins them by spaces; a row with words in one cell only is a frame
 * around a text, whose lines stay lines.
 */
export function rowLines(cells: string[][]): string[] {
  const filled = cells.filter((lines) => lines.length > 0);
  if (filled.length === 1)
    return cells.length === 1 || filled[0]!.length > 1 ? filled[0]! : [joined(filled[0]!)];
  return filled.length === 0 ? [] : [cells.map(joined).join('\t').trimEnd()];
}

/** A label written downwards, one or two characters to a line, is one word. */
const joined = (lines: string[]) => lines.join(lines.every((line) => [...line].length <= 2) ? '' : ' ');
