import type { CasePart, PartShare } from '../../../corpus/like-cases/score-like-cases.ts';

const PARTS: Record<CasePart, string> = {
  words: '用词',
  meaning: '含义',
  cause: '案由',
  provisions: '条文',
  circumstances: '情节',
  sum: '金额',
};

/** How far each part of a case agrees with the case asked for: a bar, and what both have in common. */
export function LikeParts({ parts }: { parts: PartShare[] }) {
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
