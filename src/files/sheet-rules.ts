import { declarationsOf } from './css-look.ts';

interface Rule {
  element: string;
  set: Map<string, string>;
  /** Later rules prevail. */
  order: number;
}

/** The rules of a page's style sheets by what they look for: `p`, `.note`, `#foot`. */
export interface SheetRules {
  count: number;
  /** The rules for an element, in their order. */
  of(name: string, attributes: Record<string, string>): readonly { set: Map<string, string> }[];
}

const SIMPLE = /^([a-z][\w-]*|)(?:([.#])([\w-]+))?$/i;

/** Rules with one simple selector each: the rest is not worked out. Takes time in proportion to the page's length. */
export function sheetRules(html: string): SheetRules {
  const byKey = new Map<string, Rule[]>();
  let count = 0;
  for (const chunk of withoutComments(sheetsIn(html).join('\n')).split('}')) {
    const brace = chunk.lastIndexOf('{');
    if (brace < 0) continue;
    const selectors = chunk.slice(0, brace).split(/[{@;]/).at(-1) ?? '';
    const set = declarationsOf(chunk.slice(brace + 1));
    for (const selector of selectors.split(',')) {
      const last =
        selector
          .trim()
          .split(/[\s>+~]+/)
          .at(-1) ?? '';
      const [, element = '', mark = '', word = ''] = SIMPLE.exec(last) ?? [];
      if (!element && !mark) continue;
      const key = mark ? `${mark}${word}` : element.toLowerCase();
      const rules = byKey.get(key) ?? [];
      rules.push({ element: mark ? element.toLowerCase() : '', set, order: count++ });
      byKey.set(key, rules);
    }
  }
  return {
    count,
    of(name, attributes) {
      if (count === 0) return [];
      const classes = attributes.class ? new Set(attributes.class.split(/\s+/).map((one) => `.${one}`)) : [];
      return [name, ...(attributes.id ? [`#${attributes.id}`] : []), ...classes]
        .flatMap((key) => byKey.get(key) ?? [])
        .filter(({ element }) => element === '' || element === name)
        .sort((one, other) => one.order - other.order);
    },
  };
}

function sheetsIn(html: string): string[] {
  const sheets: string[] = [];
  const begin = /<style\b/gi;
  const end = /<\/style\s*>/gi;
  for (;;) {
    if (!begin.exec(html)) return sheets;
    const from = html.indexOf('>', begin.lastIndex);
    if (from < 0) return sheets;
    end.lastIndex = from;
    const close = end.exec(html);
    if (!close) return sheets;
    sheets.push(html.slice(from + 1, close.index));
    begin.lastIndex = end.lastIndex;
  }
}

function withoutComments(sheet: string): string {
  return sheet
    .replace(/<!--|-->/g, '')
    .split('/*')
    .map((piece, index) => {
      if (index === 0) return piece;
      const end = piece.indexOf('*/');
      return end < 0 ? '' : piece.slice(end + 2);
    })
    .join('');
}
