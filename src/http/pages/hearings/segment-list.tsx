import { SPEAKER_ROLES } from '../../../hearings/speaker-roles.ts';
import type { KeptSegment, Span } from '../../../hearings/transcript-segment.ts';
import { clockWords } from './clock-words.ts';

/** The sentences of a transcript. Script makes them editable; without it they can be read, and heard by their times. */
export function SegmentList({ segments, recordingId }: { segments: KeptSegment[]; recordingId: string }) {
  return (
    <ol class="segments" data-segments aria-label="转写的各句">
      {segments.map((segment) => (
        <SegmentRow segment={segment} recordingId={recordingId} />
      ))}
    </ol>
  );
}

export function SegmentRow({ segment, recordingId }: { segment: KeptSegment; recordingId: string }) {
  const { id, start, end, role, speaker, channel } = segment;
  return (
    <li
      class="segment"
      id={`s${id}`}
      data-id={id}
      data-start={start}
      data-end={end}
      data-version={segment.version}
      data-role={role ?? ''}
      data-speaker={speaker ?? ''}
      data-channel={channel ?? ''}
    >
      <a
        class="time"
        href={`/recordings/${recordingId}/media#t=${start},${end}`}
        title={`${clockWords(start)}—${clockWords(end)}`}
      >
        {clockWords(start)}
      </a>
      <span class="who">
        <span data-role-name>{role ? SPEAKER_ROLES[role] : '未指定'}</span>
        <span class="soft small" data-speaker-name>
          {speakerWords(role, speaker)}
        </span>
      </span>
      <span class="words" data-text lang="zh">
        {piecesOf(segment.text, segment.uncertain).map(({ text, unsure }) =>
          unsure ? (
            <mark class="unsure" title="语音识别没有把握，请听录音确认">
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </span>
    </li>
  );
}

/** A name that only says the role again is not shown twice. */
function speakerWords(role: KeptSegment['role'], speaker = ''): string {
  return role && speaker.endsWith(SPEAKER_ROLES[role]) ? '' : speaker;
}

/** A text cut at the words that nobody has confirmed. */
export function piecesOf(text: string, spans: Span[]): { text: string; unsure: boolean }[] {
  const signs = [...text];
  const pieces: { text: string; unsure: boolean }[] = [];
  let at = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (from < at || to <= from) continue;
    if (from > at) pieces.push({ text: signs.slice(at, from).join(''), unsure: false });
    pieces.push({ text: signs.slice(from, to).join(''), unsure: true });
    at = to;
  }
  if (at < signs.length) pieces.push({ text: signs.slice(at).join(''), unsure: false });
  return pieces;
}
