import { childOf, descendantsOf, type XmlNode } from '../parse-xml.ts';

/** Far beyond any sheet: in English Metric Units (360,000 to the centimetre) and in twentieths of a point. */
const FAR_EMU = 2_000_000;
const SHEET_EMU = 16_000_000;
const FAR_TWIPS = 3000;
const SHEET_TWIPS = 25_000;
const FAR_POINTS = 150;
/** A ground of a colour that is not worked out: letters are meant to show on it. */
const SOME_COLOR = '808080';

/** Whether a drawing is put where the sheet does not reach. */
export function drawnAway(drawing: XmlNode): boolean {
  if (drawing.name === 'wp:anchor') {
    return descendantsOf(drawing, 'wp:posOffset').some((offset) => {
      const place = Number(offset.children.join(''));
      return place < -FAR_EMU || place > SHEET_EMU;
    });
  }
  const style = drawing.attributes.style ?? '';
  return [...style.matchAll(/(?:margin-)?(?:left|top)\s*:\s*(-?[\d.]+)(pt|in|cm|mm|px)?/gi)].some(
    ([, number, unit]) => Number(number) * (unit === 'in' ? 72 : unit === 'cm' ? 28 : 1) < -FAR_POINTS,
  );
}

/** Whether a paragraph is moved off the sheet, by a frame or by its indents. */
export function paragraphAway(properties: XmlNode | undefined): boolean {
  const frame = childOf(properties, 'w:framePr')?.attributes;
  const indents = childOf(properties, 'w:ind')?.attributes;
  const places = [
    frame?.['w:x'],
    frame?.['w:y'],
    indents?.['w:left'],
    indents?.['w:start'],
    indents?.['w:firstLine'],
  ];
  return places.some((place) => {
    const twips = Number.parseInt(place ?? '', 10);
    return twips < -FAR_TWIPS || twips > SHEET_TWIPS;
  });
}

/** The colour that fills a shape; undefined for none. */
export function fillOfShape(shape: XmlNode): string | undefined {
  if (shape.name.startsWith('v:')) {
    if (/^(f|false|0)$/.test(shape.attributes.filled ?? '')) return undefined;
    return shape.attributes.fillcolor?.match(/^#([0-9a-f]{6})/i)?.[1];
  }
  const fill = childOf(childOf(shape, 'wps:spPr'), 'a:solidFill');
  if (!fill) return childOf(childOf(shape, 'wps:spPr'), 'a:gradFill') && SOME_COLOR;
  const exact = childOf(fill, 'a:srgbClr')?.attributes.val;
  const theme = childOf(fill, 'a:schemeClr')?.attributes.val ?? '';
  return exact ?? (/^(bg1|lt1)$/.test(theme) ? 'FFFFFF' : SOME_COLOR);
}
