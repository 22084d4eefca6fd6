import type { Transcript } from '../models/speech/transcript.ts';
import { transcriptLines } from '../models/speech/write-transcript.ts';
import { renderDocx } from './render-docx.ts';

/** A transcript as .docx, to be read and corrected; it says of itself that it is no record. */
export function transcriptDocx(transcript: Transcript): Promise<Uint8Array> {
  return renderDocx({
    title: '录音转写稿',
    paragraphs: [
      { kind: 'title', text: '录音转写稿' },
      ...transcriptLines(transcript).map((text) => ({ kind: 'body' as const, text })),
    ],
  });
}
