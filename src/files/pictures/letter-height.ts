import { type GreyPicture, inkBelow } from './grey-picture.ts';

/** Rows with less ink than this many pixels are blank: dust and the blur of scanning. */
const DUST = 2;
const FEW = 3;

/**
 * How high the letters of most lines of a straight picture are, in pixels: the height of the bands of ink between blank
 * rows, each counting by its ink. Undefined when there are hardly any such bands.
 */
export function letterHeight(picture: GreyPicture): number | undefined {
  const below = inkBelow(picture);
  const { width, height, pixels } = picture;
  const bands: { high: number; ink: number }[] = [];
  let band = { high: 0, ink: 0 };
  for (let y = 0; y <= height; y++) {
    let ink = 0;
    if (y < height) for (let x = 0; x < width; x++) if (pixels[y * width + x]! < below) ink++;
    if (ink > DUST) band = { high: band.high + 1, ink: band.ink + ink };
    else {
      if (band.high > FEW) bands.push(band);
      band = { high: 0, ink: 0 };
    }
  }
  if (bands.length < FEW) return undefined;
  bands.sort((one, other) => one.high - other.high);
  const half = bands.reduce((sum, { ink }) => sum + ink, 0) / 2;
  let sum = 0;
  for (const { high, ink } of bands) {
    sum += ink;
    if (sum >= half) return high;
  }
  return undefined;
}
