import { join } from 'node:path';
import { getCase } from '../cases/get-case.ts';
import { requireHandler } from '../cases/save-case.ts';
import type { Actor } from '../cases/stored-case.ts';
import type { Db } from '../db/database.ts';
import type { SpeechEngine } from '../models/speech/speech-engine.ts';
import { transcribeRecording } from '../models/speech/transcribe-recording.ts';
import type { KeptTranscript } from './kept-transcript.ts';
import { makeTranscript } from './make-transcript.ts';
import { getRecording } from './recording.ts';
import { recordingPlace } from './recording-place.ts';
import { tellDisk } from './tell-disk.ts';
import { vocabularyOfCase } from './vocabulary-of-case.ts';

const DOING = {
  reading: '读出声音……',
  building: '准备语音识别……',
  hearing: '正在转写……',
};

/**
 * Has the engine write down a kept recording, with the names and titles of its case for a guide, and keeps the text as a
 * new transcript. Killed in the middle, the same call goes on at the last finished part. Progress counts seconds of
 * speech. Refuses like `transcribeRecording`, and with `not-allowed` for anyone but a handler of the case.
 */
export async function transcribeHearing(
  db: Db,
  input: {
    recordingId: string;
    by: Actor;
    dataFolder: string;
    engine: SpeechEngine;
    signal: AbortSignal;
    onProgress: (step: { message: string; done?: number; total?: number }) => void;
  },
): Promise<KeptTranscript> {
  const { by, dataFolder, engine, signal } = input;
  const recording = await getRecording(db, input.recordingId);
  const stored = await getCase(db, recording.caseId);
  requireHandler(stored, by);
  const { path } = recordingPlace(dataFolder, recording.sha256);
  const transcript = await tellDisk(() =>
    transcribeRecording(path, engine, {
      workFolder: join(dataFolder, 'speech', 'work'),
      vocabulary: vocabularyOfCase(stored.file),
      sha256: recording.sha256,
      signal,
      report: ({ doing, done, total }) => {
        input.onProgress({
          message: DOING[doing],
          ...(doing === 'hearing' ? { done: Math.round(done), total: Math.max(1, Math.round(total)) } : {}),
        });
      },
    }),
  );
  signal.throwIfAborted();
  return makeTranscript(db, {
    recordingId: recording.id,
    source: 'engine',
    engine: transcript.engine,
    model: transcript.model,
    seconds: transcript.audio.seconds,
    segments: transcript.segments,
    dropped: transcript.dropped,
    ...(transcript.remarks ? { remarks: transcript.remarks } : {}),
    by,
  });
}
