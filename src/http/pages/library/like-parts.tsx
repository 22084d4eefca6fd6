import type { CasePart, PartShare } from '../../../corpus/like-cases/score-like-cases.ts';
import type { LikeMark } from '../../../corpus/like-cases/search-like-cases.ts';

const PARTS: Record<CasePart, string> = {
  violation: '违法行为',
  words: '用词',
  meaning: '含义',
  cause: '案由',
  provisions: '条文',
  circumstances: '情节',
  sum: '金额',
  region: '地区',
  day: '日期',
};

/** How far each part of a case agrees with the case asked for: a bar, and what both have in common; and what is told of it. */
export function LikeParts({ parts, why }: { parts: PartShare[]; why: LikeMark }) {
  return (
    <>
      {why.sameParty && <span class="tag">同一当事人</span>}
      {why.same && (
        <details class="small">
          <summary>另有 {why.same.length} 件几乎相同的决定</summary>
          <ul>
            {why.same.map(({ title }) => (
              <li>{title}</li>
            ))}
          </ul>
        </details>
      )}
      <Parts parts={parts} />
    </>
  );
}

function Parts({ parts }: { parts: PartShare[] }) {
  return (
    <ul class="likeness small soft">
      {parts.map(({ part, share, weight, common }) => (
        <li>
          <span>
            {PARTS[part]}（权重 {percent(weight)}）
          </span>
          <meter min={0} max={1} value={share} aria-label={`${PARTS[part]}相似度`}>
            {percent(share)}
          </meter>
          <span>
            {percent(share)}
            {part !== 'cause' && common.length > 0 ? `：${common.join('、')}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
