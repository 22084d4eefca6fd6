import { writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { transcriptDocx } from '../documents/transcript-docx.ts';
import { openSpeech, withoutSpeech } from '../models/speech/open-speech.ts';
import { transcribeRecording } from '../models/speech/transcribe-recording.ts';
import type { Transcript } from '../models/speech/transcript.ts';
import {
  type TranscriptFormat,
  transcriptLines,
  writeTranscript,
} from '../models/speech/write-transcript.ts';
import { leaveByExit } from './leave-by-exit.ts';
import { printResult, progressLine } from './print.ts';
import { requireFile, requireWritable } from './read-input.ts';
import { wrongUsage } from './usage-words.ts';

interface Options {
  out?: string;
  words?: string;
  json?: boolean;
}

const FORMATS: Record<string, TranscriptFormat | 'docx'> = {
  '.json': 'json',
  '.srt': 'srt',
  '.vtt': 'vtt',
  '.txt': 'txt',
  '.docx': 'docx',
};
const DOING = { reading: '读取录音', building: '准备引擎', hearing: '转写' };

/** `mingcai transcribe`: a recording into a transcript, which is no record. */
export function transcribeCommand(program: Command): void {
  program
    .command('transcribe')
    .argument('<audio>', '录音或者录像文件 (recording)')
    .option('--out <file>', '写到 .json、.srt、.vtt、.txt 或 .docx (write the transcript)')
    .option('--words <list>', '可能说到的人名、术语，用逗号或顿号隔开 (vocabulary)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('转写听证录音；转写稿经到场人核对签名后才是笔录 Transcribe a hearing recording')
    .action(async (audio: string, options: Options) => {
      const format = options.out === undefined ? undefined : FORMATS[extname(options.out).toLowerCase()];
      if (options.out !== undefined && format === undefined) {
        wrongUsage(program, `--out 应为 ${Object.keys(FORMATS).join('、')} 文件，请用 --help 查看用法。`);
      }
      requireFile(audio);
      if (options.out !== undefined) requireWritable(options.out);
      const transcript = await transcribe(resolve(audio), options);
      if (options.out !== undefined && format !== undefined) {
        const bytes =
          format === 'docx' ? await transcriptDocx(transcript) : writeTranscript(transcript, format);
        writeFileSync(options.out, bytes);
      }
      printResult(options, transcript, () => textOf(transcript, options.out));
    });
}

async function transcribe(path: string, options: Options): Promise<Transcript> {
  const config = readConfig();
  const engine = await openSpeech(config);
  if (!engine) throw withoutSpeech();
  const progress = progressLine();
  const stay = leaveByExit();
  try {
    return await transcribeRecording(path, engine, {
      workFolder: join(config.dataFolder, 'speech', 'work'),
      vocabulary: options.words?.split(/[,，、\s]+/) ?? [],
      report: ({ doing, done, total }) =>
        progress.report(DOING[doing], Math.round((done / Math.max(total, 1e-9)) * 100), 100),
    });
  } finally {
    stay();
    progress.end();
  }
}

function textOf(transcript: Transcript, out: string | undefined): string {
  const { segments, dropped, audio, model } = transcript;
  return [
    `${audio.seconds.toFixed(1)} 秒，${segments.length} 句，由 ${model} 转写。`,
    ...(segments.length === 0 ? ['录音里没有听到说话。'] : []),
    ...(out === undefined ? transcriptLines(transcript) : [`已写到 ${out}`, ...(transcript.remarks ?? [])]),
    ...(dropped.length > 0 ? ['', `引擎写了而没有采用的（${dropped.length}）：`] : []),
    ...dropped.map(({ start, text, why }) => `  ${start.toFixed(1)} 秒“${text}”（${WHY[why]}）`),
    ...((transcript.unheard ?? []).length > 0 ? ['', '有人说话而没有转出文字、须由人听写的：'] : []),
    ...(transcript.unheard ?? []).map(({ start, end }) => `  ${start.toFixed(1)}–${end.toFixed(1)} 秒`),
  ].join('\n');
}

const WHY = { silence: '该处没有人说话', repeated: '重复', 'known-invention': '引擎惯常的臆造' };
