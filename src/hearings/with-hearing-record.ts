import type { CaseFile } from '../cases/case-file.ts';
import { AppError } from '../errors.ts';
import type { Confirmed, HearingRecord } from './hearing-record.ts';
import type { RecordForm } from './record-forms.ts';
import { recordText, wordsOfPart } from './record-text.ts';
import type { Recording } from './recording.ts';
import type { SpeakerRole } from './speaker-roles.ts';

const PAPER_KINDS = {
  hearing: 'hearing-record',
  interview: 'interview-record',
  inspection: 'inspection-record',
} as const;

/**
 * The case with what its confirmed record says: the record as a paper, the recording, and of a hearing its day, who led
 * it, whether it was open, how it was signed, and each point of the defence. What the file says already and the record
 * does not stays. Refuses with `wrong-stage` before the record is confirmed.
 */
export function withHearingRecord(
  file: CaseFile,
  { record, recording, form }: { record: HearingRecord; recording: Recording; form: RecordForm },
): CaseFile {
  const { confirmed } = record;
  if (!confirmed) {
    throw new AppError('wrong-stage', '还没有核对签名，不是笔录；确认以后才能写入案件事实。');
  }
  const withRecording: CaseFile = { ...file, recordings: recordingsWith(file, recording) };
  if (recording.kind === 'service') return withRecording;
  const id = `record-${record.id.slice(0, 8)}`;
  const text = recordText(record, form)
    .map((paragraph) => paragraph.text)
    .join('\n');
  const paper = { id, kind: PAPER_KINDS[recording.kind], title: form.title, date: confirmed.signedOn, text };
  const papers = [...(file.papers ?? []).filter((one) => one.id !== id), paper];
  return recording.kind === 'hearing'
    ? { ...withRecording, papers, hearing: hearingWith(file, record, recording, id) }
    : { ...withRecording, papers };
}

function hearingWith(
  file: CaseFile,
  { body, confirmed }: HearingRecord,
  recording: Recording,
  paper: string,
): NonNullable<CaseFile['hearing']> {
  const { attendance, lines } = body;
  const present = (role: SpeakerRole) => attendance.find((one) => one.role === role && one.present)?.name;
  const [presiding, clerk] = [present('presiding'), present('clerk')];
  const officer = file.officers?.find(({ name }) => name === presiding)?.id;
  const said = wordsOfPart(lines, 'defence', ['party', 'agent']);
  const answers = new Map((file.hearing?.record?.points ?? []).map(({ text, answer }) => [text, answer]));
  const heldOn = recording.began?.slice(0, 10) ?? recording.ended?.slice(0, 10);
  const open = body.head.open?.trim();
  return {
    ...file.hearing,
    held: true,
    ...(heldOn ? { heldOn } : {}),
    ...(presiding ? { presiding: { name: presiding, ...(officer ? { officer } : {}) } } : {}),
    ...(clerk ? { clerk } : {}),
    ...(open === '公开' || open === '不公开' ? { open: open === '公开' } : {}),
    paper,
    record: {
      ...file.hearing?.record,
      transcriptOnly: false,
      ...(confirmed ? { signedOn: confirmed.signedOn } : {}),
      ...signingOf((confirmed?.people ?? []).filter(({ role }) => role === 'party' || role === 'agent')),
      points: said.map((text) => {
        const answer = answers.get(text);
        return { text, ...(answer ? { answer } : {}) };
      }),
    },
  };
}

/** Party or agent signs (行政处罚法 64(8)); of a party that was not there nothing is known from this. */
function signingOf(ofParty: Confirmed[]): {
  checkedByParty?: true;
  signedByParty?: boolean;
  refusalNoted?: true;
} {
  if (ofParty.length === 0) return {};
  return ofParty.some(({ outcome }) => outcome === 'signed')
    ? { checkedByParty: true, signedByParty: true }
    : { signedByParty: false, refusalNoted: true };
}

/** The recording as the rules look at it; `storedAt` in China. */
function recordingsWith(file: CaseFile, recording: Recording): NonNullable<CaseFile['recordings']> {
  const id = `rec-${recording.id.slice(0, 8)}`;
  const storedAt = new Date(recording.keptAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
  const former = (file.recordings ?? []).find((one) => one.id === id);
  return [
    ...(file.recordings ?? []).filter((one) => one.id !== id),
    {
      ...former,
      id,
      of: recording.kind,
      ...(recording.began ? { startedAt: recording.began } : {}),
      ...(recording.ended ? { endedAt: recording.ended } : {}),
      storedAt,
    },
  ];
}
