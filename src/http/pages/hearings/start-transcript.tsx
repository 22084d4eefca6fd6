import type { JobProgress } from '../../../db/job-progress.ts';
import type { AppError } from '../../../errors.ts';
import { FileInput } from '../file-input.tsx';
import { FaultSummary } from '../page.tsx';

interface StartProps {
  recordingId: string;
  /** Whether a speech engine is configured; else what to say instead. */
  engine: boolean;
  /** Whether there is a transcript already. */
  again: boolean;
  job?: JobProgress | undefined;
  atWork: boolean;
  error?: AppError | undefined;
  kept?: string | undefined;
}

/** How a transcript comes about: by the engine, from a file, or typed. */
export function StartTranscript(props: StartProps) {
  const { recordingId, engine, again, job, atWork, error, kept } = props;
  return (
    <div class="stack-small">
      <FaultSummary error={error} />
      {job && atWork && <AtWork job={job} />}
      {job && !atWork && job.state === 'failed' && (
        <p class="fault-summary" role="alert">
          上一次转写没有完成：{job.error}
        </p>
      )}
      {!atWork && (
        <form method="post" action={`/recordings/${recordingId}/transcription`} class="card stack-small">
          <h2>语音识别</h2>
          {engine ? (
            <>
              <p class="small soft">
                在本机转写，以当事人、承办人员、法规名称作提示；没有说话的地方不产生文字，滤掉的逐条列出。
                {again && '现有的转写稿和修改都保留，新的另成一份。'}
              </p>
              <button type="submit" class={again ? '' : 'primary'}>
                {again ? '重新转写' : '开始转写'}
              </button>
            </>
          ) : (
            <p class="note small">
              没有配置语音识别（MINGCAI_WHISPER_MODEL 或
              MINGCAI_SPEECH_URL）。可以导入别处的转写稿，或者录入文字。
            </p>
          )}
        </form>
      )}
      <form
        method="post"
        action={`/recordings/${recordingId}/transcripts`}
        enctype="multipart/form-data"
        class="card stack-small"
      >
        <h2>导入或者录入</h2>
        <FileInput name="upload" label="选择转写稿" accept=".srt,.vtt,.txt,text/plain" />
        <label for="field-text">或者粘贴、录入文字，一句一行，可以写“主持人：……”</label>
        <textarea name="text" id="field-text" rows={again ? 3 : 8}>
          {kept ?? ''}
        </textarea>
        <button type="submit">{again ? '另成一份转写稿' : '作为转写稿'}</button>
      </form>
    </div>
  );
}

function AtWork({ job }: { job: JobProgress }) {
  return (
    <div class="card stack-small" data-job={job.id}>
      <h2>正在转写</h2>
      <progress
        class="progress"
        max={job.total ?? undefined}
        value={job.total ? job.done : undefined}
        aria-label="转写进度"
      />
      <p data-message role="status">
        {job.message}
      </p>
      <p class="small soft">按有人说话的秒数计。关闭本页不影响转写；程序中断后从已完成的部分继续。</p>
      <form method="post" action={`/jobs/${job.id}/cancel`}>
        <button type="submit">取消转写</button>
      </form>
    </div>
  );
}
