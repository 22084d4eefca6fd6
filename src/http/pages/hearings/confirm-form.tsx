import type { AppError } from '../../../errors.ts';
import type { HearingRecord } from '../../../hearings/hearing-record.ts';
import { SPEAKER_ROLES } from '../../../hearings/speaker-roles.ts';
import { Field } from '../page.tsx';

interface ConfirmProps {
  record: HearingRecord;
  error?: AppError | undefined;
  kept: Record<string, string>;
}

/** Who checked and signed the printed text, entered once it is done on paper. */
export function ConfirmForm({ record, error, kept }: ConfirmProps) {
  const present = record.body.attendance.filter((one) => one.present);
  return (
    <form method="post" action={`/hearing-records/${record.id}/confirm`} class="card stack-small">
      <h2>核对签名后确认</h2>
      <p class="small soft">
        笔录打印后交到场人员核对无误，逐页签名或者盖章；拒绝的，由听证主持人在笔录中注明。确认以后不能再改。
      </p>
      <input type="hidden" name="version" value={record.version} />
      <Field name="signedOn" label="签名日期" type="date" value={kept.signedOn} error={error} />
      <Field name="pages" label="页数" type="number" value={kept.pages} hint="逐页签名" error={error} />
      <fieldset class="field">
        <legend>核对</legend>
        <label>
          <input type="radio" name="checked" value="read" checked={kept.checked !== 'read-out'} /> 本人阅看
        </label>{' '}
        <label>
          <input type="radio" name="checked" value="read-out" checked={kept.checked === 'read-out'} />{' '}
          向其宣读
        </label>
      </fieldset>
      {present.map(({ role, name }, index) => (
        <fieldset class="field" id={`field-person-${index}`}>
          <legend>
            {SPEAKER_ROLES[role]} {name}
          </legend>
          <label>
            <input
              type="radio"
              name={`person-${index}`}
              value="signed"
              checked={kept[`person-${index}`] === 'signed'}
            />{' '}
            逐页签名或者盖章
          </label>{' '}
          {(role === 'party' || role === 'agent' || role === 'witness' || role === 'third-party') && (
            <>
              <label>
                <input
                  type="radio"
                  name={`person-${index}`}
                  value="refused"
                  checked={kept[`person-${index}`] === 'refused'}
                />{' '}
                拒绝
              </label>
              <input
                type="text"
                name={`reason-${index}`}
                id={`field-reason-${index}`}
                value={kept[`reason-${index}`] ?? ''}
                placeholder="拒绝的情况"
                aria-label={`${name}拒绝的情况`}
              />
            </>
          )}
        </fieldset>
      ))}
      <Field
        name="refusalNotedBy"
        label="注明拒绝情况的听证主持人"
        value={kept.refusalNotedBy}
        hint="有人拒绝签名时填写"
        error={error}
      />
      <div class="field">
        <label for="field-corrections">到场人员补充、更正的内容</label>
        <textarea name="corrections" id="field-corrections" rows={2}>
          {kept.corrections ?? ''}
        </textarea>
      </div>
      <button type="submit" class="primary">
        确认为笔录
      </button>
    </form>
  );
}
