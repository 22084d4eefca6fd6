import type { Segment } from './transcript.ts';

/** A transcript that was made elsewhere. */
export interface ReadTranscript {
  /** Whether it says when things were said; if not, all times are 0. */
  timed: boolean;
  segments: Segment[];
}

const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?`;
const CUE = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}`);
/** [00:01:02] 张三：…, (00:01:02) …, 00:01:02 张三 … */
const LEADING = new RegExp(String.raw`^[[(（【]?\s*${TIME}\s*[\])）】]?\s*(.*)$`);
/** 说话人1 00:01, 张三(00:00:12):, with the words in the same line or in the next. */
const TRAILING = new RegExp(String.raw`^(.{1,24}?)\s*[[(（【\s]\s*${TIME}\s*[\])）】]?\s*[:：]?\s*$`);
const TRAILING_WORDS = new RegExp(String.raw`^(.{1,24}?)\s*[[(（【]\s*${TIME}\s*[\])）】]\s*[:：]?\s*(.+)$`);
/** A name of the file's own making, or a short one before a colon; a sentence may have a colon too, so no signs within. */
const SPEAKER = /^([\p{L}\p{N}·（）() _-]{1,16})\s*[:：]\s*(.*)$/u;
/** A last line lasts as long as reading it takes, in characters per second. */
const PACE = 4;

/** Reads a transcript: subtitles (.srt, .vtt) or plain lines (.txt), also with names of speakers and times. */
export function readTranscript(text: string): ReadTranscript {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  return lines.some((line) => CUE.test(line)) ? readCues(lines) : readLines(lines);
}

function readCues(lines: string[]): ReadTranscript {
  const segments: Segment[] = [];
  let open: Segment | undefined;
  for (const [index, line] of lines.entries()) {
    const cue = CUE.exec(line);
    if (cue) {
      open = { start: seconds(cue, 1), end: seconds(cue, 5), text: '' };
      segments.push(open);
    } else if (line.trim() === '') {
      open = undefined;
    } else if (open && !(isNumber(line) && CUE.test(lines[index + 1] ?? ''))) {
      open.text += `${open.text ? '\n' : ''}${line.trim()}`;
    }
  }
  return {
    timed: true,
    segments: segments
      .map(({ start, end, text }) => ({ start, end: Math.max(start, end), ...speakerOf(text) }))
      .filter(({ text }) => text !== ''),
  };
}

/** `<v 张三>` of a .vtt file, or 张三： at the start. Other marks of subtitles are for the eye only. */
function speakerOf(text: string): Pick<Segment, 'text' | 'speaker'> {
  const voice = /^<v(?:\.[^ >]*)? ([^>]+)>/.exec(text)?.[1]?.trim();
  const plain = text
    .replaceAll(/<[^>\n]*>|\{\\[^}\n]*\}/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
  return voice ? { text: plain, speaker: voice } : named(plain);
}

function named(text: string): Pick<Segment, 'text' | 'speaker'> {
  const found = SPEAKER.exec(text);
  return found ? { text: found[2]!.trim(), speaker: found[1]!.trim() } : { text };
}

function readLines(lines: string[]): ReadTranscript {
  const segments: (Segment & { untimed?: true })[] = [];
  let timed = false;
  let now = 0;
  let head: { speaker?: string } | undefined;
  for (const line of lines.map((one) => one.trim())) {
    if (line === '') {
      continue;
    }
    const same = TRAILING_WORDS.exec(line);
    const above = TRAILING.exec(line);
    const leading = LEADING.exec(line);
    if (leading) {
      now = seconds(leading, 1);
      head = undefined;
      timed = true;
      const said = named(leading[5]!.trim());
      if (said.text) segments.push({ start: now, end: now, ...said });
      else head = said.speaker ? { speaker: said.speaker } : {};
    } else if (same) {
      now = seconds(same, 2);
      head = undefined;
      timed = true;
      segments.push({ start: now, end: now, text: same[6]!.trim(), speaker: plainName(same[1]!) });
    } else if (above) {
      now = seconds(above, 2);
      timed = true;
      head = { speaker: plainName(above[1]!) };
    } else {
      const said = head?.speaker ? { text: line, speaker: head.speaker } : named(line);
      if (said.text) segments.push({ start: now, end: now, ...said });
      else if (said.speaker) head = { speaker: said.speaker };
    }
  }
  return { timed, segments: timed ? withEnds(segments) : segments };
}

/** A line lasts until the next one with a later time, and no longer than reading it takes. */
function withEnds(segments: Segment[]): Segment[] {
  const ended: Segment[] = [];
  let later = Number.POSITIVE_INFINITY;
  let after = Number.POSITIVE_INFINITY;
  for (const segment of segments.toReversed()) {
    if (after > segment.start) later = after;
    after = segment.start;
    const reading = segment.start + Math.max(1, [...segment.text].length / PACE);
    ended.push({ ...segment, end: Math.max(segment.start, Math.min(later, reading)) });
  }
  return ended.reverse();
}

function plainName(name: string): string {
  return name.replace(/[:：\s]+$/, '').trim();
}

function isNumber(line: string): boolean {
  return /^\s*\d+\s*$/.test(line);
}

function seconds(match: RegExpExecArray, at: number): number {
  const [hours, minutes, whole, part] = match.slice(at, at + 4);
  const thousandths = (part ?? '').padEnd(3, '0');
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;
}
