import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program that takes the arguments of whisper.cpp and writes what it is told to, and a model that passes for one. */
export interface FakeWhisper {
  binary: string;
  model: string;
  /** The runs so far: process, arguments, and the parts that each finished. */
  runs(): { pid: number; words: string[]; done: string[] }[];
}

/** What it does with each part. */
export interface Manner {
  /** Milliseconds for each part. */
  slow?: number;
  /** Sentences for every part, times in seconds of the part; `{part}` in a text stands for the number of the part. */
  says?: { start: number; end: number; text: string; sure?: number }[];
  /** Ends with this status before the part of that number. */
  fails?: { before: number; status: number; says?: string };
  /** Starts another process that would go on by itself. */
  helper?: boolean;
}

const SCRIPT = `
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
const { spawn } = require('node:child_process');
const manner = JSON.parse(readFileSync(__dirname + '/manner.json', 'utf8'));
const words = process.argv.slice(2);
const log = (line) => appendFileSync(__dirname + '/log.jsonl', JSON.stringify(line) + '\\n');
log({ pid: process.pid, words });
if (manner.helper) {
  const helper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
  log({ helper: helper.pid });
}
const parts = words.flatMap((word, at) => (word === '-f' ? [words[at + 1]] : []));
const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
for (const part of parts) {
  const number = Number.parseInt(part, 10);
  if (manner.fails && manner.fails.before === number) {
    process.stderr.write((manner.fails.says ?? 'no') + '\\n');
    process.exit(manner.fails.status);
  }
  const seconds = (readFileSync(part).length - 44) / 32000;
  sleep(manner.slow ?? 0);
  const says = manner.says ?? [{ start: 0, end: seconds, text: '第{part}部分的话。' }];
  const transcription = says.map(({ start, end, text, sure }) => {
    const said = text.replaceAll('{part}', number);
    const offsets = { from: Math.round(start * 1000), to: Math.round(end * 1000) };
    return { offsets, text: said, tokens: [{ text: said, id: 5, p: sure ?? 0.9, offsets }] };
  });
  writeFileSync(part + '.json', JSON.stringify({ model: { multilingual: true }, transcription }));
  log({ done: part });
}
`;

/** Puts the program and the model into a folder. */
export function fakeWhisper(folder: string, manner: Manner = {}): FakeWhisper {
  const binary = join(folder, 'whisper');
  const model = join(folder, 'ggml-fake.bin');
  writeFileSync(join(folder, 'manner.json'), JSON.stringify(manner));
  writeFileSync(binary, `#!${process.execPath}\n${SCRIPT}`);
  chmodSync(binary, 0o755);
  const head = Buffer.alloc(64);
  head.writeUInt32LE(0x67676d6c, 0);
  head.writeInt32LE(51_865, 4);
  writeFileSync(model, head);
  return { binary, model, runs: () => runsOf(join(folder, 'log.jsonl')) };
}

function runsOf(log: string) {
  const runs: { pid: number; words: string[]; done: string[]; helper?: number }[] = [];
  const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
  for (const line of text.split('\n').filter(Boolean)) {
    const entry = JSON.parse(line) as { pid?: number; words?: string[]; done?: string; helper?: number };
    if (entry.pid !== undefined) runs.push({ pid: entry.pid, words: entry.words ?? [], done: [] });
    else if (entry.done !== undefined) runs.at(-1)?.done.push(entry.done);
    else if (entry.helper !== undefined) runs.at(-1)!.helper = entry.helper;
  }
  return runs;
}
