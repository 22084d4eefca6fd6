/** A piece of a paper as its source writes it. */
export type Block =
  | { kind: 'title' | 'text' | 'right'; text: string }
  | { kind: 'table'; rows: string[][] }
  | { kind: 'page-break' };

/**
 * The blocks of a source: `# ` marks a title in the centre, `> ` a line at the right, cells parted by ` | ` a row of a
 * table, `----` a new page (and a new paper where one file holds several), `~` before a row a table that begins
 * afresh. Everything else is a paragraph; empty lines part blocks and vanish.
 */
export function paperBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  for (const line of source.split('\n').map((each) => each.trimEnd())) {
    if (line.trim() === '') continue;
    const last = blocks.at(-1);
    const row = / \|( |$)/.test(line)
      ? line
          .replace(/^~ ?/, '')
          .split(/ \|(?= |$)/)
          .map((cell) => cell.trim())
      : undefined;
    if (row) {
      if (last?.kind === 'table' && !line.startsWith('~')) last.rows.push(row);
      else blocks.push({ kind: 'table', rows: [row] });
    } else if (/^-{4,}$/.test(line)) blocks.push({ kind: 'page-break' });
    else if (line.startsWith('# ')) blocks.push({ kind: 'title', text: line.slice(2) });
    else if (line.startsWith('> ')) blocks.push({ kind: 'right', text: line.slice(2) });
    else blocks.push({ kind: 'text', text: line });
  }
  return blocks;
}

/** The largest number of cells in a row of the table. */
export function columnsOf(rows: string[][]): number {
  return Math.max(...rows.map((row) => row.length));
}
