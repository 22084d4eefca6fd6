/** What one line of a file was, in the order of the lines: an article of a statute (by the key of its version), or not readable. */
export type LineMark = { key: string; number: number } | 'unreadable';

/**
 * The statutes that may lack the lines that could not be read: the one whose articles stand before such a line, and the one
 * behind it, which shows by its first number whether it begins there. As many lines as are missing at the head of the one behind are
 * its own, and leave the one before whole.
 */
export function damagedStatutes(marks: Iterable<LineMark>): Set<string> {
  const damaged = new Set<string>();
  let before: string | undefined;
  let unreadable = 0;
  for (const mark of marks) {
    if (mark === 'unreadable') {
      unreadable++;
      continue;
    }
    if (unreadable > 0) {
      const ahead = mark.key === before ? 0 : mark.number - 1;
      if (ahead > 0) damaged.add(mark.key);
      if (before !== undefined && unreadable > ahead) damaged.add(before);
    }
    unreadable = 0;
    before = mark.key;
  }
  if (unreadable > 0 && before !== undefined) damaged.add(before);
  return damaged;
}
