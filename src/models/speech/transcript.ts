/** One sentence of a transcript. Times are seconds from the start of the recording. */
export type Segment = {
  start: number;
  end: number;
  text: string;
  /** 0 to 1: the mean probability that the engine gave its words; absent where it tells none. */
  confidence?: number;
  /** The channel of the recording that it was heard in, from 0, where the channels were heard apart. */
  channel?: number;
  /** Who speaks, as an imported transcript says it. */
  speaker?: string;
  /** Words that the engine was unsure of: spans of code points in `text`, the end exclusive. */
  uncertain?: { from: number; to: number }[];
};

/** What the engine wrote and the filters took out, kept so that a person can look. */
export type Dropped = {
  start: number;
  end: number;
  text: string;
  why: 'silence' | 'repeated' | 'known-invention';
};

/** 转写稿: the machine's text of a recording. Never a hearing record: that is only what those present checked and signed. */
export type Transcript = {
  engine: 'whisper.cpp' | 'server' | 'none';
  model: string | null;
  language: 'zh';
  /** Of the original recording, as it was given. */
  audio: { seconds: number; sha256: string };
  segments: Segment[];
  dropped: Dropped[];
  /** Where somebody speaks and there is no text, neither taken over nor dropped: a person has to listen. */
  unheard?: { start: number; end: number }[];
  /** What a person should know about the recording, such as that its end is missing. */
  remarks?: string[];
};
