import type { Segment, Transcript } from './transcript.ts';

/** The kinds of text that a transcript is written as. */
export type TranscriptFormat = 'json' | 'srt' | 'vtt' | 'txt';

/** What stands above a transcript that people read: it is no record before those present have checked and signed it. */
export const TRANSCRIPT_NOTE = '机器转写稿，未经核对，不是笔录。';

/** A transcript as the text of a file. */
export function writeTranscript(transcript: Transcript, format: TranscriptFormat): string {
  return FORMATS[format](transcript);
}

const FORMATS: Record<TranscriptFormat, (transcript: Transcript) => string> = {
  json: (transcript) => `${JSON.stringify(transcript, undefined, 2)}\n`,
  srt: ({ segments }) =>
    segments
      .map(
        (segment, index) =>
          `${index + 1}\n${clock(segment.start, ',')} --> ${clock(segment.end, ',')}\n${named(segment, oneLine(segment.text))}\n`,
      )
      .join('\n'),
  vtt: ({ segments }) =>
    [
      'WEBVTT',
      `NOTE ${TRANSCRIPT_NOTE}`,
      ...segments.map((segment) => {
        const voice = segment.speaker === undefined ? '' : `<v ${escaped(oneLine(segment.speaker))}>`;
        return `${clock(segment.start, '.')} --> ${clock(segment.end, '.')}\n${voice}${escaped(oneLine(segment.text))}`;
      }),
      '',
    ].join('\n\n'),
  txt: (transcript) => `${transcriptLines(transcript).join('\n')}\n`,
};

/** A transcript as lines for people: the note, then each sentence with its time and, where known, who speaks. */
export function transcriptLines({ segments, remarks }: Transcript): string[] {
  return [
    TRANSCRIPT_NOTE,
    ...(remarks ?? []),
    ...segments.map((segment) => `[${clock(segment.start)}] ${named(segment, oneLine(segment.text))}`),
  ];
}

function named({ speaker, channel }: Segment, text: string): string {
  const who = speaker ?? (channel === undefined ? undefined : `声道${channel + 1}`);
  return who === undefined ? text : `${oneLine(who)}：${text}`;
}

/** 01:02:03, or with thousandths after the given sign. */
function clock(seconds: number, sign?: string): string {
  const all = Math.round(seconds * 1000);
  const whole = Math.floor(all / 1000);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const text = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return sign === undefined ? text : `${text}${sign}${String(all % 1000).padStart(3, '0')}`;
}

/** A line end, or the arrow between times, would begin another entry. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('-->', '→').trim();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
