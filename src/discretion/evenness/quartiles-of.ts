export interface Quartiles {
  lower: number;
  median: number;
  upper: number;
}

/** Quartiles by linear interpolation between ordered values (Hyndman and Fan 1996, type 7). Needs at least one value. */
export function quartilesOf(values: readonly number[]): Quartiles {
  const ordered = Float64Array.from(values).sort();
  const at = (part: number): number => {
    const place = (ordered.length - 1) * part;
    const low = Math.floor(place);
    const below = ordered[low] ?? Number.NaN;
    const above = ordered[Math.min(low + 1, ordered.length - 1)] ?? Number.NaN;
    return below + (above - below) * (place - low);
  };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}
