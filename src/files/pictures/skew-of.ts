import { type GreyPicture, inkBelow } from './grey-picture.ts';

/** A sheet lies askew on the glass by a few degrees at most. */
const MOST = 4;
const STEP = 0.1;
/** Points of ink that are enough to tell. */
const ENOUGH = 40_000;

/**
 * By how many degrees the lines of a picture sink to the right: the angle along which its ink gathers in the sharpest
 * rows. 0 for a picture with hardly any ink.
 */
export function skewOf(picture: GreyPicture): number {
  const { xs, ys } = inkOf(picture);
  if (xs.length < 200) return 0;
  let [best, angle] = [-1, 0];
  for (let step = -MOST / STEP; step <= MOST / STEP; step++) {
    const degrees = step * STEP;
    const sharp = sharpness(xs, ys, picture, degrees);
    if (sharp > best * (Math.abs(degrees) < Math.abs(angle) ? 1 : 1.000001)) [best, angle] = [sharp, degrees];
  }
  return Math.round(angle * 10) / 10;
}

/** The places of ink, thinned out evenly to as many as are needed. */
function inkOf(picture: GreyPicture): { xs: Float32Array; ys: Float32Array } {
  const below = inkBelow(picture);
  const { width, height, pixels } = picture;
  let count = 0;
  for (const grey of pixels) if (grey < below) count++;
  const every = Math.max(1, Math.floor(count / ENOUGH));
  const xs = new Float32Array(Math.ceil(count / every));
  const ys = new Float32Array(xs.length);
  let [seen, kept] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[y * width + x]! >= below || seen++ % every !== 0) continue;
      xs[kept] = x;
      ys[kept++] = y;
    }
  }
  return { xs, ys };
}

/** How much the rows differ along an angle: the sum of the squares of what each row holds. */
function sharpness(
  xs: Float32Array,
  ys: Float32Array,
  { width, height }: GreyPicture,
  degrees: number,
): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  // Whole pixels: else some rows would hold more of them than others when nothing is turned.
  const row = Math.max(1, Math.round(height / 1800));
  const shift = width * Math.tan((MOST * Math.PI) / 180) + 1;
  const rows = new Float64Array(Math.ceil((height + 2 * shift) / row) + 1);
  for (let at = 0; at < xs.length; at++) rows[Math.floor((ys[at]! - xs[at]! * slope + shift) / row)]!++;
  let sum = 0;
  for (const count of rows) sum += count * count;
  return sum;
}
