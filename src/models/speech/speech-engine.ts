/** A few signs that the engine wrote, with its own idea of when and how sure it was. */
export interface Token {
  text: string;
  /** Seconds from the start of the part. */
  start?: number;
  /** 0 to 1. */
  sure?: number;
}

/** A sentence as the engine heard it. Times are seconds from the start of the part. */
export interface Heard {
  start: number;
  end: number;
  tokens: Token[];
  /** 0 to 1, for the sentence as a whole. */
  sure?: number;
  /** The engine itself took it for silence rather than speech. */
  silent?: true;
}

/** What an engine is told beside the sound. */
export interface HearingOrder {
  /** Words that may come up, as a text that could stand before the recording. */
  prompt: string;
  signal?: AbortSignal;
  /** Called for each part as soon as it is done, in order. */
  heard(index: number, sentences: Heard[]): void;
}

/** Something that turns speech into text. The parts are .wav files at 16 kHz of at most 30 s. */
export interface SpeechEngine {
  name: 'whisper.cpp' | 'server';
  /** The name under which its text is recorded. */
  model: string;
  /** How many parts it is best given at once, and how many times it may work side by side. */
  batch: number;
  lanes: number;
  /** Made ready before the first part: may take a minute the first time. */
  prepare(signal?: AbortSignal): Promise<void>;
  /**
   * Hears the parts that lie as `names` in `folder`. Nothing of it runs any longer when the promise settles.
   * @throws AppError unavailable when the engine fails; the reason of `signal` when it is aborted.
   */
  hear(folder: string, names: string[], order: HearingOrder): Promise<void>;
}
