import type { Transcript } from '../models/speech/transcript.ts';
import type { KeptTranscript } from './kept-transcript.ts';
import type { Recording } from './recording.ts';
import { SPEAKER_ROLES } from './speaker-roles.ts';
import type { KeptSegment } from './transcript-segment.ts';

/** A kept transcript, as corrected so far, in the shape in which transcripts leave the product. */
export function asTranscript(
  kept: KeptTranscript,
  segments: KeptSegment[],
  recording: Pick<Recording, 'sha256'>,
): Transcript {
  const ends = segments.map(({ end }) => end);
  return {
    engine: kept.engine === 'whisper.cpp' || kept.engine === 'server' ? kept.engine : 'none',
    model: kept.model ?? null,
    language: 'zh',
    audio: { seconds: kept.seconds ?? Math.max(0, ...ends), sha256: recording.sha256 },
    segments: segments.map(({ id: _, version: __, role, speaker, uncertain, ...segment }) => {
      const who = [role && SPEAKER_ROLES[role], speaker].filter((one) => one !== undefined);
      const name = new Set(who).size === 2 ? `${who[0]}（${who[1]}）` : who[0];
      return {
        ...segment,
        ...(name === undefined ? {} : { speaker: name }),
        ...(uncertain.length > 0 ? { uncertain } : {}),
      };
    }),
    dropped: kept.dropped,
    ...(kept.remarks.length > 0 ? { remarks: kept.remarks } : {}),
  };
}
