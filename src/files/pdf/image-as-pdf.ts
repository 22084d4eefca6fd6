import type { ImageSize } from '../pictures/image-size.ts';
import type { ByteType } from '../type-of-bytes.ts';

/** The width of the sheet, in points, that a picture fills: A4. */
const SHEET = 595;
const COMPONENTS: Record<number, { space: string; colors: number }> = {
  0: { space: '/DeviceGray', colors: 1 },
  2: { space: '/DeviceRGB', colors: 3 },
};

/**
 * A picture as the one page of a PDF, whose reader decodes it: the format holds JPEG, and the packed rows of most PNG
 * files, as they are. Undefined for a picture that it cannot hold.
 */
export function imageAsPdf(bytes: Buffer, type: ByteType, size: ImageSize): Buffer | undefined {
  const held = type === 'jpeg' ? heldJpeg(bytes) : type === 'png' ? heldPng(bytes, size) : undefined;
  if (!held) return undefined;
  const broad = Math.min(size.width, size.height);
  const [width, height] = [size.width, size.height].map((side) => Math.round((side / broad) * SHEET));
  const draw = `q ${width} 0 0 ${height} 0 0 cm /P Do Q`;
  const objects: (string | Buffer)[][] = [
    ['<</Type/Catalog/Pages 2 0 R>>'],
    ['<</Type/Pages/Kids[3 0 R]/Count 1>>'],
    [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${size.turn}`,
      '/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>',
    ],
    [`<</Length ${draw.length}>>stream\n${draw}\nendstream`],
    [
      `<</Type/XObject/Subtype/Image/Width ${size.width}/Height ${size.height}${held.entries}`,
      `/Length ${held.data.length}>>stream\n`,
      held.data,
      '\nendstream',
    ],
  ];
  const parts = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  for (const [at, pieces] of objects.entries()) {
    const object = Buffer.concat(
      [`${at + 1} 0 obj`, ...pieces, '\nendobj\n'].map((piece) => Buffer.from(piece)),
    );
    offsets.push(length);
    length += object.length;
    parts.push(object);
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

interface Held {
  entries: string;
  data: Buffer;
}

function heldJpeg(bytes: Buffer): Held | undefined {
  // Four colours for print may be stored turned round: rare, and left to the program that recognises.
  const frame = bytes.findIndex(
    (byte, at) => byte === 0xff && [0xc0, 0xc1, 0xc2].includes(bytes[at + 1] ?? 0),
  );
  const colors = bytes[frame + 9];
  const space = colors === 1 ? '/DeviceGray' : '/DeviceRGB';
  if (frame < 0 || (colors !== 1 && colors !== 3)) return undefined;
  return { entries: `/ColorSpace${space}/BitsPerComponent 8/Filter/DCTDecode`, data: bytes };
}

/** Rows without transparency and in one pass; a palette goes along. */
function heldPng(bytes: Buffer, { width }: ImageSize): Held | undefined {
  const [bits, type, interlaced] = [bytes[24]!, bytes[25]!, bytes[28]!];
  if (interlaced !== 0 || bits > 8) return undefined;
  const data: Buffer[] = [];
  let palette = '';
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const piece = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'IDAT') data.push(piece);
    if (name === 'PLTE') palette = piece.toString('hex');
    at += 12 + length;
  }
  const { space, colors } =
    type === 3 && palette
      ? { space: `[/Indexed/DeviceRGB ${palette.length / 6 - 1}<${palette}>]`, colors: 1 }
      : (COMPONENTS[type] ?? { space: '', colors: 0 });
  if (!space || data.length === 0) return undefined;
  const rows = `/DecodeParms<</Predictor 15/Colors ${colors}/BitsPerComponent ${bits}/Columns ${width}>>`;
  return {
    entries: `/ColorSpace${space}/BitsPerComponent ${bits}/Filter/FlateDecode${rows}`,
    data: Buffer.concat(data),
  };
}
