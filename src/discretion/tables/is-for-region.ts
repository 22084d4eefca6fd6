import type { Benchmark } from '../../corpus/benchmark.ts';

/** Whether a table is for a place: its own region, one above it, or the whole country. One that names none may be. */
export function isForRegion({ region }: Pick<Benchmark, 'region'>, place: string): boolean {
  return region === '全国' || place.startsWith(region);
}

/** A printed table may not say where it applies. */
export function namesNoPlace({ region }: Pick<Benchmark, 'region'>): boolean {
  return region === '';
}
