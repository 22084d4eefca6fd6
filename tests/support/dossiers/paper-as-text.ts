import { type Block, columnsOf } from './paper-blocks.ts';

/** Plain text as an office writes it: cells parted by a tab, titles and signatures moved in by wide blanks. */
export function paperAsText(blocks: Block[]): string {
  return `${blocks.map(lines).join('\r\n')}\r\n`;
}

function lines(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `　　　　　　${block.text}`;
    case 'right':
      return `　　　　　　　　　　　　${block.text}`;
    case 'text':
      return `　　${block.text}`;
    case 'page-break':
      return '\f';
    case 'table':
      return block.rows.map((row) => row.join('\t')).join('\r\n');
  }
}

/** Markdown, with tables whose first row serves as their head. */
export function paperAsMarkdown(blocks: Block[]): string {
  return `${blocks.map(markdown).join('\n\n')}\n`;
}

function markdown(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${block.text}`;
    case 'right':
    case 'text':
      return block.text;
    case 'page-break':
      return '---';
    case 'table': {
      const columns = columnsOf(block.rows);
      const rows = block.rows.map((row) => `| ${fill(row, columns).join(' | ')} |`);
      return [rows[0], `|${' --- |'.repeat(columns)}`, ...rows.slice(1)].join('\n');
    }
  }
}

function fill(row: string[], columns: number): string[] {
  return [...row, ...Array<string>(columns - row.length).fill('')];
}
