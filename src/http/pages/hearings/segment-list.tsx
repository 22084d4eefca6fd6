import { raw } from 'hono/html';
import { SPEAKER_ROLES } from '../../../hearings/speaker-roles.ts';
import type { KeptSegment, Span } from '../../../hearings/transcript-segment.ts';
import { clockWords } from './clock-words.ts';

/** The sentences of a transcript. Script makes them editable; without it they can be read, and heard by their times. */
export function SegmentList({ segments, recordingId }: { segments: KeptSegment[]; recordingId: string }) {
  return (
    <ol class="segments" data-segments aria-label="转写的各句">
      {raw(segments.map((segment) => rowHtml(segment, recordingId)).join(''))}
    </ol>
  );
}

/** As text rather than as elements: a hearing has thousands, and meanwhile nobody else is served. */
function rowHtml(
  { id, start, end, version, role, speaker, channel, text, uncertain }: KeptSegment,
  recordingId: string,
) {
  const name = role ? SPEAKER_ROLES[role] : '未指定';
  // A name that only says the role again is not shown twice.
  const shown = role && speaker?.endsWith(name) ? '' : (speaker ?? '');
  const words = piecesOf(text, uncertain)
    .map((piece) =>
      piece.unsure ? `<mark class="unsure">${escaped(piece.text)}</mark>` : escaped(piece.text),
    )
    .join('');
  return (
    `<li class="segment" id="s${id}" data-id="${id}" data-start="${start}" data-end="${end}" data-version="${version}"` +
    ` data-role="${role ?? ''}" data-speaker="${escaped(speaker ?? '')}" data-channel="${channel ?? ''}">` +
    `<a class="time" href="/recordings/${recordingId}/media#t=${start},${end}">${clockWords(start)}</a>` +
    `<span class="who"><span data-role-name>${name}</span> <span class="soft small" data-speaker-name>${escaped(shown)}</span></span>` +
    `<span class="words" data-text lang="zh">${words}</span></li>`
  );
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A text cut at the words that nobody has confirmed. */
function piecesOf(text: string, spans: Span[]): { text: string; unsure: boolean }[] {
  if (spans.length === 0) return [{ text, unsure: false }];
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
