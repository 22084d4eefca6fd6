import { type Matrix, type PdfPage, times } from './pdf/pdf-page.ts';
import type { GreyPicture } from './pictures/grey-picture.ts';

/** A picture and where it lies on the page. */
export interface PlacedPicture {
  picture: GreyPicture;
  /** Lays the unit square, with its lower edge first, onto the page in points. */
  matrix: Matrix;
}

/**
 * The page as a person sees it, in grey: its pictures turned, stretched and laid side by side as the file says, the whole
 * turned back by `skew` degrees. Pixels between those of a small picture are worked out from their neighbours.
 */
export function composePage(
  { width, height }: Pick<PdfPage, 'width' | 'height'>,
  placed: readonly PlacedPicture[],
  dotsPerPoint: number,
  skew = 0,
): GreyPicture {
  const page: GreyPicture = {
    width: Math.max(1, Math.round(width * dotsPerPoint)),
    height: Math.max(1, Math.round(height * dotsPerPoint)),
    pixels: new Uint8Array(0),
  };
  page.pixels = new Uint8Array(page.width * page.height).fill(255);
  const [cos, sin] = [Math.cos((-skew * Math.PI) / 180), Math.sin((-skew * Math.PI) / 180)];
  const [x, y] = [width / 2, height / 2];
  const turn: Matrix = [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
  for (const { picture, matrix } of placed) {
    draw(page, picture, times([dotsPerPoint, 0, 0, dotsPerPoint, 0, 0], times(turn, matrix)));
  }
  return page;
}

/** For each pixel of the page inside the picture, the pixels of the picture that fall there. */
function draw(page: GreyPicture, picture: GreyPicture, [a, b, c, d, e, f]: Matrix): void {
  const determinant = a * d - b * c;
  if (Math.abs(determinant) < 1e-6) return;
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const left = Math.max(0, Math.floor(Math.min(...xs)));
  const right = Math.min(page.width, Math.ceil(Math.max(...xs)));
  const top = Math.max(0, Math.floor(Math.min(...ys)));
  const bottom = Math.min(page.height, Math.ceil(Math.max(...ys)));
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const [dx, dy] = [x + 0.5 - e, y + 0.5 - f];
      const u = (d * dx - c * dy) / determinant;
      const v = (a * dy - b * dx) / determinant;
      if (u < 0 || u > 1 || v < 0 || v > 1) continue;
      // The rows of a picture run downwards, the unit square of the format upwards.
      const grey = between(picture, u * picture.width - 0.5, (1 - v) * picture.height - 0.5);
      page.pixels[y * page.width + x] = grey;
    }
  }
}

/** The brightness between four pixels. */
function between({ width, height, pixels }: GreyPicture, x: number, y: number): number {
  const x0 = Math.min(width - 1, Math.max(0, Math.floor(x)));
  const y0 = Math.min(height - 1, Math.max(0, Math.floor(y)));
  const x1 = Math.min(width - 1, x0 + 1);
  const y1 = Math.min(height - 1, y0 + 1);
  const [right, down] = [Math.min(1, Math.max(0, x - x0)), Math.min(1, Math.max(0, y - y0))];
  const upper = pixels[y0 * width + x0]! * (1 - right) + pixels[y0 * width + x1]! * right;
  const lower = pixels[y1 * width + x0]! * (1 - right) + pixels[y1 * width + x1]! * right;
  return Math.round(upper * (1 - down) + lower * down);
}
