import { type HearingRecord, LEFT_OUT, type RecordLine } from '../../../hearings/hearing-record.ts';
import type { RecordForm } from '../../../hearings/record-forms.ts';
import { SPEAKER_ROLES } from '../../../hearings/speaker-roles.ts';
import { clockWords } from './clock-words.ts';
import { EXTRA_PEOPLE } from './record-form.ts';

/** Signs that a line of the text box holds. */
const WIDE = 32;

interface EditorProps {
  record: HearingRecord;
  form: RecordForm;
}

/** The draft as a form: head, who came, each part with its lines, and what is left out with the reasons. */
export function RecordEditor({ record, form }: EditorProps) {
  const { head, attendance, lines, empty } = record.body;
  const people = [...attendance, ...Array.from({ length: EXTRA_PEOPLE }, () => undefined)];
  return (
    <form method="post" action={`/hearing-records/${record.id}`} id="record-form" class="stack record-form">
      <input type="hidden" name="version" value={record.version} />
      <section class="card stack-small">
        {form.head.map(({ key, label }) => (
          <div class="field">
            <label for={`field-head-${key}`}>{label}</label>
            <input type="text" id={`field-head-${key}`} name={`head-${key}`} value={head[key] ?? ''} />
          </div>
        ))}
      </section>
      <fieldset class="card stack-small" id="attendance">
        <legend>到场人员</legend>
        {people.map((person, index) => (
          <div class="row person-row">
            <select name={`person-${index}-role`} aria-label={`第 ${index + 1} 人的角色`}>
              {Object.entries(SPEAKER_ROLES).map(([role, name]) => (
                <option value={role} selected={person?.role === role}>
                  {name}
                </option>
              ))}
            </select>
            <input
              type="text"
              name={`person-${index}-name`}
              value={person?.name ?? ''}
              aria-label={`第 ${index + 1} 人的姓名`}
            />
            <label>
              <input type="checkbox" name={`person-${index}-present`} value="yes" checked={person?.present} />{' '}
              到场
            </label>
          </div>
        ))}
      </fieldset>
      {form.parts.map(({ key, label }) => {
        const own = lines.filter((line) => line.part === key);
        return (
          <section class="stack-small" id={`part-${key}`}>
            <h2>{label}</h2>
            {own.map((line) => (
              <Line line={line} record={record} form={form} />
            ))}
            {own.length === 0 && (
              <div class="field">
                <label for={`field-empty-${key}`}>没有内容的，说明原因</label>
                <input type="text" id={`field-empty-${key}`} name={`empty-${key}`} value={empty[key] ?? ''} />
              </div>
            )}
          </section>
        );
      })}
      <section class="stack-small" id="part-left-out">
        <h2>没有写入笔录的</h2>
        {lines
          .filter((line) => line.part === LEFT_OUT)
          .map((line) => (
            <Line line={line} record={record} form={form} />
          ))}
      </section>
    </form>
  );
}

function Line({ line, record, form }: { line: RecordLine } & EditorProps) {
  const { id, start, end, role, speaker, segments, text, part, reason } = line;
  const name = `line-${id}`;
  return (
    <div class="record-line" id={name}>
      <HearLink recordingId={record.recordingId} start={start} end={end} />
      <span class="who small">
        {role ? SPEAKER_ROLES[role] : (speaker ?? (segments.length > 0 ? '未指定' : ''))}
      </span>
      {segments.length > 0 ? (
        <textarea
          name={`${name}-text`}
          rows={Math.max(1, Math.ceil([...text].length / WIDE))}
          aria-label={`${clockWords(start)} 写入笔录的文字`}
          title={line.heard === text ? undefined : `转写稿：${line.heard}`}
        >
          {text}
        </textarea>
      ) : (
        <span class="soft small">没有文字的时段，{clockWords(end - start)}</span>
      )}
      <span class="record-part">
        <select name={`${name}-part`} aria-label={`${clockWords(start)} 归入`}>
          {segments.length > 0 &&
            form.parts.map(({ key, label }) => (
              <option value={key} selected={part === key}>
                {label}
              </option>
            ))}
          <option value={LEFT_OUT} selected={part === LEFT_OUT}>
            不写入笔录
          </option>
        </select>
        <input
          type="text"
          name={`${name}-reason`}
          value={reason ?? ''}
          placeholder="不写入的原因"
          aria-label={`${clockWords(start)} 不写入的原因`}
        />
      </span>
    </div>
  );
}

/** Leads a line to its sound: on the page with script, in the recording itself without. */
export function HearLink({ recordingId, start, end }: { recordingId: string; start: number; end: number }) {
  return (
    <a
      class="time"
      href={`/recordings/${recordingId}/media#t=${start},${end}`}
      data-hear={start}
      data-hear-end={end}
      title={`${clockWords(start)}—${clockWords(end)}`}
    >
      {clockWords(start)}
    </a>
  );
}
