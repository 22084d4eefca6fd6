import type { FindingCardProps } from './finding-card.tsx';

/** What the reviewer answered to a finding. */
export interface VerdictView {
  verdict: 'confirmed' | 'overruled' | 'asked';
  reason: string;
  by: string;
  reply?: { text: string; by: string };
}

const WORDS = { confirmed: '已确认', overruled: '不采纳', asked: '已问承办人' } as const;

/** The reviewer's answer to one finding, or the form to give it. Works without script. */
export function VerdictForm({ caseId, finding, verdict, mayAnswer, mayEdit }: FindingCardProps) {
  const base = `/cases/${encodeURIComponent(caseId)}/findings/${encodeURIComponent(finding.rule)}`;
  const given = verdict && (
    <div class="given">
      <span class="tag tag-accent">人</span> {WORDS[verdict.verdict]}（{verdict.by}）
      {verdict.reason ? `：${verdict.reason}` : ''}
      {verdict.reply && (
        <p>
          <span class="tag tag-accent">人</span> 承办人答复（{verdict.reply.by}）：{verdict.reply.text}
        </p>
      )}
    </div>
  );
  if (mayEdit && verdict?.verdict === 'asked') {
    return (
      <>
        {given}
        <form method="post" action={`${base}/reply`} class="verdict" data-verdict>
          <input
            type="text"
            name="reply"
            aria-label={`${finding.rule} 的答复`}
            placeholder="答复审核人员的询问"
          />
          <button class="tiny" type="submit">
            {verdict.reply ? '更改答复' : '答复'}
          </button>
        </form>
      </>
    );
  }
  if (!mayAnswer || finding.answer === 'not-applicable') return given ?? null;
  return (
    <>
      {given}
      <form method="post" action={`${base}/verdict`} class="verdict" data-verdict>
        {/* Enter in the box of reasons takes the first button: reasons are given for what is not agreed to. */}
        <button class="visually-hidden" type="submit" name="verdict" value="overruled" tabindex={-1}>
          不采纳
        </button>
        <button class="tiny" type="submit" name="verdict" value="confirmed">
          确认
        </button>
        <button class="tiny" type="submit" name="verdict" value="overruled">
          不采纳
        </button>
        <button class="tiny" type="submit" name="verdict" value="asked">
          问承办人
        </button>
        {verdict && (
          <button class="tiny" type="submit" name="verdict" value="undo" formnovalidate>
            撤回
          </button>
        )}
        <input
          type="text"
          name="reason"
          aria-label={`${finding.rule} 的理由`}
          placeholder="理由（不采纳、问承办人时必填）"
        />
      </form>
    </>
  );
}
