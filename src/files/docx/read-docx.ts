import { AppError } from '../../errors.ts';
import { decodeText } from '../decode-text.ts';
import type { HiddenText } from '../file-text.ts';
import { isSentence } from '../is-sentence.ts';
import { inflatedEntry, type OpenZip } from '../open-zip.ts';
import { childrenOf, descendantsOf, parseXml, type XmlNode } from '../parse-xml.ts';
import type { ReadContext } from '../read-context.ts';
import type { PageTexts } from '../text-of-file.ts';
import { docxLines } from './docx-lines.ts';
import { docxNumbering } from './docx-numbering.ts';
import { docxPictures } from './docx-pictures.ts';
import { docxStyles } from './docx-styles.ts';

/** With fewer signs a Word file may be scanned pages that were put into it. */
const FEW = 40;
const BROKEN = '不是完整的 Word 文件，可能已损坏，请用办公软件另存为 .docx 后重新放入。';

/**
 * The text of a .docx: headers, the body, footnotes and endnotes, footers. Deleted, hidden, white and tiny words,
 * comments and the words of the properties are hidden. One that is only scanned pages is recognised. AppError when it is broken or beyond a limit.
 */
export async function readDocx(open: OpenZip, context: ReadContext): Promise<PageTexts> {
  const { limits } = context;
  const main = await mainPart();
  const body = await part(main);
  if (!body) throw new AppError('invalid-input', BROKEN);
  const links = await linksOf(main);
  const styles = docxStyles(await part(links.find(({ type }) => type === 'styles')?.target));
  const numbering = docxNumbering(await part(links.find(({ type }) => type === 'numbering')?.target));

  const hidden: HiddenText[] = [];
  const lines: string[] = [];
  const seen = new Set<string>();
  const add = (node: XmlNode | undefined, once: boolean) => {
    if (!node) return;
    const read = docxLines(node, styles, numbering);
    const text = read.lines.join('\n').trim();
    // Each section names its header again.
    if (once && (!text || seen.has(text))) return;
    if (once) seen.add(text);
    lines.push(...(once ? text.split('\n') : read.lines));
    hidden.push(...read.hidden);
  };
  for (const node of await parts('header', shownIn(body, 'w:headerReference'))) add(node, true);
  add(body, false);
  for (const node of await parts('footnotes')) add(node, true);
  for (const node of await parts('endnotes')) add(node, true);
  for (const node of await parts('footer', shownIn(body, 'w:footerReference'))) add(node, true);
  for (const node of await parts('comments')) {
    for (const comment of descendantsOf(node, 'w:comment')) {
      const quote = docxLines(comment, styles, numbering).lines.join('\n').trim();
      if (quote) hidden.push({ quote, how: 'comment' });
    }
  }
  const written = lines.join('\n').trim();
  const pictures =
    written.replace(/\s/g, '').length < FEW
      ? await docxPictures(body, (id) => links.find((link) => link.id === id)?.target, open, context)
      : { pages: [], notes: [], hidden: [] };
  const text = [written, ...pictures.pages].filter((one) => one.trim()).join('\n');
  hidden.push(...pictures.hidden, ...(await metadata(text)));
  return { format: 'docx', pages: [text], hidden, ocr: pictures.pages.length > 0, notes: pictures.notes };

  async function part(name: string | undefined): Promise<XmlNode | undefined> {
    const entry = name && open.entries.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!entry) return undefined;
    const text = decodeText(await inflatedEntry(open, entry, limits));
    if (text === undefined) throw new AppError('invalid-input', BROKEN);
    return parseXml(text.replace(/^\ufeff/, ''));
  }

  /** The parts of one type in the order of their names, or only those that are referred to. */
  async function parts(type: string, ids?: Set<string>): Promise<XmlNode[]> {
    const wanted = links.filter((link) => link.type === type && (!ids || ids.has(link.id)));
    const read: XmlNode[] = [];
    for (const target of new Set(wanted.map((link) => link.target).sort())) {
      const node = await part(target);
      if (node) read.push(node);
    }
    return read;
  }

  async function mainPart(): Promise<string> {
    const root = await part('_rels/.rels');
    const found = root && relationships(root, '').find(({ type }) => type === 'officeDocument');
    return found?.target ?? 'word/document.xml';
  }

  async function linksOf(name: string): Promise<Link[]> {
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    const root = await part(`${folder}_rels/${name.slice(folder.length)}.rels`);
    return root ? relationships(root, folder) : [];
  }

  /** Title, subject, keywords, description and properties of one's own, where they say something that the text does not. */
  async function metadata(text: string): Promise<HiddenText[]> {
    const shown = text.replace(/\s/g, '');
    const words: string[] = [];
    for (const name of ['docProps/core.xml', 'docProps/app.xml', 'docProps/custom.xml']) {
      const node = await part(name).catch(() => undefined);
      if (node) words.push(...leavesOf(node));
    }
    return [...new Set(words.map((word) => word.trim()))]
      .filter((word) => isSentence(word) && !shown.includes(word.replace(/\s/g, '')))
      .map((quote) => ({ quote, how: 'metadata' as const }));
  }
}

interface Link {
  id: string;
  type: string;
  target: string;
}

function relationships(node: XmlNode, folder: string): Link[] {
  return childrenOf(node)
    .flatMap(childrenOf)
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes }) => {
      const target = attributes.Target ?? '';
      return {
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : folder + target,
      };
    });
}

const shownIn = (body: XmlNode, name: string) =>
  new Set(descendantsOf(body, name).map(({ attributes }) => attributes['r:id'] ?? ''));

function leavesOf(node: XmlNode): string[] {
  return node.children.flatMap((child) => (typeof child === 'string' ? [child] : leavesOf(child)));
}
