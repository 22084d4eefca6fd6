import type { GreyPicture } from './grey-picture.ts';

/** Fields into which the breadth of a picture is parted. */
const FIELDS = 32;
/** The share of a field that is darker than its paper. */
const INK = 0.85;
/** Paper that differs by less needs no help. */
const UNEVEN = 35;
const WHITE = 240;
/** A field with darker paper than this is all picture; its neighbours tell about it. */
const DARK = 60;

/**
 * Takes shadows off a photographed page, in place: what ink is depends on the paper beside it, not on the whole sheet.
 * A picture in even light stays as it is.
 */
export function evenLight(picture: GreyPicture): void {
  const { width, height, pixels } = picture;
  const side = Math.max(8, Math.ceil(width / FIELDS));
  const across = Math.ceil(width / side);
  const down = Math.ceil(height / side);
  const paper = paperOf(picture, side, across, down);
  const levels = [...paper].sort((one, other) => one - other);
  const at = (share: number) => levels[Math.floor((levels.length - 1) * share)]!;
  if (at(0.95) - at(0.05) < UNEVEN) return;
  for (let y = 0; y < height; y++) {
    const fy = Math.min(down - 1, Math.max(0, y / side - 0.5));
    const [y0, dy] = [Math.floor(fy), fy - Math.floor(fy)];
    const y1 = Math.min(down - 1, y0 + 1);
    for (let x = 0; x < width; x++) {
      const fx = Math.min(across - 1, Math.max(0, x / side - 0.5));
      const [x0, dx] = [Math.floor(fx), fx - Math.floor(fx)];
      const x1 = Math.min(across - 1, x0 + 1);
      const upper = paper[y0 * across + x0]! * (1 - dx) + paper[y0 * across + x1]! * dx;
      const lower = paper[y1 * across + x0]! * (1 - dx) + paper[y1 * across + x1]! * dx;
      const level = upper * (1 - dy) + lower * dy;
      const place = y * width + x;
      pixels[place] = Math.min(255, Math.round((pixels[place]! * WHITE) / level));
    }
  }
}

/** How bright the paper of each field is. */
function paperOf(
  { width, height, pixels }: GreyPicture,
  side: number,
  across: number,
  down: number,
): Float32Array {
  const paper = new Float32Array(across * down);
  const counts = new Uint32Array(256);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      counts.fill(0);
      let total = 0;
      for (let y = row * side; y < Math.min(height, (row + 1) * side); y++) {
        for (let x = column * side; x < Math.min(width, (column + 1) * side); x++) {
          counts[pixels[y * width + x]!]!++;
          total++;
        }
      }
      let [grey, sum] = [0, counts[0]!];
      while (grey < 255 && sum < total * INK) sum += counts[++grey]!;
      const before =
        column > 0 ? paper[row * across + column - 1]! : row > 0 ? paper[(row - 1) * across]! : WHITE;
      paper[row * across + column] = grey < DARK ? before : grey;
    }
  }
  return paper;
}
