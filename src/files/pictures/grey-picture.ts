/** A picture in grey: one byte for each pixel, row by row, 255 white. */
export interface GreyPicture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** What PDF.js keeps of a picture: bits, or bytes of grey, red-green-blue, or that with transparency. */
interface KeptPicture {
  width?: unknown;
  height?: unknown;
  data?: unknown;
}

/** The picture in grey; undefined when its pixels are not at hand. */
export function greyPicture(kept: unknown): GreyPicture | undefined {
  const { width, height, data } = (kept ?? {}) as KeptPicture;
  if (typeof width !== 'number' || typeof height !== 'number') return undefined;
  if (!(data instanceof Uint8Array) && !(data instanceof Uint8ClampedArray)) return undefined;
  const count = width * height;
  const pixels = new Uint8Array(count);
  const channels = data.length / count;
  if (channels === 1 || channels === 3 || channels === 4) {
    for (let at = 0; at < count; at++) pixels[at] = greyAt(data, at * channels, channels);
    return { width, height, pixels };
  }
  const perRow = (width + 7) >> 3;
  if (data.length < perRow * height) return undefined;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = (data[y * perRow + (x >> 3)]! >> (7 - (x & 7))) & 1;
      pixels[y * width + x] = bit === 1 ? 255 : 0;
    }
  }
  return { width, height, pixels };
}

/** Brightness as television weighs it; what is transparent is white paper. */
function greyAt(data: Uint8Array | Uint8ClampedArray, at: number, channels: number): number {
  if (channels === 1) return data[at]!;
  const grey = (data[at]! * 77 + data[at + 1]! * 150 + data[at + 2]! * 29) >> 8;
  if (channels !== 4) return grey;
  const share = data[at + 3]! / 255;
  return Math.round(grey * share + 255 * (1 - share));
}

/** The brightness that best parts ink from paper (Otsu 1979): ink lies below. */
export function inkBelow({ pixels }: GreyPicture): number {
  const counts = new Float64Array(256);
  for (const grey of pixels) counts[grey]!++;
  let [sumAll, best, at] = [0, -1, 128];
  for (let grey = 0; grey < 256; grey++) sumAll += grey * counts[grey]!;
  let [count, sum] = [0, 0];
  for (let grey = 0; grey < 256; grey++) {
    count += counts[grey]!;
    sum += grey * counts[grey]!;
    const rest = pixels.length - count;
    if (count === 0 || rest === 0) continue;
    const apart = (sum / count - (sumAll - sum) / rest) ** 2 * count * rest;
    if (apart > best) [best, at] = [apart, grey + 1];
  }
  return at;
}

/** As a PGM file, which every program reads and nothing need be compressed for. */
export function asPgm({ width, height, pixels }: GreyPicture): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]);
}
