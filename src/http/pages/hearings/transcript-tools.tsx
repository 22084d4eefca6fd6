import type { KeptTranscript } from '../../../hearings/kept-transcript.ts';
import type { TranscriptChange } from '../../../hearings/list-changes.ts';
import { SPEAKER_ROLES } from '../../../hearings/speaker-roles.ts';
import type { KeptSegment } from '../../../hearings/transcript-segment.ts';
import type { Dropped } from '../../../models/speech/transcript.ts';
import { ChangeList } from './change-list.tsx';
import { clockWords } from './clock-words.ts';

interface ToolsProps {
  transcript: KeptTranscript;
  segments: KeptSegment[];
  changes: TranscriptChange[];
  people: Map<string, string>;
  mayEdit: boolean;
}

const WHY: Record<Dropped['why'], string> = {
  silence: '没有说话',
  repeated: '重复',
  'known-invention': '常见的凭空文字',
};

const KEYS: [string, string][] = [
  ['j k', '下一句、上一句'],
  ['Enter', '听这一句'],
  ['空格', '播放、暂停'],
  ['← →', '退、进 3 秒'],
  ['[ ]', '放慢、加快'],
  ['e', '改文字'],
  ['1—7', '指定角色（0 清除）'],
  ['x', '选入成批指定'],
  ['m', '与下一句合并'],
  ['n', '下一处存疑'],
  ['y', '确认存疑字词'],
  ['s t', '起点、终点定在播放处'],
  ['a', '在播放处增加一句'],
  ['d', '删去这一句'],
  ['u', '撤销'],
  ['/', '查找'],
];
const TYPING_KEYS: [string, string][] = [
  ['Enter', '保存，改下一句'],
  ['Ctrl+Enter', '在光标处拆分'],
  ['Ctrl+空格', '播放、暂停'],
  ['Ctrl+J', '重听这一句'],
  ['Alt+1—7', '指定角色'],
  ['Esc', '离开文字'],
];

/** Who speaks, what is unsure, find and replace, what was left out, what was changed, the keys. */
export function TranscriptTools({ transcript, segments, changes, people, mayEdit }: ToolsProps) {
  const unsure = segments.reduce((sum, { uncertain }) => sum + uncertain.length, 0);
  const unassigned = segments.filter(({ role }) => role === undefined).length;
  return (
    <div class="stack-small hearing-tools">
      <p class="small" data-save-state role="status">
        {mayEdit ? '修改自动保存。' : '转写稿由本案承办人校改。'}
      </p>
      <p class="note note-amber small" data-editors hidden />
      <ul class="small">
        <li>
          存疑字词{' '}
          <strong class={unsure > 0 ? 'unclear' : 'met'} data-count-unsure>
            {unsure}
          </strong>{' '}
          处待确认
        </li>
        <li>
          没有指定发言人的{' '}
          <strong class={unassigned > 0 ? 'unclear' : 'met'} data-count-unassigned>
            {unassigned}
          </strong>{' '}
          句
        </li>
      </ul>
      {mayEdit && <SpeakerTools />}
      {mayEdit && <ReplaceTools />}
      {transcript.remarks.map((remark) => (
        <p class="note note-amber small">{remark}</p>
      ))}
      <details>
        <summary>滤掉的文字 {transcript.dropped.length}</summary>
        {transcript.dropped.length === 0 && <p class="small soft">没有滤掉的文字。</p>}
        <ul class="small plain-list">
          {transcript.dropped.map((one) => (
            <li>
              <a
                href={`/recordings/${transcript.recordingId}/media#t=${one.start},${one.end}`}
                data-hear={one.start}
              >
                {clockWords(one.start)}
              </a>{' '}
              {WHY[one.why]}：{one.text}
            </li>
          ))}
        </ul>
      </details>
      <details data-log>
        <summary>
          修改记录 <span data-log-count>{transcript.revision}</span>
        </summary>
        <ChangeList changes={changes} people={people} />
        <p class="small">
          <a href={`/transcripts/${transcript.id}/changes`}>全部修改记录</a>
        </p>
      </details>
      <details data-keys>
        <summary>键盘（?）</summary>
        <KeyTable title="选中一句时" keys={mayEdit ? KEYS : KEYS.slice(0, 5)} />
        {mayEdit && <KeyTable title="改文字时" keys={TYPING_KEYS} />}
      </details>
    </div>
  );
}

function SpeakerTools() {
  return (
    <fieldset class="tool" data-scripted hidden>
      <legend>发言人</legend>
      <div class="row role-buttons">
        {Object.entries(SPEAKER_ROLES).map(([role, name], index) => (
          <button type="button" class="tiny" value={role} data-give-role>
            {index + 1} {name}
          </button>
        ))}
        <button type="button" class="tiny" value="" data-give-role>
          0 清除
        </button>
      </div>
      <label class="small">
        姓名（可不填）
        <input type="text" name="speaker" data-speaker-input maxlength={50} />
      </label>
      <p class="small soft">
        用于当前一句，或者选入的 <strong data-count-chosen>0</strong> 句；也可以：
      </p>
      <div class="row choices">
        <button type="button" class="tiny" data-choose="speaker">
          选入同一发言人
        </button>
        <button type="button" class="tiny" data-choose="channel">
          选入同一声道
        </button>
        <button type="button" class="tiny" data-choose="to-end">
          选入至下一处换人
        </button>
        <button type="button" class="tiny" data-choose="none">
          取消选入
        </button>
      </div>
      <details>
        <summary class="small">逐行指定</summary>
        <label class="small" for="field-role-lines">
          从当前一句起，一行一个角色（或者 1—7），空行不改
        </label>
        <textarea id="field-role-lines" rows={4} data-role-lines />
        <button type="button" class="tiny" data-apply-lines>
          按行指定
        </button>
      </details>
    </fieldset>
  );
}

function ReplaceTools() {
  return (
    <form class="tool" data-replace data-scripted hidden>
      <div class="row">
        <input type="search" name="find" aria-label="查找" placeholder="查找" maxlength={200} />
        <button type="button" class="tiny" data-find-next>
          下一处
        </button>
      </div>
      <div class="row">
        <input type="text" name="replace" aria-label="替换为" placeholder="替换为" maxlength={200} />
        <button type="submit" class="tiny">
          全部替换
        </button>
      </div>
      <p class="small soft" data-found role="status" />
    </form>
  );
}

function KeyTable({ title, keys }: { title: string; keys: [string, string][] }) {
  return (
    <table class="small key-table">
      <caption>{title}</caption>
      <tbody>
        {keys.map(([key, does]) => (
          <tr>
            <th scope="row">
              <kbd>{key}</kbd>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
