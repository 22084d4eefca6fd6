/** Lines and cells with their place; whoever signs first in a line stands before his day and a gap, the next behind. */
export function signatureLines(text: string): { line: string; index: number }[] {
  return [...text.matchAll(/[^\n\t]+/g)].flatMap(({ 0: line, index }) => {
    const gap = /(?<=\d[ 　]*日)[ 　]{2,}(?=[\p{sc=Han}·]{2,})/u.exec(line);
    if (!gap) return [{ line, index }];
    const behind = gap.index + gap[0].length;
    return [
      { line: line.slice(0, gap.index), index },
      { line: line.slice(behind), index: index + behind },
    ];
  });
}
