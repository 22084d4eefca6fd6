import { type HearingRecord, LEFT_OUT } from './hearing-record.ts';
import type { RecordForm } from './record-forms.ts';
import { SPEAKER_ROLES } from './speaker-roles.ts';
import type { KeptSegment } from './transcript-segment.ts';

/** Something that a record still lacks, with the id of the place on its page where it is supplied. */
export interface Lack {
  text: string;
  at: string;
}

/** Listed one by one up to so many of a kind. */
const MOST = 20;

/**
 * What stands between a draft and its confirmation: places of the head that are empty, parts without words, sentences of
 * the transcript that are neither in the record nor left out with a reason, words that nobody has confirmed, lines of
 * nobody.
 */
export function recordLacks(
  record: Pick<HearingRecord, 'body' | 'transcriptRevision'>,
  form: RecordForm,
  transcript: { revision: number; segments: KeptSegment[] },
): Lack[] {
  const { head, attendance, lines, empty } = record.body;
  const lacks: Lack[] = [];
  if (transcript.revision !== record.transcriptRevision) {
    lacks.push({ text: '转写稿在起草以后有改动，请按现在的转写稿更新草稿', at: 'redraft' });
  }
  for (const { key, label } of form.head) {
    if (!head[key]?.trim()) lacks.push({ text: `没有填写${label}`, at: `field-head-${key}` });
  }
  const present = attendance.filter((one) => one.present);
  for (const role of form.must) {
    if (!present.some((one) => one.role === role)) {
      lacks.push({ text: `没有到场的${SPEAKER_ROLES[role]}`, at: 'attendance' });
    }
  }
  if (form.must.length === 0 && present.length === 0)
    lacks.push({ text: '没有勾选到场人员', at: 'attendance' });
  for (const { key, label } of form.parts) {
    if (!lines.some((line) => line.part === key && line.text.trim()) && !empty[key]?.trim()) {
      lacks.push({ text: `“${label}”没有内容，也没有说明原因`, at: `part-${key}` });
    }
  }
  const open = lines.filter(({ part, reason }) => part === LEFT_OUT && !reason?.trim());
  lacks.push(
    ...counted(
      open,
      () => '一段没有写入笔录，也没有说明原因',
      (line) => `line-${line.id}`,
    ),
  );
  const nobody = lines.filter(({ part, role }) => part !== LEFT_OUT && role === undefined);
  lacks.push(
    ...counted(
      nobody,
      () => '一句没有指定发言人（在转写稿中指定）',
      (line) => `line-${line.id}`,
    ),
  );
  const blank = lines.filter(({ part, text }) => part !== LEFT_OUT && text.trim() === '');
  lacks.push(
    ...counted(
      blank,
      () => '一句没有文字：不写入的，选“不写入笔录”并说明原因',
      (line) => `line-${line.id}`,
    ),
  );
  const covered = new Set(lines.flatMap(({ segments }) => segments));
  const missing = transcript.segments.filter(({ id, text }) => text.trim() && !covered.has(id));
  if (missing.length > 0)
    lacks.push({ text: `转写稿有 ${missing.length} 句不在草稿中，请更新草稿`, at: 'redraft' });
  const untimed = transcript.segments.filter(({ start, end, text }) => text.trim() && end <= start).length;
  if (untimed > 0) {
    lacks.push({ text: `转写稿有 ${untimed} 句没有对应录音的起止（在转写稿中用 s、t 设定）`, at: 'redraft' });
  }
  const unsure = transcript.segments.reduce((sum, { uncertain }) => sum + uncertain.length, 0);
  if (unsure > 0) lacks.push({ text: `转写稿还有 ${unsure} 处存疑字词没有确认`, at: 'redraft' });
  return lacks;
}

function counted<T>(found: T[], text: (one: T) => string, at: (one: T) => string): Lack[] {
  const shown = found.slice(0, MOST).map((one) => ({ text: text(one), at: at(one) }));
  const [first] = found;
  if (found.length > MOST && first) shown.push({ text: `……同样的一共 ${found.length} 处`, at: at(first) });
  return shown;
}
