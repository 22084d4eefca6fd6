import type { AppError } from '../../../errors.ts';
import { conclusionsOf } from '../../../review/opinion/conclusions-of.ts';
import { CONCLUSIONS, passes, type ReviewRound } from '../../../review/opinion/review-round.ts';
import { chineseMoment } from '../../chinese-moment.ts';
import { FaultSummary } from '../page.tsx';
import { CitedArticles } from './cited-articles.tsx';
import type { DocumentData } from './document-data.ts';
import { StateTag } from './state-tag.tsx';

export interface Refused {
  error: AppError;
  kept: Record<string, string>;
}

/** The right column of a document: its state, what this person can do, what is open, rounds and versions. */
export function DocumentSide({ data, refused }: { data: DocumentData; refused?: Refused | undefined }) {
  const { document, version } = data;
  const base = `/documents/${document.id}`;
  return (
    <div class="document-side stack">
      <section>
        <div class="row">
          <h2>{document.title}</h2>
          <StateTag state={document.state} />
        </div>
        <p class="small soft">
          第 {version.version} 版 · {data.desk.people.get(version.by) ?? version.by} ·{' '}
          {chineseMoment(version.at)}
        </p>
        <p class="small soft">
          摘要 SHA-256 <code title={version.digest}>{version.digest.slice(0, 16)}…</code>
        </p>
      </section>
      <FaultSummary error={refused?.error} />
      {data.is.latest && <Actions data={data} base={base} refused={refused} />}
      <Unresolved data={data} />
      <section>
        <h3>法定要素</h3>
        <ul class="small">
          {version.draft.elements.map((element) => (
            <li>
              <span class={`sign ${element.present ? 'met' : 'not-met'}`}>{element.present ? '✓' : '✕'}</span>
              {element.name}
              <span class="visually-hidden">{element.present ? '已有' : '缺少'}</span>
            </li>
          ))}
        </ul>
      </section>
      <CitedArticles draft={data.version.draft} />
      {data.rounds.length > 0 && (
        <section>
          <h3>审核</h3>
          {data.rounds.map((round) => (
            <Round round={round} data={data} />
          ))}
        </section>
      )}
      <Versions data={data} base={base} />
    </div>
  );
}

function Actions({
  data,
  base,
  refused,
}: {
  data: DocumentData;
  base: string;
  refused?: Refused | undefined;
}) {
  const { may, document, version } = data;
  const obstacle = submitObstacle(data);
  return (
    <>
      {may.submit && (
        <form method="post" action={`${base}/submit`} class="card">
          <input type="hidden" name="version" value={String(version.version)} />
          <p class="small">{obstacle ?? '提交后由法制审核人员审核这一版。再修改文书或案件，须重新送审。'}</p>
          <p class="field">
            <button class={obstacle ? '' : 'primary'} type="submit">
              提交法制审核
            </button>
          </p>
        </form>
      )}
      {may.opine && <OpinionForm data={data} base={base} refused={refused} />}
      {may.sign && (
        <form method="post" action={`${base}/sign`} class="card" data-sign>
          <h3>签署</h3>
          <input type="hidden" name="digest" value={version.digest} />
          <p class="small">
            签署的是上面显示的第 {version.version} 版，摘要 <code>{version.digest.slice(0, 16)}…</code>
            。签署后不能更改。
          </p>
          {!data.passed && (
            <label class="check small">
              <input type="checkbox" name="reviewNotRequired" value="yes" />
              我确认本案不是重大执法决定，依规定不需要法制审核。
            </label>
          )}
          <div class="field">
            <label for="field-password">再次输入口令</label>
            <input
              type="password"
              id="field-password"
              name="password"
              autocomplete="current-password"
              required
            />
          </div>
          <p class="field">
            <button class="primary" type="submit">
              签署决定书
            </button>
          </p>
        </form>
      )}
      {document.state === 'signed' && (
        <section class="note note-green stack-small">
          <p>
            ✓ 已签署。签署文件含决定书、案件事实、审查发现、审核意见和签名，可用 mingcai verify 离线验证。
          </p>
          <p class="row">
            <a class="button primary" href={`${base}/package`}>
              下载签署文件
            </a>
          </p>
        </section>
      )}
      <p class="row">
        {may.edit && (
          <a class={`button${version.draft.unresolved.length > 0 ? ' primary' : ''}`} href={`${base}/edit`}>
            编辑
          </a>
        )}
        <a class="button" href={`${base}/docx?version=${version.version}`}>
          下载 Word
        </a>
      </p>
    </>
  );
}

/** What has to be done before this version can be submitted. */
function submitObstacle({ version, desk }: DocumentData): string | undefined {
  const left = version.draft.unresolved.length;
  if (left > 0) return `还差 ${left} 处，补全后再提交法制审核。`;
  if (version.caseRevision !== desk.stored.revision) return '案件已有新版，请核对文书并保存，再提交。';
  return desk.screening ? undefined : '请先保存预审结果，再提交法制审核。';
}

function OpinionForm({
  data,
  base,
  refused,
}: {
  data: DocumentData;
  base: string;
  refused?: Refused | undefined;
}) {
  const kept = refused?.kept ?? {};
  return (
    <form method="post" action={`${base}/opinion`} class="card">
      <h3>法制审核意见</h3>
      {data.unanswered.length > 0 && (
        <p class="small unclear">
          还有 {data.unanswered.length} 项不符合的发现没有回应：
          {data.unanswered.map((rule) => (
            <>
              {' '}
              <a href={`/cases/${encodeURIComponent(data.document.caseId)}?rule=${rule}#finding-${rule}`}>
                {rule}
              </a>
            </>
          ))}
        </p>
      )}
      <fieldset class="field plain">
        <legend class="label">结论</legend>
        {!conclusionsOf(data.desk.profile).provided && (
          <p class="hint">地区方案没有规定审核意见的种类，以下为通用的种类。</p>
        )}
        {conclusionsOf(data.desk.profile).kinds.map((conclusion, index) => (
          <label class="check">
            <input
              type="radio"
              name="conclusion"
              value={conclusion}
              id={index === 0 ? 'field-conclusion' : undefined}
              checked={kept.conclusion === conclusion}
              required
            />
            {CONCLUSIONS[conclusion]}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="field-reasons">
          理由 <span class="hint">由审核人员本人书写，至少十个字</span>
        </label>
        <textarea name="reasons" id="field-reasons" rows={6}>
          {kept.reasons ?? ''}
        </textarea>
      </div>
      <p class="field">
        <button class="primary" type="submit">
          出具审核意见
        </button>
      </p>
    </form>
  );
}

function Unresolved({ data }: { data: DocumentData }) {
  const { unresolved } = data.version.draft;
  if (unresolved.length === 0) return <p class="met small">✓ 没有待补内容，引用的条款均可查。</p>;
  return (
    <section>
      <h3 class="not-met">还差 {unresolved.length} 处</h3>
      <ul class="small">
        {unresolved.map((entry) => (
          <li class="bad-line">{entry}</li>
        ))}
      </ul>
    </section>
  );
}

function Round({ round, data }: { round: ReviewRound; data: DocumentData }) {
  const name = (id: string | undefined) => (id ? (data.desk.people.get(id) ?? id) : '');
  return (
    <div class="round small">
      <p>
        第 {round.version} 版，{name(round.submittedBy)} {chineseMoment(round.submittedAt)}送审
        {round.withdrawnAt && <span class="tag">已撤回</span>}
      </p>
      {round.conclusion && (
        <>
          <p class={passes(round.conclusion) ? 'met' : 'not-met'}>
            {passes(round.conclusion) ? '✓' : '✕'} {CONCLUSIONS[round.conclusion]}
            <span class="soft">
              {' '}
              {name(round.reviewer)} {round.opinionAt && chineseMoment(round.opinionAt)}
            </span>
          </p>
          <p class="pre">{round.reasons}</p>
        </>
      )}
    </div>
  );
}

function Versions({ data, base }: { data: DocumentData; base: string }) {
  return (
    <section>
      <h3>版本</h3>
      <ul class="small">
        {data.versions.map((entry) => (
          <li>
            <a
              href={`${base}?version=${entry.version}`}
              aria-current={entry.version === data.version.version ? 'page' : undefined}
            >
              第 {entry.version} 版
            </a>{' '}
            {data.desk.people.get(entry.by) ?? entry.by} {chineseMoment(entry.at)} {entry.note}
            {entry.version > 1 && (
              <>
                {' '}
                <a href={`${base}?version=${entry.version}&view=changes`}>改了什么</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
