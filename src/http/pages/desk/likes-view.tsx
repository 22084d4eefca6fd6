import { raw } from 'hono/html';
import { type FoldedLike, foldLikes } from '../../../discretion/fold-likes.ts';
import type { Likeness } from '../../../discretion/like-cases.ts';
import { chineseDay } from '../../../law/dates.ts';
import { fen, yuan } from '../../../law/money.ts';
import { PENALTY_TYPES } from '../../../law/penalties.ts';
import { StandingTable } from '../evenness/standing-table.tsx';
import type { Discretion } from './discretion-data.ts';

/** The past cases most like this one, with the reasons for their place. They inform and decide nothing. */
export function LikesView({ discretion }: { discretion: Discretion }) {
  const { likes, spread, plot, standings, tier } = discretion;
  return (
    <div class="stack">
      <div class="row">
        <h2>类案</h2>
        <span class="soft small">供比对，不是先例；相似处与不同处都请核对。</span>
      </div>
      {spread && (
        <p class="note">
          同一事项 {spread.count} 件，罚款在法定幅度中的位置：中位数 {percent(spread.share.median)}，
          四分之一至四分之三之间 {percent(spread.share.lower)}–{percent(spread.share.upper)}
          {spread.enough ? '。' : '。件数较少，只作参考。'}
        </p>
      )}
      <StandingTable standings={standings} share={tier.position?.share} times={timesOf(tier)} />
      {plot && (
        <figure class="card plot">
          {raw(plot.svg)}
          <figcaption class="small soft">{plot.summary}</figcaption>
        </figure>
      )}
      {likes.length === 0 ? (
        <div class="empty">
          <p>库中没有足够相近的已决案件。导入本机关的处罚决定后，这里会列出相近的案件。</p>
          <a class="button" href="/library?kind=case">
            到法规库检索案例
          </a>
        </div>
      ) : (
        foldLikes(likes).map((folded) => <LikeCard {...folded} />)
      )}
    </div>
  );
}

function timesOf({ amount, statutory }: Discretion['tier']): number | undefined {
  return amount !== undefined && statutory?.min ? amount / statutory.min : undefined;
}

const ASPECTS: Record<Likeness['aspect'], string> = {
  item: '违法事项',
  provision: '处罚依据',
  circumstances: '情节与数额',
  facts: '事实',
  field: '执法领域',
  region: '地区',
};

function LikeCard({ like, same }: FoldedLike) {
  return (
    <section class="card" id={`like-${like.id}`}>
      <div class="row">
        <h3>{like.title}</h3>
        {like.example && <span class="tag tag-accent">示例</span>}
        {like.sameParty && <span class="tag">同一当事人</span>}
        <span class="row-end soft small">相似度 {percent(like.score)}</span>
      </div>
      <p class="soft small">
        {like.agency} · {chineseDay(like.decidedOn)}
        {like.tier ? ` · ${like.tier}` : ''}
      </p>
      <p class="prose">{like.facts}</p>
      <p>
        <strong>
          {like.penalties
            .map(
              (one) =>
                PENALTY_TYPES[one.type] + (one.amount === undefined ? '' : ` ${yuan(fen(one.amount))}`),
            )
            .join('；') || '不予处罚'}
        </strong>
        {like.share !== undefined && <span class="soft">（法定幅度的 {percent(like.share)} 处）</span>}
      </p>
      <p class="small">{like.reasons}</p>
      {like.deviation && <p class="small unclear">偏离基准：{like.deviation}</p>}
      <ul class="likeness small soft">
        {like.why.map((why) => (
          <li>
            <span>
              {ASPECTS[why.aspect]}（权重 {percent(why.weight)}）
            </span>
            <meter min={0} max={1} value={why.share} aria-label={`${ASPECTS[why.aspect]}相似度`}>
              {percent(why.share)}
            </meter>
            <span>{why.text}</span>
          </li>
        ))}
      </ul>
      {same.length > 0 && (
        <details class="small">
          <summary>另有 {same.length} 件事实几乎相同</summary>
          <ul>
            {same.map((other) => (
              <li>
                {other.title}（{chineseDay(other.decidedOn)}）
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
