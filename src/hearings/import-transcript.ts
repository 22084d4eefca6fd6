import type { Actor } from '../cases/stored-case.ts';
import type { Db } from '../db/database.ts';
import { AppError } from '../errors.ts';
import { visibleText } from '../law/visible-text.ts';
import { readTranscript } from '../models/speech/read-transcript.ts';
import type { KeptTranscript } from './kept-transcript.ts';
import { makeTranscript } from './make-transcript.ts';

const MOST_SENTENCES = 20_000;

/**
 * Keeps a text that was made elsewhere (.srt, .vtt, .txt) or typed as a transcript of a recording. Where it names no
 * times they are 0 and a person sets them. Refuses with `invalid-input` for one without any sentence.
 */
export async function importTranscript(
  db: Db,
  input: { recordingId: string; text: string; file?: string | undefined; by: Actor },
): Promise<KeptTranscript> {
  const { timed, segments } = readTranscript(input.text);
  if (segments.length === 0) {
    throw new AppError(
      'invalid-input',
      '没有读到文字；请选择 .srt、.vtt 或 .txt 的转写稿，或者把文字粘贴进来，一句一行。',
      { faults: [{ path: 'text', expected: '至少一句话' }] },
    );
  }
  if (segments.length > MOST_SENTENCES) {
    throw new AppError('limit', `转写稿超过 ${MOST_SENTENCES} 句，没有导入；请分段录制、分段导入。`);
  }
  const file = input.file === undefined ? undefined : visibleText(input.file).trim().slice(-200);
  return makeTranscript(db, {
    recordingId: input.recordingId,
    source: file ? 'import' : 'typed',
    segments,
    ...(timed ? {} : { remarks: ['文字没有时间：请在听录音时逐句设定起止。'] }),
    ...(file ? { file } : {}),
    by: input.by,
  });
}
