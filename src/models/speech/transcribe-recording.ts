import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { digestFile } from './digest-file.ts';
import { filterHeard } from './filter-heard.ts';
import { findSpeech, type Stretch } from './find-speech.ts';
import { findUnheard } from './find-unheard.ts';
import { hearingPrompt } from './hearing-prompt.ts';
import { type Levels, measureLevels } from './measure-levels.ts';
import { placeHeard } from './place-heard.ts';
import { type Part, planParts } from './plan-parts.ts';
import { prepareSound, type Sound } from './prepare-sound.ts';
import type { Heard, SpeechEngine } from './speech-engine.ts';
import type { Transcript } from './transcript.ts';
import { openWorkFolder, type WorkFolder } from './work-folder.ts';
import { writePart } from './write-part.ts';

export interface TranscribeOptions {
  /** Where the work lies until it is done; the same work goes on there after a crash. */
  workFolder: string;
  /** Names and terms that may come up, the most important first. */
  vocabulary?: readonly string[];
  /** Of the recording, where it is known already. */
  sha256?: string;
  signal?: AbortSignal;
  /** `hearing` counts seconds of speech, the others shares of one. */
  report?(progress: { doing: 'reading' | 'building' | 'hearing'; done: number; total: number }): void;
}

/** Results of an older way of cutting parts are not taken for those of a newer one. */
const WAY = '1';

/**
 * Transcribes a recording of any kind. Silence is left out before the engine hears anything; what the engine wrote all the
 * same without speech, again and again, or by rote, stands under `dropped`. Finished parts are kept: killed in the middle,
 * the same call goes on from there. Aborted, it rejects with the reason once the engine has ended.
 * @throws AppError invalid-input for a file without sound, unavailable when the engine or a program is missing or fails.
 */
export async function transcribeRecording(
  path: string,
  engine: SpeechEngine,
  options: TranscribeOptions,
): Promise<Transcript> {
  const { signal } = options;
  const sha256 = options.sha256 ?? (await digestFile(path, signal));
  const prompt = hearingPrompt(options.vocabulary ?? []);
  await mkdir(options.workFolder, { recursive: true });
  const work = await openWorkFolder(options.workFolder, [WAY, sha256, engine.name, engine.model, prompt]);
  try {
    const sound = await soundIn(work, path, options);
    const levels = await measureLevels(sound.wav, signal ? { signal } : {});
    const speech = findSpeech(levels.mix);
    const parts = planParts(speech, levels.mix);
    const heard = await hearAll(engine, { work, sound, levels, parts, prompt }, options);
    const transcript = compose(engine, { sha256, sound, levels, speech, parts, heard, prompt });
    await work.remove();
    return transcript;
  } catch (error) {
    await work.leave();
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    throw new AppError('unavailable', '磁盘空间不够，放不下转写的工作文件，请腾出空间后重试。', {
      cause: error,
    });
  }
}

/** A working copy that was finished before a crash is used again. */
async function soundIn(work: WorkFolder, path: string, options: TranscribeOptions): Promise<Sound> {
  const kept = await work.read<Sound>('sound.json');
  if (kept) return kept.wav.path.startsWith(work.path) ? kept : { ...kept, wav: { ...kept.wav, path } };
  const sound = await prepareSound(path, work.path, {
    ...(options.signal ? { signal: options.signal } : {}),
    report: (share) => options.report?.({ doing: 'reading', done: share, total: 1 }),
  });
  await work.keep('sound.json', sound);
  return sound;
}

interface Task {
  work: WorkFolder;
  sound: Sound;
  levels: Levels;
  parts: Part[];
  prompt: string;
}

async function hearAll(engine: SpeechEngine, task: Task, options: TranscribeOptions): Promise<Heard[][]> {
  const { work, sound, parts } = task;
  const heard: (Heard[] | undefined)[] = parts.map(() => undefined);
  for (const { part, sentences } of await work.lines<{ part: number; sentences: Heard[] }>('heard.jsonl')) {
    if (part < parts.length) heard[part] = sentences;
  }
  const left = parts.flatMap((_, index) => (heard[index] ? [] : [index]));
  if (left.length > 0) {
    options.report?.({ doing: 'building', done: 0, total: 1 });
    await engine.prepare(options.signal);
  }
  const seconds = parts.map(({ length }) => length / sound.wav.rate);
  const total = seconds.reduce((sum, length) => sum + length, 0);
  const report = () => {
    const done = seconds.reduce((sum, length, index) => sum + (heard[index] ? length : 0), 0);
    options.report?.({ doing: 'hearing', done, total });
  };
  report();
  // One that fails ends the others, or they would go on hearing for nobody.
  const failure = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failure.signal]) : failure.signal;
  const lane = async () => {
    for (let batch = take(left, engine); batch.length > 0; batch = take(left, engine)) {
      await hearBatch(engine, task, batch, signal, async (part, sentences) => {
        heard[part] = sentences;
        report();
        await work.add('heard.jsonl', { part, sentences });
      });
    }
  };
  const lanes = Array.from({ length: Math.min(engine.lanes, left.length) }, () =>
    lane().catch((error: unknown) => {
      failure.abort(error);
      throw error;
    }),
  );
  const outcomes = await Promise.allSettled(lanes);
  options.signal?.throwIfAborted();
  if (failure.signal.aborted) throw failure.signal.reason;
  if (outcomes.some(({ status }) => status === 'rejected')) throw new Error('a lane failed without a reason');
  return heard.map((sentences) => sentences ?? []);
}

/** As many parts as are good for the engine, but no more than leave work for the other lanes. */
function take(left: number[], { batch, lanes }: SpeechEngine): number[] {
  return left.splice(0, Math.min(batch, Math.ceil(left.length / lanes)));
}

async function hearBatch(
  engine: SpeechEngine,
  { work, sound, levels, parts, prompt }: Task,
  batch: number[],
  signal: AbortSignal,
  keep: (part: number, sentences: Heard[]) => Promise<void>,
): Promise<void> {
  const names = batch.map((part) => `${String(part).padStart(5, '0')}.wav`);
  for (const [index, name] of names.entries()) {
    signal.throwIfAborted();
    await writePart(sound.wav, parts[batch[index]!]!, levels.signs, join(work.path, name));
  }
  const kept: Promise<void>[] = [];
  const heard = (index: number, sentences: Heard[]) => {
    kept.push(keep(batch[index]!, sentences));
  };
  await engine.hear(work.path, names, { prompt, signal, heard }).finally(() => Promise.allSettled(kept));
  await Promise.all(kept);
}

function compose(
  engine: SpeechEngine,
  result: Omit<Task, 'work'> & { sha256: string; speech: Stretch[]; heard: Heard[][] },
): Transcript {
  const { sound, levels, speech, parts, heard, prompt, sha256 } = result;
  const placed = parts.flatMap((part, index) => placeHeard(part, heard[index] ?? [], speech, levels));
  placed.sort((a, b) => a.segment.start - b.segment.start);
  const { segments, dropped } = filterHeard(placed, prompt);
  const unheard = findUnheard(speech, [...segments, ...dropped]);
  return {
    engine: engine.name,
    model: engine.model,
    language: 'zh',
    audio: { seconds: Math.round(sound.seconds * 1000) / 1000, sha256 },
    segments,
    dropped,
    ...(unheard.length > 0 ? { unheard } : {}),
    ...(sound.remarks.length > 0 ? { remarks: sound.remarks } : {}),
  };
}
