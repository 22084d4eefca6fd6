import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Wav } from '../models/speech/open-wav.ts';
import { prepareSound } from '../models/speech/prepare-sound.ts';
import { readSamples } from '../models/speech/read-samples.ts';
import type { Recording } from './recording.ts';
import { recordingPlace } from './recording-place.ts';
import { tellDisk } from './tell-disk.ts';

/** Of each second so many peaks are kept. */
export const PEAKS_PER_SECOND = 20;

/** What is being reckoned, by place: nobody reckons the same twice. */
const working = new Map<string, Promise<Uint8Array>>();

/**
 * How loud a recording is, `PEAKS_PER_SECOND` bytes for each second, from 0 to 255: read from the disk where it was
 * reckoned once, reckoned and kept otherwise. Refuses like `prepareSound`.
 */
export async function peaksOf(dataFolder: string, recording: Recording): Promise<Uint8Array> {
  const { path } = recordingPlace(dataFolder, recording.sha256);
  const place = `${path}.peaks`;
  const kept = await readFile(place).catch(() => undefined);
  if (kept) return kept;
  const begun = working.get(place);
  if (begun) return begun;
  const work = reckon(dataFolder, path, place, recording.sha256).finally(() => working.delete(place));
  working.set(place, work);
  return work;
}

/** How long a recording is, in seconds, where its peaks have been reckoned. */
export async function keptSeconds(dataFolder: string, recording: Recording): Promise<number | undefined> {
  const { path } = recordingPlace(dataFolder, recording.sha256);
  const found = await stat(`${path}.peaks`).catch(() => undefined);
  return found && found.size / PEAKS_PER_SECOND;
}

function reckon(dataFolder: string, path: string, place: string, sha256: string): Promise<Uint8Array> {
  const folder = join(dataFolder, 'recordings', '.peaks', sha256);
  return tellDisk(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      const { wav } = await prepareSound(path, folder);
      const peaks = await peaksOfWav(wav);
      const draft = join(folder, 'peaks');
      await writeFile(draft, peaks, { mode: 0o600 });
      await rename(draft, place);
      return peaks;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

async function peaksOfWav(wav: Wav): Promise<Uint8Array> {
  const step = wav.rate / PEAKS_PER_SECOND;
  const peaks = new Uint8Array(Math.ceil(wav.frames / step));
  let frame = 0;
  for await (const block of readSamples(wav)) {
    for (let at = 0; at < block.length; at += wav.channels, frame += 1) {
      const index = Math.floor(frame / step);
      for (let channel = 0; channel < wav.channels; channel += 1) {
        const level = Math.abs(block[at + channel]!) * 255;
        if (level > peaks[index]!) peaks[index] = level;
      }
    }
    // Hours of samples must not keep everybody else waiting.
    await breathe();
  }
  return peaks;
}
