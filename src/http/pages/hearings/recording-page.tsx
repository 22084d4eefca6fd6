import type { StoredCase } from '../../../cases/stored-case.ts';
import type { Profile } from '../../../corpus/profile.ts';
import type { JobProgress } from '../../../db/job-progress.ts';
import type { AppError } from '../../../errors.ts';
import type { listHearingRecords } from '../../../hearings/hearing-record.ts';
import { type KeptTranscript, TRANSCRIPT_SOURCES } from '../../../hearings/kept-transcript.ts';
import type { TranscriptChange } from '../../../hearings/list-changes.ts';
import { RECORD_FORMS } from '../../../hearings/record-forms.ts';
import { RECORDING_KINDS, type Recording } from '../../../hearings/recording.ts';
import { storageClock } from '../../../hearings/storage-clock.ts';
import type { KeptSegment } from '../../../hearings/transcript-segment.ts';
import type { Person } from '../../../staff/person.ts';
import { chineseMoment } from '../../chinese-moment.ts';
import { isAtWork } from '../../start-transcription.ts';
import { Page } from '../page.tsx';
import { ClockNote } from './clock-note.tsx';
import { Player } from './player.tsx';
import { momentWords, sizeWords } from './recording-words.ts';
import { SegmentList } from './segment-list.tsx';
import { StartTranscript } from './start-transcript.tsx';
import { TranscriptTools } from './transcript-tools.tsx';

export interface RecordingPageProps {
  person: Person;
  stored: StoredCase;
  profile: Profile;
  recording: Recording;
  transcripts: KeptTranscript[];
  /** The one that is open. */
  transcript?: KeptTranscript | undefined;
  segments: KeptSegment[];
  changes: TranscriptChange[];
  records: Awaited<ReturnType<typeof listHearingRecords>>;
  people: Map<string, string>;
  engine: boolean;
  job?: JobProgress | undefined;
  error?: AppError | undefined;
  kept?: string | undefined;
}

/** One recording: heard on the page, with its text in step. */
export function RecordingPage(props: RecordingPageProps) {
  const { person, stored, recording, transcript, segments } = props;
  const mayEdit = person.role === 'handler' && stored.handlers.includes(person.id);
  return (
    <Page title={recording.name} person={person} active="/cases" desk>
      <header class="case-head">
        <div class="row">
          <h1>{recording.name}</h1>
          <span class="tag">{RECORDING_KINDS[recording.kind]}</span>
          {stored.example && <span class="tag tag-accent">示例</span>}
          {transcript && <span class="tag tag-amber">转写稿，不是笔录</span>}
          <a class="row-end" href={`/cases/${encodeURIComponent(stored.id)}/recordings`}>
            {stored.title} · 录音录像
          </a>
        </div>
      </header>
      <div class="tabs no-print" data-tabs>
        <a href="#middle">文字</a>
        <a href="#right">校改</a>
      </div>
      <div
        class="desk"
        data-recording={recording.id}
        data-transcript={transcript?.id}
        data-revision={transcript?.revision}
        data-edit={mayEdit && transcript ? 'true' : undefined}
      >
        <div class="column column-left" tabindex={-1}>
          <About {...props} />
        </div>
        <button class="grip no-print" type="button" data-grip="left" aria-label="调整左栏宽度" />
        <section class="column column-middle hearing-middle" id="middle" tabindex={0} aria-label="录音和文字">
          <Player recording={recording} />
          {transcript ? (
            <>
              {segments.length === 0 && (
                <p class="empty" data-empty>
                  转写稿没有文字：录音里没有听到说话。可以按 a 在播放处增加一句。
                </p>
              )}
              <SegmentList segments={segments} recordingId={recording.id} />
            </>
          ) : mayEdit ? (
            <Start {...props} />
          ) : (
            <p class="empty">还没有转写稿，由本案承办人转写或者录入。</p>
          )}
        </section>
        <button class="grip no-print" type="button" data-grip="right" aria-label="调整右栏宽度" />
        <section class="column column-right" id="right" tabindex={0} aria-label="校改">
          {transcript && (
            <TranscriptTools
              {...{ transcript, segments, mayEdit }}
              changes={props.changes}
              people={props.people}
            />
          )}
          {transcript && (
            <RecordsOf
              records={props.records.filter(({ transcriptId }) => transcriptId === transcript.id)}
              {...{ transcript, mayEdit }}
              title={RECORD_FORMS[recording.kind].title}
            />
          )}
          {transcript && mayEdit && (
            <details class="hearing-tools" open={isAtWork(props.job) || props.error !== undefined}>
              <summary>另成一份转写稿</summary>
              <Start {...props} />
            </details>
          )}
          {!transcript && (
            <p class="hearing-tools small soft">有了转写稿，在这里指定发言人、查找替换、查看修改记录。</p>
          )}
        </section>
      </div>
    </Page>
  );
}

/** The records that were made of this transcript, and the way to one. */
function RecordsOf({
  records,
  transcript,
  mayEdit,
  title,
}: {
  records: RecordingPageProps['records'];
  transcript: KeptTranscript;
  mayEdit: boolean;
  title: string;
}) {
  return (
    <div class="hearing-tools stack-small">
      {records.map(({ id, version, isConfirmed }) => (
        <p>
          <a class="button" href={`/hearing-records/${id}`}>
            {isConfirmed ? `${title}（已核对签名）` : `${title}草稿 第 ${version} 版`}
          </a>
        </p>
      ))}
      {mayEdit && records.length === 0 && (
        <form method="post" action={`/transcripts/${transcript.id}/record`}>
          <button type="submit" class="primary">
            起草{title}
          </button>
        </form>
      )}
    </div>
  );
}

function Start({ recording, transcripts, engine, job, error, kept }: RecordingPageProps) {
  return (
    <StartTranscript
      recordingId={recording.id}
      again={transcripts.length > 0}
      atWork={isAtWork(job)}
      {...{ engine, job, error, kept }}
    />
  );
}

function About({ recording, transcripts, transcript, profile, people }: RecordingPageProps) {
  return (
    <nav class="side" aria-label="录音录像">
      <div class="group small hearing-about">
        <h2>原件</h2>
        <p>
          {sizeWords(recording.bytes)} · <a href={`/recordings/${recording.id}/media?save`}>下载</a>
        </p>
        <p>录制：{momentWords(recording.began, recording.ended)}</p>
        <p>
          存入：{chineseMoment(recording.keptAt)} {people.get(recording.keptBy) ?? recording.keptBy}
        </p>
        <p>
          <ClockNote clock={storageClock(recording, profile)} />
        </p>
        <p>
          摘要 <code title={recording.sha256}>{recording.sha256.slice(0, 12)}</code>
        </p>
      </div>
      {transcripts.length > 0 && (
        <div class="group">
          <h2>转写稿 {transcripts.length}</h2>
          {transcripts.map((one) => (
            <a
              href={`/recordings/${recording.id}?transcript=${one.id}`}
              aria-current={one.id === transcript?.id ? 'page' : undefined}
              title={one.model ?? one.file ?? ''}
            >
              {TRANSCRIPT_SOURCES[one.source]} {chineseMoment(one.madeAt)}
            </a>
          ))}
        </div>
      )}
      {transcript && (
        <div class="group small hearing-about">
          {transcript.engine && (
            <p>
              模型：{transcript.engine} {transcript.model}
            </p>
          )}
          {transcript.file && <p>导入自：{transcript.file}</p>}
          <p>
            导出：
            {['txt', 'srt', 'vtt', 'json', 'docx'].map((format) => (
              <>
                <a href={`/transcripts/${transcript.id}/${format}`}>{format}</a>{' '}
              </>
            ))}
          </p>
        </div>
      )}
    </nav>
  );
}
