import type { ByteType } from '../type-of-bytes.ts';

/** What the header of a picture says of it. Degrees clockwise by which it is to be turned. */
export interface ImageSize {
  width: number;
  height: number;
  turn: 0 | 90 | 180 | 270;
}

/** Reads the size from the header alone, so that a huge picture is refused before anything decodes it. */
export function imageSize(bytes: Buffer, type: ByteType): ImageSize | undefined {
  try {
    switch (type) {
      case 'png':
        return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), turn: 0 };
      case 'bmp':
        return { width: Math.abs(bytes.readInt32LE(18)), height: Math.abs(bytes.readInt32LE(22)), turn: 0 };
      case 'webp':
        return webpSize(bytes);
      case 'jpeg':
        return jpegSize(bytes);
      case 'tiff':
        return tiffSize(bytes);
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}

function webpSize(bytes: Buffer): ImageSize | undefined {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, turn: 0 };
    case 'VP8L': {
      const packed = bytes.readUInt32LE(21);
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1, turn: 0 };
    }
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, turn: 0 };
    default:
      return undefined;
  }
}

/** The frame header of a JPEG, and how a camera was held. */
function jpegSize(bytes: Buffer): ImageSize | undefined {
  let turn: ImageSize['turn'] = 0;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (marker === 0xe1 && bytes.toString('latin1', at + 4, at + 10) === 'Exif\0\0') {
      turn = turnOf(bytes.subarray(at + 10, at + 2 + length));
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7), turn };
    at += 2 + length;
  }
  return undefined;
}

const WIDTH = 256;
const HEIGHT = 257;
const ORIENTATION = 274;
/** Pictures of one file, in a chain that a broken file may close to a ring. */
const MOST_PICTURES = 1000;

/** The largest picture of a TIFF file. */
function tiffSize(bytes: Buffer): ImageSize | undefined {
  let largest: ImageSize | undefined;
  const little = bytes[0] === 0x49;
  let at = little ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
  for (let count = 0; at !== 0; count++) {
    if (count > MOST_PICTURES) return undefined;
    const { fields, next } = directory(bytes, at, little);
    const size = { width: fields.get(WIDTH) ?? 0, height: fields.get(HEIGHT) ?? 0, turn: 0 as const };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
    at = next;
  }
  return largest;
}

function directory(
  bytes: Buffer,
  at: number,
  little: boolean,
): { fields: Map<number, number>; next: number } {
  const two = (place: number) => (little ? bytes.readUInt16LE(place) : bytes.readUInt16BE(place));
  const four = (place: number) => (little ? bytes.readUInt32LE(place) : bytes.readUInt32BE(place));
  const fields = new Map<number, number>();
  const count = two(at);
  for (let entry = at + 2; entry < at + 2 + count * 12; entry += 12) {
    fields.set(two(entry), two(entry + 2) === 3 ? two(entry + 8) : four(entry + 8));
  }
  return { fields, next: four(at + 2 + count * 12) };
}

/** The orientation in the notes of a camera: 3 upside down, 6 and 8 on a side. */
function turnOf(notes: Buffer): ImageSize['turn'] {
  try {
    const little = notes[0] === 0x49;
    const { fields } = directory(notes, little ? notes.readUInt32LE(4) : notes.readUInt32BE(4), little);
    return ({ 3: 180, 6: 90, 8: 270 } as const)[fields.get(ORIENTATION) ?? 1] ?? 0;
  } catch {
    return 0;
  }
}
