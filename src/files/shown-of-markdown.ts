/** A Markdown text as it shows: headings without their marks, rows of tables as lines with the cells parted by tabs. */
export function shownOfMarkdown(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?\s*$/.test(line))
    .map((line) => {
      const row = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
      if (row !== undefined)
        return row
          .split(/(?<!\\)\|/)
          .map((cell) => cell.trim().replaceAll('\\|', '|'))
          .join('\t')
          .trimEnd();
      return line.replace(/^\s{0,3}#{1,6}\s+/, '').replaceAll(/\*\*([^*\n]+)\*\*/g, '$1');
    })
    .join('\n');
}
