import { type Block, columnsOf } from './paper-blocks.ts';

const STYLE = `
@page { size: A4; margin: 30mm 24mm 26mm 26mm }
body { font: 16px/1.75 FangSong, 'Noto Serif CJK SC', 'Noto Sans CJK SC', sans-serif; margin: 0; color: #111 }
h1 { font-size: 24px; text-align: center; margin: 4px 0 12px; line-height: 1.4 }
p { margin: 0; text-indent: 2em; text-align: justify }
p.right { text-align: right; text-indent: 0; margin-right: 2em }
table { width: 100%; border-collapse: collapse; margin: 6px 0 }
td { border: 1px solid #222; padding: 3px 8px; vertical-align: top }
hr { border: 0; break-after: page }
`;

/** A page of its own; the last cell of a short row spans the columns that are left, as in a form. */
export function paperAsHtml(blocks: Block[], style = ''): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(titleOf(blocks))}</title><style>${STYLE}${style}</style></head>
<body>
${blocks.map(markup).join('\n')}
</body></html>
`;
}

function titleOf(blocks: Block[]): string {
  const title = blocks.find((block) => block.kind === 'title');
  return title && 'text' in title ? title.text : '文书';
}

function markup(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${escaped(block.text)}</h1>`;
    case 'right':
      return `<p class="right">${escaped(block.text)}</p>`;
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'page-break':
      return '<hr>';
    case 'table': {
      const columns = columnsOf(block.rows);
      return `<table>\n${block.rows.map((row) => `<tr>${row.map((cell, at) => td(cell, at, row.length, columns)).join('')}</tr>`).join('\n')}\n</table>`;
    }
  }
}

function td(cell: string, at: number, cells: number, columns: number): string {
  const span = at === cells - 1 ? columns - cells + 1 : 1;
  return `<td${span > 1 ? ` colspan="${span}"` : ''}>${escaped(cell)}</td>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
