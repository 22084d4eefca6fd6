import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { buildWhisper } from '../src/models/speech/build-whisper.ts';
import { openSpeech } from '../src/models/speech/open-speech.ts';
import { transcribeRecording } from '../src/models/speech/transcribe-recording.ts';
import { HEARING_LINES } from '../tests/support/hearing-lines.ts';
import { canSpeak, makeHearing } from '../tests/support/make-hearing.ts';
import type { Row } from './run.ts';

const DATA = resolve('node_modules/.cache/mingcai');
const MODEL = resolve(process.env.MINGCAI_WHISPER_MODEL ?? 'models/speech-example/ggml-hearing-example.bin');
/** How often the made-up hearing of nearly three minutes is said over. */
const TIMES = Number(process.env.BENCH_HEARINGS ?? 2);
const THREADS = Math.max(1, Math.min(4, cpus().length));

/**
 * The whole way of a recording beside the bare engine on the same file, once as it is, with its silences, and once without
 * a pause. Processor time, because the wall clock of a busy machine tells nothing; of Linux only.
 */
export async function benchSpeech(): Promise<Row[]> {
  if (!canSpeak || !existsSync(MODEL) || !existsSync('/proc/self/stat')) {
    return [{ name: 'speech: not measured, espeak-ng, the model or /proc is missing', value: 0, unit: '' }];
  }
  const folder = await mkdtemp(join(tmpdir(), 'mingcai-bench-'));
  try {
    const lines = Array.from({ length: TIMES }, () => HEARING_LINES).flat();
    const dense = lines.map((line) => ({ ...line, pause: 0.25 }));
    return [
      ...(await compare(folder, 'with pauses', lines)),
      ...(await compare(folder, 'hardly a pause', dense)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(
  folder: string,
  name: string,
  lines: Parameters<typeof makeHearing>[1],
): Promise<Row[]> {
  const path = join(folder, 'hearing.wav');
  const { seconds } = await makeHearing(path, lines);
  const binary = await buildWhisper(DATA);
  const words = ['-m', MODEL, '-l', 'zh', '-t', `${THREADS}`, '-ojf', '-f', path];
  const bare = await spent(() => promisify(execFile)(binary, words, { maxBuffer: 2 ** 26 }));
  const engine = await openSpeech({ dataFolder: DATA, whisper: { model: MODEL } });
  if (!engine) throw new Error('no engine');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const whole = await spent(() => transcribeRecording(path, engine, { workFolder: join(folder, 'work') }));
  delay.disable();
  const title = `speech of ${Math.round(seconds)} s, ${name}`;
  return [
    { name: `${title}: the bare engine on the file`, value: bare.children.toFixed(1), unit: 's CPU' },
    { name: `${title}: the engine within the whole way`, value: whole.children.toFixed(1), unit: 's CPU' },
    { name: `${title}: the whole way beside the engine`, value: whole.own.toFixed(2), unit: 's CPU' },
    {
      name: `${title}: the whole way over the bare engine`,
      value: ((100 * (whole.own + whole.children)) / bare.children - 100).toFixed(1),
      unit: '%',
    },
    {
      name: `${title}: delay of the event loop, p95`,
      value: (delay.percentile(95) / 1e6).toFixed(0),
      unit: 'ms',
    },
  ];
}

/** Processor seconds of this process and of the programs that it started and that have ended. */
async function spent(work: () => Promise<unknown>): Promise<{ own: number; children: number }> {
  const before = times();
  await work();
  const after = times();
  return { own: after.own - before.own, children: after.children - before.children };
}

function times(): { own: number; children: number } {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ').map(Number);
  // Ticks of a hundredth of a second: user and system of this process, then of its children.
  return { own: (fields[11]! + fields[12]!) / 100, children: (fields[13]! + fields[14]!) / 100 };
}
