import { AppError } from '../errors.ts';
import { visibleText } from '../law/visible-text.ts';
import { carrySpans } from './carry-spans.ts';
import type { Edit } from './edit.ts';
import type { SpeakerRole } from './speaker-roles.ts';
import type { KeptSegment, Span } from './transcript-segment.ts';

/** What an edit takes away and what it puts there; a sentence on both sides is changed. */
export interface Replacement {
  before: KeptSegment[];
  after: KeptSegment[];
}

type PlainEdit = Exclude<Edit, { act: 'undo' }>;

/**
 * What an edit does. `segments` are those that it names (all of them for `replace`); `nextId` is free. Times stay as
 * they are unless the edit is about them. Refuses with `invalid-input` for what cannot be done.
 */
export function applyEdit(edit: PlainEdit, segments: KeptSegment[], nextId: number): Replacement {
  const find = (id: number): KeptSegment => {
    const found = segments.find((segment) => segment.id === id);
    if (!found) throw new AppError('conflict', '这一句已被他人合并或者删去，请看过现在的内容再改。');
    return found;
  };
  switch (edit.act) {
    case 'text':
      return changed([find(edit.id)], (segment) => withText(segment, lineOf(edit.text)));
    case 'role':
      return changed(edit.ids.map(find), (segment) => withRole(segment, edit.role, edit.speaker));
    case 'split':
      return split(find(edit.id), edit, nextId);
    case 'merge':
      return merge(find(edit.id), find(edit.next));
    case 'confirm':
      return changed([find(edit.id)], (segment) => ({
        ...segment,
        uncertain: segment.uncertain.filter(({ from, to }) => from !== edit.from || to !== edit.to),
      }));
    case 'times':
      requireOrder(edit.start, edit.end);
      return changed([find(edit.id)], (segment) => ({ ...segment, start: edit.start, end: edit.end }));
    case 'add': {
      requireOrder(edit.start, edit.end);
      const { start, end } = edit;
      const text = lineOf(edit.text);
      return { before: [], after: [{ id: nextId, start, end, text, uncertain: [], version: 0 }] };
    }
    case 'remove':
      return { before: edit.ids.map(find), after: [] };
    case 'replace':
      return changed(segments, (segment) =>
        withText(
          segment,
          segment.text.replaceAll(edit.find, () => lineOf(edit.replace)),
        ),
      );
  }
}

/** Sentences that come out as they were are no part of the change. */
function changed(before: KeptSegment[], work: (segment: KeptSegment) => KeptSegment): Replacement {
  const pairs = before
    .map((segment) => [segment, work(segment)] as const)
    .filter(([old, fresh]) => JSON.stringify(old) !== JSON.stringify(fresh));
  return { before: pairs.map(([old]) => old), after: pairs.map(([, fresh]) => fresh) };
}

function lineOf(text: string): string {
  return visibleText(text).replaceAll(/\s*\n\s*/g, ' ');
}

function withText(segment: KeptSegment, text: string): KeptSegment {
  return { ...segment, text, uncertain: carrySpans(segment.text, text, segment.uncertain) };
}

function withRole(segment: KeptSegment, role: string | null, speaker: string | undefined): KeptSegment {
  const { role: _, speaker: former, ...rest } = segment;
  const name = speaker === undefined ? former : visibleText(speaker).trim();
  return {
    ...rest,
    ...(role === null ? {} : { role: role as SpeakerRole }),
    ...(name ? { speaker: name } : {}),
  };
}

function split(
  segment: KeptSegment,
  { at, time }: { at: number; time?: number | undefined },
  nextId: number,
): Replacement {
  const signs = [...segment.text];
  if (at <= 0 || at >= signs.length) {
    throw new AppError('invalid-input', '拆分的位置应在句子中间，请把光标放到两部分之间。', {
      faults: [{ path: 'at', expected: `1 至 ${signs.length - 1}` }],
    });
  }
  const { start, end } = segment;
  const reckoned = start + ((end - start) * at) / signs.length;
  const middle = time !== undefined && time > start && time < end ? time : Math.round(reckoned * 100) / 100;
  const spans = (from: number, to: number): Span[] =>
    segment.uncertain.flatMap((span) => {
      const [left, right] = [Math.max(span.from, from), Math.min(span.to, to)];
      return left < right ? [{ from: left - from, to: right - from }] : [];
    });
  return {
    before: [segment],
    after: [
      { ...segment, text: signs.slice(0, at).join(''), end: middle, uncertain: spans(0, at) },
      {
        ...segment,
        id: nextId,
        text: signs.slice(at).join(''),
        start: middle,
        uncertain: spans(at, signs.length),
      },
    ],
  };
}

function merge(first: KeptSegment, next: KeptSegment): Replacement {
  if (first.id === next.id) throw new AppError('invalid-input', '一句不能与自己合并，请选下一句。');
  const length = [...first.text].length;
  const sure = [first.confidence, next.confidence].filter((one) => one !== undefined);
  const { confidence: _, channel, ...rest } = first;
  const merged: KeptSegment = {
    ...rest,
    start: Math.min(first.start, next.start),
    end: Math.max(first.end, next.end),
    text: first.text + next.text,
    ...(sure.length > 0 ? { confidence: Math.min(...sure) } : {}),
    ...(channel !== undefined && channel === next.channel ? { channel } : {}),
    uncertain: [
      ...first.uncertain,
      ...next.uncertain.map(({ from, to }) => ({ from: from + length, to: to + length })),
    ],
  };
  return { before: [first, next], after: [merged] };
}

function requireOrder(start: number, end: number): void {
  if (end < start) {
    throw new AppError('invalid-input', '一句的结束不能早于开始，请改正时间。', {
      faults: [{ path: 'end', expected: `不小于 ${start}` }],
    });
  }
}
