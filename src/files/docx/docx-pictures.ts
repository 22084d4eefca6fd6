import type { HiddenText } from '../file-text.ts';
import { inflatedEntry, type OpenZip } from '../open-zip.ts';
import { childrenOf, type XmlNode } from '../parse-xml.ts';
import { readImage } from '../pictures/read-image.ts';
import type { ReadContext } from '../read-context.ts';
import { typeOfBytes } from '../type-of-bytes.ts';

/** More pictures than a file of scanned pages has are photographs. */
const MOST = 200;
const PICTURES = new Set(['png', 'jpeg', 'tiff', 'bmp', 'webp']);

/** The words in the pictures of a Word file that is nothing but scanned pages, in their order. */
export async function docxPictures(
  body: XmlNode,
  targetOf: (id: string) => string | undefined,
  open: OpenZip,
  context: ReadContext,
): Promise<{ pages: string[]; notes: string[]; hidden: HiddenText[] }> {
  const names = [...new Set(pictureIds(body).map(targetOf))].slice(0, MOST);
  const pages: string[] = [];
  const notes = new Set<string>();
  const hidden: HiddenText[] = [];
  for (const name of names) {
    const entry = open.entries.find((one) => one.name === name);
    if (!entry) continue;
    context.alive();
    const bytes = await inflatedEntry(open, entry, context.limits);
    const type = typeOfBytes(bytes);
    if (!PICTURES.has(type)) continue;
    const read = await readImage(bytes, type, context);
    pages.push(...read.pages.filter((page) => page.trim()));
    hidden.push(...read.hidden);
    for (const note of read.notes) notes.add(note);
  }
  return { pages, notes: [...notes], hidden };
}

/** The relations that pictures refer to, in the order in which they stand. */
function pictureIds(node: XmlNode): string[] {
  return childrenOf(node).flatMap((child) => {
    const id =
      child.name === 'a:blip'
        ? child.attributes['r:embed']
        : child.name === 'v:imagedata'
          ? child.attributes['r:id']
          : undefined;
    return [...(id ? [id] : []), ...pictureIds(child)];
  });
}
