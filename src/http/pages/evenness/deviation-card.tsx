import type { CaseFile } from '../../../cases/case-file.ts';
import type { DeviationState } from '../../../discretion/evenness/deviation-state.ts';
import { quotedTierLabel } from '../../../discretion/tier-label.ts';
import type { AppError } from '../../../errors.ts';
import { yuan } from '../../../law/money.ts';
import { chineseMoment } from '../../chinese-moment.ts';
import { FaultSummary } from '../page.tsx';

export interface DeviationCardProps {
  caseId: string;
  revision: number;
  file: CaseFile;
  deviation: DeviationState;
  people: ReadonlyMap<string, string>;
  mayEdit: boolean;
  error?: AppError | undefined;
  kept?: Record<string, string> | undefined;
}

/** 偏离理由: what is on record and, for a handler, the form to state it. Shown where the fine leaves the tier or a reason exists. */
export function DeviationCard(props: DeviationCardProps) {
  const { deviation, mayEdit, error } = props;
  const { departure, recorded, obstacle, unlawful, given } = deviation;
  if (!departure && !recorded && !given && !error) return null;
  return (
    <section class="card stack-small" id="deviation">
      <div class="row">
        <h3>偏离裁量基准</h3>
        {obstacle ? (
          <span class="tag tag-amber">{unlawful ? '✕ 违法' : '? 需要说明理由'}</span>
        ) : (
          recorded && <span class="tag tag-accent">人</span>
        )}
      </div>
      {obstacle && <p class="note note-amber">{obstacle}</p>}
      {given && departure === 0 && (
        <p class="note note-amber">罚款在裁量基准的幅度以内，没有偏离，原来的偏离理由不再需要；请撤回。</p>
      )}
      {recorded && <Recorded {...props} />}
      <FaultSummary error={error} />
      {mayEdit && departure && !unlawful ? <ReasonForm {...props} /> : null}
      {mayEdit && given && <WithdrawForm {...props} />}
    </section>
  );
}

function WithdrawForm({ caseId, revision }: DeviationCardProps) {
  return (
    <form method="post" action={`/cases/${encodeURIComponent(caseId)}/deviation/withdraw`}>
      <input type="hidden" name="revision" value={String(revision)} />
      <button type="submit" data-confirm="撤回后，案件不再载有偏离裁量基准的理由。确认撤回吗？">
        撤回理由
      </button>
    </form>
  );
}

function Recorded({ deviation: { recorded, stands, given }, people, file }: DeviationCardProps) {
  if (!recorded) return null;
  const names = recorded.evidence.map((id) => file.evidence?.find((one) => one.id === id)?.name ?? id);
  return (
    <dl class="facts">
      <dt>特殊事实</dt>
      <dd>{recorded.facts}</dd>
      <dt>证据</dt>
      <dd>{names.join('、') || '—'}</dd>
      <dt>理由</dt>
      <dd>{recorded.reason}</dd>
      <dt>对照</dt>
      <dd>
        罚款 {yuan(recorded.fine)}，{recorded.tier ? quotedTierLabel(recorded.tier) : '基准'}
        {recorded.range ? `为 ${recorded.range}` : ''}
      </dd>
      <dt>说明人</dt>
      <dd>
        {people.get(recorded.by) ?? recorded.by}，{chineseMoment(recorded.at)}
        {given ? (stands ? '' : '（不再适用于现在的罚款）') : '（已撤回）'}
      </dd>
    </dl>
  );
}

function ReasonForm({ caseId, revision, file, deviation, error, kept = {} }: DeviationCardProps) {
  const fault = (path: string) => error?.faults.find((one) => one.path === path)?.expected;
  const before = deviation.recorded;
  const evidence = file.evidence ?? [];
  return (
    <form method="post" action={`/cases/${encodeURIComponent(caseId)}/deviation`} class="stack-small">
      <input type="hidden" name="revision" value={String(revision)} />
      <p class="small soft">
        个案适用该阶次明显不当的，可以偏离；理由写入决定书，由负责人批准或者集体讨论，并告知当事人。罚款数额改变的，理由失效。
      </p>
      <Words
        name="facts"
        label="个案的特殊事实"
        value={kept.facts ?? before?.facts ?? ''}
        fault={fault('facts')}
      />
      <Words
        name="reason"
        label="该阶次为什么不适合本案"
        value={kept.reason ?? before?.reason ?? ''}
        fault={fault('reason')}
      />
      {evidence.length > 0 && (
        <fieldset
          id="field-evidence"
          tabindex={-1}
          aria-describedby={fault('evidence') ? 'fault-evidence' : undefined}
        >
          <legend>证明特殊事实的证据</legend>
          <Fault name="evidence" fault={fault('evidence')} />
          {evidence.map(({ id, name }, index) => (
            <label class="pair small">
              <input
                type="checkbox"
                name={`evidence.${index}`}
                value={id}
                checked={error ? kept[`evidence.${index}`] === id : (before?.evidence.includes(id) ?? false)}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      <button class="primary" type="submit">
        {before ? '重新说明理由' : '说明理由'}
      </button>
    </form>
  );
}

function Words(props: { name: string; label: string; value: string; fault: string | undefined }) {
  const { name, label, value, fault } = props;
  return (
    <div class="field">
      <label for={`field-${name}`}>{label}</label>
      <textarea name={name} id={`field-${name}`} rows={3} {...faultOf(name, fault)}>
        {value}
      </textarea>
      <Fault name={name} fault={fault} />
    </div>
  );
}

function faultOf(name: string, fault: string | undefined) {
  return fault ? { 'aria-invalid': 'true' as const, 'aria-describedby': `fault-${name}` } : {};
}

function Fault({ name, fault }: { name: string; fault: string | undefined }) {
  return fault ? (
    <p class="fault" id={`fault-${name}`}>
      {fault}
    </p>
  ) : null;
}
