/** Whether words read from a picture are likely these words misread: a sign or two in ten differ, are lost or added. */
export function likelyMisread(seen: string, written: string): boolean {
  if (seen === written) return false;
  const allowed = Math.max(1, Math.floor(written.length / 6));
  return Math.abs(seen.length - written.length) <= allowed && distance(seen, written) <= allowed;
}

/** Levenshtein. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, sign] of [...one].entries()) {
    const next = [at + 1];
    for (let index = 0; index < other.length; index++) {
      const swap = row[index]! + (sign === other[index] ? 0 : 1);
      next.push(Math.min(swap, row[index + 1]! + 1, next[index]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}
