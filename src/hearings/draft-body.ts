import type { AnyCaseFile } from '../cases/case-file.ts';
import { chineseDay } from '../law/dates.ts';
import { type Attendance, LEFT_OUT, type RecordBody, type RecordLine } from './hearing-record.ts';
import { partOfSegments } from './part-of-segments.ts';
import type { RecordForm } from './record-forms.ts';
import type { Recording } from './recording.ts';
import type { KeptSegment } from './transcript-segment.ts';

/** Seconds without text that a person has to account for. */
const GAP_SECONDS = 10;

/** What a record is drafted from. */
interface DraftSource {
  file: AnyCaseFile;
  form: RecordForm;
  recording: Recording;
  segments: KeptSegment[];
  /** How long the recording is, where that is known. */
  seconds?: number | undefined;
  /** Whether an engine listened, so that where it wrote nothing nobody was heard. */
  heard: boolean;
  /** An earlier draft, whose decisions stay for the sentences that they were about. */
  former?: RecordBody | undefined;
}

/** A record as transcript and case give it: what one person says in one go is one line, what nobody wrote down is left out. */
export function draftBody(source: DraftSource): RecordBody {
  const { file, form, segments, former } = source;
  const spoken = segments.filter(({ text }) => text.trim() !== '');
  const parts = partOfSegments(spoken, form);
  const lines: RecordLine[] = [];
  for (const [index, segment] of spoken.entries()) {
    const kept = former?.lines.find((line) => line.segments.includes(segment.id));
    const part = kept?.part ?? parts[index]!;
    const last = lines.at(-1);
    const goesOn =
      last &&
      last.part === part &&
      part !== LEFT_OUT &&
      segment.role !== undefined &&
      last.role === segment.role &&
      last.speaker === segment.speaker &&
      (!former || !kept || kept.segments.includes(last.segments[0]!));
    if (goesOn) {
      last.segments.push(segment.id);
      last.heard += segment.text;
      last.text = last.heard;
      last.end = Math.max(last.end, segment.end);
    } else {
      lines.push({
        id: 0,
        part,
        text: segment.text,
        heard: segment.text,
        ...(segment.role === undefined ? {} : { role: segment.role }),
        ...(segment.speaker === undefined ? {} : { speaker: segment.speaker }),
        segments: [segment.id],
        start: segment.start,
        end: segment.end,
        ...(kept?.reason === undefined ? {} : { reason: kept.reason }),
      });
    }
  }
  for (const line of lines) keepWords(line, former);
  const all = [...lines, ...gaps(source, spoken)].sort((a, b) => a.start - b.start);
  return {
    head: { ...headOf(source), ...former?.head },
    attendance: former?.attendance ?? attendanceOf(file),
    lines: all.map((line, index) => ({ ...line, id: index + 1 })),
    empty: former?.empty ?? {},
  };
}

/** What a person wrote for the same sentences stays as long as the transcript still says the same. */
function keepWords(line: RecordLine, former: RecordBody | undefined): void {
  const same = former?.lines.find(
    ({ segments, heard }) => segments.join() === line.segments.join() && heard === line.heard,
  );
  if (same) line.text = same.text;
}

function gaps({ heard, seconds, former }: DraftSource, segments: KeptSegment[]): RecordLine[] {
  const found: RecordLine[] = [];
  let at = 0;
  const ends = [
    ...segments.map(({ start, end }) => ({ start, end })),
    { start: seconds ?? 0, end: seconds ?? 0 },
  ];
  for (const { start, end } of ends) {
    if (start - at > GAP_SECONDS) {
      const same = former?.lines.find(
        (line) => line.segments.length === 0 && line.start === at && line.end === start,
      );
      const reason = same?.reason ?? (heard ? '语音识别没有听到说话' : undefined);
      found.push({
        id: 0,
        part: LEFT_OUT,
        text: '',
        heard: '',
        segments: [],
        start: at,
        end: start,
        ...(reason === undefined ? {} : { reason }),
      });
    }
    at = Math.max(at, end);
  }
  return found;
}

function headOf({ file, recording }: DraftSource): Record<string, string> {
  const { began, ended } = recording;
  const words = (moment: string) => `${chineseDay(moment.slice(0, 10))} ${moment.slice(11, 16)}`;
  const sameDay = began?.slice(0, 10) === ended?.slice(0, 10);
  const hearing = file.action === 'penalty' ? file.hearing : undefined;
  const open = hearing?.open;
  return {
    cause: file.cause,
    ...(began && ended ? { time: `${words(began)}至${sameDay ? ended.slice(11, 16) : words(ended)}` } : {}),
    ...(open === undefined ? {} : { open: open ? '公开' : '不公开' }),
  };
}

/** Those whom the case names; whether they came a person says. */
function attendanceOf(file: AnyCaseFile): Attendance[] {
  const hearing = file.action === 'penalty' ? file.hearing : undefined;
  const { party } = file;
  const people: [Attendance['role'], string | undefined][] = [
    ['presiding', hearing?.presiding?.name],
    ['clerk', hearing?.clerk],
    ...(file.officers ?? []).map(({ name }) => ['investigator', name] as [Attendance['role'], string]),
    ['party', party.legalRepresentative ?? party.operator ?? party.name],
    ...(hearing?.agents ?? []).map(({ name }) => ['agent', name] as [Attendance['role'], string]),
  ];
  return people.flatMap(([role, name]) => (name ? [{ role, name, present: false }] : []));
}
