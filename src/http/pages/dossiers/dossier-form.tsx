import { FILE_LIMITS } from '../../../files/limits.ts';
import { MOST_OF_DOSSIER } from '../../upload-limits.ts';
import { FileInput } from '../file-input.tsx';

const MB = 1024 * 1024;

/** Where papers are handed in: by dropping them, or, without script, through the two inputs. */
export function DossierForm({ action, label }: { action: string; label: string }) {
  return (
    <form
      method="post"
      action={action}
      enctype="multipart/form-data"
      class="card stack-small"
      data-dossier={String(MOST_OF_DOSSIER)}
      data-file={String(FILE_LIMITS.fileBytes)}
    >
      <div class="drop" data-drop>
        <p data-drop-words hidden>
          <strong>把案卷文件夹、文件或者压缩包拖到这里</strong>，或者：
        </p>
        <div class="row drop-inputs">
          <FileInput name="files" label="选择文件" multiple />
          <FileInput name="folder" label="选择文件夹" folder />
        </div>
      </div>
      <p class="small soft">
        Word、PDF（含扫描件）、图像、文本、网页，以及它们的 zip 压缩包；单个文件不超过{' '}
        {FILE_LIMITS.fileBytes / MB} MB，一次不超过 {MOST_OF_DOSSIER / MB} MB。原件原样保存。
      </p>
      <p class="note note-amber small">
        标有绝密、机密、秘密的文件不读取，也不应放进本系统；请在交入前取出。
      </p>
      <div data-chosen hidden>
        <div class="row">
          <strong data-chosen-sum />
          <button type="button" class="tiny row-end" data-chosen-clear>
            全部移去
          </button>
        </div>
        <div class="chosen">
          <table>
            <thead class="visually-hidden">
              <tr>
                <th scope="col">文件</th>
                <th scope="col">大小</th>
                <th scope="col">办理</th>
              </tr>
            </thead>
            <tbody data-chosen-list />
          </table>
        </div>
      </div>
      <div data-sending hidden>
        <progress class="progress" max={100} value={0} aria-label="上传进度" />
        <p class="small soft" data-sending-words role="status" />
      </div>
      <p class="fault" data-sending-fault role="alert" hidden />
      <p class="row">
        <button class="primary" type="submit">
          {label}
        </button>
        <button type="button" data-sending-stop hidden>
          停止上传
        </button>
      </p>
    </form>
  );
}
