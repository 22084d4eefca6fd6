import type { HiddenHow, HiddenText } from '../file-text.ts';
import { isSentence } from '../is-sentence.ts';
import { childOf, childrenOf, descendantsOf, type XmlNode } from '../parse-xml.ts';
import { rowLines } from '../row-lines.ts';
import { hiddenHow, type Look, lookOf, shadeOf } from './docx-look.ts';
import type { DocxNumbering } from './docx-numbering.ts';
import { drawnAway, fillOfShape, paragraphAway } from './docx-place.ts';
import type { DocxStyles } from './docx-styles.ts';
import { docxSymbol } from './docx-symbol.ts';

/** What one part of a Word file (the body, a header, the notes) shows. */
export interface DocxLines {
  lines: string[];
  hidden: HiddenText[];
}

/** Where letters stand: what is behind them, and whether all of it is out of sight for a reason of its own. */
interface Place {
  ground?: string;
  how?: HiddenHow;
}

const SIGNS: Record<string, string> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** Lines with less height than this, in twentieths of a point, show nothing. */
const TINY_LINE = 40;

export function docxLines(part: XmlNode, styles: DocxStyles, numbering: DocxNumbering): DocxLines {
  const hidden: HiddenText[] = [];
  /** Paragraphs and tables below a node, each line of them. */
  function blocks(node: XmlNode, place: Place): string[] {
    return childrenOf(node).flatMap((child) => {
      switch (child.name) {
        case 'w:p':
          return paragraph(child, place);
        case 'w:tbl':
          return table(child, place);
        case 'w:sectPr':
        case 'w:tcPr':
        case 'w:sdtPr':
          return [];
        case 'mc:AlternateContent':
          return blocks(chosen(child), place);
        case 'w:del':
        case 'w:moveFrom':
          return blocks(child, { ...place, how: place.how ?? 'hidden' });
        default:
          return blocks(child, place);
      }
    });
  }

  function paragraph(node: XmlNode, place: Place): string[] {
    const properties = childOf(node, 'w:pPr');
    const styleId = childOf(properties, 'w:pStyle')?.attributes['w:val'] ?? styles.paragraphDefault;
    const spacing = childOf(properties, 'w:spacing')?.attributes;
    const flat =
      spacing?.['w:lineRule'] === 'exact' && Number.parseInt(spacing['w:line'] ?? '', 10) <= TINY_LINE;
    const base = { ...styles.defaults, ...styles.lookOf(styleId) };
    const shade = shadeOf(properties);
    const ground = shade && shade !== 'none' ? shade : place.ground;
    const how = place.how ?? (flat ? 'tiny' : paragraphAway(properties) ? 'off-page' : undefined);
    const run = new Letters(node, base, { ...(ground && { ground }), ...(how && { how }) });
    run.read();
    const label = run.text.trim() ? numbering.labelOf(properties, styles.numberingOf(styleId)) : '';
    return [...(label + run.text).split('\n'), ...run.boxes];
  }

  function table(node: XmlNode, place: Place): string[] {
    const properties = childOf(node, 'w:tblPr');
    const shaded = styles.shadedTables.has(childOf(properties, 'w:tblStyle')?.attributes['w:val'] ?? '');
    return rowsOf(node).flatMap((row) => {
      const height = childOf(childOf(row, 'w:trPr'), 'w:trHeight')?.attributes;
      const flat = height?.['w:hRule'] === 'exact' && Number.parseInt(height['w:val'] ?? '', 10) <= TINY_LINE;
      const gone = childOf(childOf(row, 'w:trPr'), 'w:del') !== undefined;
      const how = place.how ?? (gone ? 'hidden' : flat ? 'tiny' : undefined);
      const cells = cellsOf(row).map((cell) => {
        const shade = shadeOf(childOf(cell, 'w:tcPr'));
        // A table style may colour this very cell: which ones it colours is not worked out.
        const ground = shade && shade !== 'none' ? shade : shaded ? '808080' : place.ground;
        const lines = blocks(cell, { ...(ground && { ground }), ...(how && { how }) });
        return lines.map((line) => line.replaceAll('\t', ' ').trim()).filter(Boolean);
      });
      return rowLines(cells);
    });
  }

  /** Reads what stands in a paragraph, run by run; what hangs in text boxes follows the paragraph. */
  class Letters {
    text = '';
    boxes: string[] = [];
    readonly #node: XmlNode;
    readonly #base: Look;
    readonly #place: Place;
    #dark: HiddenText | undefined;
    /** The colour of the shape that is being read. */
    #fill: string | undefined;

    constructor(node: XmlNode, base: Look, place: Place) {
      this.#node = node;
      this.#base = base;
      this.#place = place;
    }

    read(): void {
      this.#inline(this.#node, this.#base, this.#place.how);
    }

    #inline(node: XmlNode, look: Look, how: HiddenHow | undefined): void {
      for (const child of childrenOf(node)) this.#piece(child, look, how);
    }

    #piece(node: XmlNode, look: Look, how: HiddenHow | undefined): void {
      switch (node.name) {
        case 'w:r': {
          const properties = childOf(node, 'w:rPr');
          const style = childOf(properties, 'w:rStyle')?.attributes['w:val'];
          const own = { ...look, ...(style && styles.lookOf(style)), ...lookOf(properties) };
          this.#inline(node, own, how ?? hiddenHow(own, this.#place.ground));
          return;
        }
        case 'w:t':
        case 'm:t':
          this.#put(textIn(node), how);
          return;
        case 'w:delText':
          this.#put(textIn(node), how ?? 'hidden');
          return;
        case 'w:tab':
        case 'w:ptab':
        case 'w:br':
        case 'w:cr':
        case 'w:noBreakHyphen':
          this.#put(SIGNS[node.name] ?? '', how);
          return;
        case 'w:sym':
          this.#put(docxSymbol(node.attributes['w:font'] ?? '', node.attributes['w:char'] ?? ''), how);
          return;
        case 'w:instrText':
        case 'w:delInstrText': {
          const words = textIn(node).trim();
          if (isSentence(words)) hidden.push({ quote: words, how: 'hidden' });
          return;
        }
        case 'w:del':
        case 'w:moveFrom':
          this.#inline(node, look, how ?? 'hidden');
          return;
        // The small reading above a character is no word of the text.
        case 'w:rt':
        case 'w:pPr':
        case 'w:rPr':
        case 'w:sdtPr':
          return;
        case 'mc:AlternateContent':
          this.#inline(chosen(node), look, how);
          return;
        case 'wp:docPr': {
          const words = node.attributes.descr ?? '';
          if (isSentence(words)) hidden.push({ quote: words, how: 'metadata' });
          return;
        }
        case 'wp:anchor':
        case 'wps:wsp':
        case 'v:shape':
        case 'v:rect': {
          const outer = this.#fill;
          this.#fill = fillOfShape(node) ?? outer;
          this.#inline(node, look, how ?? (drawnAway(node) ? 'off-page' : undefined));
          this.#fill = outer;
          return;
        }
        case 'w:txbxContent':
          this.boxes.push(
            ...blocks(node, { ...(this.#fill && { ground: this.#fill }), ...(how && { how }) }),
          );
          return;
        default:
          this.#inline(node, look, how);
          return;
      }
    }

    #put(words: string, how: HiddenHow | undefined): void {
      if (!how) {
        this.text += words;
        if (words.trim()) this.#dark = undefined;
      } else if (this.#dark?.how === how) this.#dark.quote += words;
      else if (words.trim()) {
        this.#dark = { quote: words, how };
        hidden.push(this.#dark);
      }
    }
  }

  return { lines: blocks(part, {}), hidden };
}

/** The rows of a table, through the wrappers of content controls and tracked changes. */
function rowsOf(node: XmlNode): XmlNode[] {
  return childrenOf(node).flatMap((child) =>
    child.name === 'w:tr' ? [child] : child.name === 'w:tc' ? [] : rowsOf(child),
  );
}

function cellsOf(row: XmlNode): XmlNode[] {
  return childrenOf(row).flatMap((child) => (child.name === 'w:tc' ? [child] : cellsOf(child)));
}

/** Word shows the first choice that it can draw; the other form says the same again. */
function chosen(node: XmlNode): XmlNode {
  const choice = childOf(node, 'mc:Choice');
  const fallback = childOf(node, 'mc:Fallback');
  const says = (branch: XmlNode | undefined) =>
    branch !== undefined && descendantsOf(branch, 'w:t').some((letters) => textIn(letters).trim());
  return (says(choice) || !says(fallback) ? choice : fallback) ?? { name: '', attributes: {}, children: [] };
}

const textIn = (node: XmlNode) =>
  node.children
    .filter((child) => typeof child === 'string')
    .join('')
    .replace(/[\r\n\t]+/g, ' ');
