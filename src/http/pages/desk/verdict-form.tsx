import type { FindingCardProps } from './finding-card.tsx';

/** What the reviewer answered to a finding. */
export interface VerdictView {
  verdict: 'confirmed' | 'overruled' | 'asked';
  reason: string;
  by: string;
}

const WORDS = { confirmed: '已确认', overruled: '不采纳', asked: '已问承办人' } as const;

/** The reviewer's answer to one finding, or the form to give it. Works without script. */
export function VerdictForm({ caseId, finding, verdict, mayAnswer }: FindingCardProps) {
  const given = verdict && (
    <p class="given">
      <span class="tag tag-accent">人</span> {WORDS[verdict.verdict]}（{verdict.by}）
      {verdict.reason ? `：${verdict.reason}` : ''}
    </p>
  );
  if (!mayAnswer || finding.answer === 'not-applicable') return given ?? null;
  const action = `/cases/${encodeURIComponent(caseId)}/findings/${encodeURIComponent(finding.rule)}/verdict`;
  return (
    <>
      {given}
      <form method="post" action={action} class="verdict" data-verdict>
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
