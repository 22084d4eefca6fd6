import { NOTHING } from './measure-levels.ts';

/** Frames from `from` up to but without `to`. */
export interface Stretch {
  from: number;
  to: number;
}

const SECOND = 50;
/** The noise of the room is what the quietest tenth of the frames around has. */
const QUIETEST = 0.1;
const AROUND = 10 * SECOND;
/** In decibels above the noise: where speech begins, and where it has ended. */
const BEGIN = 6.5;
const END = 4;
/** Nothing below is a voice, whatever the noise. */
const FAINTEST = -70;
/** A place without any pause is no noisier than the rest of the recording by more than this. */
const NOISIER = 12;
/** Shorter gaps are within a word. */
const GAP = 0.2 * SECOND;
/** Shorter sounds are a knock, not a syllable. */
const SHORTEST = 0.1 * SECOND;

/** Where somebody speaks: stretches of frames that stand out from the noise around them, in order, apart. */
export function findSpeech(levels: Float32Array): Stretch[] {
  const floors = noiseFloors(levels);
  const found: Stretch[] = [];
  let from = -1;
  for (let frame = 0; frame <= levels.length; frame += 1) {
    const level = frame < levels.length ? levels[frame]! : NOTHING;
    const floor = floors[Math.min(floors.length - 1, Math.floor(frame / SECOND))] ?? NOTHING;
    if (from < 0) {
      if (level > Math.max(FAINTEST, floor + BEGIN)) from = frame;
    } else if (level <= Math.max(FAINTEST, floor + END)) {
      const last = found.at(-1);
      if (last && from - last.to < GAP) last.to = frame;
      else found.push({ from, to: frame });
      from = -1;
    }
  }
  return found.filter(({ from, to }) => to - from >= SHORTEST);
}

/** The noise at each second. Frames without any sound say nothing about the room: the recorder had cut it off. */
function noiseFloors(levels: Float32Array): Float32Array {
  const everywhere = new Tally();
  for (const level of levels) everywhere.change(level, 1);
  const most = everywhere.quietest() + NOISIER;
  const floors = new Float32Array(Math.ceil(levels.length / SECOND));
  const near = new Tally();
  let into = 0;
  let out = 0;
  for (let second = 0; second < floors.length; second += 1) {
    const middle = second * SECOND + SECOND / 2;
    for (; into < Math.min(levels.length, middle + AROUND); into += 1) near.change(levels[into]!, 1);
    for (; out < middle - AROUND; out += 1) near.change(levels[out]!, -1);
    floors[second] = Math.min(most, near.quietest());
  }
  return floors;
}

/** How many frames have each level, to half a decibel. */
class Tally {
  readonly #counts = new Int32Array(-NOTHING * 2 + 20);
  #all = 0;

  change(level: number, by: number): void {
    if (level <= NOTHING + 5) return;
    this.#counts[Math.round((level - NOTHING) * 2)]! += by;
    this.#all += by;
  }

  /** The level below which the quietest tenth lies; nothing at all where there is nothing. */
  quietest(): number {
    let left = this.#all * QUIETEST;
    if (left === 0) return NOTHING;
    for (let at = 0; at < this.#counts.length; at += 1) {
      left -= this.#counts[at]!;
      if (left <= 0) return at / 2 + NOTHING;
    }
    return 0;
  }
}
