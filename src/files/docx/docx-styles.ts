import { childOf, childrenOf, descendantsOf, type XmlNode } from '../parse-xml.ts';
import { type Look, lookOf, shadeOf } from './docx-look.ts';

/** What the style sheet of a Word file says about the look of text. */
export interface DocxStyles {
  /** What holds where no style says otherwise. */
  defaults: Look;
  /** Of a paragraph or character style, with what it is based on. */
  lookOf(id: string | undefined): Look;
  /** The style of paragraphs that name none. */
  paragraphDefault: string | undefined;
  /** The numbering that a paragraph style brings along. */
  numberingOf(id: string | undefined): XmlNode | undefined;
  /** Table styles that lay a colour behind some cells: letters in them are meant for that ground. */
  shadedTables: ReadonlySet<string>;
}

/** Styles may be based on one another in a ring in a broken file. */
const MAX_CHAIN = 20;

export function docxStyles(sheet: XmlNode | undefined): DocxStyles {
  const root = childOf(sheet, 'w:styles');
  const styles = new Map<string, XmlNode>();
  const shadedTables = new Set<string>();
  let paragraphDefault: string | undefined;
  for (const style of root ? childrenOf(root) : []) {
    const id = style.attributes['w:styleId'];
    if (style.name !== 'w:style' || id === undefined) continue;
    styles.set(id, style);
    const type = style.attributes['w:type'];
    if (type === 'paragraph' && /^(1|true|on)$/.test(style.attributes['w:default'] ?? ''))
      paragraphDefault = id;
    if (type === 'table' && hasShade(style)) shadedTables.add(id);
  }
  const defaults = lookOf(childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'));

  const chainOf = (id: string | undefined) => {
    const chain: XmlNode[] = [];
    let style = id === undefined ? undefined : styles.get(id);
    while (style && chain.length < MAX_CHAIN) {
      chain.unshift(style);
      style = styles.get(childOf(style, 'w:basedOn')?.attributes['w:val'] ?? '');
    }
    return chain;
  };
  const known = new Map<string | undefined, Look>();
  return {
    defaults,
    paragraphDefault,
    shadedTables,
    lookOf(id) {
      let look = known.get(id);
      if (!look) {
        look = {};
        for (const style of chainOf(id)) {
          const behind = shadeOf(childOf(style, 'w:pPr'));
          Object.assign(look, behind && { behind }, lookOf(childOf(style, 'w:rPr')));
        }
        known.set(id, look);
      }
      return look;
    },
    numberingOf(id) {
      return chainOf(id)
        .map((style) => childOf(childOf(style, 'w:pPr'), 'w:numPr'))
        .findLast((found) => found !== undefined);
    },
  };
}

const hasShade = (style: XmlNode) =>
  descendantsOf(style, 'w:shd').some((shade) => /^[0-9a-f]{6}$/i.test(shade.attributes['w:fill'] ?? ''));
