/** One cell as CSV writes it. What a spreadsheet would take for a formula is made a text; plain numbers stay numbers. */
export function csvCell(cell: string): string {
  const safe = /^[=+@\t\r-]/.test(cell) && !/^-\d+(?:\.\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
