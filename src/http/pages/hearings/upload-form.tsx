import type { StoredCase } from '../../../cases/stored-case.ts';
import type { Profile } from '../../../corpus/profile.ts';
import { RECORDING_KINDS } from '../../../hearings/recording.ts';
import { FileInput } from '../file-input.tsx';

const ACCEPT =
  'audio/*,video/*,.wav,.mp3,.m4a,.mp4,.amr,.ogg,.oga,.opus,.flac,.aac,.wma,.wmv,.avi,.mov,.3gp,.webm,.mkv,.mpg';

/** Where a recording is handed in, piece by piece: the one thing here that needs script. */
export function UploadForm({ stored, limits }: { stored: StoredCase; limits: Profile['recording'] }) {
  return (
    <form
      class="card stack-small"
      method="post"
      action={`/api/cases/${encodeURIComponent(stored.id)}/recordings`}
      data-recording-form
    >
      <h2>存入录音录像</h2>
      <noscript>
        <p class="note note-amber">存入录音录像需要浏览器启用 JavaScript：文件分段上传，断开后可以继续。</p>
      </noscript>
      <div class="field">
        <FileInput name="file" label="选择录音录像文件" accept={ACCEPT} />
      </div>
      <div class="row">
        <div class="field">
          <label for="field-kind">环节</label>
          <select id="field-kind" name="kind">
            {Object.entries(RECORDING_KINDS).map(([kind, name]) => (
              <option value={kind}>{name}</option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="field-began">录制开始</label>
          <input id="field-began" name="began" type="datetime-local" />
        </div>
        <div class="field">
          <label for="field-ended">录制结束</label>
          <input id="field-ended" name="ended" type="datetime-local" />
        </div>
      </div>
      <p class="small soft">
        单个文件至多 4 GB，原件照原样保存，不转码、不改动，存入时计算摘要。
        {limits?.storageHours && `地区方案要求录制结束后 ${limits.storageHours} 小时内存入。`}
        {limits?.storageWorkingDays && `地区方案要求录制结束后 ${limits.storageWorkingDays} 个工作日内存入。`}
      </p>
      <div data-sending hidden>
        <progress class="progress" max={100} value={0} aria-label="上传进度" />
        <p class="small soft" data-sending-words role="status" />
      </div>
      <p class="fault" data-sending-fault role="alert" hidden />
      <p class="row">
        <button class="primary" type="submit">
          存入
        </button>
        <button type="button" data-sending-stop hidden>
          暂停上传
        </button>
      </p>
    </form>
  );
}
